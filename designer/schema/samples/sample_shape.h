#pragma once

#include "designer/schema/evaluate/program.h"

#include <QHash>

#include <limits>
#include <memory>
#include <optional>

namespace Design
{

/// Schemas that a value has to satisfy together.
using NodeSet = std::vector<const Compiled::Node *>;

/// One way to satisfy a choice: more schemas, and maybe the discriminator's property.
struct SampleOption {
    NodeSet nodes;
    QString tagProperty;
    QStringList tags;
    int branch = 0; ///< its place in the schema
    NodeSet rivals; ///< what must not fit then: other alternatives of oneOf, the condition of if
};

/// A place where there are several ways: anyOf, oneOf, if.
struct SampleChoice {
    const void *identity = nullptr;
    std::vector<SampleOption> options;
};

/// All that a set of schemas says about values of one kind, references and the branches that have
/// been chosen included.
struct SampleShape {
    Compiled::Kind kind = Compiled::Kind::Null;
    bool isPossible = true; ///< false: no value of this kind
    NodeSet nodes;          ///< everything that was looked into
    std::vector<const Compiled::ValueSet *> values;
    std::vector<SampleChoice> choices; ///< not decided yet

    quint8 numberTypes = Compiled::NumberBits;
    std::vector<const Compiled::Instruction *> limits;
    std::vector<std::shared_ptr<const Compiled::Instruction>> opposites; ///< limits of our own

    qint64 minLength = 0;
    qint64 maxLength = std::numeric_limits<qint64>::max();
    std::vector<const Pattern *> patterns;
    QStringList formats;    ///< asserted or not
    QList<Format> contents; ///< of texts in which something else is written, asserted or not

    qint64 minItems = 0;
    qint64 maxItems = std::numeric_limits<qint64>::max();
    bool hasUniqueItems = false;
    std::vector<const Compiled::ArrayRules *> arrays;
    std::vector<const Compiled::ContainsRules *> contained;
    NodeSet unevaluatedItems;

    qint64 minProperties = 0;
    qint64 maxProperties = std::numeric_limits<qint64>::max();
    std::vector<const Compiled::ObjectRules *> objects;
    std::vector<const Compiled::DependentRules *> dependents;
    NodeSet propertyNames;
    NodeSet unevaluatedProperties;
    QHash<QString, QStringList> tags; ///< discriminator properties and what they may be
};

/// What has been decided on the way: for each choice the option.
using SampleDecisions = QHash<const void *, const SampleOption *>;

/// Looks into the schemas. extra are those that a decision or a dependency has added.
SampleShape shapeOf(const NodeSet &nodes, Compiled::Kind kind, const SampleDecisions &decisions);

/// What the schema's author gives as values, best first.
QList<Json> examplesOf(const Schema &schema);

/// How much the schemas say about this kind in particular; higher means they are about it.
int rankOf(const SampleShape &shape);

/// The schemas and all that they take in through references and allOf.
NodeSet partsOf(const NodeSet &nodes);

/// The kinds that all of them allow, as bits of TypeBit, looking through references and allOf.
quint8 typesOf(const NodeSet &nodes);

} // namespace Design
