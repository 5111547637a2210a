#include "designer/schema/schema_messages.h"

#include "designer/text/pointer.h"

namespace Design::Compiled
{

namespace
{

struct TypePhrase {
    quint8 bits;
    const char *phrase;
};

constexpr std::array typePhrases{
    TypePhrase{StringBit, "a string"},    TypePhrase{NumberBits, "a number"},
    TypePhrase{IntegerBit, "an integer"}, TypePhrase{BooleanBit, "true or false"},
    TypePhrase{ArrayBit, "an array"},     TypePhrase{ObjectBit, "an object"},
    TypePhrase{NullBit, "null"},
};

QString typePhrase(quint8 types)
{
    QStringList phrases;
    for (const TypePhrase &each : typePhrases) {
        if ((types & each.bits) == each.bits) {
            phrases.append(QLatin1String(each.phrase));
            types &= static_cast<quint8>(~each.bits);
        }
    }
    if (phrases.size() < 2)
        return phrases.join(QString());
    const QString last = phrases.takeLast();
    return phrases.join(QLatin1String(", ")) + QLatin1String(" or ") + last;
}

QString shown(const Json &value)
{
    constexpr qsizetype most = 60; // characters
    switch (value.type()) {
    case Json::Type::Undefined:
        return QStringLiteral("nothing");
    case Json::Type::Null:
        return QStringLiteral("null");
    case Json::Type::Boolean:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case Json::Type::Integer:
    case Json::Type::Number:
        return QString::fromLatin1(value.numberText());
    case Json::Type::String: {
        const QString &text = value.string();
        return QStringLiteral("“%1”").arg(text.size() <= most ? text : text.left(most) + u'…');
    }
    case Json::Type::Array:
        return QStringLiteral("a certain array");
    case Json::Type::Object:
        return QStringLiteral("a certain object");
    }
    return {};
}

QString shownList(const JsonArray &values)
{
    constexpr qsizetype most = 12;
    QStringList texts;
    for (const Json &value : values.mid(0, most))
        texts.append(shown(value));
    const QString list = texts.join(QLatin1String(", "));
    return values.size() <= most ? list
                                 : QStringLiteral("%1 … (%2 in all)").arg(list).arg(values.size());
}

QString counted(qint64 number, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(number).arg(QLatin1String(number == 1 ? one : many));
}

QString valuesMessage(const ValueSet &values)
{
    if (values.all.size() == 1)
        return QStringLiteral("must be %1").arg(shown(values.all.first()));
    return values.all.isEmpty() ? QStringLiteral("is not allowed, whatever it is")
                                : QStringLiteral("must be one of: %1").arg(shownList(values.all));
}

SchemaError made(const Node &node, Keyword keyword, const QString &message, const Json &actual,
                 const Json &limit = {})
{
    return {{}, node.id, keyword, message, actual, limit, -1, {}};
}

QString branchNames(const Branches &branches)
{
    QStringList names;
    for (qsizetype i = 0; i < branches.names.size(); ++i) {
        const QString &name = branches.names[i];
        names.append(name.isEmpty() ? QStringLiteral("alternative %1").arg(i + 1) : name);
    }
    constexpr qsizetype most = 8;
    const QString list = names.mid(0, most).join(QLatin1String(", "));
    return names.size() <= most ? list : list + QStringLiteral(" …");
}

QString branchName(const Branches &branches, int branch)
{
    const QString name = branches.names.value(branch);
    return name.isEmpty() ? QStringLiteral("alternative %1").arg(branch + 1) : name;
}

/// How far from fitting an alternative is, by its errors; less is nearer. The wrong type is
/// farthest, then a member that has another fixed value than this alternative asks for.
qsizetype distance(const QList<SchemaError> &errors, const QString &here)
{
    constexpr qsizetype wrongType = 1'000'000;
    constexpr qsizetype wrongTag = 1'000;
    qsizetype sum = 0;
    for (const SchemaError &error : errors) {
        const bool isMember = error.instance.lastIndexOf(u'/') == here.size();
        const bool isFixed = error.keyword == Keyword::Const || error.keyword == Keyword::Enum;
        if (error.instance == here && error.keyword == Keyword::Type)
            sum += wrongType;
        else if (error.instance == here && error.branch >= 0 && !error.causes.isEmpty())
            sum += distance(error.causes, here);
        else
            sum += isMember && isFixed ? wrongTag : 1;
    }
    return sum;
}

} // namespace

SchemaError typeError(const Node &node, const Json &value)
{
    if (node.isNever)
        return made(node, Keyword::Unknown, QStringLiteral("is not allowed"), value);
    JsonArray types;
    for (const QString &name : node.schema.types())
        types.append(name);
    const Json limit = types.size() == 1 ? types.first() : Json(types);
    return made(node, Keyword::Type, QStringLiteral("must be %1").arg(typePhrase(node.types)),
                value, limit);
}

SchemaError errorOf(const Node &node, const Instruction &step, const Json &value)
{
    const auto error = [&](const QString &message, const Json &limit) {
        return made(node, step.keyword, message, value, limit);
    };
    const auto number = [&](const char *message) {
        const QString text = QString::fromLatin1(step.number->json.numberText());
        return error(QLatin1String(message) + text, step.number->json);
    };
    const auto count = [&](const char *message, const char *one, const char *many) {
        return error(QString::fromLatin1(message).arg(counted(step.count, one, many)), step.count);
    };
    switch (step.op) {
    case Op::Never:
    case Op::Values:
        return error(valuesMessage(*step.values), step.values->all);
    case Op::LowerLimit:
        return number("must be at least ");
    case Op::UpperLimit:
        return number("must be at most ");
    case Op::LowerOpenLimit:
        return number("must be greater than ");
    case Op::UpperOpenLimit:
        return number("must be less than ");
    case Op::MultipleOf:
        return number("must be a multiple of ");
    case Op::MinLength:
        return count("must be at least %1 long", "character", "characters");
    case Op::MaxLength:
        return count("must be at most %1 long", "character", "characters");
    case Op::MatchesPattern:
        return error(QStringLiteral("must match the pattern %1").arg(step.pattern->text()),
                     step.pattern->text());
    case Op::HasFormat:
        return error(QStringLiteral("must be %1").arg(formatPhrase(step.format)),
                     formatName(step.format));
    case Op::MinItems:
        return count("must have at least %1", "item", "items");
    case Op::MaxItems:
        return count("must have at most %1", "item", "items");
    case Op::UniqueItems:
        return error(QStringLiteral("must not have the same item twice"), true);
    case Op::MinProperties:
        return count("must have at least %1", "property", "properties");
    case Op::MaxProperties:
        return count("must have at most %1", "property", "properties");
    case Op::Not:
        return error(QStringLiteral("is what “not” excludes"), {});
    default:
        return error(QStringLiteral("is not valid"), {});
    }
}

SchemaError forbiddenError(const Node &owner, Keyword keyword, const Json &value)
{
    switch (keyword) {
    case Keyword::PrefixItems:
    case Keyword::Items:
    case Keyword::AdditionalItems:
    case Keyword::UnevaluatedItems:
        return made(owner, keyword, QStringLiteral("is one item too many"), value);
    case Keyword::Properties:
    case Keyword::PatternProperties:
        return made(owner, keyword, QStringLiteral("must not be there"), value);
    default:
        return made(owner, keyword, QStringLiteral("is no property that is known here"), value);
    }
}

SchemaError missingError(const Node &node, Keyword keyword, const QString &name,
                         const QString &because)
{
    QString message = QStringLiteral("must have the property “%1”").arg(name);
    if (!because.isEmpty())
        message += QStringLiteral(" because it has “%1”").arg(because);
    return made(node, keyword, message, {}, name);
}

SchemaError nameError(const Node &node, const QString &name, const QList<SchemaError> &causes)
{
    const QString why = causes.isEmpty() ? QStringLiteral("is not valid") : causes.first().message;
    SchemaError error =
        made(node, Keyword::PropertyNames,
             QStringLiteral("has a name that is not allowed: it %1").arg(why), name);
    error.instance = childPointer({}, name);
    error.causes = causes;
    return error;
}

SchemaError containsError(const Node &node, const ContainsRules &rules, const Json &value,
                          qint64 found)
{
    const bool isTooFew = found < rules.least;
    const Keyword few =
        node.schema.has(Keyword::MinContains) ? Keyword::MinContains : Keyword::Contains;
    const qint64 limit = isTooFew ? rules.least : rules.most;
    const QString message = QStringLiteral("must have at %1 %2 of the kind asked for, and has %3")
                                .arg(isTooFew ? QStringLiteral("least") : QStringLiteral("most"),
                                     counted(limit, "item", "items"))
                                .arg(found);
    return made(node, isTooFew ? few : Keyword::MaxContains, message, value, limit);
}

SchemaError severalError(const Node &node, const Branches &branches, const Json &value, int first,
                         int second)
{
    return made(
        node, Keyword::OneOf,
        QStringLiteral("must fit exactly one of: %1; it fits both %2 and %3")
            .arg(branchNames(branches), branchName(branches, first), branchName(branches, second)),
        value);
}

SchemaError tagError(const Node &node, const Branches &branches, const Json &tag)
{
    JsonArray tags;
    for (int i = 0; i < branches.tags.size(); ++i)
        tags.append(branches.tags.name(i));
    SchemaError error = made(node, Keyword::Discriminator,
                             QStringLiteral("must be one of: %1").arg(shownList(tags)), tag, tags);
    error.instance = childPointer({}, branches.tagProperty);
    return error;
}

SchemaError noneError(const Node &node, Keyword keyword, const Branches &branches,
                      const Json &value, const QList<QList<SchemaError>> &errors,
                      const QString &here)
{
    int nearest = 0;
    qsizetype least = std::numeric_limits<qsizetype>::max();
    for (qsizetype i = 0; i < errors.size(); ++i) {
        const qsizetype far = distance(errors[i], here);
        if (far < least) {
            least = far;
            nearest = static_cast<int>(i);
        }
    }
    const QList<SchemaError> causes = errors.value(nearest);
    QString message = QStringLiteral("must fit one of: %1").arg(branchNames(branches));
    if (!causes.isEmpty()) {
        const QString place = causes.first().instance.mid(here.size());
        message += QStringLiteral(". It is nearest to %1, but %2 %3")
                       .arg(branchName(branches, nearest),
                            place.isEmpty() ? QStringLiteral("it") : place, causes.first().message);
    }
    SchemaError error = made(node, keyword, message, value);
    error.branch = nearest;
    error.causes = causes;
    return error;
}

} // namespace Design::Compiled
