#include "designer/model/notation_combine.h"

#include "designer/model/near_name.h"

namespace Design::Notation
{

using Kind = TypeExpression::Kind;

void makeNullable(TypeExpression &type)
{
    switch (type.kind) {
    case Kind::Any:
        return;
    case Kind::Never:
        type.kind = Kind::Scalar;
        type.name = QStringLiteral("null");
        return;
    case Kind::Literals:
        if (!std::any_of(type.values.begin(), type.values.end(),
                         [](const Json &v) { return v.isNull(); }))
            type.values.append(nullptr);
        return;
    case Kind::Scalar:
        type.nullable = type.name != QLatin1String("null");
        return;
    default:
        type.nullable = true;
    }
}

TypeExpression combineUnion(const QList<TypeExpression> &members)
{
    if (members.size() == 1)
        return members.first();
    TypeExpression type;
    type.kind = Kind::Union;
    const auto add = [&type](TypeExpression member) {
        const bool isPlain = member.rules.isEmpty();
        if (member.nullable ||
            (member.kind == Kind::Scalar && member.name == QLatin1String("null")))
            type.nullable = true;
        member.nullable = false;
        if (member.kind == Kind::Scalar && member.name == QLatin1String("null"))
            return;
        if (member.kind == Kind::Literals && isPlain) {
            if (member.values.removeAll(Json(nullptr)) > 0)
                type.nullable = true;
            for (TypeExpression &other : type.parts) {
                if (other.kind == Kind::Literals && other.rules.isEmpty()) {
                    for (const Json &value : member.values) {
                        if (!other.values.contains(value))
                            other.values.append(value);
                    }
                    return;
                }
            }
            if (member.values.isEmpty())
                return;
        }
        type.parts.append(member);
    };
    for (const TypeExpression &member : members) {
        if (member.kind == Kind::Union && member.rules.isEmpty()) {
            type.nullable |= member.nullable;
            for (const TypeExpression &part : member.parts)
                add(part);
        } else {
            add(member);
        }
    }
    if (type.parts.size() > 1)
        return type;
    TypeExpression only;
    if (type.parts.isEmpty()) {
        only.kind = Kind::Scalar;
        only.name = QStringLiteral("null");
        return only;
    }
    only = type.parts.first();
    if (type.nullable)
        makeNullable(only);
    return only;
}

TypeExpression combineAll(const QList<TypeExpression> &all)
{
    if (all.size() == 1)
        return all.first();
    TypeExpression type;
    type.kind = Kind::All;
    std::optional<TypeExpression> object; // one holds the own fields, after what is extended
    for (const TypeExpression &part : all) {
        if (part.kind != Kind::Object) {
            type.parts.append(part);
            continue;
        }
        if (!object) {
            object.emplace();
            object->kind = Kind::Object;
        }
        object->fields += part.fields;
        type.rules += part.rules;
        type.nullable |= part.nullable;
    }
    if (object && type.parts.isEmpty()) {
        object->rules = type.rules;
        object->nullable = type.nullable;
        return *object;
    }
    if (object)
        type.parts.append(*object);
    return type;
}

QString nearestName(const QString &wanted, const Api &api)
{
    QStringList names;
    for (const Named<Schema> &schema : api.components.schemas)
        names.append(schema.name);
    return nearestOf(wanted, names + typeWords());
}

} // namespace Design::Notation
