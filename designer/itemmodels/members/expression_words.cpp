#include "designer/itemmodels/members/expression_words.h"

#include "designer/model/expressions/expression_scopes.h"
#include "designer/model/locate.h"

#include <QRegularExpression>

namespace Design
{

namespace
{

/// `query.limit`, or `header['x-token']` where the name is no identifier.
QString member(const QString &of, const QString &name)
{
    static const QRegularExpression identifier(QStringLiteral("^[A-Za-z_$][\\w$]*$"));
    return identifier.match(name).hasMatch() ? of + QLatin1Char('.') + name
                                             : QStringLiteral("%1['%2']").arg(of, name);
}

/// The members of a value, and theirs in turn.
void addMembers(const QString &of, const ScriptValue &value, int depth, QStringList &words)
{
    constexpr int deepest = 2;
    for (auto found = value.members.begin(); found != value.members.end(); ++found) {
        const QString name = member(of, found.key());
        words.append(name);
        if (!found->rows.isEmpty() || of == QLatin1String("store")) {
            for (const QString &method : found->members.keys())
                words.append(name + QLatin1Char('.') + method + QLatin1String("()"));
        } else if (depth < deepest) {
            addMembers(name, *found, depth + 1, words);
        }
    }
    for (const QString &field : ValueShapes::namedFields(value.shapes))
        words.append(member(of, field));
}

} // namespace

QStringList expressionWords(const Api &api, ExtensionWalk::Place::Of of, const QString &name,
                            NodeId operation)
{
    const ValueShapes shapes(api);
    const ExpressionScopes scopes(api, shapes);
    ExtensionWalk::Place place;
    place.of = of;
    place.name = name;
    ExpressionRoute route;
    if (operation != NodeId::None)
        route = {findPathOf(api, operation), findOperation(api, operation)};
    const ScriptScope scope = scopes.scope(place, route);
    static const QStringList calls{QStringLiteral("now"), QStringLiteral("uuid"),
                                   QStringLiteral("random")};
    QStringList words;
    for (const QString &root : expressionRoots()) {
        const ScriptValue value = scope.value(root);
        if (calls.contains(root))
            words.append(root + QLatin1String("()"));
        else if (!value.isComplete)
            words.append(root);
        addMembers(root, value, 1, words);
    }
    words.removeDuplicates();
    return words;
}

Words wordsAt(ExtensionWalk::Place::Of of, const QString &name)
{
    return [=](const Api &api) { return expressionWords(api, of, name); };
}

Words wordsAt(ExtensionWalk::Place::Of of, NodeId operation)
{
    return [=](const Api &api) { return expressionWords(api, of, {}, operation); };
}

} // namespace Design
