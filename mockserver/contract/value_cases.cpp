#include "mockserver/contract/value_cases.h"

#include "designer/coercion/python_text.h"
#include "designer/model/references.h"
#include "designer/schema/sampler.h"
#include "designer/schema/validator.h"

#include <cmath>

using namespace Design;

namespace Mock
{

namespace
{

CompileSchemaOptions withFormats()
{
    CompileSchemaOptions options;
    options.formats = FormatRule::Assert;
    return options;
}

bool isNullType(const Schema &schema)
{
    return schema.types() == QStringList{QStringLiteral("null")};
}

/// Whole numbers without a fraction, others as doubles.
Json numberOf(double value)
{
    constexpr double exact = 9007199254740992.0;
    if (std::trunc(value) == value && std::abs(value) < exact)
        return Json(static_cast<qint64>(value));
    return Json(value);
}

QString wordOf(Keyword keyword)
{
    return keywordName(keyword);
}

} // namespace

InputSchema::InputSchema(const Schema &schema, const FindSchema &find)
    : flat(schema, find)
    , origin(schema)
{
    for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
        if (!flat.has(keyword))
            continue;
        QList<Schema> members = flat.schemas(keyword);
        isNullable = members.removeIf(isNullType) > 0 || isNullable;
        if (members.size() != 1) {
            isUnion = true;
            noteAlternatives(members);
            return;
        }
        origin = members.first();
        flat = FlatSchema(origin, find);
        if (flat.has(Keyword::AnyOf) || flat.has(Keyword::OneOf)) { // one of several after all
            *this = InputSchema(origin, find);
            isNullable = true;
            return;
        }
    }
    QStringList types = flat.types();
    isNullable = types.removeAll(QStringLiteral("null")) > 0 || isNullable || flat.isNullable();
    isUnion = types.size() > 1;
    type = types.value(0);
    if (type.isEmpty() && flat.has(Keyword::Properties))
        type = QStringLiteral("object");
    const Json choices = flat.value(Keyword::Enum).value;
    isNullable = isNullable || choices.array().contains(Json(nullptr));
    isNamedEnum = flat.has(Keyword::Enum) && !schema.reference().isNull();
}

/// With the tags of the discriminator, which are names in its mapping or those of the components.
void InputSchema::noteAlternatives(const QList<Schema> &members)
{
    const Json discriminator = flat.value(Keyword::Discriminator).value;
    tagField = discriminator.value(u"propertyName").toString();
    for (const Schema &member : members) {
        const QString target = member.reference().text;
        QString tag;
        for (const JsonObject::Member &entry : discriminator.value(u"mapping").object()) {
            if (entry.value.toString() == target && tag.isEmpty())
                tag = entry.key;
        }
        if (tag.isEmpty() && !tagField.isEmpty())
            tag = target.section(u'/', -1);
        alternatives.append({member, tagField.isEmpty() ? QString() : tag});
    }
}

ValueCases::ValueCases(const Api &api, bool isFastApi)
    : m_api(api)
    , m_find([this](const Reference &reference) { return findReferenced(m_api, reference); })
    , m_isFastApi(isFastApi)
    , m_schemas(api, withFormats())
{
}

Json ValueCases::valid(const Schema &schema, const QString &path, int variant)
{
    SampleOptions options;
    options.direction = Direction::Request;
    options.path = path + QString::number(variant);
    options.useExamples = variant == 0;
    return sample(m_schemas.compile(schema), options).value;
}

Json ValueCases::filled(const InputSchema &list, const QString &path)
{
    const Schema items = list.flat.schema(Keyword::Items);
    const qint64 least = list.flat.length(Keyword::MinItems).value;
    constexpr int most = 100;
    JsonArray values;
    for (int variant = 0; variant < most && values.size() < std::max<qint64>(least, 1); ++variant) {
        const Json item = items.isAbsent() ? Json(QStringLiteral("a") + QString::number(variant))
                                           : valid(items, path, variant);
        if (!item.isUndefined() && !(list.flat.flag(Keyword::UniqueItems) && values.contains(item)))
            values.append(item);
    }
    return accepts(list.origin, Json(values)) ? Json(values) : Json();
}

bool ValueCases::accepts(const Schema &schema, const Json &value)
{
    ValidateOptions options;
    options.direction = Direction::Request;
    return isValid(m_schemas.compile(schema), value, options);
}

void ValueCases::note(const QString &constraint)
{
    if (!m_constraints->contains(constraint))
        m_constraints->append(constraint);
}

void ValueCases::accept(const QString &note, const Json &value)
{
    ValueCase made;
    made.note = note;
    made.value = value;
    m_cases.append(made);
}

void ValueCases::acceptIfValid(const InputSchema &input, const QString &note, const Json &value)
{
    if (accepts(input.origin, value))
        accept(note, value);
}

void ValueCases::refuse(const QString &text, const Json &value, const QString &constraint,
                        std::optional<ErrorType> error, const JsonObject &context)
{
    ValueCase made;
    made.note = text;
    made.value = value;
    made.isAccepted = false;
    made.constraint = constraint;
    if (error)
        made.errors = {{*error, context, {}}};
    m_cases.append(made);
    note(constraint);
}

QList<ValueCase> ValueCases::make(const InputSchema &input, Spelling spelling, const Json &valid,
                                  QStringList *constraints)
{
    m_cases.clear();
    m_constraints = constraints;
    if (input.isUnion) {
        addUnion(input, spelling);
        return m_cases;
    }
    if (!valid.isUndefined())
        accept(QStringLiteral("a valid value"), valid);
    if (input.flat.has(Keyword::Enum) || input.flat.has(Keyword::Const)) {
        addChoices(input);
        return m_cases;
    }
    if (input.type == u"integer" || input.type == u"number")
        addNumbers(input, spelling, valid);
    if (input.type == u"string") {
        addLengths(input, valid);
        addPattern(input, valid);
    }
    if (input.type == u"array")
        addItems(input, valid);
    addTypes(input, spelling, valid);
    return m_cases;
}

void ValueCases::addNumbers(const InputSchema &input, Spelling, const Json &)
{
    const Constraint step = input.flat.value(Keyword::MultipleOf);
    const double by = step.isSet() && step.value.toDouble() > 0 ? step.value.toDouble() : 1;
    // The limit as the type has it, which is how it comes back in `ctx`.
    const auto limit = [&](const Json &value) {
        return input.type == u"number" ? Json(value.toDouble()) : numberOf(value.toDouble());
    };
    const auto onGrid = [&](double value, bool isUp) {
        return step.isSet() ? (isUp ? std::ceil(value / by) : std::floor(value / by)) * by : value;
    };
    struct Side {
        Keyword keyword;
        ErrorType error;
        QLatin1String context;
        bool isLower;
        bool isExclusive;
    };
    static const Side sides[] = {
        {Keyword::Minimum, ErrorType::GreaterThanEqual, QLatin1String("ge"), true, false},
        {Keyword::ExclusiveMinimum, ErrorType::GreaterThan, QLatin1String("gt"), true, true},
        {Keyword::Maximum, ErrorType::LessThanEqual, QLatin1String("le"), false, false},
        {Keyword::ExclusiveMaximum, ErrorType::LessThan, QLatin1String("lt"), false, true},
    };
    for (const Side &side : sides) {
        const Constraint bound = input.flat.value(side.keyword);
        if (!bound.isSet() || !bound.value.isNumber())
            continue;
        const double value = bound.value.toDouble();
        const double inward = side.isLower ? by : -by;
        const QString name = wordOf(side.keyword);
        const double inside = onGrid(side.isExclusive ? value + inward : value, side.isLower);
        double outside = onGrid(side.isExclusive ? value : value - inward, !side.isLower);
        if (!side.isExclusive && outside == value)
            outside -= inward;
        acceptIfValid(input, QStringLiteral("just inside %1").arg(name), numberOf(inside));
        acceptIfValid(input, QStringLiteral("one more inside %1").arg(name),
                      numberOf(inside + inward));
        refuse(QStringLiteral("just outside %1").arg(name), numberOf(outside), name, side.error,
               {{QString(side.context), limit(bound.value)}});
    }
    if (!step.isSet())
        return;
    for (const double start : {0.0, by, 5 * by, 50 * by, -by}) {
        const double off = start + (input.type == u"integer" ? 1 : by / 2);
        if (!accepts(input.origin, numberOf(start)) || std::fmod(off, by) == 0)
            continue;
        refuse(QStringLiteral("between two steps"), numberOf(off), wordOf(Keyword::MultipleOf),
               ErrorType::MultipleOf, {{QStringLiteral("multiple_of"), limit(step.value)}});
        return;
    }
    note(wordOf(Keyword::MultipleOf));
}

void ValueCases::addLengths(const InputSchema &input, const Json &valid)
{
    const LengthLimit least = input.flat.length(Keyword::MinLength);
    const LengthLimit most = input.flat.length(Keyword::MaxLength);
    const QString text = valid.toString();
    const auto ofLength = [&](qint64 length) {
        const QString filler = text.isEmpty() ? QStringLiteral("a") : text.right(1);
        return Json(text.size() >= length ? text.left(length)
                                          : text + filler.repeated(length - text.size()));
    };
    constexpr qint64 longest = 100'000;
    if (least.isSet() && least.value > 0) {
        acceptIfValid(input, QStringLiteral("of the least length"), ofLength(least.value));
        refuse(QStringLiteral("one shorter than minLength"), ofLength(least.value - 1),
               wordOf(Keyword::MinLength), ErrorType::StringTooShort,
               {{QStringLiteral("min_length"), least.value}});
    }
    if (most.isSet() && most.value < longest) {
        acceptIfValid(input, QStringLiteral("of the greatest length"), ofLength(most.value));
        refuse(QStringLiteral("one longer than maxLength"), ofLength(most.value + 1),
               wordOf(Keyword::MaxLength), ErrorType::StringTooLong,
               {{QStringLiteral("max_length"), most.value}});
    }
}

void ValueCases::addPattern(const InputSchema &input, const Json &valid)
{
    const Constraint pattern = input.flat.value(Keyword::Pattern);
    const QString text = valid.toString();
    if (pattern.isSet()) {
        const QString name = wordOf(Keyword::Pattern);
        note(name);
        const LengthLimit least = input.flat.length(Keyword::MinLength);
        const LengthLimit most = input.flat.length(Keyword::MaxLength);
        QStringList misses{
            text + u'!', u'!' + text,    text.chopped(std::min<qsizetype>(1, text.size())),
            text.mid(1), text.toUpper(), text.toLower()};
        for (qsizetype i = 0; i < std::min<qsizetype>(text.size(), 4); ++i) {
            QString other = text;
            other[i] = u'!';
            misses.append(other);
        }
        misses.removeDuplicates();
        for (const QString &miss : std::as_const(misses)) {
            const qsizetype length = miss.toUcs4().size();
            const bool hasLength = (!least.isSet() || length >= least.value) &&
                                   (!most.isSet() || length <= most.value);
            if (hasLength && !miss.isEmpty() && !accepts(input.origin, Json(miss))) {
                refuse(QStringLiteral("nearly the pattern: “%1”").arg(miss), Json(miss), name,
                       ErrorType::StringPatternMismatch,
                       {{QStringLiteral("pattern"), pattern.value}});
            }
        }
    }
    const Constraint format = input.flat.value(Keyword::Format);
    static const QStringList tested{QStringLiteral("email"),     QStringLiteral("date"),
                                    QStringLiteral("date-time"), QStringLiteral("uuid"),
                                    QStringLiteral("ipv4"),      QStringLiteral("ipv6")};
    if (format.isSet() && tested.contains(format.value.toString())) {
        refuse(QStringLiteral("no %1").arg(format.value.toString()),
               Json(QStringLiteral("not-a-value")), wordOf(Keyword::Format), std::nullopt);
    }
}

void ValueCases::addChoices(const InputSchema &input)
{
    const bool isConst = input.flat.has(Keyword::Const);
    const Constraint said = input.flat.value(isConst ? Keyword::Const : Keyword::Enum);
    JsonArray choices = isConst ? JsonArray{said.value} : said.value.array();
    choices.removeAll(Json(nullptr));
    for (const Json &choice : std::as_const(choices))
        acceptIfValid(input, QStringLiteral("one of the values"), choice);
    Json other(QStringLiteral("none-of-these"));
    refuse(QStringLiteral("none of the values"), other, wordOf(said.keyword),
           input.isNamedEnum ? ErrorType::Enum : ErrorType::Literal,
           {{QStringLiteral("expected"), pythonChoices(choices)}});
}

void ValueCases::addItems(const InputSchema &input, const Json &valid)
{
    const LengthLimit least = input.flat.length(Keyword::MinItems);
    const LengthLimit most = input.flat.length(Keyword::MaxItems);
    const bool isSet = input.flat.flag(Keyword::UniqueItems);
    const Schema items = input.flat.schema(Keyword::Items);
    const QString kind = isSet ? QStringLiteral("Set") : QStringLiteral("List");
    constexpr qint64 longest = 1'000;
    const auto ofSize = [&](qint64 size) {
        JsonArray list = valid.array().mid(0, size);
        for (int variant = 1; list.size() < size && variant < 20 * longest; ++variant) {
            const Json item = items.isAbsent()
                                  ? Json(variant)
                                  : this->valid(items, QStringLiteral("item"), variant);
            if (!isSet || !list.contains(item))
                list.append(item);
        }
        return Json(list);
    };
    if (least.isSet() && least.value > 0 && least.value < longest) {
        acceptIfValid(input, QStringLiteral("with the fewest items"), ofSize(least.value));
        refuse(QStringLiteral("one item fewer than minItems"), ofSize(least.value - 1),
               wordOf(Keyword::MinItems), ErrorType::TooShort,
               {{QStringLiteral("field_type"), kind},
                {QStringLiteral("min_length"), least.value},
                {QStringLiteral("actual_length"), qint64{least.value - 1}}});
    }
    if (most.isSet() && most.value < longest) {
        acceptIfValid(input, QStringLiteral("with the most items"), ofSize(most.value));
        refuse(QStringLiteral("one item more than maxItems"), ofSize(most.value + 1),
               wordOf(Keyword::MaxItems), ErrorType::TooLong,
               {{QStringLiteral("field_type"), kind},
                {QStringLiteral("max_length"), most.value},
                // Counting a set ends with the first item that is too much.
                {QStringLiteral("actual_length"), isSet ? Json(nullptr) : Json(most.value + 1)}});
    }
}

} // namespace Mock
