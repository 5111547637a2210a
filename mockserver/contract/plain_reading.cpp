#include "mockserver/contract/plain_reading.h"

#include "designer/coercion/compile/extra_rules.h"
#include "designer/coercion/texts/python_text.h"
#include "mockserver/contract/plain_rules.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

using namespace Design;

namespace Mock
{

namespace
{

constexpr int deepest = 60;

/// What pydantic's types do not cover: the server checks it after they have read the value.
bool hasOtherRules(const FlatSchema &flat)
{
    static constexpr Keyword others[] = {Keyword::Not,
                                         Keyword::If,
                                         Keyword::Contains,
                                         Keyword::Dependencies,
                                         Keyword::DependentRequired,
                                         Keyword::DependentSchemas,
                                         Keyword::PatternProperties,
                                         Keyword::UnevaluatedItems};
    return std::any_of(std::begin(others), std::end(others),
                       [&flat](Keyword keyword) { return flat.has(keyword); });
}

bool hasLimits(const FlatSchema &flat, std::initializer_list<Keyword> keywords)
{
    return std::any_of(keywords.begin(), keywords.end(),
                       [&flat](Keyword keyword) { return flat.has(keyword); });
}

QString constrained(const char *name, bool isConstrained)
{
    return QLatin1String(isConstrained ? "constrained-" : "") + QLatin1String(name);
}

} // namespace

Foretold refusedAs(ErrorType type, const JsonArray &location, const Json &input,
                   const JsonObject &context)
{
    return Foretold::refused(
        ReadError{type, location, input, context, NodeId::None, Keyword::Unknown});
}

Json numberOf(double value)
{
    constexpr double exact = 9007199254740992.0;
    if (std::trunc(value) == value && std::abs(value) < exact)
        return Json(static_cast<qint64>(value));
    return Json(value);
}

Foretold PlainReading::missing(const JsonArray &location, const Json &input)
{
    return refusedAs(ErrorType::Missing, location, input);
}

Foretold PlainReading::read(const Schema &schema, const Json &value, const JsonArray &location,
                            const Json &known) const
{
    if (m_depth > deepest)
        return Foretold::vague();
    const QScopedValueRollback deeper(m_depth, m_depth + 1);
    const Foretold found = plainly(schema, value, location, known);
    const bool isOpen = found.isVague && !found.isRefused;
    return isOpen && !known.isUndefined() && jsonEquals(value, known) ? Foretold() : found;
}

Foretold PlainReading::member(const Schema &schema, const Json &value, const JsonArray &location,
                              const Json &step, const Json &known) const
{
    return read(schema, value, location + JsonArray{step}, known);
}

Foretold PlainReading::plainly(const Schema &schema, const Json &value, const JsonArray &location,
                               const Json &known) const
{
    if (schema.isAbsent())
        return {};
    if (const std::optional<bool> boolean = schema.booleanValue())
        return *boolean ? Foretold() : Foretold::refused();
    const InputSchema input(schema, m_find);
    if (value.isNull() && input.isNullable)
        return {};
    if (!input.flat.pythonType().isEmpty())
        return Foretold::vague();
    Foretold found;
    if (input.flat.has(Keyword::Const) || input.flat.has(Keyword::Enum))
        found = choice(input, value, location);
    else if (input.isUnion)
        found = oneOf(input, value, location, known);
    else
        found = typed(input, value, location, known);
    if (found.isTaken() && hasOtherRules(input.flat) && !input.isUnion)
        return otherRules(input, value, known);
    return found;
}

/// They are about the value that was read, so only one that is read as it is can be judged.
Foretold PlainReading::otherRules(const InputSchema &input, const Json &value,
                                  const Json &known) const
{
    const PlainRules rules(m_find);
    Schema typesOnly = Schema::empty(NodeId::None);
    if (!input.type.isEmpty())
        typesOnly.setTypes({input.type});
    if (rules.fits(typesOnly, value) != Fit::Yes)
        return Foretold::vague();
    const Fit fit = rules.fits(input.origin, value, known);
    return fit == Fit::Yes ? Foretold() : fit == Fit::No ? Foretold::refused() : Foretold::vague();
}

Foretold PlainReading::typed(const InputSchema &input, const Json &value, const JsonArray &location,
                             const Json &known) const
{
    if (input.type == u"integer")
        return integer(input, value, location);
    if (input.type == u"number")
        return fraction(input, value, location);
    if (input.type == u"boolean")
        return boolean(value, location);
    if (input.type == u"string")
        return text(input, value, location);
    if (input.type == u"array")
        return input.places().isEmpty() ? list(input, value, location, known)
                                        : tuple(input, value, location, known);
    if (input.type == u"object")
        return input.isModel() ? model(input, value, location, known)
                               : dict(input, value, location, known);
    return input.type.isEmpty() ? Foretold() : Foretold::vague();
}

std::optional<QString> PlainReading::label(const Schema &schema, int depth) const
{
    const InputSchema input(schema, m_find);
    if (depth > deepest || input.isUnion || input.isNullable || !input.flat.pythonType().isEmpty())
        return std::nullopt;
    const FlatSchema &flat = input.flat;
    if (flat.has(Keyword::Enum) || flat.has(Keyword::Const)) {
        if (input.isNamedEnum)
            return std::nullopt;
        const JsonArray choices = flat.has(Keyword::Const)
                                      ? JsonArray{flat.value(Keyword::Const).value}
                                      : flat.value(Keyword::Enum).value.array();
        QStringList words;
        for (const Json &choice : choices)
            words.append(pythonRepr(choice));
        return QStringLiteral("literal[%1]").arg(words.join(u','));
    }
    const bool isNumber =
        hasLimits(flat, {Keyword::Minimum, Keyword::ExclusiveMinimum, Keyword::Maximum,
                         Keyword::ExclusiveMaximum, Keyword::MultipleOf});
    if (input.type == u"integer")
        return constrained("int", isNumber);
    if (input.type == u"number")
        return constrained("float", isNumber);
    if (input.type == u"boolean")
        return QStringLiteral("bool");
    if (input.type == u"string") {
        if (hasLimits(flat, {Keyword::Format, Keyword::ContentMediaType}))
            return std::nullopt;
        return constrained(
            "str", hasLimits(flat, {Keyword::MinLength, Keyword::MaxLength, Keyword::Pattern}));
    }
    if (input.isModel()) {
        const Reference reference = schema.reference();
        const Schema *target = reference.isNull() ? nullptr : m_find(reference);
        const QString title = (target ? *target : schema).text(Keyword::Title);
        const QString name = reference.text.section(u'/', -1);
        return title.isEmpty() ? name.isEmpty() ? QStringLiteral("Model") : name : title;
    }
    const bool isPlainList = input.type == u"array" && input.places().isEmpty();
    if (!isPlainList && input.type != u"object")
        return std::nullopt;
    const Schema inner = flat.schema(isPlainList ? Keyword::Items : Keyword::AdditionalProperties);
    const bool isAny = inner.isAbsent() || inner.isBoolean();
    const std::optional<QString> of = isAny ? QStringLiteral("any") : label(inner, depth + 1);
    if (!of)
        return of;
    if (!isPlainList) {
        const bool isPlain = !hasLimits(flat, {Keyword::PropertyNames, Keyword::PatternProperties});
        return isPlain ? std::optional(QStringLiteral("dict[str,%1]").arg(*of)) : std::nullopt;
    }
    return (flat.flag(Keyword::UniqueItems) ? QStringLiteral("set[%1]")
                                            : QStringLiteral("list[%1]"))
        .arg(*of);
}

/// A number, or a text that begins as pydantic writes it for Decimal.
bool PlainReading::isDecimal(const InputSchema &input) const
{
    const auto is = [&](const InputSchema::Alternative &alternative) {
        const InputSchema member(alternative.schema, m_find);
        return member.type == u"number" || member.flat.value(Keyword::Pattern)
                                               .value.toString()
                                               .startsWith(QLatin1String("^(?!^[-+.]*$)[+-]?0*"));
    };
    return input.alternatives.size() == 2 &&
           std::all_of(input.alternatives.begin(), input.alternatives.end(), is);
}

Foretold PlainReading::decimal(const InputSchema &input, const Json &value,
                               const JsonArray &location) const
{
    if (!value.isString() && !value.isNumber() && !value.isBool())
        return refusedAs(ErrorType::DecimalType, location, value);
    const auto isOfNumber = [](QChar c) {
        return c.isDigit() || QStringView(u"+-.eE_ ").contains(c);
    };
    if (value.isString() && !value.string().contains(QLatin1String("nf")) &&
        !value.string().contains(QLatin1String("na"), Qt::CaseInsensitive) &&
        !std::all_of(value.string().begin(), value.string().end(), isOfNumber))
        return refusedAs(ErrorType::DecimalParsing, location, value);
    if (!value.isNumber())
        return Foretold::vague();
    bool isLimited = false; // in its digits
    for (const InputSchema::Alternative &alternative : input.alternatives) {
        const InputSchema member(alternative.schema, m_find);
        if (member.type == u"number" && limits(member, value.toDouble(), value, {}).isRefused)
            return Foretold::refused();
        isLimited =
            isLimited || member.flat.value(Keyword::Pattern).value.toString().contains(u'{');
    }
    return value.isInteger() && !isLimited ? Foretold() : Foretold::vague();
}

/// The only one that a value can belong to; absent where there are several.
Schema PlainReading::alternativeOf(const InputSchema &input, const Json &value) const
{
    Schema only;
    for (const InputSchema::Alternative &alternative : input.alternatives) {
        if (value.isUndefined() || read(alternative.schema, value, {}).isRefused)
            continue;
        if (!only.isAbsent())
            return {};
        only = alternative.schema;
    }
    return only;
}

/// Each alternative says why it is not the one, in the place of its name.
Foretold PlainReading::oneOf(const InputSchema &input, const Json &value, const JsonArray &location,
                             const Json &known) const
{
    if (!input.tagField.isEmpty())
        return tagged(input, value, location, known);
    // Several types, or fields that belong to each alternative.
    if (input.alternatives.isEmpty() || input.flat.has(Keyword::Properties))
        return Foretold::vague();
    if (isDecimal(input))
        return decimal(input, value, location);
    Foretold all;
    bool isOpen = false;
    const Schema its = alternativeOf(input, known);
    for (const InputSchema::Alternative &alternative : input.alternatives) {
        const InputSchema member(alternative.schema, m_find);
        // Together with a number before it this may be a type of its own: Decimal, ByteSize.
        const bool isPair = member.flat.has(Keyword::Pattern) &&
                            member.flat.value(Keyword::Pattern).value.toString().contains(u'*');
        const std::optional<QString> name = label(alternative.schema, 0);
        const JsonArray step = name ? JsonArray{Json(*name)} : JsonArray();
        const Json believed = alternative.schema == its ? known : Json();
        const Foretold found =
            isPair ? Foretold::vague() : read(alternative.schema, value, location + step, believed);
        if (found.isTaken())
            return {};
        isOpen = isOpen || !found.isRefused;
        all.add(found);
        all.isVague = all.isVague || !name;
    }
    return isOpen ? Foretold::vague() : all;
}

} // namespace Mock
