#pragma once

#include "designer/model/api.h"
#include "mockserver/contract/example_body.h"
#include "mockserver/contract/parameter_text.h"
#include "mockserver/engine/inputs/xml_form.h"
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
    FormParts parts; ///< how those of a multipart form are sent
};

/// A request to an operation as values that can be exchanged one by one.
class RequestParts
{
public:
    /// A parameter's value by "in.name", such as "query.limit". Undefined: it is not sent.
    QHash<QString, Design::Json> values;
    QHash<QString, QString> texts;   ///< of a parameter, instead of its value: as it is
    Design::Json body;               ///< undefined: none is sent
    XmlForm::Pointer xml;            ///< the body is written in this form; null: as JSON
    QByteArray rawBody;              ///< instead of `body`, when it is not empty
    std::optional<RequestForm> form; ///< instead of both
    QByteArray contentType = "application/json";
    QList<HeaderField> credentials;
    TextPairs query; ///< those that are in the query

    RequestParts() = default;
    /// FastAPI knows one way to write lists and objects, whatever the parameters say.
    RequestParts(const QByteArray &method, const QString &path,
                 const QList<Design::Parameter> &parameters, bool isFastApi);

    const QList<Design::Parameter> &parameters() const { return m_parameters; }
    Request request() const;

private:
    QList<QPair<QByteArray, QByteArray>> fieldsOf(const Design::Parameter &parameter,
                                                  const Design::Json &value) const;
    QList<HeaderField> headerFields(const Design::Parameter &parameter,
                                    const Design::Json &value) const;

    QByteArray m_method;
    QString m_path;
    QList<Design::Parameter> m_parameters;
    bool m_isFastApi = false;
};

/// "query.limit"
QString partName(const Design::Parameter &parameter);

/// The field of a model that a header field stands for: "save_data" of "save-data".
QString headerField(const Design::Parameter &parameter);

} // namespace Mock
