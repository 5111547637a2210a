#pragma once

#include "designer/coercion/compile/flat_schema.h"

namespace Mock
{

/// A schema as one input sees it: references and bases flattened, `null` taken out of it.
struct InputSchema {
    InputSchema(const Design::Schema &schema, const Design::FindSchema &find);

    Design::FlatSchema flat;
    Design::Schema origin;   ///< what validates a value; without `null` beside it
    bool isTypeSaid = false; ///< else `type` is what its keywords are about
    QString type;            ///< integer, number, string, boolean, array, object; empty: any
    bool isNullable = false;
    bool isUnion = false; ///< of several alternatives
    bool isNamedEnum = false;

    struct Alternative {
        Design::Schema schema;
        Design::JsonArray tags; ///< by which the discriminator chooses it; empty without one
    };
    QList<Alternative> alternatives; ///< of a union
    QString tagField;                ///< of its discriminator

    /// The schemas of the first items, one each.
    QList<Design::Schema> places() const;
    /// The schema of a property, from the part that is nearest to the model.
    Design::Schema property(const QString &name) const;
    /// The names of all properties, and of those that are only required.
    QStringList propertyNames() const;
    bool isRequired(const QString &name) const;
    /// Whether pydantic reads it into a class and not into a dict.
    bool isModel() const;
    /// Whether a value is the content of a file.
    bool isFile() const;

private:
    void noteAlternatives(const QList<Design::Schema> &members, const Design::FindSchema &find);
};

} // namespace Mock
