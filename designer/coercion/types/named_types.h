#pragma once

#include "designer/coercion/type.h"

#include <optional>

namespace Design
{

/// pydantic's StrictInt, StrictFloat, StrictStr and StrictBool: no other kind of value is turned
/// into one.
class StrictType : public Type
{
public:
    enum class Kind { Integer, Float, Text, Boolean };
    StrictType(NodeId node, Kind kind, const Type *inner);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override { return m_inner->name(); }

private:
    Kind m_kind;
    const Type *m_inner;
};

/// pydantic's PastDate, FutureDate, PastDatetime, FutureDatetime, AwareDatetime and NaiveDatetime:
/// a date or a point in time with a rule that no keyword of JSON Schema has.
class MomentType : public Type
{
public:
    enum class Rule { PastDate, FutureDate, PastDatetime, FutureDatetime, Aware, Naive };
    MomentType(NodeId node, Rule rule, const Type *inner);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override { return m_inner->name(); }

private:
    Rule m_rule;
    const Type *m_inner;
};

std::optional<StrictType::Kind> strictKind(QStringView name); ///< of "StrictInt" and so on
std::optional<MomentType::Rule> momentRule(QStringView name);

} // namespace Design
