#pragma once

#include "designer/coercion/constraint.h"
#include "designer/coercion/type.h"

namespace Design
{

struct SizeLimits {
    LengthLimit least;
    LengthLimit most;
};

class ListType : public Type
{
public:
    ListType(NodeId node, const Type *item, const SizeLimits &limits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isSequence() const override { return true; }

private:
    const Type *m_item;
    SizeLimits m_limits;
};

/// A list whose items are unique; equal ones become one.
class SetType : public Type
{
public:
    SetType(NodeId node, const Type *item, const SizeLimits &limits, bool isFrozen = false);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isSequence() const override { return true; }
    bool isHashable(const Json &) const override { return m_isFrozen; }

private:
    const Type *m_item;
    SizeLimits m_limits;
    bool m_isFrozen;
};

/// A list with a type for each place, and maybe one for all that follow.
class TupleType : public Type
{
public:
    /// rest may be null: nothing may follow then.
    TupleType(NodeId node, const QList<const Type *> &items, const Type *rest,
              const SizeLimits &limits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isSequence() const override { return true; }
    bool isHashable(const Json &) const override { return true; }

private:
    QList<const Type *> m_items;
    const Type *m_rest;
    SizeLimits m_limits;
};

/// An object with any keys.
class DictType : public Type
{
public:
    DictType(NodeId node, const Type *key, const Type *value, const SizeLimits &limits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    const Type *m_key;
    const Type *m_value;
    SizeLimits m_limits;
};

} // namespace Design
