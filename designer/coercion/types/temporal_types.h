#pragma once

#include "designer/coercion/type.h"

namespace Design
{

class DateType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

class DateTimeType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

class TimeType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

/// Python's timedelta.
class DurationType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

} // namespace Design
