#include "designer/schema/compile/node_builder.h"

namespace Design
{

using namespace Compiled;

void NodeBuilder::buildArrays()
{
    addCount(Op::MinItems, Keyword::MinItems, OnArray);
    addCount(Op::MaxItems, Keyword::MaxItems, OnArray);
    ArrayRules rules;
    Keyword keyword = Keyword::Items;
    if (has(Keyword::PrefixItems)) {
        keyword = Keyword::PrefixItems;
        for (const Schema &schema : m_schema.schemas(Keyword::PrefixItems))
            rules.prefix.push_back(node(schema));
    }
    if (has(Keyword::ItemsArray)) {
        keyword = Keyword::ItemsArray;
        for (const Schema &schema : m_schema.schemas(Keyword::ItemsArray))
            rules.prefix.push_back(node(schema));
        // `additionalItems` means something beside the array form only.
        rules.rest = restOf(Keyword::AdditionalItems, &rules.marksAll);
        rules.restKeyword = Keyword::AdditionalItems;
    } else {
        rules.rest = restOf(Keyword::Items, &rules.marksAll);
    }
    if (!rules.prefix.empty() || rules.marksAll) {
        Instruction instruction = make(Op::Items, keyword);
        instruction.array = keep(std::move(rules));
        addCode(OnArray, instruction);
    }
    if (value(Keyword::UniqueItems).toBool())
        addCode(OnArray, make(Op::UniqueItems, Keyword::UniqueItems));
}

void NodeBuilder::buildContains()
{
    const Node *contained = childOf(Keyword::Contains);
    if (!contained)
        return;
    ContainsRules rules;
    rules.node = contained;
    rules.least = count(Keyword::MinContains).value_or(1);
    rules.most = count(Keyword::MaxContains).value_or(-1);
    rules.marks = !m_rules.isBefore(Dialect::Draft202012);
    Instruction instruction = make(Op::Contains, Keyword::Contains);
    instruction.contains = keep(rules);
    addCode(OnArray, instruction);
}

void NodeBuilder::buildUnevaluated()
{
    const auto add = [&](Op op, Keyword keyword, quint8 kinds) {
        const Node *rest = childOf(keyword);
        if (!rest)
            return;
        Instruction instruction = make(op, keyword);
        instruction.node = rest;
        addCode(kinds, instruction);
        m_node.tracksEvaluated = true;
    };
    add(Op::UnevaluatedItems, Keyword::UnevaluatedItems, OnArray);
    add(Op::UnevaluatedProperties, Keyword::UnevaluatedProperties, OnObject);
}

} // namespace Design
