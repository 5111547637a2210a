#include "designer/itemmodels/members/expression_words.h"

#include "designer/itemmodels/members/table_parts.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/model/edits/behaviour_edits.h"
#include "designer/model/locate.h"
#include "designer/model/notation.h"

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

void addFields(const Api &api, const Schema &schema, int depth, QStringList &words)
{
    constexpr int deepest = 8;
    const Schema *resolved = resolve(api, coreSchema(schema));
    if (!resolved || depth > deepest)
        return;
    for (const Named<Schema> &field : resolved->members(Keyword::Properties))
        words.append(member(QStringLiteral("body"), field.name));
    for (const Schema &part : resolved->schemas(Keyword::AllOf))
        addFields(api, part, depth + 1, words);
}

/// The fields of the row that the action is about.
void addRow(const Api &api, const QString &store, QStringList &words)
{
    const Json design =
        behaviourValue(api, {NodeId::None, {groupKey(BehaviourGroup::Stores), store}});
    for (const QString &field : TableParts::fieldNames(api, design.value(u"model").string()))
        words.append(member(QStringLiteral("item"), field));
}

void addRoute(const Api &api, const Operation &operation, const PathItem *path, QStringList &words)
{
    const auto addParameters = [&](const QList<Parameter> &parameters) {
        for (const Parameter &listed : parameters) {
            const Parameter *parameter = resolve(api, listed);
            if (parameter && !parameter->in.isEmpty())
                words.append(member(parameter->in, parameter->name));
        }
    };
    addParameters(operation.parameters);
    if (path)
        addParameters(path->parameters);
    const RequestBody *body =
        operation.requestBody ? resolve(api, *operation.requestBody) : nullptr;
    if (body && !body->content.isEmpty() && !body->content.first().isRaw()) {
        words.append(QStringLiteral("body"));
        addFields(api, body->content.first().value.schema, 0, words);
    }
}

} // namespace

QStringList expressionWords(const Api &api, NodeId operation, const QStringList &params)
{
    QStringList words;
    for (const QString &name : params)
        words.append(member(QStringLiteral("params"), name));
    const Named<PathItem> *path = findPathOf(api, operation);
    if (const Operation *found = findOperation(api, operation)) {
        addRoute(api, *found, path ? &path->value : nullptr, words);
        addRow(api, readRouteBehaviour(*found).action.store, words);
    } else {
        for (const char *place : {"path", "query", "header", "cookie", "body"})
            words.append(QString::fromLatin1(place));
    }
    for (const QString &name : behaviourNames(api, BehaviourGroup::Dependencies))
        words.append(member(QStringLiteral("deps"), name));
    for (const QString &name : behaviourNames(api, BehaviourGroup::Stores)) {
        const QString store = member(QStringLiteral("store"), name);
        words.append(store);
        for (const char *call : {".get()", ".has()", ".find()", ".all()", ".count()", ".add()",
                                 ".update()", ".remove()"})
            words.append(store + QString::fromLatin1(call));
    }
    for (const char *name : {"request.method", "request.path", "item", "result", "status", "now()",
                             "uuid()", "random()"})
        words.append(QString::fromLatin1(name));
    words.removeDuplicates();
    return words;
}

} // namespace Design
