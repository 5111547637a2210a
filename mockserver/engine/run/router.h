#pragma once

#include "mockserver/engine/plan/path_template.h"

#include <QHash>

namespace Mock
{

/// Finds the route of a request. Routes are numbers that the caller gives a meaning.
class Router
{
public:
    enum class Order {
        AsRegistered,  ///< the first that fits wins (FastAPI)
        ConcreteFirst, ///< `/users/me` before `/users/{id}`, wherever they stand (OpenAPI)
    };
    struct Found {
        int route = -1;       ///< the path and the method fit
        int otherMethod = -1; ///< only the path fits: the first such route
        QStringList values;   ///< of the path's parameters, for whichever of the two is set
    };

    explicit Router(Order order = Order::AsRegistered)
        : m_order(order)
    {
    }

    /// Whether the values of a path are those that a route asks for.
    using Fits = std::function<bool(int route, const QStringList &values)>;

    void add(const QString &path, const QByteArray &method, int route);
    void finish(); ///< all routes have been added

    /// `fits` is asked only where paths differ in nothing but the names of their parameters: then
    /// the first that it accepts is meant, else the first.
    Found find(QStringView decodedPath, QByteArrayView method, const Fits &fits = {}) const;
    bool matches(QStringView decodedPath) const; ///< with whatever method
    /// All methods of the routes whose path fits, in order.
    QList<QByteArray> methods(QStringView decodedPath) const;
    /// The routes whose paths look most like this one, best first: "GET /items/{item_id}".
    QStringList nearest(QStringView decodedPath, qsizetype most) const;

private:
    struct Entry {
        PathTemplate path;
        QByteArray method;
        int route = -1;
        bool hasTwins = false; ///< routes that match just the same requests
    };

    QList<int> candidates(QStringView decodedPath) const;

    Order m_order;
    QList<Entry> m_entries;
    QHash<QString, QList<int>> m_byFirstSegment; ///< of the routes that start with a literal one
    QList<int> m_open;                           ///< all others
};

} // namespace Mock
