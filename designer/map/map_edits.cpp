#include "designer/map/map_edits.h"

#include "designer/model/locate.h"
#include "designer/model/notation.h"

namespace Design
{

bool pointRowAt(Api &api, NodeId row, NodeId component)
{
    const Schema *current = findSchema(api, row);
    const Named<Schema> *target = findNamedSchema(api, component);
    if (!current || !target)
        return false;
    TypeExpression model;
    model.kind = TypeExpression::Kind::Model;
    model.name = target->name;
    model.model = component;

    TypeExpression type = describeType(*current, api);
    if (type.kind == TypeExpression::Kind::List || type.kind == TypeExpression::Kind::Map) {
        type.parts = {model};
    } else {
        model.nullable = type.nullable;
        type = model;
    }
    Schema schema = *current;
    applyType(schema, type, RulesOf::Both, api);
    return editSchema(api, row, [&schema](Schema &changed) { changed = schema; });
}

} // namespace Design
