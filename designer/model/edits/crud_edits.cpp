#include "designer/model/edits/crud_edits.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/path_parameters.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"

#include <algorithm>

namespace Design
{

namespace
{

/// "items" of "/shop/items/", "order_lines" of "/order-lines".
QString storeNameOf(const QString &path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    QString name;
    for (const QString &part : parts) {
        if (!part.startsWith(u'{'))
            name = part;
    }
    return name.replace(u'-', u'_');
}

/// The object at this key, made when it is not there.
JsonObject memberOf(const JsonObject &object, const QString &key)
{
    return object.value(key).object();
}

class CrudMaker
{
public:
    CrudMaker(Api &api, const CrudRoutes &routes)
        : m_api(api)
        , m_routes(routes)
        , m_store(routes.store.isEmpty() ? storeNameOf(routes.path) : routes.store)
        , m_row(QString(rowName(m_store)).toLower().replace(u' ', u'_'))
    {
    }

    QList<NodeId> run()
    {
        const Named<Schema> *model = findNamedSchema(m_api, m_routes.model);
        if (!model || m_store.isEmpty() || !m_routes.path.startsWith(u'/'))
            return {};
        m_modelName = model->name;
        if (!findNamedSchema(m_api, m_routes.create))
            m_routes.create = m_routes.model;
        if (!findNamedSchema(m_api, m_routes.answer))
            m_routes.answer = m_routes.model;
        addStore();
        for (const QString &action : std::as_const(m_routes.actions))
            addRoute(action);
        return m_made;
    }

private:
    void addStore()
    {
        const JsonObject stores = memberOf(m_api.menura.object(), QStringLiteral("stores"));
        if (stores.contains(m_store))
            return setKey(stores);
        JsonObject store{{QStringLiteral("model"), m_modelName}};
        const auto add = [&](const QString &key, NodeId schema) {
            if (schema != m_routes.model)
                store.insert(key, findNamedSchema(m_api, schema)->name);
        };
        add(QStringLiteral("create"), m_routes.create);
        add(QStringLiteral("answer"), m_routes.answer);
        if (m_routes.key != u"id")
            store.insert(QStringLiteral("key"), m_routes.key);
        // Who sends no key gets one.
        if (!mayBeSent(m_routes.key) || m_routes.create == m_routes.model)
            store.insert(QStringLiteral("set"), JsonObject{{m_routes.key, keyMaker()}});
        keep(stores, store);
    }

    /// A store that is there gets what its rows cannot be made without.
    void setKey(const JsonObject &stores)
    {
        JsonObject store = memberOf(stores, m_store);
        JsonObject set = memberOf(store, QStringLiteral("set"));
        if (set.contains(m_routes.key) || mayBeSent(m_routes.key) ||
            !m_routes.actions.contains(QStringLiteral("create")))
            return;
        set.insert(m_routes.key, keyMaker());
        store.insert(QStringLiteral("set"), set);
        keep(stores, store);
    }

    void keep(JsonObject stores, const JsonObject &store)
    {
        JsonObject menura = m_api.menura.object();
        stores.insert(m_store, store);
        menura.insert(QStringLiteral("stores"), stores);
        m_api.menura = menura;
    }

    QString keyMaker() const
    {
        return keyType() == u"string" ? QStringLiteral("uuid") : QStringLiteral("counter");
    }

    /// A property of the schema or of what it extends; absent without one.
    Schema fieldOf(const Schema &schema, const QString &name, int depth = 0) const
    {
        const Schema *resolved = depth > 20 ? nullptr : resolve(m_api, schema);
        if (!resolved)
            return {};
        if (const Schema *field = resolved->members(Keyword::Properties).find(name))
            return *field;
        for (const Schema &base : resolved->schemas(Keyword::AllOf)) {
            const Schema field = fieldOf(base, name, depth + 1);
            if (!field.isAbsent())
                return field;
        }
        return {};
    }

    /// Whether whoever makes a row can say the field.
    bool mayBeSent(const QString &name) const
    {
        const Schema field = fieldOf(findNamedSchema(m_api, m_routes.create)->value, name);
        return !field.isAbsent() && !field.flag(Keyword::ReadOnly);
    }

    QString keyType() const
    {
        const Schema field = fieldOf(findNamedSchema(m_api, m_routes.model)->value, m_routes.key);
        const QString type = field.types().value(0);
        return type.isEmpty() ? QStringLiteral("integer") : type;
    }

    Schema listOf(NodeId schema)
    {
        Schema list = Schema::empty(m_api.newId());
        list.set(Keyword::Type, QStringLiteral("array"));
        Schema items = Schema::empty(m_api.newId());
        const QString name = findNamedSchema(m_api, schema)->name;
        items.setReference(Keyword::Ref, {QLatin1String("#/components/schemas/") + name, schema});
        list.setSchema(Keyword::Items, items);
        return list;
    }

    /// The model of a patch: the fields of what is sent, none of them needed.
    NodeId patchSchema()
    {
        const Named<Schema> *create = findNamedSchema(m_api, m_routes.create);
        QString base = create->name;
        if (base.endsWith(QLatin1String("Create")))
            base.chop(6);
        NamedList<Schema> fields;
        collectFields(create->value, &fields, 0);
        Schema patch = Schema::empty(m_api.newId());
        patch.set(Keyword::Type, QStringLiteral("object"));
        patch.setMembers(Keyword::Properties, fields);
        return addSchema(m_api, uniqueSchemaName(m_api, base + QLatin1String("Patch")), patch);
    }

    void collectFields(const Schema &schema, NamedList<Schema> *fields, int depth) const
    {
        const Schema *resolved = depth > 20 ? nullptr : resolve(m_api, schema);
        if (!resolved)
            return;
        for (const Schema &base : resolved->schemas(Keyword::AllOf))
            collectFields(base, fields, depth + 1);
        for (const Named<Schema> &field : resolved->members(Keyword::Properties)) {
            if (!field.isRaw() && field.name != m_routes.key)
                fields->insert(field.name, field.value);
        }
    }

    void addRoute(const QString &action)
    {
        const bool isMany = action == u"list" || action == u"create";
        QString path = m_routes.path;
        if (!isMany) {
            while (path.endsWith(u'/'))
                path.chop(1);
            path += QLatin1String("/{") + m_row + u'_' + m_routes.key + u'}';
        }
        for (const Named<PathItem> &known : std::as_const(m_api.paths)) {
            if (pathShape(known.name) == pathShape(path))
                path = known.name;
        }
        const NodeId made = addOperation(m_api, path, methodOf(action));
        if (made == NodeId::None)
            return answerFromStore(path, action);
        m_made.append(made);
        const bool isPatch = action == u"patch";
        if (action == u"create" || action == u"update" || isPatch)
            addRequestBody(m_api, made, isPatch ? patchSchema() : m_routes.create);
        const NodeId response = findOperation(m_api, made)->responses.first().value.id;
        if (action == u"delete")
            changeStatus(m_api, response, QStringLiteral("204"));
        else
            setResponseSchema(m_api, response, m_routes.answer);
        if (action == u"create")
            changeStatus(m_api, response, QStringLiteral("201"));
        const QString what = action == u"list" ? m_store : m_row;
        const QString id = uniqueOperationId(m_api, action + u'_' + what);
        const Schema list = action == u"list" ? listOf(m_routes.answer) : Schema();
        editOperation(m_api, made, [&](Operation &operation) {
            operation.operationId = id;
            operation.rest.set(QStringLiteral("x-menura"),
                               JsonObject{{QStringLiteral("action"), action + u' ' + m_store}});
            if (!list.isAbsent())
                operation.responses.first().value.content.first().value.schema = list;
            for (Parameter &parameter : operation.parameters)
                parameter.schema.set(Keyword::Type, keyType());
        });
        if (action == u"list") {
            addNumber(made, QStringLiteral("skip"), 0, 0, -1);
            addNumber(made, QStringLiteral("limit"), 100, 1, 1000);
        }
    }

    /// An operation that was there before: its answer was made up, and now it is a row.
    void answerFromStore(const QString &path, const QString &action)
    {
        const PathItem *item = std::as_const(m_api.paths).find(path);
        const Operation *there = item ? item->operation(methodOf(action)) : nullptr;
        if (!there)
            return;
        JsonObject menura = there->rest.value(u"x-menura").object();
        const std::initializer_list<QStringView> answers{u"action", u"answer", u"upstream",
                                                         u"proxy"};
        if (std::any_of(answers.begin(), answers.end(),
                        [&menura](QStringView key) { return menura.contains(key); }))
            return;
        menura.insert(QStringLiteral("action"), QString(action + u' ' + m_store));
        m_made.append(there->id);
        editOperation(m_api, there->id, [&](Operation &operation) {
            operation.rest.set(QStringLiteral("x-menura"), menura);
        });
    }

    void addNumber(NodeId operation, const QString &name, int otherwise, int least, int most)
    {
        const NodeId id = addParameter(m_api, operation, QStringLiteral("query"), name);
        editParameter(m_api, id, [&](Parameter &parameter) {
            parameter.schema.set(Keyword::Type, QStringLiteral("integer"));
            parameter.schema.set(Keyword::Minimum, least);
            if (most >= 0)
                parameter.schema.set(Keyword::Maximum, most);
            parameter.schema.set(Keyword::Default, otherwise);
        });
    }

    static QString methodOf(const QString &action)
    {
        static const QHash<QString, QString> methods{
            {QStringLiteral("list"), QStringLiteral("get")},
            {QStringLiteral("create"), QStringLiteral("post")},
            {QStringLiteral("read"), QStringLiteral("get")},
            {QStringLiteral("update"), QStringLiteral("put")},
            {QStringLiteral("patch"), QStringLiteral("patch")},
            {QStringLiteral("delete"), QStringLiteral("delete")}};
        return methods.value(action);
    }

    Api &m_api;
    CrudRoutes m_routes;
    const QString m_store;
    const QString m_row; ///< "item" of the store "items"
    QString m_modelName;
    QList<NodeId> m_made;
};

} // namespace

QString storeNameFor(const QString &model)
{
    QString name;
    for (const QChar letter : model) {
        if (letter.isUpper() && !name.isEmpty() && name.back() != u'_' && !name.back().isUpper())
            name += u'_';
        name += letter;
    }
    name = name.toLower();
    if (name.endsWith(u'y') && name.size() > 1 &&
        !QStringLiteral("aeiou").contains(name.at(name.size() - 2)))
        return name.chopped(1) + QLatin1String("ies");
    const bool isHissing = name.endsWith(u's') || name.endsWith(u'x');
    return name + QLatin1String(isHissing ? "es" : "s");
}

QList<NodeId> addCrudRoutes(Api &api, const CrudRoutes &routes)
{
    return CrudMaker(api, routes).run();
}

} // namespace Design
