#pragma once

#include "designer/coercion/type.h"

namespace Design
{

/// Python's NamedTuple: its fields by their places in a list or by their names in an object, as a
/// function takes its arguments.
class NamedTupleType : public Type
{
public:
    struct Field {
        QString name;
        const Type *type = nullptr;
        Json fallback; ///< the default; undefined where the field has to be there
    };
    NamedTupleType(NodeId node, const QString &className, const QList<Field> &fields);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isSequence() const override { return true; }
    bool isHashable(const Json &) const override { return true; }

private:
    bool hasField(const QString &name) const;

    QString m_className;
    QList<Field> m_fields;
};

} // namespace Design
