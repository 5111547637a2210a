#pragma once

#include "designer/coercion/constraint.h"
#include "designer/coercion/type.h"

namespace Design
{

/// The limits of a number; of minimum and exclusive minimum both may be there.
struct NumberLimits {
    Constraint multipleOf;
    Constraint lessOrEqual;
    Constraint less;
    Constraint greaterOrEqual;
    Constraint greater;

    bool isEmpty() const
    {
        return !multipleOf.isSet() && !lessOrEqual.isSet() && !less.isSet() &&
               !greaterOrEqual.isSet() && !greater.isSet();
    }
};

/// A limit as pydantic keeps it for integers and decimals: 10.0 is 10.
void makeIntegral(Constraint &limit);

class IntegerType : public Type
{
public:
    IntegerType(NodeId node, const NumberLimits &limits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    NumberLimits m_limits;
};

class FloatType : public Type
{
public:
    FloatType(NodeId node, const NumberLimits &limits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    NumberLimits m_limits;
};

class BooleanType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

class DecimalType : public Type
{
public:
    struct Digits {
        LengthLimit most;   ///< in all
        LengthLimit places; ///< after the point
    };
    DecimalType(NodeId node, const NumberLimits &limits, const Digits &digits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    NumberLimits m_limits;
    Digits m_digits;
};

/// pydantic's ByteSize: `10`, "10 kB", "1.5GiB" as a number of bytes.
class ByteSizeType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

/// The integer that pydantic's lax mode takes the input for, or undefined with the error noted.
Json readInteger(const Json &input, Reading &reading, NodeId node);

} // namespace Design
