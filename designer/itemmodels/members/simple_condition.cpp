#include "designer/itemmodels/members/simple_condition.h"

#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Design
{

using Operator = SimpleCondition::Operator;

namespace
{

struct ConditionWords {
    Q_DECLARE_TR_FUNCTIONS(Design::SimpleCondition)
};

/// Of an operator between two sides, as it is written; others call a method.
QString signOf(Operator op)
{
    switch (op) {
    case Operator::Equal:
        return QStringLiteral("===");
    case Operator::NotEqual:
        return QStringLiteral("!==");
    case Operator::Less:
        return QStringLiteral("<");
    case Operator::LessOrEqual:
        return QStringLiteral("<=");
    case Operator::Greater:
        return QStringLiteral(">");
    case Operator::GreaterOrEqual:
        return QStringLiteral(">=");
    default:
        return {};
    }
}

QString methodOf(Operator op)
{
    switch (op) {
    case Operator::Contains:
        return QStringLiteral("includes");
    case Operator::BeginsWith:
        return QStringLiteral("startsWith");
    case Operator::EndsWith:
        return QStringLiteral("endsWith");
    default:
        return {};
    }
}

/// A number, a text in quotes of either kind, true, false or null.
std::optional<Json> literalOf(const QString &text)
{
    const QChar first = text.isEmpty() ? QChar() : text.at(0);
    if (first == QLatin1Char('\'')) {
        static const QRegularExpression plain(QStringLiteral("^'((?:[^'\\\\]|\\\\['\\\\])*)'$"));
        const QRegularExpressionMatch match = plain.match(text);
        if (!match.hasMatch())
            return std::nullopt;
        static const QRegularExpression escaped(QStringLiteral("\\\\(.)"));
        return Json(match.captured(1).replace(escaped, QStringLiteral("\\1")));
    }
    const ReadText read = readJson(text.toUtf8());
    if (!read.ok() || read.value.isObject() || read.value.isArray())
        return std::nullopt;
    return read.value;
}

QString literalText(const Json &value)
{
    if (!value.isString())
        return QString::fromUtf8(writeJson(value.isUndefined() ? Json(nullptr) : value));
    QString text = value.string();
    // What stands on one line in single quotes; anything else as JSON has it.
    if (text.contains(QRegularExpression(QStringLiteral("[\\x00-\\x1f\\x{2028}\\x{2029}]"))))
        return QString::fromUtf8(writeJson(value));
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

const QString subjectPattern =
    QStringLiteral("([A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*|\\['[^'\\\\]*'\\])*)");

std::optional<SimpleCondition> comparison(const QString &expression)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*%1\\s*(===?|!==?|<=?|>=?)\\s*(.+?)\\s*$").arg(subjectPattern));
    const QRegularExpressionMatch match = form.match(expression);
    if (!match.hasMatch())
        return std::nullopt;
    const QString sign = match.captured(2);
    const QString right = match.captured(3);
    const bool isEquality = sign.startsWith(QLatin1Char('=')) || sign.startsWith(QLatin1Char('!'));
    const bool isNothing =
        right == QLatin1String("undefined") || (right == QLatin1String("null") && sign.size() == 2);
    if (isNothing && isEquality) {
        const bool isMissing = sign.startsWith(QLatin1Char('='));
        return SimpleCondition{
            match.captured(1), isMissing ? Operator::IsMissing : Operator::IsThere, {}};
    }
    const std::optional<Json> value = literalOf(right);
    if (!value)
        return std::nullopt;
    for (const Operator op : conditionOperators()) {
        const QString written = signOf(op);
        if (!written.isEmpty() && (written == sign || (isEquality && written.chopped(1) == sign)))
            return SimpleCondition{match.captured(1), op, *value};
    }
    return std::nullopt;
}

std::optional<SimpleCondition> methodCall(const QString &expression)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*%1(?:\\?\\.|\\.)(includes|startsWith|endsWith)\\((.+)\\)\\s*$")
            .arg(subjectPattern));
    const QRegularExpressionMatch match = form.match(expression);
    const std::optional<Json> value =
        match.hasMatch() ? literalOf(match.captured(3).trimmed()) : std::nullopt;
    if (!value)
        return std::nullopt;
    for (const Operator op : conditionOperators()) {
        if (methodOf(op) == match.captured(2))
            return SimpleCondition{match.captured(1), op, *value};
    }
    return std::nullopt;
}

} // namespace

QList<Operator> conditionOperators()
{
    return {Operator::Equal,    Operator::NotEqual,       Operator::Less,     Operator::LessOrEqual,
            Operator::Greater,  Operator::GreaterOrEqual, Operator::Contains, Operator::BeginsWith,
            Operator::EndsWith, Operator::IsMissing,      Operator::IsThere};
}

bool takesValue(Operator op)
{
    return op != Operator::IsMissing && op != Operator::IsThere;
}

QString operatorWords(Operator op)
{
    switch (op) {
    case Operator::Equal:
        return ConditionWords::tr("is");
    case Operator::NotEqual:
        return ConditionWords::tr("is not");
    case Operator::Less:
        return ConditionWords::tr("is less than");
    case Operator::LessOrEqual:
        return ConditionWords::tr("is at most");
    case Operator::Greater:
        return ConditionWords::tr("is more than");
    case Operator::GreaterOrEqual:
        return ConditionWords::tr("is at least");
    case Operator::Contains:
        return ConditionWords::tr("contains");
    case Operator::BeginsWith:
        return ConditionWords::tr("begins with");
    case Operator::EndsWith:
        return ConditionWords::tr("ends with");
    case Operator::IsMissing:
        return ConditionWords::tr("is missing");
    case Operator::IsThere:
        return ConditionWords::tr("is there");
    }
    return {};
}

std::optional<SimpleCondition> simpleCondition(const QString &expression)
{
    if (const auto called = methodCall(expression))
        return called;
    return comparison(expression);
}

QString expressionOf(const SimpleCondition &condition)
{
    if (condition.op == Operator::IsMissing)
        return condition.subject + QLatin1String(" == null");
    if (condition.op == Operator::IsThere)
        return condition.subject + QLatin1String(" != null");
    const QString value = literalText(condition.value);
    const QString method = methodOf(condition.op);
    return method.isEmpty() ? condition.subject + QLatin1Char(' ') + signOf(condition.op) +
                                  QLatin1Char(' ') + value
                            : QStringLiteral("%1?.%2(%3)").arg(condition.subject, method, value);
}

} // namespace Design
