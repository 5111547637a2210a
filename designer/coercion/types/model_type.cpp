#include "designer/coercion/types/model_type.h"

#include "designer/coercion/reading.h"

#include <QScopeGuard>

#include <algorithm>

namespace Design
{

ModelType::ModelType(NodeId node, const QString &className, const QList<Field> &fields, Extra extra,
                     const Type *extraType, NodeId extraNode)
    : Type(node)
    , m_className(className)
    , m_fields(fields)
    , m_extra(extra)
    , m_extraType(extraType)
    , m_extraNode(extraNode)
{
}

Json ModelType::read(const Json &input, Reading &reading) const
{
    if (!input.isObject())
        return refuseType(input, reading);
    const qsizetype errors = reading.errorCount();
    const bool wasEncoded = reading.isEncoded();
    reading.setEncoded(false);
    const auto restore = qScopeGuard([&] { reading.setEncoded(wasEncoded); });
    JsonObject values;
    int fieldsSet = 0;
    for (const Field &field : m_fields) {
        if (reading.isExhausted())
            return {};
        if (const Json *value = input.find(field.name)) {
            const Json read = reading.readAt(Json(field.name), *field.type, *value);
            if (read.isUndefined())
                continue;
            values.insert(field.name, read);
            ++fieldsSet;
        } else if (field.isRequired) {
            reading.refuseAt(Json(field.name), ErrorType::Missing, input, field.requiredBy,
                             Keyword::Required);
        } else if (const Json fallback = defaultOf(field); !fallback.isUndefined()) {
            values.insert(field.name, fallback);
        }
    }
    if (m_extra != Extra::Ignore)
        readExtra(input, &values, reading);
    if (reading.errorCount() > errors)
        return {};
    // Counted by the fields and by the model around them, as pydantic does.
    reading.addFieldsSet(fieldsSet * 2);
    reading.atMost(Exactness::Strict);
    return Json(std::move(values));
}

Json ModelType::refuseType(const Json &input, Reading &reading) const
{
    const JsonObject className{{QStringLiteral("class_name"), m_className}};
    if (m_kind == Kind::TypedDict)
        return reading.refuse(ErrorType::DictType, input, node(), Keyword::Type);
    if (m_kind == Kind::Dataclass)
        return reading.refuse(ErrorType::DataclassType, input, node(), Keyword::Type, className);
    // FastAPI lets models read attributes of objects, but for what a text of JSON holds.
    if (reading.isJsonText())
        return reading.refuse(ErrorType::ModelType, input, node(), Keyword::Type, className);
    return reading.refuse(ErrorType::ModelAttributesType, input, node(), Keyword::Type);
}

Json ModelType::defaultOf(const Field &field) const
{
    if (!field.fallback.isUndefined())
        return field.fallback;
    // FastAPI does not write a default of None into its documents.
    return field.type->isNullable() ? Json(nullptr) : Json();
}

bool ModelType::hasField(const QString &name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [&](const Field &field) { return field.name == name; });
}

void ModelType::readExtra(const Json &input, JsonObject *values, Reading &reading) const
{
    for (const JsonObject::Member &member : input.object()) {
        if (hasField(member.key))
            continue;
        if (m_extra == Extra::Forbid) {
            reading.refuseAt(Json(member.key), ErrorType::ExtraForbidden, member.value, m_extraNode,
                             Keyword::AdditionalProperties);
            continue;
        }
        const Json value = m_extraType
                               ? reading.readAt(Json(member.key), *m_extraType, member.value)
                               : member.value;
        if (!value.isUndefined())
            values->insert(member.key, value);
    }
}

} // namespace Design
