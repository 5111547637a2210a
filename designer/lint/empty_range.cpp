#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <array>

namespace Design::Rules
{

namespace
{

struct Range {
    Keyword lower;
    Keyword upper;
};

constexpr std::array ranges{
    Range{Keyword::MinLength, Keyword::MaxLength},
    Range{Keyword::MinItems, Keyword::MaxItems},
    Range{Keyword::MinContains, Keyword::MaxContains},
    Range{Keyword::MinProperties, Keyword::MaxProperties},
};

/// A limit of numbers: of the two keywords the stricter one.
struct Limit {
    Json value;
    bool isExclusive = false;
    Keyword keyword = Keyword::Unknown;
};

/// The flag of OpenAPI 3.0 and the number of 2020-12 alike.
Limit limitOf(const Schema &schema, Keyword inclusive, Keyword exclusive, int stricter)
{
    Limit limit{schema.value(inclusive), schema.flag(exclusive), inclusive};
    const Json &other = schema.value(exclusive);
    if (!other.isNumber())
        return limit;
    const bool isOtherStricter =
        !limit.value.isNumber() || compareNumbers(other, limit.value) * stricter >= 0;
    return isOtherStricter ? Limit{other, true, exclusive} : limit;
}

void checkNumbers(const Schema &schema, RuleFindings &findings)
{
    const Limit lower = limitOf(schema, Keyword::Minimum, Keyword::ExclusiveMinimum, 1);
    const Limit upper = limitOf(schema, Keyword::Maximum, Keyword::ExclusiveMaximum, -1);
    if (!lower.value.isNumber() || !upper.value.isNumber())
        return;
    const int order = compareNumbers(lower.value, upper.value);
    if (order < 0 || (order == 0 && !lower.isExclusive && !upper.isExclusive))
        return;
    findings.report(
        schema.id(),
        DesignText::tr("No number is %1 %2 and %3 %4.")
            .arg(lower.isExclusive ? QStringLiteral("greater than") : QStringLiteral("at least"),
                 QString::fromLatin1(lower.value.numberText()),
                 upper.isExclusive ? QStringLiteral("less than") : QStringLiteral("at most"),
                 QString::fromLatin1(upper.value.numberText())),
        u'/' + keywordName(lower.keyword));
}

} // namespace

void emptyRange(const LintContext &context, RuleFindings &findings)
{
    forEachSchema(context.api, [&](const Schema &schema) {
        checkNumbers(schema, findings);
        for (const Range &range : ranges) {
            const Json &lower = schema.value(range.lower);
            const Json &upper = schema.value(range.upper);
            if (!lower.isNumber() || !upper.isNumber() || compareNumbers(lower, upper) <= 0)
                continue;
            findings.report(schema.id(),
                            DesignText::tr("“%1” is greater than “%2”: nothing is valid.")
                                .arg(keywordName(range.lower), keywordName(range.upper)),
                            u'/' + keywordName(range.lower));
        }
    });
}

} // namespace Design::Rules
