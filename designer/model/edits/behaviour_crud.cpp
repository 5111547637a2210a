#include "designer/model/behaviour/behaviour.h"
#include "designer/model/edits/behaviour_edits.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/route_line.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"

namespace Design
{

namespace
{

TypeExpression modelType(const Api &api, const QString &name)
{
    const Schema *schema = api.components.schemas.find(name);
    TypeExpression type;
    type.kind = TypeExpression::Kind::Model;
    type.name = name;
    type.model = schema ? schema->id() : NodeId::None;
    return type;
}

TypeExpression typeOf(const QString &text, const Api &api)
{
    return parseType(text, api).type;
}

/// "item" for "items", "entry" for "entries": what the key of one row is called in a path.
QString keyParameter(const QString &store, const QString &key)
{
    QString one = rowName(store).toLower();
    one.replace(QLatin1Char(' '), QLatin1Char('_'));
    return key.startsWith(one) ? key : one + QLatin1Char('_') + key;
}

/// What may be sent to change some fields: the model of creation with nothing required. Null where
/// that model has bases, whose requirements would stay.
QString patchModel(Api &api, const QString &create)
{
    const QString name = create.endsWith(QLatin1String("Create"))
                             ? create.chopped(6) + QStringLiteral("Patch")
                             : create + QStringLiteral("Patch");
    if (api.components.schemas.contains(name))
        return name;
    const Schema *base = api.components.schemas.find(create);
    if (!base || !extendsOf(*base).isEmpty())
        return {};
    Schema schema = *base;
    schema.remove(Keyword::Required);
    return addSchema(api, name, schema) == NodeId::None ? QString() : name;
}

class CrudRoutes
{
public:
    CrudRoutes(Api &api, const QString &name, const StoreDesign &store, const QString &path)
        : m_api(api)
        , m_name(name)
        , m_create(store.create.isEmpty() ? store.model : store.create)
        , m_answer(store.answer.isEmpty() ? store.model : store.answer)
        , m_all(path)
    {
        const QString parameter = keyParameter(name, store.key);
        m_one = path + (path.endsWith(QLatin1Char('/')) ? QString() : QStringLiteral("/")) +
                QStringLiteral("{%1}").arg(parameter);
        TypeExpression type = typeOf(QStringLiteral("string"), api);
        if (const Schema *model = api.components.schemas.find(store.model)) {
            const NamedList<Schema> fields = propertyHost(*model).members(Keyword::Properties);
            if (const Schema *key = fields.find(store.key)) {
                type = describeType(*key, api);
                type.rules.clear();
            }
        }
        m_keyTypes.insert(parameter, type);
    }

    QList<NodeId> add()
    {
        RouteDraft list = draft(QStringLiteral("get"), m_all);
        TypeExpression rows;
        rows.kind = TypeExpression::Kind::List;
        rows.parts = {modelType(m_api, m_answer)};
        list.answer = rows;
        if (const NodeId added = route(list, QStringLiteral("list")); added != NodeId::None) {
            query(added, QStringLiteral("skip"), QStringLiteral("integer >=0 default 0"));
            query(added, QStringLiteral("limit"), QStringLiteral("integer 1..100 default 10"));
        }
        write(QStringLiteral("post"), m_all, m_create, QStringLiteral("create"));
        RouteDraft read = draft(QStringLiteral("get"), m_one);
        read.answer = modelType(m_api, m_answer);
        route(read, QStringLiteral("read"));
        write(QStringLiteral("put"), m_one, m_create, QStringLiteral("update"));
        if (isFree(QStringLiteral("patch"), m_one)) {
            if (const QString model = patchModel(m_api, m_create); !model.isEmpty())
                write(QStringLiteral("patch"), m_one, model, QStringLiteral("patch"));
        }
        route(draft(QStringLiteral("delete"), m_one), QStringLiteral("delete"));
        return m_added;
    }

private:
    bool isFree(const QString &method, const QString &path) const
    {
        const PathItem *item = std::as_const(m_api.paths).find(path);
        return !item || !item->operation(method);
    }

    RouteDraft draft(const QString &method, const QString &path) const
    {
        RouteDraft result;
        result.method = method;
        result.path = path;
        result.pathTypes = m_keyTypes;
        return result;
    }

    void write(const QString &method, const QString &path, const QString &body,
               const QString &action)
    {
        RouteDraft result = draft(method, path);
        result.body = modelType(m_api, body);
        result.answer = modelType(m_api, m_answer);
        route(result, action);
    }

    NodeId route(const RouteDraft &wanted, const QString &action)
    {
        if (!isFree(wanted.method, wanted.path))
            return NodeId::None;
        const NodeId added = addRoute(m_api, wanted);
        setBehaviourValue(m_api, {added, {QStringLiteral("action")}},
                          action + QLatin1Char(' ') + m_name);
        m_added.append(added);
        return added;
    }

    void query(NodeId operation, const QString &name, const QString &type)
    {
        const NodeId added = addParameter(m_api, operation, QStringLiteral("query"), name);
        editParameter(m_api, added, [&](Parameter &parameter) {
            applyType(parameter.schema, typeOf(type, m_api), RulesOf::Both, m_api);
        });
    }

    Api &m_api;
    QString m_name;
    QString m_create;
    QString m_answer;
    QString m_all;
    QString m_one;
    QHash<QString, TypeExpression> m_keyTypes;
    QList<NodeId> m_added;
};

} // namespace

QList<NodeId> addCrudRoutes(Api &api, const QString &store, const QString &path)
{
    const Behaviour behaviour = readBehaviour(api);
    const StoreDesign *design = behaviour.stores.find(store);
    if (!design || !api.components.schemas.find(design->model) ||
        !path.startsWith(QLatin1Char('/')))
        return {};
    return CrudRoutes(api, store, *design, path).add();
}

} // namespace Design
