#include "designer/coercion/types/model_type.h"
#include "mockserver/engine/plan/plan_builder.h"

#include <algorithm>

using Design::Keyword;
using Design::Parameter;
using Design::Schema;

namespace Mock
{

namespace
{

using Place = ParameterPlan::Place;

bool hasTitle(const Parameter &parameter, const QString &title)
{
    return parameter.schema.text(Keyword::Title).compare(title, Qt::CaseInsensitive) == 0;
}

/// Whether the title shows that a header comes from a model: pydantic says "Save Data" of
/// `save_data`, FastAPI says "Save-Data" of a parameter of its own.
bool showsModel(const Parameter &parameter)
{
    return parameter.in == u"header" && parameter.name.contains(u'-') &&
           hasTitle(parameter, QString(parameter.name).replace(u'-', u' '));
}

/// The name of the model's field. A title that is the name itself is that of an alias.
QString fieldOfHeader(const Parameter &parameter)
{
    return hasTitle(parameter, parameter.name) ? parameter.name
                                               : QString(parameter.name).replace(u'-', u'_');
}

} // namespace

void PlanBuilder::gatherModels(RoutePlan *route, const QList<Parameter> &parameters)
{
    for (const Place place : {Place::Query, Place::Header, Place::Cookie}) {
        const auto isHere = [place](const ParameterPlan &plan) { return plan.place == place; };
        const auto first = std::find_if(route->parameters.begin(), route->parameters.end(), isHere);
        // FastAPI takes the values of a place for one model only where nothing else is there.
        if (std::count_if(route->parameters.begin(), route->parameters.end(), isHere) != 1)
            continue;
        const auto parameter =
            std::find_if(parameters.begin(), parameters.end(),
                         [&](const Parameter &candidate) { return candidate.id == first->node; });
        const bool isModel = dynamic_cast<const Design::ModelType *>(first->type);
        if (isModel && parameter != parameters.end() && parameter->content.isEmpty())
            setModel(parameter->schema, &*first);
    }

    // All headers come from the model then, those that are references and have no title as well.
    if (std::none_of(parameters.begin(), parameters.end(), showsModel))
        return;
    Schema model;
    Design::NamedList<Schema> members;
    QHash<QString, QString> wireNames;
    model.setTypes({QStringLiteral("object")});
    for (const Parameter &parameter : parameters) {
        if (parameter.in != u"header")
            continue;
        const QString field = fieldOfHeader(parameter);
        wireNames.insert(field, parameter.name);
        members.append({field, parameter.schema, {}});
        model.setRequired(field, parameter.required);
    }
    model.setMembers(Keyword::Properties, members);
    ParameterPlan plan;
    plan.place = Place::Header;
    plan.name = QStringLiteral("headers");
    plan.type = m_requestTypes.compile(model);
    setModel(model, &plan);
    for (ParameterPlan::Field &field : plan.fields)
        field.wireName = wireNames.value(field.name);
    route->parameters.removeIf(
        [](const ParameterPlan &other) { return other.place == Place::Header; });
    route->parameters.append(plan);
}

void PlanBuilder::setModel(const Schema &schema, ParameterPlan *plan)
{
    const auto *model = dynamic_cast<const Design::ModelType *>(plan->type);
    for (const Design::ModelType::Field &field : model->fields()) {
        QString wireName = field.name;
        if (plan->place == Place::Header)
            wireName.replace(u'_', u'-');
        plan->fields.append({wireName, field.name, field.type->isSequence(),
                             field.isRequired ? Design::Json() : field.fallback});
    }
    plan->rules = extraRulePlan(schema);
}

} // namespace Mock
