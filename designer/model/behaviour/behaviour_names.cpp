#include "designer/model/behaviour/behaviour.h"

namespace Design
{

namespace
{

/// A router may not be inside itself; this many are more than any path has parts.
constexpr qsizetype deepest = 50;

/// The router and those around it, outermost first.
QStringList chainOf(const Behaviour &behaviour, QString router)
{
    QStringList chain;
    while (const RouterDesign *design = behaviour.routers.find(router)) {
        if (chain.contains(router) || chain.size() >= deepest)
            break;
        chain.prepend(router);
        router = design->parent;
    }
    return chain;
}

bool isInside(const QString &path, const QString &prefix)
{
    return path.startsWith(prefix) &&
           (path.size() == prefix.size() || path.at(prefix.size()) == u'/');
}

/// Where the `}}` stands that ends an expression: not one inside a text or an object literal.
/// -1 when there is none.
qsizetype expressionEnd(const QString &text, qsizetype from)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!quote.isNull()) {
            if (c == u'\\')
                ++i;
            else if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'' || c == u'`') {
            quote = c;
        } else if (c == u'{') {
            ++depth;
        } else if (c == u'}' && depth > 0) {
            --depth;
        } else if (c == u'}' && i + 1 < text.size() && text.at(i + 1) == u'}') {
            return i;
        }
    }
    return -1;
}

void collectExpressions(const Json &json, QStringList *expressions)
{
    if (json.isString()) {
        for (const TemplatePiece &piece : templatePieces(json.string())) {
            if (piece.isExpression)
                expressions->append(piece.text);
        }
    }
    for (const Json &item : json.array())
        collectExpressions(item, expressions);
    for (const JsonObject::Member &member : json.object())
        collectExpressions(member.value, expressions);
}

} // namespace

QString fullPrefix(const Behaviour &behaviour, const QString &router)
{
    QString prefix;
    for (const QString &name : chainOf(behaviour, router))
        prefix += behaviour.routers.find(name)->prefix;
    return prefix;
}

QStringList routersOf(const Behaviour &behaviour, const QString &path, const RouteBehaviour &route)
{
    if (route.router)
        return chainOf(behaviour, *route.router);
    QString best;
    qsizetype length = 0;
    for (const Named<RouterDesign> &router : behaviour.routers) {
        const QString prefix = fullPrefix(behaviour, router.name);
        if (prefix.size() > length && isInside(path, prefix)) {
            best = router.name;
            length = prefix.size();
        }
    }
    return chainOf(behaviour, best);
}

QStringList dependsOf(const Behaviour &behaviour, const QStringList &routers,
                      const RouteBehaviour &route)
{
    QStringList depends = behaviour.depends;
    for (const QString &name : routers) {
        if (const RouterDesign *router = behaviour.routers.find(name))
            depends += router->depends;
    }
    return depends + route.depends;
}

static bool usesScopes(const Behaviour &behaviour, const QString &dependency, QStringList *above)
{
    const DependencyDesign *design = behaviour.dependencies.find(dependency);
    if (!design || above->contains(dependency))
        return false;
    if (!design->scheme.isEmpty() || !design->scopes.isEmpty())
        return true;
    above->append(dependency);
    return std::any_of(design->needs.begin(), design->needs.end(),
                       [&](const QString &need) { return usesScopes(behaviour, need, above); });
}

bool usesScopes(const Behaviour &behaviour, const QString &dependency)
{
    QStringList above;
    return usesScopes(behaviour, dependency, &above);
}

QStringList scopesWith(const QStringList &outer, const DependencyDesign &dependency)
{
    QStringList scopes = outer + dependency.scopes;
    scopes.removeDuplicates();
    return scopes;
}

QString rowName(const QString &store)
{
    QString label = store;
    label.replace(u'_', u' ').replace(u'-', u' ');
    if (label.endsWith(QLatin1String("ies")))
        label = label.chopped(3) + u'y';
    else if (label.endsWith(QLatin1String("sses")) || label.endsWith(QLatin1String("xes")))
        label.chop(2);
    else if (label.endsWith(u's') && !label.endsWith(QLatin1String("ss")))
        label.chop(1);
    return label.left(1).toUpper() + label.mid(1);
}

QList<TemplatePiece> templatePieces(const QString &text)
{
    QList<TemplatePiece> pieces;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype begin = text.indexOf(QLatin1String("{{"), at);
        const qsizetype end = begin < 0 ? -1 : expressionEnd(text, begin + 2);
        if (end < 0)
            break;
        if (begin > at)
            pieces.append({text.sliced(at, begin - at), false});
        pieces.append({text.sliced(begin + 2, end - begin - 2).trimmed(), true});
        at = end + 2;
    }
    if (at < text.size())
        pieces.append({text.sliced(at), false});
    return pieces;
}

QStringList templateExpressions(const Json &json)
{
    QStringList expressions;
    collectExpressions(json, &expressions);
    return expressions;
}

} // namespace Design
