#include "designer/coercion/reading.h"
#include "designer/coercion/texts/email_text.h"
#include "designer/coercion/types/text_types.h"

namespace Design
{

namespace
{

/// As pydantic writes a NameEmail: what stands before the @ has to do where there is no name.
QString withName(const EmailText &email)
{
    const QString name = email.name.isEmpty() ? email.address.section(u'@', 0, 0) : email.name;
    const QLatin1String quote(name.contains(u'@') ? "\"" : "");
    return quote + name + quote + QLatin1String(" <") + email.address + u'>';
}

} // namespace

EmailType::EmailType(NodeId node, bool hasName)
    : Type(node)
    , m_hasName(hasName)
{
}

Json EmailType::read(const Json &input, Reading &reading) const
{
    if (!input.isString())
        return reading.refuse(m_hasName ? ErrorType::NameEmailType : ErrorType::StringType, input,
                              node(), Keyword::Type);
    const EmailText email = readEmail(input.string());
    if (email.error.isEmpty())
        return Json(m_hasName ? withName(email) : email.address);
    return reading.refuse(ErrorType::EmailInvalid, input, node(), Keyword::Format,
                          {{QStringLiteral("reason"), email.error}});
}

QString EmailType::name() const
{
    if (m_hasName) {
        return QStringLiteral("function-after[_validate(), "
                              "json-or-python[json=str,python=union[is-instance[NameEmail],str]]]");
    }
    return QStringLiteral("function-after[_validate(), str]");
}

} // namespace Design
