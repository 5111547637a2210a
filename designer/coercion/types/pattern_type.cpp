#include "designer/coercion/patterns/rust_pattern.h"
#include "designer/coercion/reading.h"
#include "designer/coercion/types/text_types.h"

namespace Design
{

Json PatternType::read(const Json &input, Reading &reading) const
{
    if (!input.isString())
        return reading.refuse(ErrorType::PatternType, input, node(), Keyword::Type);
    if (!RustPattern(input.string()).isValid())
        return reading.refuse(ErrorType::PatternRegex, input, node(), Keyword::Format);
    return input;
}

QString PatternType::name() const
{
    return QStringLiteral("function-plain[pattern_either_validator()]");
}

} // namespace Design
