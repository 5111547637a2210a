#include "mockserver/engine/run/inputs.h"

namespace Mock
{

const QList<NamedText> &Inputs::query() const
{
    if (!m_query)
        m_query = parseQuery(queryOf(m_request.target));
    return *m_query;
}

const QList<NamedText> &Inputs::cookies() const
{
    if (!m_cookies) {
        m_cookies.emplace();
        for (const HeaderField &field : m_request.headers) {
            if (field.name.compare("cookie", Qt::CaseInsensitive) == 0)
                m_cookies->append(parseCookies(field.value));
        }
    }
    return *m_cookies;
}

const QList<NamedText> &Inputs::markedQuery() const
{
    if (!m_markedQuery)
        m_markedQuery = parseMarkedQuery(queryOf(m_request.target));
    return *m_markedQuery;
}

QList<NamedText> Inputs::markedCookies() const
{
    QList<NamedText> cookies;
    for (const HeaderField &field : m_request.headers) {
        if (field.name.compare("cookie", Qt::CaseInsensitive) == 0)
            cookies.append(parseMarkedCookies(field.value));
    }
    return cookies;
}

QStringList Inputs::headers(const QString &name) const
{
    const QByteArray wanted = name.toLatin1();
    QStringList values;
    for (const HeaderField &field : m_request.headers) {
        if (field.name.compare(wanted, Qt::CaseInsensitive) == 0)
            values.append(QString::fromLatin1(field.value));
    }
    return values;
}

QStringList Inputs::headerNames() const
{
    QStringList names;
    for (const HeaderField &field : m_request.headers)
        names.append(QString::fromLatin1(field.name.toLower()));
    return names;
}

QStringList Inputs::queryValues(const QString &name) const
{
    QStringList values;
    for (const NamedText &pair : query()) {
        if (pair.name == name)
            values.append(pair.value.isNull() ? QStringLiteral("") : pair.value);
    }
    return values;
}

std::optional<QString> Inputs::cookie(const QString &name) const
{
    std::optional<QString> value;
    for (const NamedText &pair : cookies()) {
        if (pair.name == name)
            value = pair.value;
    }
    return value;
}

QByteArray Inputs::contentType() const
{
    const HeaderField *field = findHeader(m_request.headers, "content-type");
    return field ? field->value : QByteArray();
}

} // namespace Mock
