#pragma once

#include "designer/coercion/constraint.h"
#include "designer/coercion/type.h"

namespace Design
{

/// Python's Literal: one of some values, which are not coerced.
class LiteralType : public Type
{
public:
    LiteralType(NodeId node, const JsonArray &values, Keyword keyword);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isNullable() const override;

private:
    JsonArray m_values;
    QString m_expected;
    Keyword m_keyword; ///< Enum or Const
};

/// A class of Python's enum: integers are taken from text, the rest as they are.
class EnumType : public Type
{
public:
    EnumType(NodeId node, const QString &className, const JsonArray &values);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isNullable() const override;

private:
    enum class Kind { Strings, Integers, Floats, Mixed };

    QString m_className;
    JsonArray m_values;
    QString m_expected;
    Kind m_kind = Kind::Mixed;
};

/// Null and nothing else.
class NoneType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override { return QStringLiteral("none"); }
    bool isNullable() const override { return true; }
};

/// Every value.
class AnyType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override { return QStringLiteral("any"); }
    bool isNullable() const override { return true; }
};

/// pydantic's Json: text that is JSON, read as what it says.
class JsonTextType : public Type
{
public:
    JsonTextType(NodeId node, const Type *content);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isEmptyAbsent() const override { return m_content->isSequence(); }

private:
    const Type *m_content;
};

/// Whether Python's == holds: 1, 1.0 and True are the same.
bool pythonEquals(const Json &a, const Json &b);
size_t pythonHash(const Json &value); ///< agrees with pythonEquals()

} // namespace Design
