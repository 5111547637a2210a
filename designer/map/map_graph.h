#pragma once

#include "designer/model/api.h"

#include <QSizeF>

namespace Design
{

/// How one model uses another; each kind is drawn in a shape of its own.
enum class EdgeKind {
    Reference,   ///< one value of it
    List,        ///< many values: a list, a map
    Union,       ///< it is one of several alternatives
    Inheritance, ///< the model extends it (allOf)
};

/// A line of a card: a field, an alternative, a value of an enum.
struct MapRow {
    NodeId node = NodeId::None; ///< the schema that the line says; None for a value
    QString name;               ///< of a field; empty for lines that have none
    QString type;
    bool isRequired = false;

    bool operator==(const MapRow &) const = default;
};

/// A model as the map shows it.
struct MapCard {
    static constexpr int mostRows = 12;
    static constexpr double titleHeight = 28;
    static constexpr double rowHeight = 20;

    NodeId node = NodeId::None; ///< the component schema
    QString name;
    QList<MapRow> rows; ///< at most mostRows
    int fieldCount = 0; ///< properties, shown or not
    int hiddenRows = 0; ///< "+ n more": a line of its own below the rows

    /// In units of the map; does not depend on fonts, so that a design looks alike everywhere.
    QSizeF size() const;
    /// Where the edge of a row begins, below the top of the card. -1 is the title; rows that are
    /// not shown share the line "+ n more".
    double rowMiddle(qsizetype row) const;

    bool operator==(const MapCard &) const = default;
};

/// A use of one model by another.
struct MapEdge {
    qsizetype from = 0; ///< index of the card
    qsizetype row = -1; ///< of that card, also one that is not shown; -1: the title
    qsizetype to = 0;
    EdgeKind kind = EdgeKind::Reference;
    bool isMany = false; ///< a list of it; also of alternatives

    bool operator==(const MapEdge &) const = default;
};

/// All models of a design and how they use one another.
struct MapGraph {
    QList<MapCard> cards; ///< in the order of the design
    QList<MapEdge> edges; ///< by card and row; none stands twice

    bool operator==(const MapGraph &) const = default;
};

/// A function of the design, without state: may run in any thread.
MapGraph mapGraph(const Api &api);

} // namespace Design
