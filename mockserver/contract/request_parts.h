#pragma once

#include "designer/model/api.h"
#include "mockserver/engine/message.h"

#include <QHash>

#include <optional>

namespace Mock
{

/// A form to be sent, urlencoded or in parts, as the media type says.
struct RequestForm {
    QByteArray mediaType;
    Design::Schema schema; ///< which fields are files
    Design::JsonObject values;
};

/// A request to an operation as values that can be exchanged one by one.
class RequestParts
{
public:
    /// A parameter's value by "in.name", such as "query.limit". Undefined: it is not sent.
    QHash<QString, Design::Json> values;
    Design::Json body;               ///< undefined: none is sent
    QByteArray rawBody;              ///< instead of `body`, when it is not empty
    std::optional<RequestForm> form; ///< instead of both
    QByteArray contentType = "application/json";
    QList<HeaderField> credentials;

    RequestParts() = default;
    RequestParts(const QByteArray &method, const QString &path,
                 const QList<Design::Parameter> &parameters);

    const QList<Design::Parameter> &parameters() const { return m_parameters; }
    Request request() const;

private:
    QByteArray m_method;
    QString m_path;
    QList<Design::Parameter> m_parameters;
};

/// "query.limit"
QString partName(const Design::Parameter &parameter);

} // namespace Mock
