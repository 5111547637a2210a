#include "app/cli/access_log.h"

#include "designer/text/json_writer.h"

namespace Cli
{

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

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

QString accessLine(const Mock::Exchange &exchange)
{
    // Put together rather than filled into a form: the target is full of percent signs.
    QString line = exchange.request.peer + QStringLiteral(" - \"") +
                   printable(exchange.request.method) + u' ' + printable(exchange.request.target) +
                   QStringLiteral(" HTTP/1.") + QString::number(exchange.request.minorVersion) +
                   QStringLiteral("\" ") + QString::number(exchange.response.status) + u' ' +
                   QString::fromLatin1(Mock::reasonPhrase(exchange.response.status));
    QString separator = QStringLiteral(" - ");
    for (const Mock::Violation &violation : exchange.violations) {
        line += separator + printable(dotted(violation.location)) + QStringLiteral(": ") +
                printable(violation.message);
        separator = QStringLiteral("; ");
    }
    return line;
}

static QString stepName(Mock::StepKind kind)
{
    switch (kind) {
    case Mock::StepKind::Route:
        return QStringLiteral("route");
    case Mock::StepKind::ReadBody:
        return QStringLiteral("read-body");
    case Mock::StepKind::Dependencies:
        return QStringLiteral("dependencies");
    case Mock::StepKind::Path:
        return QStringLiteral("path");
    case Mock::StepKind::Query:
        return QStringLiteral("query");
    case Mock::StepKind::Header:
        return QStringLiteral("header");
    case Mock::StepKind::Cookie:
        return QStringLiteral("cookie");
    case Mock::StepKind::Body:
        return QStringLiteral("body");
    case Mock::StepKind::Answer:
        return QStringLiteral("answer");
    case Mock::StepKind::Filter:
        return QStringLiteral("filter");
    case Mock::StepKind::After:
        return QStringLiteral("after");
    }
    return {};
}

static QString outcomeName(Mock::Outcome outcome)
{
    switch (outcome) {
    case Mock::Outcome::Passed:
        return QStringLiteral("passed");
    case Mock::Outcome::Failed:
        return QStringLiteral("failed");
    case Mock::Outcome::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

static Json milliseconds(qint64 nanoseconds)
{
    return Json::number(QByteArray::number(static_cast<double>(nanoseconds) / 1e6, 'f', 3));
}

static Json stepJson(const Mock::Step &step, const Design::NodeIndex &places)
{
    JsonObject object{{QStringLiteral("step"), stepName(step.kind)},
                      {QStringLiteral("outcome"), outcomeName(step.outcome)},
                      {QStringLiteral("text"), step.text},
                      {QStringLiteral("ms"), milliseconds(step.nanoseconds)}};
    if (places.contains(step.node))
        object.insert(QStringLiteral("place"), places.pointer(step.node));
    return object;
}

static Json violationJson(const Mock::Violation &violation, const Design::NodeIndex &places)
{
    JsonObject object{{QStringLiteral("type"), violation.type},
                      {QStringLiteral("loc"), violation.location},
                      {QStringLiteral("msg"), violation.message}};
    if (places.contains(violation.node)) {
        QString place = places.pointer(violation.node);
        if (violation.keyword != Design::Keyword::Unknown)
            place += u'/' + Design::keywordName(violation.keyword);
        object.insert(QStringLiteral("place"), place);
    }
    return object;
}

QByteArray accessJson(const Mock::Exchange &exchange, const Design::NodeIndex &places)
{
    JsonArray steps;
    for (const Mock::Step &step : exchange.steps)
        steps.append(stepJson(step, places));
    JsonArray violations;
    for (const Mock::Violation &violation : exchange.violations)
        violations.append(violationJson(violation, places));

    JsonObject line{
        {QStringLiteral("number"), static_cast<qint64>(exchange.number)},
        {QStringLiteral("time"), exchange.time.toString(Qt::ISODateWithMs)},
        {QStringLiteral("revision"), static_cast<qint64>(exchange.revision)},
        {QStringLiteral("peer"), exchange.request.peer},
        {QStringLiteral("method"), QString::fromLatin1(exchange.request.method)},
        {QStringLiteral("target"), QString::fromLatin1(exchange.request.target)},
        {QStringLiteral("route"), exchange.route.isEmpty() ? Json(nullptr) : Json(exchange.route)},
        {QStringLiteral("status"), exchange.response.status},
        {QStringLiteral("bytes"), qint64{exchange.response.body.size()}},
        {QStringLiteral("ms"), milliseconds(exchange.nanoseconds)},
        {QStringLiteral("steps"), std::move(steps)},
        {QStringLiteral("violations"), std::move(violations)},
    };
    if (!exchange.nearestRoutes.isEmpty()) {
        JsonArray nearest;
        for (const QString &route : exchange.nearestRoutes)
            nearest.append(route);
        line.insert(QStringLiteral("nearestRoutes"), std::move(nearest));
    }
    return Design::writeJson(std::move(line));
}

} // namespace Cli
