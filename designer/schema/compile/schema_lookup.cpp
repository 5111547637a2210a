// Where references lead: the part of SchemaDocuments that finds things in what has been indexed.

#include "designer/model/references.h"
#include "designer/schema/compile/schema_documents.h"
#include "designer/schema/uri.h"
#include "designer/text/pointer.h"

namespace Design
{

namespace
{

/// The entry of a keyword by its name in the document; `items` has two forms.
const Schema::Entry *findEntry(const Schema &schema, const QString &name)
{
    for (const Schema::Entry &entry : schema.entries()) {
        if (entry.key() == name)
            return &entry;
    }
    return nullptr;
}

QString pointerOf(const QStringList &tokens)
{
    QString pointer;
    for (const QString &token : tokens)
        pointer = childPointer(pointer, token);
    return pointer;
}

} // namespace

SchemaDocuments::Place SchemaDocuments::resolve(const Reference &reference, const Resource *from)
{
    const bool isInDesign = m_hasApi && from == m_documents.front().first;
    if (isInDesign && reference.component != NodeId::None) {
        if (const Place place = resolveComponent(reference); !place.isNull())
            return place;
    }
    const QString target = resolvedUri(from->uri, reference.text);
    const QString base = withoutFragment(target);
    const Resource *resource = base == from->uri ? from : load(base, from->rules);
    if (!resource)
        return {};
    const QString fragment = percentDecoded(splitUri(target).fragment);
    if (fragment.startsWith(u'/')) {
        const Place place = resolvePointer(fragment, resource);
        // Inside an `$id` the pointer counts from there; but people mean the design.
        const bool isMeant = place.isNull() && m_hasApi && resource->document == 0 &&
                             fragment.startsWith(QLatin1String("/components/"));
        return isMeant ? resolvePointer(fragment, m_documents.front().first) : place;
    }
    const Schema schema = fragment.isEmpty() ? resource->root : resource->anchors.value(fragment);
    return schema.isAbsent() ? Place() : child(schema, resource);
}

const SchemaDocuments::Resource *SchemaDocuments::load(const QString &uri,
                                                       const DialectRules &rules)
{
    if (const Resource *known = m_byUri.value(uri))
        return known;
    if (m_missing.contains(uri))
        return nullptr;
    Json json = metaSchema(uri);
    if (json.isUndefined() && m_options.resolver) {
        if (const Json *document = m_options.resolver(uri))
            json = *document;
    }
    if (!json.isObject() && !json.isBool()) {
        m_missing.insert(uri);
        return nullptr;
    }
    const bool isOpenApi30 = json.value(u"openapi").string().startsWith(QLatin1String("3.0"));
    DialectRules own = rules;
    if (isOpenApi30)
        own.dialect = Dialect::OpenApi30;
    addDocument(uri, readSchema(json, nodeIdsFrom(1)), own);
    return m_byUri.value(uri);
}

QList<Named<Schema>> SchemaDocuments::extensionsOf(const Place &component)
{
    if (!m_hasApi || !m_components.contains(component.schema.id()))
        return {};
    if (!m_extensions)
        findExtensions();
    QSet<NodeId> found{component.schema.id()};
    QList<NodeId> open = m_extensions->values(component.schema.id());
    while (!open.isEmpty()) {
        const NodeId next = open.takeLast();
        if (found.contains(next))
            continue;
        found.insert(next);
        open += m_extensions->values(next);
    }
    QList<Named<Schema>> extensions; // in the order of the document
    for (const Named<Schema> &each : m_api->components.schemas) {
        if (!each.isRaw() && each.value.id() != component.schema.id() &&
            found.contains(each.value.id()))
            extensions.append(each);
    }
    return extensions;
}

void SchemaDocuments::findExtensions()
{
    m_extensions.emplace();
    for (const Schema &component : std::as_const(m_components)) {
        const Resource *resource = child(component, m_documents.front().first).resource;
        for (const Schema &part : component.schemas(Keyword::AllOf)) {
            const Schema::Entry *entry = part.find(Keyword::Ref);
            const auto *reference = entry ? std::get_if<Reference>(&entry->payload) : nullptr;
            const Place base = reference ? resolve(*reference, resource) : Place();
            if (!base.isNull())
                m_extensions->insert(base.schema.id(), component.id());
        }
    }
}

/// The rest of the pointer counts from the component as it is called now.
SchemaDocuments::Place SchemaDocuments::resolveComponent(const Reference &reference)
{
    const auto component = m_components.constFind(reference.component);
    if (component == m_components.constEnd())
        return {};
    const qsizetype hash = reference.text.indexOf(u'#');
    QStringList tokens = pointerTokens(percentDecoded(QStringView(reference.text).mid(hash + 1)));
    constexpr qsizetype ofComponent = 3; // components, schemas, its name
    if (tokens.size() < ofComponent)
        return {};
    tokens.remove(0, ofComponent);
    return descend(*component, tokens, child(*component, m_documents.front().first).resource);
}

SchemaDocuments::Place SchemaDocuments::resolvePointer(const QString &pointer,
                                                       const Resource *resource)
{
    QStringList tokens = pointerTokens(pointer);
    if (!resource->root.isAbsent())
        return descend(resource->root, tokens, resource);
    if (!m_hasApi)
        return {};
    const bool isComponent = tokens.size() >= 3 && tokens[0] == QLatin1String("components") &&
                             tokens[1] == QLatin1String("schemas") &&
                             m_componentNames.contains(tokens[2]);
    if (isComponent) {
        const Schema component = m_components.value(m_componentNames.value(tokens[2]));
        tokens.remove(0, 3);
        return descend(component, tokens, child(component, resource).resource);
    }
    const Schema *schema = findReferenced(*m_api, {u'#' + pointer, NodeId::None});
    return schema ? child(*schema, resource) : Place();
}

SchemaDocuments::Place SchemaDocuments::descend(Schema schema, const QStringList &tokens,
                                                const Resource *resource)
{
    const QString where = QString::number(key(schema, resource));
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Schema::Entry *entry = findEntry(schema, tokens[i]);
        if (!entry)
            return {};
        const Json *json = std::get_if<Json>(&entry->payload);
        Schema next;
        if (const auto *list = std::get_if<QList<Schema>>(&entry->payload)) {
            bool isIndex = true;
            qsizetype at = 0;
            if (keywordShape(entry->keyword) != KeywordShape::OneSchema)
                at = ++i < tokens.size() ? tokens[i].toLongLong(&isIndex) : -1;
            if (!isIndex || at < 0 || at >= list->size())
                return {};
            next = list->at(at);
        } else if (const auto *map = std::get_if<NamedList<Schema>>(&entry->payload)) {
            const qsizetype at = ++i < tokens.size() ? map->indexOf(tokens[i]) : -1;
            if (at < 0)
                return {};
            if (map->at(at).isRaw())
                json = &map->at(at).raw;
            next = map->at(at).value;
        }
        if (json) {
            const Json *found = Design::resolvePointer(*json, pointerOf(tokens.mid(i + 1)));
            return found ? readUnknown(*found, where + pointerOf(tokens), resource) : Place();
        }
        if (next.isAbsent())
            return {};
        resource = child(next, resource).resource;
        schema = next;
    }
    return child(schema, resource);
}

/// A schema that stands where no schema is expected (below an unknown keyword).
SchemaDocuments::Place SchemaDocuments::readUnknown(const Json &json, const QString &where,
                                                    const Resource *resource)
{
    if (!json.isObject() && !json.isBool())
        return {};
    Document &document = m_documents[static_cast<size_t>(resource->document)];
    Schema &schema = document.unknown[where];
    if (schema.isAbsent()) {
        schema = readSchema(json, document.newId);
        index(schema, &m_resources[static_cast<size_t>(resource->number)]);
    }
    return child(schema, resource);
}

} // namespace Design
