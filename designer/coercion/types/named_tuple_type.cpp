#include "designer/coercion/types/named_tuple_type.h"

#include "designer/coercion/reading.h"

#include <algorithm>

namespace Design
{

NamedTupleType::NamedTupleType(NodeId node, const QString &className, const QList<Field> &fields)
    : Type(node)
    , m_className(className)
    , m_fields(fields)
{
}

Json NamedTupleType::read(const Json &input, Reading &reading) const
{
    if (!input.isArray() && !input.isObject())
        return reading.refuse(ErrorType::ArgumentsType, input, node(), Keyword::Type);
    const qsizetype errors = reading.errorCount();
    JsonArray values;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields[i];
        if (input.isArray() && i < input.array().size())
            values.append(reading.readAt(Json(qint64{i}), *field.type, input.array()[i]));
        else if (const Json *value = input.find(field.name))
            values.append(reading.readAt(Json(field.name), *field.type, *value));
        else if (field.fallback.isUndefined())
            reading.refuseAt(Json(field.name), ErrorType::MissingArgument, input, node(),
                             Keyword::MinItems);
        else
            values.append(field.fallback);
    }
    for (qsizetype i = m_fields.size(); input.isArray() && i < input.array().size(); ++i) {
        reading.refuseAt(Json(qint64{i}), ErrorType::UnexpectedPositionalArgument, input.array()[i],
                         node(), Keyword::MaxItems);
    }
    for (const JsonObject::Member &member : input.object()) {
        if (!hasField(member.key)) {
            reading.refuseAt(Json(member.key), ErrorType::UnexpectedKeywordArgument, member.value,
                             node(), Keyword::PrefixItems);
        }
    }
    return reading.errorCount() > errors ? Json() : Json(std::move(values));
}

bool NamedTupleType::hasField(const QString &name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [&](const Field &field) { return field.name == name; });
}

QString NamedTupleType::name() const
{
    return QStringLiteral("call[%1]").arg(m_className);
}

} // namespace Design
