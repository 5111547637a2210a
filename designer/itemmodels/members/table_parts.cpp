#include "designer/itemmodels/members/table_parts.h"

namespace Design::TableParts
{

// Deeper than models are made of one another in any design.
static constexpr int deepest = 8;

QStringList modelNames(const Api &api)
{
    QStringList names;
    for (const Named<Schema> &schema : api.components.schemas)
        names.append(schema.name);
    return names;
}

static void addFields(const Api &api, const Schema &schema, int depth, QList<ModelField> *fields)
{
    const Schema core = coreSchema(schema);
    const Schema *found = resolve(api, core);
    if (!found || depth > deepest)
        return;
    for (const Schema &part : found->schemas(Keyword::AllOf))
        addFields(api, part, depth + 1, fields);
    for (const Named<Schema> &field : found->members(Keyword::Properties)) {
        const bool isKnown =
            std::any_of(fields->cbegin(), fields->cend(),
                        [&](const ModelField &one) { return one.name == field.name; });
        if (!isKnown)
            fields->append({field.name, field.value.types() == QStringList{key("string")}});
    }
}

QList<ModelField> modelFields(const Api &api, const QString &model)
{
    QList<ModelField> fields;
    if (const Schema *schema = api.components.schemas.find(model))
        addFields(api, *schema, 0, &fields);
    return fields;
}

QStringList fieldNames(const Api &api, const QString &model)
{
    QStringList names;
    for (const ModelField &field : modelFields(api, model))
        names.append(field.name);
    return names;
}

} // namespace Design::TableParts
