#pragma once

#include "designer/coercion/constraint.h"
#include "designer/coercion/type.h"

namespace Design
{

/// An object with named fields: pydantic's BaseModel.
class ModelType : public Type
{
public:
    struct Field {
        QString name; ///< as it is sent (the alias)
        const Type *type = nullptr;
        bool isRequired = false;
        Json fallback;                    ///< the default; undefined without one
        NodeId requiredBy = NodeId::None; ///< the schema whose `required` names it
    };
    enum class Extra { Ignore, Forbid, Allow };
    enum class Kind { Model, Dataclass, TypedDict }; ///< they differ in what they say of a list

    /// extraType is for the values of other members where they are allowed; null: any value.
    ModelType(NodeId node, const QString &className, const QList<Field> &fields, Extra extra,
              const Type *extraType, NodeId extraNode);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override { return m_className; }
    /// A model that stands in a set is a frozen one; others could be in none.
    bool isHashable(const Json &) const override { return m_kind != Kind::TypedDict; }

    void setKind(Kind kind) { m_kind = kind; }
    const QList<Field> &fields() const { return m_fields; }
    Extra extra() const { return m_extra; }

private:
    Json refuseType(const Json &input, Reading &reading) const;
    Json defaultOf(const Field &field) const;
    bool hasField(const QString &name) const;
    void readExtra(const Json &input, JsonObject *values, Reading &reading) const;

    QString m_className;
    QList<Field> m_fields;
    Extra m_extra;
    Kind m_kind = Kind::Model;
    const Type *m_extraType;
    NodeId m_extraNode; ///< whose additionalProperties decides about other members
};

} // namespace Design
