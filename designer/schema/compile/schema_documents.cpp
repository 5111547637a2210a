#include "designer/schema/compile/schema_documents.h"

#include "designer/model/design_text.h"
#include "designer/model/locate.h"
#include "designer/schema/uri.h"

#include <algorithm>
#include <vector>

namespace Design
{

namespace
{

/// Of schemas that are read out of unknown keywords: above all ids that documents have themselves.
constexpr quint32 firstUnknownId = 0x80000000U;

Dialect dialectOf(const Api &api)
{
    return api.isVersion30() ? Dialect::OpenApi30 : Dialect::Draft202012;
}

DialectRules rulesFor(Dialect dialect, const CompileSchemaOptions &options)
{
    DialectRules rules;
    rules.dialect = dialect == Dialect::Auto ? Dialect::Draft202012 : dialect;
    rules.assertsFormat = options.formats == FormatRule::Assert;
    // Draft 7 lets content be checked, later ones do not by themselves.
    rules.assertsContent = rules.assertsFormat || dialect == Dialect::Draft7;
    return rules;
}

/// The keyword that gives a resource its URI; `id` in draft 4.
QString identifier(const Schema &schema, const DialectRules &rules)
{
    if (rules.isOpenApi30() || (rules.refHidesSiblings() && schema.has(Keyword::Ref)))
        return {};
    return schema.text(rules.dialect == Dialect::Draft4 ? Keyword::LegacyId : Keyword::Id);
}

} // namespace

SchemaDocuments::SchemaDocuments(const CompileSchemaOptions &options)
    : m_options(options)
{
}

SchemaDocuments::SchemaDocuments(const Api &api, const CompileSchemaOptions &options)
    : m_options(options)
    , m_hasApi(true)
    , m_api(std::make_unique<Api>(api))
{
    const bool isChosen = options.dialect != Dialect::Auto;
    DialectRules rules = rulesFor(isChosen ? options.dialect : dialectOf(api), options);
    if (!isChosen && !api.jsonSchemaDialect.isEmpty() && !rules.isOpenApi30())
        rules = rulesOf(api.jsonSchemaDialect, rules, 0);
    Resource *first = addDocument(options.baseUri, Schema(), rules);
    for (const Named<Schema> &component : api.components.schemas) {
        if (component.isRaw())
            continue;
        m_components.insert(component.value.id(), component.value);
        m_componentNames.insert(component.name, component.value.id());
    }
    m_documents.front().isGiven = true;
    // Each schema comes before what is in it, so one that has not been seen is the root of a tree.
    QSet<NodeId> seen;
    forEachSchema(api, [&](const Schema &schema) {
        if (!seen.contains(schema.id()))
            index(schema, first, &seen);
    });
}

SchemaDocuments::~SchemaDocuments() = default;

quint64 SchemaDocuments::key(const Schema &schema, const Resource *resource)
{
    if (schema.id() == NodeId::None)
        return 0;
    return (static_cast<quint64>(resource->document) << 32) | static_cast<quint64>(schema.id());
}

NodeId SchemaDocuments::ownId(const Place &place) const
{
    const NodeId id = place.schema.id();
    const bool isGiven = m_documents[static_cast<size_t>(place.resource->document)].isGiven;
    return isGiven && static_cast<quint32>(id) < firstUnknownId ? id : NodeId::None;
}

SchemaDocuments::Place SchemaDocuments::place(const Schema &schema)
{
    if (m_hasApi)
        return child(schema, m_documents.front().first);
    const Resource *first =
        addDocument(m_options.baseUri, schema, rulesFor(m_options.dialect, m_options));
    m_documents.back().isGiven = true;
    return child(schema, first);
}

SchemaDocuments::Place SchemaDocuments::child(const Schema &schema, const Resource *parent) const
{
    if (m_nested.isEmpty() || schema.id() == NodeId::None)
        return {schema, parent};
    const Resource *first = m_documents[static_cast<size_t>(parent->document)].first;
    const Resource *nested = m_nested.value(key(schema, parent));
    return {schema, nested ? nested : first};
}

SchemaDocuments::Resource *SchemaDocuments::addDocument(const QString &uri, const Schema &root,
                                                        const DialectRules &rules)
{
    const int number = static_cast<int>(m_documents.size());
    Resource *first = addResource(withoutFragment(uri), number, root, rulesOf(root, rules));
    m_documents.push_back({first, nodeIdsFrom(firstUnknownId), {}, false});
    if (!root.isAbsent()) {
        const QString id = identifier(root, first->rules);
        if (const QString base = withoutFragment(id); !base.isEmpty()) {
            first->uri = resolvedUri(first->uri, base);
            m_byUri.insert(first->uri, first);
        }
        index(root, first);
    }
    return first;
}

SchemaDocuments::Resource *SchemaDocuments::addResource(const QString &uri, int document,
                                                        const Schema &root,
                                                        const DialectRules &rules)
{
    m_resources.push_back(
        {uri, static_cast<int>(m_resources.size()), document, root, rules, {}, {}});
    m_byUri.insert(uri, &m_resources.back());
    return &m_resources.back();
}

void SchemaDocuments::index(const Schema &root, Resource *resource, QSet<NodeId> *seen)
{
    struct Visit {
        Schema schema;
        Resource *resource;
    };
    std::vector<Visit> stack{{root, resource}};
    const Resource *first = m_documents[static_cast<size_t>(resource->document)].first;
    while (!stack.empty()) {
        const Visit visit = std::move(stack.back());
        stack.pop_back();
        if (seen)
            seen->insert(visit.schema.id());
        Resource *here = enter(visit.schema, visit.resource);
        if (here != first && visit.schema.id() != NodeId::None)
            m_nested.insert(key(visit.schema, here), here);
        addAnchors(visit.schema, here);
        // Of two equal identifiers the first in the document shall win, so the last goes in first.
        const size_t from = stack.size();
        visit.schema.forEachChild([&](const Schema &sub, Keyword keyword, const QString &) {
            const bool isKnown = isActive(keyword, here->rules) || keyword == Keyword::Definitions;
            if (isKnown && !(here->rules.refHidesSiblings() && visit.schema.has(Keyword::Ref) &&
                             keyword != Keyword::Definitions))
                stack.push_back({sub, here});
        });
        std::reverse(stack.begin() + static_cast<std::ptrdiff_t>(from), stack.end());
    }
}

/// The resource that a schema stands in, which is a new one if it has an `$id`.
SchemaDocuments::Resource *SchemaDocuments::enter(const Schema &schema, Resource *resource)
{
    if (schema.id() == resource->root.id() && schema.id() != NodeId::None)
        return resource; // its identifier has been read
    DialectRules rules = resource->rules;
    if (!schema.text(Keyword::Schema).isEmpty())
        rules = rulesOf(schema, rules);
    const QString base = withoutFragment(identifier(schema, rules));
    if (base.isEmpty())
        return resource;
    return addResource(resolvedUri(resource->uri, base), resource->document, schema, rules);
}

void SchemaDocuments::addAnchors(const Schema &schema, Resource *resource)
{
    const DialectRules &rules = resource->rules;
    const auto add = [&](QHash<QString, Schema> *anchors, const QString &name) {
        if (!name.isEmpty() && !anchors->contains(name))
            anchors->insert(name, schema);
    };
    if (rules.isBefore(Dialect::Draft201909)) {
        const QString id = identifier(schema, rules);
        if (const qsizetype hash = id.indexOf(u'#'); hash >= 0)
            add(&resource->anchors, id.mid(hash + 1));
        return;
    }
    if (rules.isOpenApi30())
        return;
    add(&resource->anchors, schema.text(Keyword::Anchor));
    if (isActive(Keyword::DynamicAnchor, rules)) {
        add(&resource->anchors, schema.text(Keyword::DynamicAnchor));
        add(&resource->dynamicAnchors, schema.text(Keyword::DynamicAnchor));
    }
    const bool isRoot = resource->root.id() == schema.id();
    if (isRoot && isActive(Keyword::RecursiveAnchor, rules) &&
        schema.flag(Keyword::RecursiveAnchor))
        resource->dynamicAnchors.insert(QString(), schema);
}

DialectRules SchemaDocuments::rulesOf(const Schema &root, const DialectRules &otherwise)
{
    const QString uri = root.text(Keyword::Schema);
    return uri.isEmpty() ? otherwise : rulesOf(uri, otherwise, 0);
}

DialectRules SchemaDocuments::rulesOf(const QString &uri, const DialectRules &otherwise, int depth)
{
    if (const Dialect dialect = dialectFromUri(uri); dialect != Dialect::Auto)
        return rulesFor(dialect, m_options);
    if (const auto known = m_metaSchemas.constFind(uri); known != m_metaSchemas.constEnd())
        return *known;
    constexpr int deepest = 8; // meta-schemas of meta-schemas
    const Json *document =
        m_options.resolver && depth < deepest ? m_options.resolver(withoutFragment(uri)) : nullptr;
    DialectRules rules = otherwise;
    if (document) {
        const QString above = document->value(u"$schema").toString();
        if (!above.isEmpty() && above != uri)
            rules = rulesOf(above, otherwise, depth + 1);
        if (const Json *vocabulary = document->find(u"$vocabulary"))
            rules = withVocabularies(rules, vocabulary->object());
        rules.assertsFormat |= m_options.formats == FormatRule::Assert;
        rules.assertsContent |= m_options.formats == FormatRule::Assert;
    } else {
        report(Severity::Warning, "unknown-dialect",
               DesignText::tr("The dialect “%1” is not known; the schema is read as JSON Schema "
                              "2020-12 or what its document is written in.")
                   .arg(uri),
               NodeId::None);
    }
    m_metaSchemas.insert(uri, rules);
    return rules;
}

void SchemaDocuments::report(Severity severity, const char *rule, const QString &message,
                             NodeId node)
{
    m_diagnostics.append({severity, QLatin1String(rule), message, {}, {}, node});
}

Diagnostics SchemaDocuments::takeDiagnostics()
{
    return std::exchange(m_diagnostics, {});
}

} // namespace Design
