#include "designer/lint/number_limits.h"
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

void checkNumbers(const Schema &schema, RuleFindings &findings)
{
    const NumberLimit lower = lowerLimit(schema);
    const NumberLimit upper = upperLimit(schema);
    if (!lower.value.isNumber() || !upper.value.isNumber())
        return;
    const int order = compareNumbers(lower.value, upper.value);
    if (order < 0 || (order == 0 && !lower.isExclusive && !upper.isExclusive))
        return;
    findings.report(
        schema.id(),
        DesignText::tr("No number is %1 %2 and %3 %4.")
            .arg(lower.isExclusive ? DesignText::tr("greater than") : DesignText::tr("at least"),
                 QString::fromLatin1(lower.value.numberText()),
                 upper.isExclusive ? DesignText::tr("less than") : DesignText::tr("at most"),
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
