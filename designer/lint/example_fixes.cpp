#include "designer/lint/example_fixes.h"

#include "designer/model/design_text.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/pointer.h"

namespace Design
{

namespace
{

/// Where a value stands that does not fit.
struct ExamplePlace {
    Schema schema;                                ///< what it does not fit
    std::function<void(Api &, const Json &)> put; ///< in its place; undefined: nothing
};

ExamplePlace placeInSchema(const Schema &schema, const QStringList &suffix)
{
    const Keyword keyword = suffix.isEmpty() ? Keyword::Unknown : keywordFromName(suffix.first());
    const bool isList = keyword == Keyword::Examples;
    if (!isList && keyword != Keyword::Example && keyword != Keyword::Default)
        return {};
    Schema without = schema; // else the samples are what stands there
    for (Keyword given : {Keyword::Example, Keyword::Examples, Keyword::Default})
        without.remove(given);
    const qsizetype at = suffix.value(1).toLongLong();
    return {without, [node = schema.id(), keyword, isList, at](Api &api, const Json &value) {
                editSchema(api, node, [&](Schema &target) {
                    JsonArray list = target.value(keyword).array();
                    if (!isList)
                        return target.set(keyword, value);
                    if (at >= list.size())
                        return;
                    if (value.isUndefined())
                        list.removeAt(at);
                    else
                        list[at] = value;
                    target.set(keyword, list.isEmpty() ? Json() : Json(list));
                });
            }};
}

/// Owner is what has a schema, an example and named ones.
template<class Owner>
ExamplePlace placeBeside(const Api &api, NodeId id)
{
    const Owner *owner = findNode<Owner>(api, id);
    if (!owner)
        return {};
    return {owner->schema, [id](Api &changed, const Json &value) {
                editNode<Owner>(changed, id, [&](Owner &target) { target.example = value; });
            }};
}

template<class Owner>
ExamplePlace placeByName(const Api &api, NodeId id, const QString &name)
{
    const Owner *owner = findNode<Owner>(api, id);
    if (!owner || !owner->examples.contains(name))
        return {};
    return {owner->schema, [id, name](Api &changed, const Json &value) {
                editNode<Owner>(changed, id, [&](Owner &target) {
                    if (value.isUndefined()) {
                        target.examples.removeIf(
                            [&](const Named<Example> &entry) { return entry.name == name; });
                    } else if (Example *example = target.examples.find(name)) {
                        example->ref = {}; // others that use it may be right
                        example->value = value;
                    }
                });
            }};
}

ExamplePlace placeOf(const Diagnostic &problem, const Api &api, const NodeIndex &index)
{
    const NodeId node = problem.node;
    switch (index.kind(node)) {
    case NodeKind::Schema: {
        const QString above = index.pointer(node);
        if (!problem.pointer.startsWith(above))
            return {};
        return placeInSchema(*findSchema(api, node),
                             pointerTokens(problem.pointer.sliced(above.size())));
    }
    case NodeKind::Parameter:
        return placeBeside<Parameter>(api, node);
    case NodeKind::Header:
        return placeBeside<Header>(api, node);
    case NodeKind::MediaType:
        return placeBeside<MediaType>(api, node);
    case NodeKind::Example: {
        const NodeId owner = index.parent(node);
        const QString name = index.step(node).name;
        switch (index.kind(owner)) {
        case NodeKind::Parameter:
            return placeByName<Parameter>(api, owner, name);
        case NodeKind::Header:
            return placeByName<Header>(api, owner, name);
        case NodeKind::MediaType:
            return placeByName<MediaType>(api, owner, name);
        default:
            return {};
        }
    }
    default:
        return {};
    }
}

} // namespace

QList<Fix> exampleFixes(const Diagnostic &problem, const Api &api, const NodeIndex &index)
{
    const ExamplePlace place = placeOf(problem, api, index);
    if (!place.put)
        return {};
    QList<Fix> fixes;
    SchemaCompiler compiler(api);
    const Sample made = sample(compiler.compile(place.schema));
    if (made.isFound())
        fixes.append(
            {DesignText::tr("Replace it with a valid one"),
             [put = place.put, value = made.value](Api &changed) { put(changed, value); }});
    fixes.append(
        {DesignText::tr("Remove it"), [put = place.put](Api &changed) { put(changed, Json()); }});
    return fixes;
}

} // namespace Design
