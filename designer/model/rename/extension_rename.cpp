#include "designer/model/rename/extension_rename.h"

#include "designer/model/locate.h"
#include "designer/model/rename/test_route.h"
#include "designer/text/pointer.h"

namespace Design
{

namespace
{

template<class Change>
Json changedMember(const Json &object, const QString &key, const Change &change)
{
    const Json *value = object.find(key);
    if (!value)
        return object;
    JsonObject changed = object.object();
    changed.insert(key, change(*value));
    return changed;
}

template<class Change>
Json changedMembers(const Json &object, const Change &change)
{
    if (!object.isObject())
        return object;
    JsonObject changed;
    for (const JsonObject::Member &member : object.object())
        changed.insert(member.key, change(member.key, member.value));
    return changed;
}

template<class Change>
Json changedItems(const Json &list, const Change &change)
{
    if (!list.isArray())
        return list;
    JsonArray changed;
    for (const Json &item : list.array())
        changed.append(change(item));
    return changed;
}

const Schema *firstSchema(const NamedList<MediaType> &content)
{
    return content.isEmpty() || content.first().isRaw() ? nullptr : &content.first().value.schema;
}

} // namespace

ExtensionRename::ExtensionRename(const Api &before, const ValueShapes &shapes)
    : m_before(before)
    , m_shapes(shapes)
    , m_behaviour(readBehaviour(before))
{
}

Json ExtensionRename::ofDocument(const Json &menura)
{
    const ScriptScope scope = documentScope();
    return changedMembers(menura, [&](const QString &key, const Json &value) {
        if (key == QLatin1String("errors")) {
            return changedMembers(value, [&](const QString &name, const Json &error) {
                return script(error, {}, errorScope(name));
            });
        }
        if (key == QLatin1String("stores")) {
            return changedMembers(
                value, [&](const QString &name, const Json &one) { return store(one, name); });
        }
        if (key == QLatin1String("logins"))
            return changedMembers(value,
                                  [&](const QString &, const Json &one) { return login(one); });
        if (key == QLatin1String("tests"))
            return changedItems(value, [&](const Json &one) { return test(one); });
        return key == QLatin1String("dependencies") ? script(value, {}, scope) : value;
    });
}

Json ExtensionRename::ofRoute(const Json &menura, const Operation &operation)
{
    const ScriptScope scope = routeScope(operation);
    Json changed = script(menura, {}, scope);
    changed = changedMember(changed, QStringLiteral("computed"), [&](const Json &computed) {
        return keys(computed, answerOf(operation, 0));
    });
    const RouteBehaviour route = readRouteBehaviour(operation);
    return changedMember(changed, QStringLiteral("action"), [&](const Json &action) {
        return changedMember(action, QStringLiteral("set"), [&](const Json &set) {
            return keys(set, rowsOf(route.action.store));
        });
    });
}

ScriptScope ExtensionRename::documentScope() const
{
    ScriptValue stores;
    for (const Named<StoreDesign> &one : m_behaviour.stores)
        stores.members[one.name].rows = m_shapes.ofModel(one.value.model);
    ScriptValue dependencies;
    for (const Named<DependencyDesign> &one : m_behaviour.dependencies) {
        const LoginDesign *login = m_behaviour.logins.find(one.value.scheme);
        if (one.value.isUser && login)
            dependencies.members[one.name].shapes = rowsOf(login->store);
    }
    return {{QStringLiteral("store"), stores}, {QStringLiteral("deps"), dependencies}};
}

ScriptScope ExtensionRename::routeScope(const Operation &operation) const
{
    ScriptScope scope = documentScope();
    const RequestBody *body =
        operation.requestBody ? resolve(m_before, *operation.requestBody) : nullptr;
    if (const Schema *schema = body ? firstSchema(body->content) : nullptr)
        scope[QStringLiteral("body")].shapes = m_shapes.of(*schema);
    const RouteBehaviour route = readRouteBehaviour(operation);
    const Shapes rows = rowsOf(route.action.store);
    scope[QStringLiteral("item")].shapes = rows;
    ScriptValue &result = scope[QStringLiteral("result")];
    (route.action.kind == ActionDesign::Kind::List ? result.items : result.shapes) = rows;
    return scope;
}

ScriptScope ExtensionRename::errorScope(const QString &error) const
{
    ScriptScope all = documentScope();
    for (const Named<PathItem> &path : m_before.paths) {
        for (const Operation &operation : path.value.operations) {
            const RouteBehaviour route = readRouteBehaviour(operation);
            const bool isRaised =
                std::any_of(route.errors.begin(), route.errors.end(),
                            [&](const ErrorRule &rule) { return rule.error == error; });
            if (!isRaised)
                continue;
            const ScriptScope scope = routeScope(operation);
            for (auto name = scope.begin(); name != scope.end(); ++name) {
                all[name.key()].shapes += name->shapes;
                all[name.key()].items += name->items;
            }
        }
    }
    return all;
}

Shapes ExtensionRename::rowsOf(const QString &store) const
{
    const StoreDesign *found = m_behaviour.stores.find(store);
    return found ? m_shapes.ofModel(found->model) : Shapes();
}

Shapes ExtensionRename::answerOf(const Operation &operation, int status) const
{
    for (const Named<Response> &listed : operation.responses) {
        const bool isMeant =
            status > 0 ? listed.name == QString::number(status) : listed.name.startsWith(u'2');
        const Response *response =
            isMeant && !listed.isRaw() ? resolve(m_before, listed.value) : nullptr;
        if (const Schema *schema = response ? firstSchema(response->content) : nullptr)
            return m_shapes.of(*schema);
    }
    return {};
}

Json ExtensionRename::script(const Json &value, const QString &key, const ScriptScope &scope)
{
    if (value.isString()) {
        ScriptRename rename(scope, &m_shapes);
        const bool isExpression = isExpressionKey(key) || key == QLatin1String("result");
        Json changed =
            isExpression ? Json(rename.expression(value.string())) : rename.inTemplate(value);
        m_count += rename.count();
        return changed;
    }
    if (value.isObject()) {
        return changedMembers(value, [&](const QString &name, const Json &member) {
            if (name == QLatin1String("sample") || name == QLatin1String("example"))
                return member; // data that someone wrote
            const bool isComputed = key == QLatin1String("computed");
            return script(member, isComputed ? QStringLiteral("result") : name, scope);
        });
    }
    return changedItems(value, [&](const Json &item) { return script(item, key, scope); });
}

Json ExtensionRename::data(const Json &value, const Shapes &shapes)
{
    return m_shapes.renamed(value, shapes, &m_count);
}

/// The names of members are fields, whatever stands under them.
Json ExtensionRename::keys(const Json &object, const Shapes &shapes)
{
    if (!object.isObject() || !m_shapes.isField(shapes, m_shapes.rename().from))
        return object;
    JsonObject changed = object.object();
    m_count += changed.rename(m_shapes.rename().from, m_shapes.rename().to) ? 1 : 0;
    return changed;
}

/// Texts, in lists of lists too, are fields.
Json ExtensionRename::names(const Json &value, const Shapes &shapes)
{
    if (value.isString() && m_shapes.isField(shapes, value.string())) {
        ++m_count;
        return m_shapes.rename().to;
    }
    return changedItems(value, [&](const Json &item) { return names(item, shapes); });
}

Json ExtensionRename::rowsByStore(const Json &stores)
{
    return changedMembers(stores, [&](const QString &name, const Json &rows) {
        const Shapes shapes = rowsOf(name);
        return changedItems(rows, [&](const Json &row) { return data(row, shapes); });
    });
}

Json ExtensionRename::store(const Json &store, const QString &name)
{
    const StoreDesign *design = m_behaviour.stores.find(name);
    const Shapes rows = rowsOf(name);
    ScriptScope scope = documentScope();
    scope[QStringLiteral("item")].shapes = rows;
    if (design && !design->create.isEmpty())
        scope[QStringLiteral("body")].shapes = m_shapes.ofModel(design->create);
    else
        scope[QStringLiteral("body")].shapes = rows;
    return changedMembers(store, [&](const QString &key, const Json &value) {
        if (key == QLatin1String("fixtures"))
            return changedItems(value, [&](const Json &row) { return data(row, rows); });
        if (key == QLatin1String("key") || key == QLatin1String("unique") ||
            key == QLatin1String("search"))
            return names(value, rows);
        if (key == QLatin1String("references"))
            return keys(value, rows);
        if (key != QLatin1String("set"))
            return value;
        const Json set = changedMembers(value, [&](const QString &, const Json &field) {
            if (field.isString())
                return script(field, QStringLiteral("result"), scope);
            return changedMember(field, QStringLiteral("value"), [&](const Json &said) {
                return script(said, QStringLiteral("result"), scope);
            });
        });
        return keys(set, rows);
    });
}

Json ExtensionRename::login(const Json &login)
{
    const Shapes rows = rowsOf(login.value(u"store").toString());
    return changedMembers(login, [&](const QString &key, const Json &value) {
        const bool isField = key == QLatin1String("username") || key == QLatin1String("password") ||
                             key == QLatin1String("scopes") || key == QLatin1String("disabled");
        return isField ? names(value, rows) : value;
    });
}

Json ExtensionRename::test(const Json &test)
{
    const Json changed = changedMembers(test, [&](const QString &key, const Json &value) {
        if (key == QLatin1String("given"))
            return rowsByStore(value);
        if (key == QLatin1String("steps"))
            return changedItems(value, [&](const Json &one) { return step(one); });
        return value;
    });
    return step(changed);
}

Json ExtensionRename::step(const Json &step)
{
    const Operation *operation = testedRoute(m_before, step.value(u"request").toString());
    const RequestBody *body =
        operation && operation->requestBody ? resolve(m_before, *operation->requestBody) : nullptr;
    const Schema *sent = body ? firstSchema(body->content) : nullptr;
    return changedMembers(step, [&](const QString &key, const Json &value) {
        if (key == QLatin1String("body") && sent)
            return data(value, m_shapes.of(*sent));
        if (key != QLatin1String("expect"))
            return value;
        const auto status = static_cast<int>(value.value(u"status").toInt64());
        const Shapes answer = operation ? answerOf(*operation, status) : Shapes();
        return changedMembers(value, [&](const QString &name, const Json &expected) {
            return name == QLatin1String("body")     ? data(expected, answer)
                   : name == QLatin1String("at")     ? pointers(expected, answer)
                   : name == QLatin1String("stores") ? rowsByStore(expected)
                                                     : expected;
        });
    });
}

/// The names of members are JSON Pointers into such a value.
Json ExtensionRename::pointers(const Json &object, const Shapes &shapes)
{
    if (!object.isObject())
        return object;
    JsonObject changed;
    for (const JsonObject::Member &member : object.object()) {
        Shapes at = shapes;
        QString pointer;
        for (const QString &token : pointerTokens(member.key)) {
            const bool isField = m_shapes.isField(at, token);
            m_count += isField ? 1 : 0;
            pointer = childPointer(pointer, isField ? m_shapes.rename().to : token);
            bool isIndex = false;
            const qsizetype index = token.toInt(&isIndex);
            const Shapes inside = m_shapes.member(at, token);
            at = inside.isEmpty() && isIndex ? m_shapes.item(at, index) : inside;
        }
        changed.insert(pointer, member.value);
    }
    return changed;
}

} // namespace Design
