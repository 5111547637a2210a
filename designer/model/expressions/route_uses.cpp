#include "designer/model/expressions/route_uses.h"

#include "designer/model/expressions/script_tokens.h"

#include <QSet>

#include <algorithm>

namespace Design
{

namespace
{

QStringList taskExpressions(const TaskDesign &task)
{
    return QStringList{task.when, task.script} + templateExpressions(task.text) +
           templateExpressions(task.url) + templateExpressions(task.body) +
           templateExpressions(Json(task.headers));
}

/// The members of `deps` that an expression reaches for. One that takes it as a whole may mean any.
struct Reached {
    QSet<QString> names;
    bool isAll = false;
};

void reach(const QString &expression, Reached *reached)
{
    QList<ScriptToken> tokens = scriptTokens(expression);
    tokens.removeIf(
        [](const ScriptToken &token) { return token.kind == ScriptToken::Kind::Space; });
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool isMember = i > 0 && (tokens[i - 1].is(QLatin1String(".")) ||
                                        tokens[i - 1].is(QLatin1String("?.")));
        if (tokens[i].kind != ScriptToken::Kind::Name || tokens[i].text != u"deps" || isMember)
            continue;
        const ScriptToken mark = tokens.value(i + 1);
        const ScriptToken name = tokens.value(i + 2);
        if (mark.is(QLatin1String(".")) || mark.is(QLatin1String("?.")))
            reached->names.insert(name.text);
        else if (mark.is(QLatin1String("[")) && name.kind == ScriptToken::Kind::Text)
            reached->names.insert(name.literal());
        else
            reached->isAll = true;
    }
}

} // namespace

QStringList errorExpressions(const ErrorAnswer &answer)
{
    return templateExpressions(answer.detail) + templateExpressions(answer.body) +
           templateExpressions(Json(answer.headers));
}

QStringList routeExpressions(const Behaviour &behaviour, const RouteBehaviour &route)
{
    QStringList all;
    for (const ErrorRule &rule : route.errors) {
        const ErrorAnswer *named = behaviour.errors.find(rule.error);
        all += QStringList{rule.when} + errorExpressions(named ? *named : rule.answer);
    }
    all += templateExpressions(route.answer) + templateExpressions(Json(route.action.set));
    all.append(route.action.key);
    for (const JsonObject::Member &member : route.computed)
        all.append(member.value.toString());
    if (route.upstream) {
        all += templateExpressions(route.upstream->url) +
               templateExpressions(route.upstream->body) +
               templateExpressions(Json(route.upstream->headers));
    }
    for (const TaskDesign &task : route.tasks)
        all += taskExpressions(task);
    if (const StoreDesign *store = behaviour.stores.find(route.action.store)) {
        for (const ServerField &field : store->set)
            all.append(field.expression);
    }
    all.removeAll(QString());
    return all;
}

qsizetype countOfUnnamedDepends(const Behaviour &behaviour, const RouteBehaviour &route)
{
    if (route.depends.isEmpty())
        return 0;
    Reached reached;
    for (const QString &expression : routeExpressions(behaviour, route))
        reach(expression, &reached);
    const auto first =
        std::find_if(route.depends.begin(), route.depends.end(), [&](const QString &name) {
            return reached.isAll || reached.names.contains(name);
        });
    return first - route.depends.begin();
}

} // namespace Design
