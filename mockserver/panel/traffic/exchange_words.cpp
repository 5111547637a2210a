#include "mockserver/panel/traffic/exchange_words.h"

#include "designer/preview/place_names.h"
#include "designer/text/json_writer.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Design;

namespace Mock
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Mock::ExchangeWords)
};

constexpr qsizetype longestValue = 48;

bool isMissing(const Violation &violation)
{
    return violation.type == QLatin1String("missing") || violation.keyword == Keyword::Required ||
           violation.keyword == Keyword::DependentRequired;
}

/// "be greater than 0" out of "Input should be greater than 0"; empty when the message is not of
/// that form.
QString demand(const QString &message)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z][\\w' ]*? (?:should|must) (.+)$"));
    return form.match(message).captured(1);
}

QString shortened(QString text)
{
    if (text.size() > longestValue)
        text = text.first(longestValue - 1) + u'…';
    return text;
}

bool looksLikeJson(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

QString withPlace(const QString &name, Keyword keyword)
{
    if (keyword == Keyword::Unknown || name.isEmpty())
        return name;
    return name + QStringLiteral(" · ") + keywordName(keyword);
}

const Step *failedStep(const Exchange &exchange)
{
    for (const Step &step : exchange.steps) {
        if (step.outcome == Outcome::Failed)
            return &step;
    }
    return nullptr;
}

QString noRouteWords(const Exchange &exchange)
{
    if (exchange.response.status == 405) {
        const QByteArray allowed = headerValue(exchange.response.headers, "Allow");
        const QString method = QString::fromLatin1(exchange.request.method);
        return allowed.isEmpty() ? Words::tr("%1 is not allowed here").arg(method)
                                 : Words::tr("%1 is not allowed here, but %2")
                                       .arg(method, QString::fromLatin1(allowed));
    }
    if (exchange.nearestRoutes.isEmpty())
        return Words::tr("no such path");
    return Words::tr("no such path, the nearest is %1").arg(exchange.nearestRoutes.first());
}

} // namespace

QString locationWords(const Json &location)
{
    QString words;
    for (const Json &part : location.array()) {
        if (part.isInteger())
            words += u'[' + QString::fromLatin1(part.numberText()) + u']';
        else if (part.isString())
            words += (words.isEmpty() ? QString() : QStringLiteral(".")) + part.string();
    }
    return words;
}

QString ruleWords(const Violation &violation)
{
    if (violation.keyword != Keyword::Unknown)
        return keywordName(violation.keyword);
    if (isMissing(violation))
        return keywordName(Keyword::Required);
    return violation.type;
}

QString stepWords(const Step &step)
{
    return step.said.isEmpty() ? step.text : step.said.translated();
}

QString messageWords(const Violation &violation)
{
    return violation.said.isEmpty() ? violation.message : violation.said.translated();
}

QString wantedWords(const Violation &violation)
{
    if (!violation.said.isEmpty())
        return messageWords(violation);
    if (isMissing(violation))
        return Words::tr("a value");
    if (violation.type == u"not_authenticated" && !violation.location.array().isEmpty())
        return Words::tr("a credential that is accepted");
    const QString wanted = demand(violation.message);
    if (wanted.isEmpty()) {
        // "value is not a valid email address: An email address must have an @-sign."
        static const QRegularExpression form(QStringLiteral("^[Vv]alue is not (an? [^:]+)"));
        const QRegularExpressionMatch match = form.match(violation.message);
        return match.hasMatch() ? match.captured(1) : violation.message;
    }
    for (const auto &verb : {QLatin1String("be "), QLatin1String("have ")}) {
        if (wanted.startsWith(verb))
            return wanted.sliced(verb.size());
    }
    return wanted;
}

QString gotWords(const Violation &violation)
{
    if (isMissing(violation) || violation.input.isUndefined())
        return Words::tr("nothing");
    return shortened(QString::fromUtf8(writeJson(violation.input)));
}

QString readAsTextWords(const Exchange &exchange)
{
    const QByteArray type = headerValue(exchange.request.headers, "Content-Type");
    if (exchange.violations.isEmpty() || type.toLower().contains("json") ||
        !looksLikeJson(exchange.request.body))
        return {};
    const Violation &first = exchange.violations.first();
    const bool isWholeBody =
        first.location.array().size() == 1 && first.location.array().first().string() == u"body";
    if (!isWholeBody || !first.input.isString())
        return {};
    return type.isEmpty() ? Words::tr("The body came without a Content-Type, so it was read as "
                                      "text. JSON wants “Content-Type: application/json”.")
                          : Words::tr("The body came as %1, so it was read as text. JSON wants "
                                      "“Content-Type: application/json”.")
                                .arg(QString::fromLatin1(type));
}

Why why(const Violation &violation, const Api &api, const NodeIndex &index)
{
    Why result;
    result.node = violation.node;
    result.keyword = violation.keyword;
    result.place = withPlace(placeName(api, index, violation.node), violation.keyword);
    const QString where = locationWords(violation.location);
    const QString wanted = demand(violation.message);
    if (isMissing(violation))
        result.sentence = Words::tr("%1 is missing").arg(where);
    else if (wanted.isEmpty() || violation.input.isUndefined() || !violation.said.isEmpty())
        result.sentence = where.isEmpty() ? messageWords(violation)
                                          : where + QStringLiteral(": ") + messageWords(violation);
    else
        result.sentence = Words::tr("%1 is %2, must %3").arg(where, gotWords(violation), wanted);
    return result;
}

Why why(const Exchange &exchange, const Api &api, const NodeIndex &index)
{
    if (exchange.isUnderWay) {
        Why waiting;
        waiting.sentence = exchange.response.status == 0 ? Words::tr("waiting for its answer")
                                                         : Words::tr("its answer is coming in");
        return waiting;
    }
    if (!exchange.violations.isEmpty()) {
        Why result = why(exchange.violations.first(), api, index);
        if (const auto more = static_cast<int>(exchange.violations.size() - 1); more > 0)
            result.sentence += Words::tr(", and %n more", nullptr, more);
        return result;
    }
    if (exchange.response.status < 400 && exchange.mishap.kind == Mishap::Kind::None)
        return {};
    Why result;
    const Step *step = failedStep(exchange);
    if (step && step->node != NodeId::None) {
        result.node = step->node;
        result.place = placeName(api, index, step->node);
    }
    const bool hasNoRoute = exchange.operation == NodeId::None &&
                            (exchange.response.status == 404 || exchange.response.status == 405);
    if (hasNoRoute)
        result.sentence = noRouteWords(exchange);
    else if (step && !step->text.isEmpty())
        result.sentence = stepWords(*step);
    else
        result.sentence = QString::fromLatin1(reasonPhrase(exchange.response.status));
    return result;
}

QString stepName(StepKind kind)
{
    switch (kind) {
    case StepKind::Route:
        return Words::tr("route");
    case StepKind::ReadBody:
        return Words::tr("read body");
    case StepKind::Dependencies:
        return Words::tr("dependencies");
    case StepKind::Path:
        return Words::tr("path");
    case StepKind::Query:
        return Words::tr("query");
    case StepKind::Header:
        return Words::tr("headers");
    case StepKind::Cookie:
        return Words::tr("cookies");
    case StepKind::Body:
        return Words::tr("body");
    case StepKind::Answer:
        return Words::tr("answer");
    case StepKind::Filter:
        return Words::tr("response model");
    case StepKind::After:
        return Words::tr("afterwards");
    }
    return {};
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return Words::tr("passed");
    case Outcome::Failed:
        return Words::tr("failed");
    case Outcome::Skipped:
        return Words::tr("not reached");
    }
    return {};
}

QString statusWords(int status)
{
    return QString::number(status) + u' ' + QString::fromLatin1(reasonPhrase(status));
}

QString statusWords(const Exchange &exchange)
{
    if (!exchange.isUnderWay)
        return statusWords(exchange.response.status);
    return exchange.response.status == 0
               ? Words::tr("in flight")
               : Words::tr("%1, in flight").arg(statusWords(exchange.response.status));
}

} // namespace Mock
