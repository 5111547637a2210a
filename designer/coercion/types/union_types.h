#pragma once

#include "designer/coercion/constraint.h"
#include "designer/coercion/type.h"

namespace Design
{

/// One of several types: the one that fits best, as pydantic's "smart mode" finds it.
class UnionType : public Type
{
public:
    UnionType(NodeId node, const QList<const Type *> &members);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isSequence() const override;
    bool isHashable(const Json &value) const override;
    bool isNullable() const override;

private:
    QList<const Type *> m_members;
    JsonArray m_labels; ///< their names, which stand in the place of an error
};

/// One of several models, told apart by the value of one of their fields.
class TaggedUnionType : public Type
{
public:
    struct Choice {
        Json tag;
        const Type *type = nullptr;
    };
    TaggedUnionType(NodeId node, const QString &property, const QList<Choice> &choices);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    QString m_property;
    QList<Choice> m_choices;
    QString m_expectedTags;
};

/// A type or null: Python's Optional.
class NullableType : public Type
{
public:
    NullableType(NodeId node, const Type *inner);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isSequence() const override { return m_inner->isSequence(); }
    bool isUpload() const override { return m_inner->isUpload(); }
    bool isHashable(const Json &value) const override { return m_inner->isHashable(value); }
    bool isNullable() const override { return true; }

private:
    const Type *m_inner;
};

/// pydantic's RootModel: a class around a type, seen only where its name counts.
class RootModelType : public Type
{
public:
    RootModelType(NodeId node, const QString &name, const Type *inner);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override { return m_name; }
    bool isSequence() const override { return m_inner->isSequence(); }
    bool isUpload() const override { return m_inner->isUpload(); }
    bool isEmptyAbsent() const override { return m_inner->isEmptyAbsent(); }
    bool isHashable(const Json &value) const override { return m_inner->isHashable(value); }
    bool isNullable() const override { return m_inner->isNullable(); }

private:
    QString m_name;
    const Type *m_inner;
};

/// A type that was not finished when it was needed: the way into a recursive one.
class ReferenceType : public Type
{
public:
    ReferenceType(NodeId node, const QString &name);
    void bind(const Type *target) { m_target = target; }
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override { return m_name; }

private:
    QString m_name;
    const Type *m_target = nullptr;
};

} // namespace Design
