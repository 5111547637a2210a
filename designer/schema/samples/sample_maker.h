#pragma once

#include "designer/schema/samples/sample_random.h"
#include "designer/schema/samples/sample_shape.h"
#include "designer/schema/samples/sampler.h"

#include <QSet>

#include <functional>

namespace Design
{

/// Searches a value that satisfies schemas: decides kinds and branches, makes a value of what they
/// say together, and checks it, until one fits or the budget is used up.
class SampleMaker
{
public:
    explicit SampleMaker(const SampleOptions &options);
    Sample run(const Compiled::Node &root);

private:
    /// How much of what is optional a value gets. Beyond: also a member that no schema names, where
    /// any may be there; what a `not` leaves can depend on one.
    enum class Richness { Required, Full, Beyond };

    /// Where a value stands.
    struct Spot {
        quint64 key = 0;    ///< of its randomness
        quint64 shared = 0; ///< the same for all items of an array, so that they can differ
        QString name;       ///< of the property that holds it, or of the array's
        int depth = 0;      ///< objects and arrays around it
        qint64 ordinal = 0; ///< its index in an array
        bool useExamples = true;
        QSet<QString> overridden; ///< overrides that an object around it has taken
    };

    Spot start() const;
    std::optional<Json> plainValue(const Compiled::Node &root);
    Json nearest(const Compiled::Node &root);
    std::optional<Json> makeNear(const NodeSet &nodes, const Spot &spot);
    std::optional<Json> make(const NodeSet &nodes, const Spot &spot);
    std::optional<Json> fromExamples(const NodeSet &nodes, const Spot &spot);
    std::optional<Json> search(const NodeSet &nodes, const Spot &spot);
    std::optional<Json> decide(const NodeSet &nodes, Compiled::Kind kind, Richness richness,
                               const Spot &spot, SampleDecisions *decisions, int *attempts);
    std::optional<Json> generate(const NodeSet &nodes, const SampleShape &shape, Richness richness,
                                 const Spot &spot);
    std::optional<Json> fromValues(const NodeSet &nodes, const SampleShape &shape,
                                   const Spot &spot);
    std::vector<Compiled::Kind> kindsFor(const NodeSet &nodes) const;

    std::optional<Json> makeNumber(const NodeSet &nodes, const SampleShape &shape,
                                   const Spot &spot);
    std::optional<Json> makeString(const NodeSet &nodes, const SampleShape &shape,
                                   const Spot &spot);
    QStringList textCandidates(const SampleShape &shape, const Spot &spot, SampleRandom &random);
    bool fitsText(const SampleShape &shape, const QString &text);

    std::optional<Json> makeArray(const SampleShape &shape, Richness richness, const Spot &spot);
    std::optional<JsonArray> makeItems(const SampleShape &shape, const Spot &spot, qint64 least,
                                       qint64 wanted, qint64 from);
    qint64 leastBytes(const NodeSet &nodes, int depth) const;
    NodeSet itemNodes(const SampleShape &shape, qsizetype index) const;
    std::optional<Json> makeItem(const SampleShape &shape, const NodeSet &nodes, const Spot &spot,
                                 const JsonArray &before, qsizetype index);

    std::optional<Json> makeObject(const SampleShape &shape, Richness richness, const Spot &spot);
    bool addMember(const SampleShape &shape, const QString &name, const Spot &spot,
                   JsonObject *object);
    bool addInvented(const SampleShape &shape, const Spot &spot, qint64 wanted, JsonObject *object);
    std::optional<NodeSet> memberNodes(const SampleShape &shape, const QString &name,
                                       bool *isKnown) const;
    QString inventedName(const SampleShape &shape, const Spot &spot, qint64 index);
    QStringList requiredNames(const SampleShape &shape, const QStringList &optional) const;
    bool comesBack(const SampleShape &shape) const;
    bool isHidden(const SampleShape &shape, const QString &name) const;
    Json withoutHidden(const SampleShape &shape, const Json &object) const;
    std::optional<Json> withoutRivals(const NodeSet &nodes, const SampleDecisions &decisions,
                                      const Json &value);
    bool addOddMember(const NodeSet &nodes, const Compiled::Node *rival, JsonObject *object);
    Json withOverrides(const NodeSet &nodes, const Json &value);

    bool fits(const NodeSet &nodes, const Json &value);
    bool isActive(const NodeSet &nodes) const;
    bool spend(qint64 steps);
    bool take(qint64 bytes);
    static Spot below(const Spot &spot, const QString &step);

    const SampleOptions &m_options;
    qint64 m_steps;
    qint64 m_bytes = 0;
    bool m_isExhausted = false;
    bool m_wasTooLarge = false;
    bool m_mayBeNear = false;    ///< parts that cannot be valid are made as near as they get
    bool m_isNear = false;       ///< the part being made is such a one
    NodeSet m_active;            ///< schemas of the objects and arrays around the current value
    QHash<size_t, int> m_failed; ///< sets of schemas and the depth from which nothing was found
};

} // namespace Design
