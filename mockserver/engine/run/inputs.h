#pragma once

#include "designer/text/json.h"
#include "mockserver/engine/inputs/url_decoding.h"
#include "mockserver/engine/message.h"

#include <optional>

namespace Mock
{

/// What a request carries besides its body, taken apart the first time it is asked for.
class Inputs
{
public:
    Inputs(const Request &request, const QStringList &pathValues)
        : m_request(request)
        , m_pathValues(pathValues)
    {
    }

    const QString &pathValue(qsizetype index) const { return m_pathValues[index]; }
    const QList<NamedText> &query() const;
    const QList<NamedText> &cookies() const;
    /// The same with marks (see markedDecoded()), for values that have parts.
    const QList<NamedText> &markedQuery() const;
    QList<NamedText> markedCookies() const;
    /// The values of all fields with this name, as Latin-1 text.
    QStringList headers(const QString &name) const;
    QStringList headerNames() const; ///< in lower case, as often as they came
    QStringList queryValues(const QString &name) const;
    std::optional<QString> cookie(const QString &name) const; ///< the last one of that name
    QByteArray contentType() const;                           ///< of the body; empty when not said

private:
    const Request &m_request;
    const QStringList &m_pathValues;
    mutable std::optional<QList<NamedText>> m_query;
    mutable std::optional<QList<NamedText>> m_markedQuery;
    mutable std::optional<QList<NamedText>> m_cookies;
};

/// What was read from the inputs: the values that come back in the answer.
struct ReadInputs {
    Design::JsonObject path;  ///< by parameter
    Design::JsonObject other; ///< query, header, cookie
    Design::Json body;        ///< undefined without one
    Design::Json sent;        ///< the body before defaults were filled in
};

} // namespace Mock
