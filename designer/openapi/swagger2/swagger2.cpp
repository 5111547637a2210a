#include "designer/openapi/swagger2/swagger2.h"

#include "designer/openapi/swagger2/document_converter.h"
#include "designer/openapi/swagger2/reference_rewriting.h"

namespace Design::Swagger2
{

bool isSwagger2(const Json &document)
{
    const Json version = document.value(u"swagger");
    return version.string() == QLatin1String("2.0") || version.numberText() == "2.0";
}

Converted convert(const Json &document)
{
    Converted converted;
    converted.document = DocumentConverter(document, converted.origins).convert();
    converted.document = withTargets(converted.document, converted.origins);
    return converted;
}

} // namespace Design::Swagger2
