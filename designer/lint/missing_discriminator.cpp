#include "designer/lint/mapped_model.h"
#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace Design::Rules
{

namespace
{

const QString nullType = QStringLiteral("null");

/// Whether a value of the schema is known to have the field, or where that cannot be told.
/// on: the schemas on the way here, since models may contain one another.
bool hasField(const Api &api, const Schema &schema, const QString &name, QList<NodeId> on = {})
{
    if (schema.isBoolean() || on.contains(schema.id()))
        return true;
    on.append(schema.id());
    const auto has = [&](const Schema &part) { return hasField(api, part, name, on); };
    if (schema.has(Keyword::Ref)) {
        const Schema *target = resolve(api, schema);
        if (!target || has(*target))
            return true;
    }
    const auto fits = [&name](const Named<Schema> &pattern) {
        return QRegularExpression(pattern.name).match(name).hasMatch();
    };
    const NamedList<Schema> &patterns = schema.members(Keyword::PatternProperties);
    if (schema.members(Keyword::Properties).contains(name) || schema.isRequired(name) ||
        schema.has(Keyword::DynamicRef) || std::any_of(patterns.begin(), patterns.end(), fits))
        return true;
    const QList<Schema> &parts = schema.schemas(Keyword::AllOf);
    if (std::any_of(parts.begin(), parts.end(), has))
        return true;
    for (const Keyword keyword : {Keyword::OneOf, Keyword::AnyOf}) {
        const QList<Schema> &choices = schema.schemas(keyword);
        if (!choices.isEmpty() && std::all_of(choices.begin(), choices.end(), has))
            return true;
    }
    return schema.types() == QStringList{nullType};
}

/// Takes what carries no such field (OpenAPI 3.2, section 4.25.1).
bool isDefault(const Api &api, const Schema &alternative, const Json &discriminator)
{
    const QString mapped = discriminator.value(u"defaultMapping").string();
    const Schema *target = resolve(api, alternative);
    const Named<Schema> *model = target ? findNamedSchema(api, target->id()) : nullptr;
    return model && !mapped.isEmpty() && meansModel(mapped, model->name);
}

} // namespace

void missingDiscriminator(const LintContext &context, RuleFindings &findings)
{
    const Api &api = context.api;
    forEachSchema(api, [&](const Schema &schema) {
        const Json discriminator = schema.value(Keyword::Discriminator);
        const QString name = discriminator.value(u"propertyName").string();
        if (name.isEmpty())
            return;
        const bool hasChoices = schema.has(Keyword::OneOf) || schema.has(Keyword::AnyOf);
        if (!hasChoices && !hasField(api, schema, name)) {
            findings.report(schema.id(),
                            DesignText::tr("Models that extend this one are told apart by “%1”, "
                                           "which is no field of it.")
                                .arg(name),
                            QStringLiteral("/discriminator/propertyName"));
        }
        Schema around = schema; // what every alternative has
        around.remove(Keyword::OneOf);
        around.remove(Keyword::AnyOf);
        if (!hasChoices || hasField(api, around, name))
            return;
        for (const Keyword keyword : {Keyword::OneOf, Keyword::AnyOf}) {
            for (const Schema &alternative : schema.schemas(keyword)) {
                if (hasField(api, alternative, name) || isDefault(api, alternative, discriminator))
                    continue;
                findings.report(alternative.id(),
                                DesignText::tr("The alternatives are told apart by “%1”, which "
                                               "this one has no field for.")
                                    .arg(name));
            }
        }
    });
}

} // namespace Design::Rules
