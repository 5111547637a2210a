#pragma once

#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

#include <functional>
#include <vector>

namespace Mock
{

/// Tells each `GET /items` of the `GET /items/{id}` that answers with one of its things, and the
/// other way round. The routes must stay where they are from then on.
void linkItems(std::vector<RoutePlan> *routes);

/// The field that a path parameter stands for: itself where the answer has it, else "id" for
/// "item_id", "itemId", "item-id"; else itself.
QString fieldOf(const QString &parameter, const QStringList &fields);

/// The thing that is answered for these values of the item route's path; undefined without one.
using MakeItem = std::function<Design::Json(const Design::JsonObject &path)>;

/// The list with things in it that are each the same as the item route answers with. A collection
/// has twenty of them; limit, offset and page choose some, and query parameters called as a field
/// of theirs those with this value. Unchanged where such a list would not be valid.
Design::Json withItems(const RoutePlan &list, const AnswerPlan &answer, const Design::Json &value,
                       const ReadInputs &inputs, const MakeItem &makeItem);

/// The thing with this identity among the examples of the list route; undefined without one.
Design::Json listedExample(const RoutePlan &item, const AnswerPlan &answer,
                           const ReadInputs &inputs);

} // namespace Mock
