#include "designer/model/design_text.h"
#include "designer/schema/compile/node_builder.h"

namespace Design
{

using namespace Compiled;

void NodeBuilder::buildNumberLimits()
{
    const auto isOpen = [&](Keyword exclusive) {
        return m_rules.hasBooleanExclusive() && m_schema.flag(exclusive);
    };
    addLimit(isOpen(Keyword::ExclusiveMinimum) ? Op::LowerOpenLimit : Op::LowerLimit,
             Keyword::Minimum);
    addLimit(isOpen(Keyword::ExclusiveMaximum) ? Op::UpperOpenLimit : Op::UpperLimit,
             Keyword::Maximum);
    if (!m_rules.hasBooleanExclusive()) {
        addLimit(Op::LowerOpenLimit, Keyword::ExclusiveMinimum);
        addLimit(Op::UpperOpenLimit, Keyword::ExclusiveMaximum);
    }
    if (value(Keyword::MultipleOf).isNumber()) {
        if (compareNumbers(value(Keyword::MultipleOf), 0) > 0) {
            addLimit(Op::MultipleOf, Keyword::MultipleOf);
        } else {
            m_context.report(Severity::Error, "invalid-multiple",
                             DesignText::tr("“multipleOf” must be greater than zero; it checks "
                                            "nothing."),
                             m_node.id);
        }
    }
}

void NodeBuilder::addLimit(Op op, Keyword keyword)
{
    const Json &json = value(keyword);
    if (!json.isNumber())
        return;
    Instruction instruction = make(op, keyword);
    instruction.number = keep(Number{json, json.toDouble(), json.toInt64(), json.isInt64()});
    addCode(OnNumber, instruction);
}

void NodeBuilder::buildStringLimits()
{
    addCount(Op::MinLength, Keyword::MinLength, OnString);
    addCount(Op::MaxLength, Keyword::MaxLength, OnString);
    if (!value(Keyword::Pattern).isString())
        return;
    if (const Pattern *pattern = m_context.pattern(value(Keyword::Pattern).string(), m_node.id)) {
        Instruction instruction = make(Op::MatchesPattern, Keyword::Pattern);
        instruction.pattern = pattern;
        addCode(OnString, instruction);
    }
}

void NodeBuilder::addCount(Op op, Keyword keyword, quint8 kinds)
{
    const std::optional<qint64> number = count(keyword);
    const bool isLower = op == Op::MinLength || op == Op::MinItems || op == Op::MinProperties;
    if (!number || (isLower && *number == 0))
        return;
    Instruction instruction = make(op, keyword);
    instruction.count = *number;
    addCode(kinds, instruction);
}

void NodeBuilder::buildFormat()
{
    const Format format = formatFromName(value(Keyword::Format).string());
    if (format == Format::Unknown || !m_rules.assertsFormat)
        return;
    Instruction instruction = make(Op::HasFormat, Keyword::Format);
    instruction.format = format;
    addCode(isNumberFormat(format) ? OnNumber : OnString, instruction);
}

void NodeBuilder::buildContent()
{
    const QString encoding = value(Keyword::ContentEncoding).toString();
    const Format format = contentFormat(encoding, value(Keyword::ContentMediaType).toString());
    if (format == Format::Unknown || !m_rules.assertsContent)
        return;
    Instruction instruction = make(Op::HasFormat, encoding.isEmpty() ? Keyword::ContentMediaType
                                                                     : Keyword::ContentEncoding);
    instruction.format = format;
    addCode(OnString, instruction);
}

} // namespace Design
