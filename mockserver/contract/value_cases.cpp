#include "mockserver/contract/value_cases.h"

#include "designer/model/references.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/validator.h"
#include "mockserver/contract/plain_reading.h"

#include <cmath>

using namespace Design;

namespace Mock
{

namespace
{

QString wordOf(Keyword keyword)
{
    return keywordName(keyword);
}

} // namespace

ValueCases::ValueCases(const Api &api, bool isFastApi)
    : m_api(api)
    , m_find([this](const Reference &reference) { return findReferenced(m_api, reference); })
    , m_isFastApi(isFastApi)
    , m_schemas(api)
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

void ValueCases::refuse(const QString &text, const Json &value, const QString &constraint)
{
    ValueCase made;
    made.note = text;
    made.value = value;
    made.isMeantWell = false;
    made.constraint = constraint;
    m_cases.append(made);
    note(constraint);
}

QList<ValueCase> ValueCases::make(const InputSchema &input, Spelling spelling, const Json &valid,
                                  QStringList *constraints)
{
    m_cases.clear();
    m_constraints = constraints;
    if (input.flat.has(Keyword::Enum) || input.flat.has(Keyword::Const)) {
        addChoices(input, spelling);
        return m_cases;
    }
    if (input.isUnion) {
        addUnion(input, spelling);
        addOthers(input);
        return m_cases;
    }
    if (!valid.isUndefined())
        accept(QStringLiteral("a valid value"), valid);
    if (input.type == u"integer" || input.type == u"number") {
        addNumbers(input, valid);
    } else if (input.type == u"string") {
        addLengths(input, valid);
        addPattern(input, valid);
    } else if (input.type == u"array") {
        addItems(input, valid);
        addContains(input, valid);
    } else if (input.type == u"object") {
        addMembers(input, valid);
        addNames(input, valid);
        addDependents(input, valid);
    }
    addOthers(input);
    addTypes(input, spelling, valid);
    return m_cases;
}

void ValueCases::addNumbers(const InputSchema &input, const Json &valid)
{
    const Constraint step = input.flat.value(Keyword::MultipleOf);
    const double by = step.isSet() && step.value.toDouble() > 0 ? step.value.toDouble() : 1;
    const auto onGrid = [&](double value, bool isUp) {
        return step.isSet() ? (isUp ? std::ceil(value / by) : std::floor(value / by)) * by : value;
    };
    struct Side {
        Keyword keyword;
        bool isLower;
        bool isExclusive;
    };
    static const Side sides[] = {
        {Keyword::Minimum, true, false},
        {Keyword::ExclusiveMinimum, true, true},
        {Keyword::Maximum, false, false},
        {Keyword::ExclusiveMaximum, false, true},
    };
    for (const Side &side : sides) {
        const Constraint bound = input.flat.value(side.keyword);
        if (!bound.isSet() || !bound.value.isNumber())
            continue;
        // OpenAPI 3.0 and draft 4 say it with a boolean beside the limit.
        const bool isExclusive =
            side.isExclusive ||
            input.flat.value(side.isLower ? Keyword::ExclusiveMinimum : Keyword::ExclusiveMaximum)
                .value.toBool();
        const double value = bound.value.toDouble();
        const double inward = side.isLower ? by : -by;
        const QString name = wordOf(side.keyword);
        const double inside = onGrid(isExclusive ? value + inward : value, side.isLower);
        double outside = onGrid(isExclusive ? value : value - inward, !side.isLower);
        if (!isExclusive && outside == value)
            outside -= inward;
        accept(QStringLiteral("just inside %1").arg(name), numberOf(inside));
        accept(QStringLiteral("one more inside %1").arg(name), numberOf(inside + inward));
        refuse(QStringLiteral("just outside %1").arg(name), numberOf(outside), name);
        refuse(QStringLiteral("far outside %1").arg(name), numberOf(outside - 100 * inward), name);
    }
    if (!step.isSet())
        return;
    for (const double start : {valid.toDouble(), 0.0, by, 5 * by, 50 * by, -by}) {
        const double off = start + (input.type == u"integer" ? 1 : by / 2);
        if (std::fmod(off, by) != 0)
            refuse(QStringLiteral("between two steps: %1").arg(off), numberOf(off),
                   wordOf(Keyword::MultipleOf));
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
    const QString leastName = wordOf(Keyword::MinLength);
    const QString mostName = wordOf(Keyword::MaxLength);
    if (least.isSet() && least.value > 0) {
        accept(QStringLiteral("of the least length"), ofLength(least.value));
        refuse(QStringLiteral("one shorter than minLength"), ofLength(least.value - 1), leastName);
    }
    if (most.isSet() && most.value < longest) {
        accept(QStringLiteral("of the greatest length"), ofLength(most.value));
        refuse(QStringLiteral("one longer than maxLength"), ofLength(most.value + 1), mostName);
    } else if (most.isSet()) {
        note(mostName);
    }
    const bool isText = !input.isFile() && most.isSet() && most.value > 0 && most.value < longest;
    if (isText) // counted in code points
        accept(QStringLiteral("of the greatest length, beyond the basic plane"),
               Json(QString::fromUcs4(U"\U0001F426").repeated(most.value)));
}

void ValueCases::addPattern(const InputSchema &input, const Json &valid)
{
    const Constraint pattern = input.flat.value(Keyword::Pattern);
    const QString text = valid.toString();
    if (pattern.isSet()) {
        const QString name = wordOf(Keyword::Pattern);
        note(name);
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
            if (!miss.isEmpty() && miss != text)
                refuse(QStringLiteral("nearly the pattern: “%1”").arg(miss), Json(miss), name);
        }
    }
    const Constraint format = input.flat.value(Keyword::Format);
    if (format.isSet() && isNothingOf(format.value.toString(), QStringLiteral("not-a-value"))) {
        refuse(QStringLiteral("no %1").arg(format.value.toString()),
               Json(QStringLiteral("not-a-value")), wordOf(Keyword::Format));
    }
}

void ValueCases::addChoices(const InputSchema &input, Spelling spelling)
{
    const bool isConst = input.flat.has(Keyword::Const);
    const Constraint said = input.flat.value(isConst ? Keyword::Const : Keyword::Enum);
    JsonArray choices = isConst ? JsonArray{said.value} : said.value.array();
    choices.removeAll(Json(nullptr));
    for (const Json &choice : std::as_const(choices))
        accept(QStringLiteral("one of the values"), choice);
    const QString name = wordOf(said.keyword);
    refuse(QStringLiteral("none of the values"), Json(QStringLiteral("none-of-these")), name);
    if (spelling == Spelling::Json)
        refuse(QStringLiteral("a list"), JsonArray(), name);
    for (const Json &choice : std::as_const(choices)) {
        if (choice.isString() && choice.string() != choice.string().toUpper()) {
            refuse(QStringLiteral("in other letters"), Json(choice.string().toUpper()), name);
            break;
        }
    }
}

} // namespace Mock
