#include "mockserver/engine/inputs/form_reader.h"

#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/inputs/multipart_reader.h"

using Design::Json;

namespace Mock
{

const QString &unreadableBody()
{
    static const QString text = QStringLiteral("There was an error parsing the body");
    return text;
}

ReadForm readUrlEncoded(QByteArrayView body)
{
    ReadForm form;
    constexpr qsizetype mostBytes = 1'024 * 1'024; // of one field
    for (const QByteArray &part : body.toByteArray().split('&')) {
        if (part.size() - (part.contains('=') ? 1 : 0) > mostBytes) {
            form.error =
                QStringLiteral("Field exceeded maximum size of %1KB.").arg(mostBytes / 1'024);
            return form;
        }
    }
    for (const NamedText &pair : parseQuery(body)) {
        if (form.fields.size() >= mostFormFields) {
            form.error = QStringLiteral("Too many fields. Maximum number of fields is %1.")
                             .arg(mostFormFields);
            return form;
        }
        form.fields.append({pair.name, Json(pair.value), {}, {}, {}});
    }
    return form;
}

ReadForm readMultipart(QByteArrayView body, const ParsedMediaType &type)
{
    const QString boundary = type.parameter(u"boundary");
    if (boundary.isNull()) {
        ReadForm form;
        form.error = QStringLiteral("Missing boundary in multipart.");
        return form;
    }
    using Names = MultipartReader::Names;
    const Names names = type.type == "multipart/form-data" ? Names::Wanted : Names::Optional;
    return MultipartReader(body.toByteArray(), boundary.toLatin1(), names).read();
}

} // namespace Mock
