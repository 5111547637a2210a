#include "mockserver/engine/trace_json.h"

#include "designer/text/json_writer.h"

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr qsizetype longestField = 6'000; // of 8 kB, which is what many clients and proxies take

QString stepName(StepKind kind)
{
    switch (kind) {
    case StepKind::Route:
        return QStringLiteral("route");
    case StepKind::ReadBody:
        return QStringLiteral("read-body");
    case StepKind::Dependencies:
        return QStringLiteral("dependencies");
    case StepKind::Path:
        return QStringLiteral("path");
    case StepKind::Query:
        return QStringLiteral("query");
    case StepKind::Header:
        return QStringLiteral("header");
    case StepKind::Cookie:
        return QStringLiteral("cookie");
    case StepKind::Body:
        return QStringLiteral("body");
    case StepKind::Answer:
        return QStringLiteral("answer");
    case StepKind::Filter:
        return QStringLiteral("filter");
    case StepKind::After:
        return QStringLiteral("after");
    }
    return {};
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return QStringLiteral("passed");
    case Outcome::Failed:
        return QStringLiteral("failed");
    case Outcome::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

void addPlace(const QString &pointer, Design::NodeId node, Design::Keyword keyword,
              const Places &places, JsonObject *object)
{
    const QString place = places.text(pointer, node, keyword);
    if (!place.isEmpty())
        object->insert(QStringLiteral("place"), place);
}

Json stepJson(const Step &step, const Places &places, const TraceLimits &limits)
{
    JsonObject object{{QStringLiteral("step"), stepName(step.kind)},
                      {QStringLiteral("outcome"), outcomeName(step.outcome)},
                      {QStringLiteral("text"), shortened(step.text, limits.text)},
                      {QStringLiteral("ms"), milliseconds(step.nanoseconds)}};
    addPlace(step.pointer, step.node, Design::Keyword::Unknown, places, &object);
    return object;
}

Json violationJson(const Violation &violation, const Places &places, const TraceLimits &limits)
{
    JsonObject object{{QStringLiteral("type"), violation.type},
                      {QStringLiteral("loc"),
                       violation.location.isUndefined() ? Json(JsonArray()) : violation.location},
                      {QStringLiteral("msg"), shortened(violation.message, limits.text)}};
    addPlace(violation.pointer, violation.node, violation.keyword, places, &object);
    return object;
}

/// JSON has non-ASCII characters only in strings, where they can be escaped.
QByteArray asciiJson(const QByteArray &json)
{
    QByteArray ascii;
    for (const QChar c : QString::fromUtf8(json)) {
        if (c.unicode() > 0x1f && c.unicode() < 0x7f)
            ascii += static_cast<char>(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return ascii;
}

} // namespace

Json milliseconds(qint64 nanoseconds)
{
    return Json::number(QByteArray::number(static_cast<double>(nanoseconds) / 1e6, 'f', 3));
}

QString shortened(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : text.first(most) + QChar(0x2026);
}

bool wantsTrace(const Request &request)
{
    return headerValue(request.headers, traceName) == "1";
}

JsonObject traceJson(const Exchange &exchange, const Places &places, const TraceLimits &limits)
{
    JsonArray steps;
    for (const Step &step : exchange.steps)
        steps.append(stepJson(step, places, limits));
    JsonArray violations;
    for (const Violation &violation : exchange.violations) {
        if (violations.size() < limits.violations)
            violations.append(violationJson(violation, places, limits));
    }
    JsonObject trace{{QStringLiteral("steps"), std::move(steps)},
                     {QStringLiteral("violations"), std::move(violations)}};
    if (exchange.violations.size() > limits.violations) {
        trace.insert(QStringLiteral("moreViolations"),
                     qint64{exchange.violations.size() - limits.violations});
    }
    return trace;
}

QByteArray traceField(const Exchange &exchange, const Places &places)
{
    TraceLimits limits{20, 200};
    while (true) {
        JsonObject trace{
            {QStringLiteral("route"),
             exchange.route.isEmpty() ? Json(nullptr) : Json(shortened(exchange.route, 200))},
            {QStringLiteral("ms"), milliseconds(exchange.nanoseconds)},
        };
        for (const JsonObject::Member &member : traceJson(exchange, places, limits))
            trace.insert(member.key, member.value);
        const QByteArray field = asciiJson(Design::writeJson(Json(trace)));
        if (field.size() <= longestField)
            return field;
        if (limits.violations == 0 && limits.text == 0) // places of an unheard-of length
            return QByteArrayLiteral("{}");
        limits.violations /= 2;
        limits.text = limits.violations == 0 ? 0 : limits.text / 2;
    }
}

} // namespace Mock
