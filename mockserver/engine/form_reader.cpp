#include "mockserver/engine/form_reader.h"

#include "mockserver/engine/media_type.h"

#include <QStringDecoder>

using Design::Json;
using Design::JsonObject;

namespace Mock
{

namespace
{

struct PartHead {
    ParsedMediaType disposition;
    QByteArray contentType;
    bool isComplete = false;
};

PartHead readHead(const QByteArray &head)
{
    PartHead result;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray name = line.first(colon).trimmed().toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (name == "content-disposition")
            result.disposition = parseMediaType(value);
        else if (name == "content-type")
            result.contentType = value;
    }
    result.isComplete = !result.disposition.parameter(u"name").isNull();
    return result;
}

QString decodedText(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

FormField fileField(const PartHead &head, const QByteArray &content)
{
    FormField field;
    field.content = content;
    field.contentType = head.contentType;
    field.value = JsonObject{
        {QStringLiteral("filename"), head.disposition.parameter(u"filename")},
        {QStringLiteral("size"), qint64{content.size()}},
        {QStringLiteral("content_type"), QString::fromLatin1(head.contentType)},
    };
    return field;
}

} // namespace

ReadForm readUrlEncoded(QByteArrayView body)
{
    ReadForm form;
    for (const NamedText &pair : parseQuery(body)) {
        if (form.fields.size() >= mostFormFields) {
            form.error = QStringLiteral("Too many fields. Maximum number of fields is %1.")
                             .arg(mostFormFields);
            return form;
        }
        form.fields.append({pair.name, Json(pair.value), {}, {}});
    }
    return form;
}

ReadForm readMultipart(QByteArrayView body, const ParsedMediaType &type)
{
    ReadForm form;
    const auto failed = [&form](const QString &error) {
        form.fields.clear();
        form.error = error;
        return form;
    };
    const QString invalid = QStringLiteral("Invalid multipart data.");
    const QByteArray boundary = type.parameter(u"boundary").toLatin1();
    if (boundary.isEmpty())
        return failed(QStringLiteral("Missing boundary in multipart."));
    if (body.isEmpty())
        return form;
    // Seen with a line break before it, every delimiter looks the same.
    const QByteArray text = "\r\n" + body.toByteArray();
    const QByteArray delimiter = "\r\n--" + boundary;
    qsizetype at = text.indexOf(delimiter);
    if (at != 0)
        return failed(invalid);
    while (true) {
        at += delimiter.size();
        if (text.sliced(at).startsWith("--"))
            return form;
        if (!text.sliced(at).startsWith("\r\n"))
            return failed(invalid);
        const qsizetype headEnd = text.indexOf("\r\n\r\n", at);
        const qsizetype next = headEnd < 0 ? -1 : text.indexOf(delimiter, headEnd + 2);
        if (next < 0) // the body ends inside a part, which then counts for nothing
            return form;
        const PartHead head = readHead(text.sliced(at, headEnd - at));
        if (!head.isComplete) {
            return failed(
                QStringLiteral("The Content-Disposition header field \"name\" must be provided."));
        }
        if (form.fields.size() >= mostFormFields) {
            return failed(QStringLiteral("Too many fields. Maximum number of fields is %1.")
                              .arg(mostFormFields));
        }
        const qsizetype start = std::min(headEnd + 4, next);
        const QByteArray content = text.sliced(start, next - start);
        const bool isFile = !head.disposition.parameter(u"filename").isNull();
        FormField field = isFile ? fileField(head, content) : FormField{};
        if (!isFile)
            field.value = Json(decodedText(content));
        field.name = head.disposition.parameter(u"name");
        field.contentType = head.contentType;
        form.fields.append(field);
        at = next;
    }
}

} // namespace Mock
