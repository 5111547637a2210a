#pragma once

#include "designer/text/diagnostic.h"
#include "designer/text/json.h"

namespace Design
{

class Reading;

/// One type of a design as pydantic would declare it. Immutable; reading leaves it untouched, so
/// one type serves any number of threads.
class Type
{
public:
    explicit Type(NodeId node)
        : m_node(node)
    {
    }
    virtual ~Type() = default;
    Type(const Type &) = delete;
    Type &operator=(const Type &) = delete;

    /// The input as a value of this type, in the form in which JSON carries it. Undefined when it
    /// was refused; why stands in the reading then.
    virtual Json read(const Json &input, Reading &reading) const = 0;

    /// pydantic's name of the type, which labels the members of a union: "int", "list[str]".
    virtual QString name() const = 0;

    /// Whether a repeated query parameter gives this type a list of its values.
    virtual bool isSequence() const { return false; }
    /// Whether it stands for an uploaded file.
    virtual bool isUpload() const { return false; }
    /// Whether FastAPI takes an empty text for nothing at all, as it does where a list is wanted.
    virtual bool isEmptyAbsent() const { return false; }
    /// Whether Python could hash such a value, which the items of a set must be.
    virtual bool isHashable(const Json &value) const
    {
        return !value.isArray() && !value.isObject();
    }
    /// Whether null is one of its values.
    virtual bool isNullable() const { return false; }

    NodeId node() const { return m_node; } ///< the schema it was made from

private:
    NodeId m_node;
};

} // namespace Design
