#include "designer/model/edits/merge_schema.h"

#include "designer/model/notation.h"
#include "designer/model/schema_json.h"

namespace Design
{

namespace
{

bool saysNothing(const Schema &schema)
{
    static const QList<Keyword> telling{Keyword::Type,  Keyword::Ref,   Keyword::AllOf,
                                        Keyword::AnyOf, Keyword::OneOf, Keyword::Enum,
                                        Keyword::Const, Keyword::Items, Keyword::Properties};
    return !schema.isBoolean() &&
           std::none_of(telling.begin(), telling.end(),
                        [&](Keyword keyword) { return schema.has(keyword); });
}

Schema copyOf(const Schema &schema, Api &api)
{
    return withNewIds(schema, [&api] { return api.newId(); });
}

} // namespace

int mergeSchema(Schema &into, const Schema &from, Api &api)
{
    int added = 0;
    if (saysNothing(into)) {
        const Schema copy = copyOf(from, api);
        for (const Schema::Entry &entry : copy.entries()) {
            if (!into.find(entry.keyword))
                into.append(entry);
        }
        return static_cast<int>(copy.members(Keyword::Properties).size());
    }
    if (!from.schema(Keyword::Items).isAbsent() && into.types().contains(QStringLiteral("array"))) {
        Schema items = into.schema(Keyword::Items);
        if (items.isAbsent())
            items = copyOf(from.schema(Keyword::Items), api);
        else
            added += mergeSchema(items, from.schema(Keyword::Items), api);
        into.setSchema(Keyword::Items, items);
    }
    if (!into.types().contains(QStringLiteral("object")) && !into.has(Keyword::Properties))
        return added;
    NamedList<Schema> properties = into.members(Keyword::Properties);
    for (const Named<Schema> &property : from.members(Keyword::Properties)) {
        if (Schema *there = properties.find(property.name)) {
            added += mergeSchema(*there, property.value, api);
        } else if (!properties.contains(property.name)) {
            properties.append({property.name, copyOf(property.value, api), {}});
            ++added;
        }
    }
    if (!properties.isEmpty())
        into.setMembers(Keyword::Properties, properties);
    return added;
}

} // namespace Design
