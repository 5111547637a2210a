#include "app/cli/access_log.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/trace_json.h"

#include <algorithm>

namespace Cli
{

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

// A line is read by people and by programs that take lines of some length only.
constexpr qsizetype longestTarget = 4'000;
constexpr qsizetype longestMessage = 500;
constexpr qsizetype mostViolations = 20;

// What a client sends must not be able to start a new line of the log or steer a terminal.
static QString printable(const QByteArray &bytes)
{
    QString text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\')
            text += QLatin1Char(c);
        else
            text += QStringLiteral("\\x%1").arg(uint{byte}, 2, 16, QLatin1Char('0'));
    }
    return text;
}

static QString printable(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return result;
}

// ["body", "tags", 0] as body.tags.0
static QString dotted(const Json &location)
{
    QStringList steps;
    for (const Json &step : location.array())
        steps += step.isString() ? step.toString() : QString::fromLatin1(step.numberText());
    return steps.join(u'.');
}

/// What was wrong and, where it was in the request (an error rule is about none of its parts),
/// where.
static QString wordsOf(const Mock::Violation &violation)
{
    const QString place = printable(dotted(violation.location));
    return (place.isEmpty() ? QString() : place + QStringLiteral(": ")) +
           printable(Mock::shortened(violation.message, longestMessage));
}

QString accessLine(const Mock::Exchange &exchange)
{
    // Put together rather than filled into a form: the target is full of percent signs.
    QString line = exchange.request.peer + QStringLiteral(" - \"") +
                   printable(exchange.request.method) + u' ' + printable(exchange.request.target) +
                   QStringLiteral(" HTTP/1.") + QString::number(exchange.request.minorVersion) +
                   QStringLiteral("\" ") + QString::number(exchange.response.status) + u' ' +
                   QString::fromLatin1(Mock::reasonPhrase(exchange.response.status));
    QString separator = QStringLiteral(" - ");
    const qsizetype count = std::min(mostViolations, exchange.violations.size());
    for (const Mock::Violation &violation : exchange.violations.first(count)) {
        line += separator + wordsOf(violation);
        separator = QStringLiteral("; ");
    }
    if (count < exchange.violations.size())
        line += QStringLiteral("; and %1 more").arg(exchange.violations.size() - count);
    return line;
}

QString taskLine(const Mock::Exchange &exchange, const Mock::Step &step)
{
    const QString failed =
        step.outcome == Mock::Outcome::Failed ? QStringLiteral("FAILED ") : QString();
    return exchange.route + QStringLiteral(" - after the answer: ") + failed +
           printable(Mock::shortened(step.text, longestMessage));
}

QByteArray taskJson(const Mock::Exchange &exchange, const Mock::Step &step)
{
    Mock::Exchange task;
    task.steps = {step};
    return Design::writeJson(JsonObject{
        {QStringLiteral("number"), static_cast<qint64>(exchange.number)},
        {QStringLiteral("task"),
         Mock::traceJson(task, {}).value(QStringLiteral("steps")).array().first()},
    });
}

QByteArray accessJson(const Mock::Exchange &exchange, const Mock::Places &places)
{
    JsonObject line{
        {QStringLiteral("number"), static_cast<qint64>(exchange.number)},
        {QStringLiteral("time"), exchange.time.toString(Qt::ISODateWithMs)},
        {QStringLiteral("revision"), static_cast<qint64>(exchange.revision)},
        {QStringLiteral("peer"), exchange.request.peer},
        {QStringLiteral("method"), QString::fromLatin1(exchange.request.method)},
        {QStringLiteral("target"),
         Mock::shortened(QString::fromLatin1(exchange.request.target), longestTarget)},
        {QStringLiteral("route"), exchange.route.isEmpty() ? Json(nullptr) : Json(exchange.route)},
        {QStringLiteral("status"), exchange.response.status},
        {QStringLiteral("bytes"), qint64{exchange.response.body.size()}},
        {QStringLiteral("ms"), Mock::milliseconds(exchange.nanoseconds)},
    };
    for (const JsonObject::Member &member : Mock::traceJson(exchange, places))
        line.insert(member.key, member.value);
    if (!exchange.nearestRoutes.isEmpty()) {
        JsonArray nearest;
        for (const QString &route : exchange.nearestRoutes)
            nearest.append(route);
        line.insert(QStringLiteral("nearestRoutes"), std::move(nearest));
    }
    return Design::writeJson(std::move(line));
}

} // namespace Cli
