#include "designer/model/notation_combine.h"

#include <numeric>

namespace Design::Notation
{

using Kind = TypeExpression::Kind;

namespace
{

/// How many letters differ or have changed places, at most limit + 1.
int distance(const QString &a, const QString &b, int limit)
{
    if (qAbs(a.size() - b.size()) > limit)
        return limit + 1;
    QList<int> twoAbove;
    QList<int> above;
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    const auto same = [&](qsizetype i, qsizetype j) {
        return a.at(i).toLower() == b.at(j).toLower();
    };
    for (qsizetype i = 1; i <= a.size(); ++i) {
        twoAbove = std::exchange(above, row);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            row[j] = qMin(qMin(above.at(j), row.at(j - 1)) + 1,
                          above.at(j - 1) + (same(i - 1, j - 1) ? 0 : 1));
            if (i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1))
                row[j] = qMin(row.at(j), twoAbove.at(j - 2) + 1);
        }
    }
    return row.last();
}

} // namespace

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
    QString nearest;
    int best = 3;
    const auto consider = [&](const QString &name) {
        const int limit = wanted.size() < 4 ? 1 : 2;
        const int letters = distance(wanted, name, limit);
        if (letters <= limit && letters < best) {
            best = letters;
            nearest = name;
        }
    };
    for (const Named<Schema> &schema : api.components.schemas)
        consider(schema.name);
    for (const QString &name : typeWords())
        consider(name);
    return nearest;
}

} // namespace Design::Notation
