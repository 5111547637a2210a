#include "mockserver/engine/inputs/stream_body.h"

#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/number.h"
#include "mockserver/engine/inputs/media_type.h"

#include <QHash>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr char recordSeparator = '\x1e';

const QString &dataField()
{
    static const QString name = QStringLiteral("data");
    return name;
}

const QStringList &eventFields()
{
    static const QStringList names{QStringLiteral("event"), QStringLiteral("id"),
                                   QStringLiteral("retry"), dataField()};
    return names;
}

ReadStream readTexts(const QByteArray &body, char separator)
{
    JsonArray items;
    for (const QByteArray &part : body.split(separator)) {
        if (part.trimmed().isEmpty())
            continue;
        const Design::ReadText text = Design::readJson(part);
        if (!text.ok()) {
            const QString why =
                text.diagnostics.isEmpty() ? QString() : text.diagnostics.first().message;
            return {{}, QStringLiteral("item %1 is not JSON: %2").arg(items.size() + 1).arg(why)};
        }
        items.append(text.value);
    }
    return {Json(items), {}};
}

/// The lines of an event stream, which may end in three ways.
QList<QByteArray> linesOf(QByteArray body)
{
    if (body.startsWith("\xef\xbb\xbf"))
        body.remove(0, 3);
    return body.replace("\r\n", "\n").replace('\r', '\n').split('\n');
}

void addField(const QString &name, const QString &value, JsonObject *event)
{
    const Json *before = event->find(name);
    if (name == dataField() && before)
        event->insert(name, Json(before->string() + u'\n' + value));
    else if (name == u"retry" && Design::hasIntegralValue(value.toLatin1()))
        event->insert(name, Json::number(value.toLatin1()));
    else if (name != u"retry" && eventFields().contains(name))
        event->insert(name, Json(value));
}

/// As browsers read it (HTML, section 9.2.6); what the end cuts short is no event.
ReadStream readEvents(const QByteArray &body)
{
    JsonArray items;
    JsonObject event;
    QList<QByteArray> lines = linesOf(body);
    lines.removeLast(); // has no end
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.isEmpty()) {
            if (!event.isEmpty())
                items.append(Json(std::exchange(event, {})));
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon == 0)
            continue; // a comment
        QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
        if (value.startsWith(' '))
            value.remove(0, 1);
        addField(QString::fromUtf8(colon < 0 ? line : line.first(colon)), QString::fromUtf8(value),
                 &event);
    }
    return {Json(items), {}};
}

QByteArray fieldLines(const QString &name, const Json &value)
{
    const QByteArray text = value.isString() ? value.string().toUtf8() : Design::writeJson(value);
    QByteArray lines;
    for (const QByteArray &line : linesOf(text))
        lines += name.toUtf8() + ": " + line + '\n';
    return lines;
}

/// An item with other members than an event has is the data of one.
QByteArray eventText(const Json &item)
{
    const JsonObject &members = item.object();
    const bool isEvent =
        !members.isEmpty() && std::all_of(members.begin(), members.end(), [](const auto &member) {
            return eventFields().contains(member.key);
        });
    if (!isEvent)
        return fieldLines(dataField(), item) + '\n';
    QByteArray text;
    for (const QString &name : eventFields()) {
        if (const Json *value = members.find(name))
            text += fieldLines(name, *value);
    }
    return text + '\n';
}

} // namespace

StreamForm streamFormOf(QByteArrayView mediaType)
{
    static const QHash<QByteArray, StreamForm> forms{
        {"application/jsonl", StreamForm::Lines},
        {"application/x-jsonlines", StreamForm::Lines},
        {"application/ndjson", StreamForm::Lines},
        {"application/x-ndjson", StreamForm::Lines},
        {"application/json-seq", StreamForm::Sequence},
        {"text/event-stream", StreamForm::Events},
    };
    const QByteArray type = parseMediaType(mediaType).type;
    return type.endsWith("+json-seq") ? StreamForm::Sequence : forms.value(type, StreamForm::None);
}

ReadStream readStream(const QByteArray &body, StreamForm form)
{
    switch (form) {
    case StreamForm::Lines:
        return readTexts(body, '\n');
    case StreamForm::Sequence:
        return readTexts(body, recordSeparator);
    case StreamForm::Events:
        return readEvents(body);
    case StreamForm::None:
        break;
    }
    return {};
}

QByteArray writeStream(const Json &items, StreamForm form)
{
    QByteArray text;
    for (const Json &item : items.array()) {
        if (form == StreamForm::Events)
            text += eventText(item);
        else if (form == StreamForm::Sequence)
            text += recordSeparator + Design::writeJson(item) + '\n';
        else
            text += Design::writeJson(item) + '\n';
    }
    return text;
}

} // namespace Mock
