#include "designer/coercion/read_error.h"

namespace Design
{

Json ReadError::sentContext() const
{
    const bool isException = type == ErrorType::ValueError || type == ErrorType::UploadExpected;
    if (isException)
        return JsonObject{{QStringLiteral("error"), JsonObject()}};
    return context.isEmpty() ? Json() : Json(context);
}

Json ReadError::toJson() const
{
    JsonObject entry{
        {QStringLiteral("type"), QString(errorName(type))},
        {QStringLiteral("loc"), location},
        {QStringLiteral("msg"), message()},
        {QStringLiteral("input"), input},
    };
    const Json sent = sentContext();
    if (!sent.isUndefined())
        entry.insert(QStringLiteral("ctx"), sent);
    return entry;
}

} // namespace Design
