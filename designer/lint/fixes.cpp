#include "designer/lint/fixes.h"

#include "designer/lint/example_fixes.h"
#include "designer/lint/mapped_model.h"
#include "designer/lint/number_limits.h"
#include "designer/lint/shadowed_route.h"
#include "designer/model/design_text.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/order_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/near_name.h"
#include "designer/model/references.h"
#include "designer/text/pointer.h"

#include <array>

namespace Design
{

namespace
{

/// What the finding's pointer adds to that of its node.
QStringList suffixOf(const Diagnostic &problem, const NodeIndex &index)
{
    const QString above = index.pointer(problem.node);
    return problem.pointer.startsWith(above) ? pointerTokens(problem.pointer.sliced(above.size()))
                                             : QStringList();
}

void fixOperationId(const Diagnostic &problem, const Api &api, QList<Fix> &fixes)
{
    const Operation *operation = findOperation(api, problem.node);
    if (!operation)
        return;
    const QString name = uniqueOperationId(api, operation->operationId);
    fixes.append({DesignText::tr("Change the operationId to %1").arg(name),
                  [node = problem.node, name](Api &changed) {
                      editOperation(changed, node, [&](Operation &o) { o.operationId = name; });
                  }});
}

void swapValues(NodeId node, Keyword low, Keyword high, QList<Fix> &fixes)
{
    fixes.append({DesignText::tr("Swap %1 and %2").arg(keywordName(low), keywordName(high)),
                  [node, low, high](Api &changed) {
                      editSchema(changed, node, [&](Schema &swapped) {
                          const Json least = swapped.value(high);
                          swapped.set(high, swapped.value(low));
                          swapped.set(low, least);
                      });
                  }});
}

/// Makes a limit one that is allowed itself.
void include(Schema &schema, Keyword inclusive, Keyword exclusive)
{
    if (schema.value(exclusive).isNumber())
        schema.set(inclusive, schema.value(exclusive));
    schema.remove(exclusive);
}

void fixNumbers(const Schema &schema, QList<Fix> &fixes)
{
    const NumberLimit lower = lowerLimit(schema);
    const NumberLimit upper = upperLimit(schema);
    if (!lower.value.isNumber() || !upper.value.isNumber())
        return;
    const int order = compareNumbers(lower.value, upper.value);
    if (order > 0)
        swapValues(schema.id(), lower.keyword, upper.keyword, fixes);
    else if (order == 0 && (lower.isExclusive || upper.isExclusive))
        fixes.append(
            {DesignText::tr("Allow %1 itself").arg(QString::fromLatin1(lower.value.numberText())),
             [node = schema.id()](Api &changed) {
                 editSchema(changed, node, [](Schema &target) {
                     include(target, Keyword::Minimum, Keyword::ExclusiveMinimum);
                     include(target, Keyword::Maximum, Keyword::ExclusiveMaximum);
                 });
             }});
}

void fixRange(const Diagnostic &problem, const Api &api, QList<Fix> &fixes)
{
    static constexpr std::array<std::pair<Keyword, Keyword>, 4> ranges{{
        {Keyword::MinLength, Keyword::MaxLength},
        {Keyword::MinItems, Keyword::MaxItems},
        {Keyword::MinContains, Keyword::MaxContains},
        {Keyword::MinProperties, Keyword::MaxProperties},
    }};
    const Schema *schema = findSchema(api, problem.node);
    if (!schema)
        return;
    fixNumbers(*schema, fixes);
    for (const auto &[low, high] : ranges) {
        if (schema->value(low).isNumber() && schema->value(high).isNumber() &&
            compareNumbers(schema->value(low), schema->value(high)) > 0)
            swapValues(schema->id(), low, high, fixes);
    }
}

void fixPathParameters(const Diagnostic &problem, const Api &api, const NodeIndex &index,
                       QList<Fix> &fixes)
{
    const NodeId item = index.ancestor(problem.node, NodeKind::PathItem);
    Api tried = api;
    if (item != NodeId::None && syncPathParameters(tried, item))
        fixes.append({DesignText::tr("Give the route the parameters that its path names"),
                      [item](Api &changed) { syncPathParameters(changed, item); }});
}

void fixRequired(const Diagnostic &problem, const Api &api, const NodeIndex &index,
                 QList<Fix> &fixes)
{
    const Schema *schema = findSchema(api, problem.node);
    const QStringList suffix = suffixOf(problem, index);
    if (!schema || suffix.value(0) != QLatin1String("required"))
        return;
    const QString name =
        schema->value(Keyword::Required).array().value(suffix.value(1).toLongLong()).string();
    if (name.isEmpty())
        return;
    fixes.append({DesignText::tr("Require %1 no longer").arg(name),
                  [node = problem.node, name](Api &changed) {
                      editSchema(changed, node,
                                 [&](Schema &target) { target.setRequired(name, false); });
                  }});
}

void fixReference(const Diagnostic &problem, const Api &api, QList<Fix> &fixes)
{
    const Schema *schema = findSchema(api, problem.node);
    const QString prefix = QStringLiteral("#/components/schemas/");
    const QString text = schema ? schema->reference().text : QString();
    const QString name = text.startsWith(prefix) ? text.sliced(prefix.size()) : QString();
    if (!isComponentName(name) || api.components.schemas.contains(name))
        return;
    fixes.append({DesignText::tr("Create the model %1").arg(name),
                  [name](Api &changed) { addSchema(changed, name); }});
    QStringList models;
    for (const Named<Schema> &model : api.components.schemas) {
        if (!model.isRaw())
            models.append(model.name);
    }
    const QString near = nearestOf(name, models);
    if (near.isEmpty())
        return;
    const NodeId target = api.components.schemas.find(near)->id();
    fixes.append({DesignText::tr("Refer to %1 instead").arg(near),
                  [node = problem.node, target](Api &changed) {
                      const Reference reference = referenceToSchema(changed, target);
                      editSchema(changed, node, [&](Schema &changing) {
                          changing.setReference(Keyword::Ref, reference);
                      });
                  }});
}

void fixEnum(const Diagnostic &problem, const Api &api, const NodeIndex &index, QList<Fix> &fixes)
{
    const Schema *schema = findSchema(api, problem.node);
    const qsizetype place = suffixOf(problem, index).value(1).toLongLong();
    if (!schema || place >= schema->value(Keyword::Enum).array().size())
        return;
    fixes.append(
        {DesignText::tr("Remove the second one"), [node = problem.node, place](Api &changed) {
             editSchema(changed, node, [place](Schema &target) {
                 JsonArray values = target.value(Keyword::Enum).array();
                 values.removeAt(place);
                 target.set(Keyword::Enum, values);
             });
         }});
}

void fixAlternatives(const Diagnostic &problem, const Api &api, const NodeIndex &index,
                     QList<Fix> &fixes)
{
    const Schema *schema = findSchema(api, problem.node);
    const qsizetype place = suffixOf(problem, index).value(1).toLongLong();
    if (!schema || place >= schema->schemas(Keyword::OneOf).size())
        return;
    fixes.append(
        {DesignText::tr("Remove the second one"), [node = problem.node, place](Api &changed) {
             editSchema(changed, node, [place](Schema &target) {
                 QList<Schema> alternatives = target.schemas(Keyword::OneOf);
                 alternatives.removeAt(place);
                 target.setSchemas(Keyword::OneOf, alternatives);
             });
         }});
    if (schema->has(Keyword::AnyOf))
        return;
    fixes.append({DesignText::tr("Let several fit (anyOf)"), [node = problem.node](Api &changed) {
                      editSchema(changed, node, [](Schema &target) {
                          const QList<Schema> alternatives = target.schemas(Keyword::OneOf);
                          target.remove(Keyword::OneOf);
                          target.setSchemas(Keyword::AnyOf, alternatives);
                      });
                  }});
}

/// Values of the discriminator that lead to the model: its names in the mapping, else its own.
JsonArray tagsOf(const Json &discriminator, const QString &model)
{
    JsonArray tags;
    for (const JsonObject::Member &member : discriminator.value(u"mapping").object()) {
        if (meansModel(member.value.string(), model))
            tags.append(member.key);
    }
    if (tags.isEmpty() && !model.isEmpty())
        tags.append(model);
    return tags;
}

void fixDiscriminator(const Diagnostic &problem, const Api &api, const NodeIndex &index,
                      QList<Fix> &fixes)
{
    const Schema *schema = findSchema(api, problem.node);
    const Schema *target = schema ? resolve(api, *schema) : nullptr;
    if (!target || target->isBoolean())
        return;
    const bool isAlternative = suffixOf(problem, index).isEmpty();
    const Schema *telling = isAlternative ? findSchema(api, index.parent(problem.node)) : schema;
    const bool isObject = target->types().isEmpty() || target->types().contains(u"object");
    if (!telling || !isObject || target->has(Keyword::OneOf) || target->has(Keyword::AnyOf))
        return; // it takes more than a field
    const Json discriminator = telling->value(Keyword::Discriminator);
    const QString name = discriminator.value(u"propertyName").string();
    const Named<Schema> *model = findNamedSchema(api, target->id());
    const QString modelName = model ? model->name : QString();
    Schema field = Schema::empty(NodeId::None);
    field.set(Keyword::Type, QStringLiteral("string"));
    const JsonArray tags = isAlternative ? tagsOf(discriminator, modelName) : JsonArray();
    if (tags.size() == 1 && !api.isVersion30())
        field.set(Keyword::Const, tags.first());
    else if (!tags.isEmpty())
        field.set(Keyword::Enum, tags);
    fixes.append(
        {modelName.isEmpty() ? DesignText::tr("Add the field %1").arg(name)
                             : DesignText::tr("Add the field %1 to %2").arg(name, modelName),
         [node = target->id(), name, field](Api &changed) {
             addProperty(changed, node, name, field, 0);
             editSchema(changed, node, [&](Schema &owner) { owner.setRequired(name, true); });
         }});
}

void fixOrder(const Diagnostic &problem, const Api &api, QList<Fix> &fixes)
{
    const NodeId shadow = shadowOf(api, problem.node);
    if (shadow != NodeId::None)
        fixes.append({DesignText::tr("Put it before %1").arg(findPathOf(api, shadow)->name),
                      [node = problem.node, shadow](Api &changed) {
                          placeOperation(changed, node, shadow, Side::Before);
                      }});
}

void fixSecurity(const Diagnostic &problem, const NodeIndex &index, QList<Fix> &fixes)
{
    const QString name = suffixOf(problem, index).value(2);
    if (isComponentName(name))
        fixes.append(
            {DesignText::tr("Declare %1 as a bearer token").arg(name), [name](Api &changed) {
                 SecurityScheme scheme;
                 scheme.id = changed.newId();
                 scheme.type = QStringLiteral("http");
                 scheme.scheme = QStringLiteral("bearer");
                 changed.components.securitySchemes.insert(name, scheme);
             }});
}

void removeComponent(Api &api, NodeId node)
{
    forEachField(api.components, [node](const QString &, auto &list) {
        for (qsizetype i = list.size() - 1; i >= 0; --i) {
            if (!list.at(i).isRaw() && idOf(list.at(i).value) == node)
                list.removeAt(i);
        }
    });
}

} // namespace

QList<Fix> fixesFor(const Diagnostic &problem, const Api &api, const NodeIndex &index)
{
    QList<Fix> fixes;
    if (problem.rule == QLatin1String("duplicate-operation-id"))
        fixOperationId(problem, api, fixes);
    else if (problem.rule == QLatin1String("empty-range"))
        fixRange(problem, api, fixes);
    else if (problem.rule == QLatin1String("path-parameters"))
        fixPathParameters(problem, api, index, fixes);
    else if (problem.rule == QLatin1String("invalid-example"))
        fixes = exampleFixes(problem, api, index);
    else if (problem.rule == QLatin1String("undeclared-required"))
        fixRequired(problem, api, index, fixes);
    else if (problem.rule == QLatin1String("dangling-reference"))
        fixReference(problem, api, fixes);
    else if (problem.rule == QLatin1String("duplicate-enum"))
        fixEnum(problem, api, index, fixes);
    else if (problem.rule == QLatin1String("same-alternatives"))
        fixAlternatives(problem, api, index, fixes);
    else if (problem.rule == QLatin1String("missing-discriminator"))
        fixDiscriminator(problem, api, index, fixes);
    else if (problem.rule == QLatin1String("shadowed-route"))
        fixOrder(problem, api, fixes);
    else if (problem.rule == QLatin1String("unknown-security"))
        fixSecurity(problem, index, fixes);
    else if (problem.rule == QLatin1String("missing-401"))
        fixes.append({DesignText::tr("Add an answer 401"), [node = problem.node](Api &changed) {
                          addResponse(changed, node, QStringLiteral("401"));
                      }});
    else if (problem.rule == QLatin1String("duplicate-parameter"))
        fixes.append({DesignText::tr("Remove this one"),
                      [node = problem.node](Api &changed) { removeParameter(changed, node); }});
    else if (problem.rule == QLatin1String("missing-response"))
        fixes.append({DesignText::tr("Add an answer 200"), [node = problem.node](Api &changed) {
                          addResponse(changed, node, QStringLiteral("200"));
                      }});
    else if (problem.rule == QLatin1String("duplicate-tag"))
        fixes.append({DesignText::tr("Remove the second one"), [node = problem.node](Api &changed) {
                          changed.tags.removeIf([node](const Tag &tag) { return tag.id == node; });
                      }});
    else if (problem.rule == QLatin1String("unused-component"))
        fixes.append({DesignText::tr("Delete it"),
                      [node = problem.node](Api &changed) { removeComponent(changed, node); }});
    return fixes;
}

} // namespace Design
