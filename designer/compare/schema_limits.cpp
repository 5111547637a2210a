#include "designer/compare/schema_limits.h"

#include "designer/compare/compare_text.h"
#include "designer/text/json_writer.h"

namespace Design
{

namespace
{

enum class Side { Lower, Upper };

/// Whether a lets fewer values through than b; an absent limit lets all through.
bool isStricter(const Limit &a, const Limit &b, Side side)
{
    if (!a.isSet() || !b.isSet())
        return a.isSet();
    const double first = a.value.toDouble();
    const double second = b.value.toDouble();
    if (first != second)
        return side == Side::Lower ? first > second : first < second;
    return a.exclusive && !b.exclusive;
}

void tighten(Limit &limit, const Json &value, Side side, bool exclusive = false)
{
    const Limit other{value, exclusive};
    if (value.isNumber() && isStricter(other, limit, side))
        limit = other;
}

QString words(const Limit &limit, Side side)
{
    const QString number = QString::fromUtf8(writeJson(limit.value));
    if (side == Side::Lower)
        return (limit.exclusive ? CompareText::tr("above %1") : CompareText::tr("at least %1"))
            .arg(number);
    return (limit.exclusive ? CompareText::tr("below %1") : CompareText::tr("at most %1"))
        .arg(number);
}

} // namespace

void Limits::add(const Schema &schema)
{
    const auto number = [&](Limit &limit, Keyword inclusive, Keyword exclusive, Side side) {
        const Json &other = schema.value(exclusive);
        // OpenAPI 3.0 (as JSON Schema's draft 4) says by a boolean whether the limit itself is out.
        const bool isPair = other.isBool() && other.toBool();
        tighten(limit, schema.value(inclusive), side, isPair);
        tighten(limit, other, side, true);
    };
    number(lowest, Keyword::Minimum, Keyword::ExclusiveMinimum, Side::Lower);
    number(highest, Keyword::Maximum, Keyword::ExclusiveMaximum, Side::Upper);
    tighten(minLength, schema.value(Keyword::MinLength), Side::Lower);
    tighten(maxLength, schema.value(Keyword::MaxLength), Side::Upper);
    tighten(minItems, schema.value(Keyword::MinItems), Side::Lower);
    tighten(maxItems, schema.value(Keyword::MaxItems), Side::Upper);
    tighten(minProperties, schema.value(Keyword::MinProperties), Side::Lower);
    tighten(maxProperties, schema.value(Keyword::MaxProperties), Side::Upper);
}

void compareLimits(const Limits &before, const Limits &after,
                   const std::function<void(Effect, const QString &)> &report)
{
    const auto compare = [&](Limit Limits::*member, Side side, const QString &what) {
        const Limit &old = before.*member;
        const Limit &now = after.*member;
        const bool narrower = isStricter(now, old, side);
        if (!narrower && !isStricter(old, now, side))
            return;
        QString sentence;
        if (!old.isSet())
            sentence = CompareText::tr("%1 must now be %2.").arg(what, words(now, side));
        else if (!now.isSet())
            sentence = CompareText::tr("%1 need no longer be %2.").arg(what, words(old, side));
        else
            sentence = CompareText::tr("%1 was %2 and is now %3.")
                           .arg(what, words(old, side), words(now, side));
        report(narrower ? Effect::Narrower : Effect::Wider, sentence);
    };
    compare(&Limits::lowest, Side::Lower, CompareText::tr("The value"));
    compare(&Limits::highest, Side::Upper, CompareText::tr("The value"));
    compare(&Limits::minLength, Side::Lower, CompareText::tr("The length"));
    compare(&Limits::maxLength, Side::Upper, CompareText::tr("The length"));
    compare(&Limits::minItems, Side::Lower, CompareText::tr("The number of items"));
    compare(&Limits::maxItems, Side::Upper, CompareText::tr("The number of items"));
    compare(&Limits::minProperties, Side::Lower, CompareText::tr("The number of fields"));
    compare(&Limits::maxProperties, Side::Upper, CompareText::tr("The number of fields"));
}

} // namespace Design
