#pragma once

#include <QList>

namespace Design
{

/// A graph by numbers; no loops and no two edges between the same nodes in the same direction.
struct LayeredGraph {
    QList<QList<qsizetype>> out; ///< by node
    QList<QList<qsizetype>> in;

    explicit LayeredGraph(qsizetype count)
        : out(count)
        , in(count)
    {
    }
    qsizetype count() const { return out.size(); }
    /// False when the edge is there, or is a loop.
    bool addEdge(qsizetype from, qsizetype to);
};

/// The nodes in layers so that every edge leads to a later layer, but for those that close a
/// circle and where there would be too many layers to look at; in each layer ordered so that few
/// edges cross (Sugiyama, Tagawa and Toda 1981: longest-path layers, then barycentres up and down).
/// Layers are never empty.
QList<QList<qsizetype>> layersOf(const LayeredGraph &graph);

} // namespace Design
