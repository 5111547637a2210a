#include "designer/openapi/typed_text.h"

#include "designer/model/component_table.h"
#include "designer/model/design_text.h"
#include "designer/model/edits/keep_identities.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/model/operation_keys.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/openapi/part_reader.h"

namespace Design
{

namespace
{

class TextTaker
{
public:
    TextTaker(const Api &api, const ReadText &text, const InclusionsPointer &inclusions,
              FileSource *files)
        : m_before(api)
        , m_text(text)
        , m_files(files)
    {
        m_result.api = api;
        m_result.inclusions = inclusions;
    }

    TypedText takeDocument(const Json &document)
    {
        LoadedApi loaded = readOpenApi(document, {}, m_files);
        if (!loaded.ok) {
            for (const Diagnostic &diagnostic : std::as_const(loaded.diagnostics))
                refuse(diagnostic.pointer, diagnostic.message);
            return m_result;
        }
        m_result.api = std::move(loaded.api);
        keepIdentities(m_before, m_result.api);
        m_result.inclusions.reset();
        if (loaded.inclusions) {
            const auto inclusions = std::make_shared<Inclusions>(*loaded.inclusions);
            inclusions->bind(m_result.api);
            m_result.inclusions = inclusions;
        }
        return accepted();
    }

    /// The text has all but the paths and components: they are put back where they were.
    TypedText takeHead()
    {
        if (!m_text.value.isObject()) {
            refuse({}, DesignText::tr("Here stands an object, with “openapi” and “info”."));
            return m_result;
        }
        const JsonObject before = ownDocument().object();
        JsonObject document = m_text.value.object();
        QString previous;
        for (const JsonObject::Member &member : before) {
            const bool isApart = member.key == QLatin1String("paths") ||
                                 member.key == QLatin1String("webhooks") ||
                                 member.key == QLatin1String("components");
            if (isApart && document.contains(member.key)) {
                refuse(childPointer({}, member.key),
                       DesignText::tr("“%1” is not shown here; it is written in the whole "
                                      "document.")
                           .arg(member.key));
                return m_result;
            }
            if (isApart)
                document.insert(document.indexOf(previous) + 1, member.key, member.value);
            previous = member.key;
        }
        return takeDocument(document);
    }

    TypedText takeModel(NodeId id)
    {
        const Named<Schema> before = *findNamedSchema(m_before, id);
        const JsonObject::Member *member = onlyMember(m_text.value, {});
        if (!member)
            return m_result;
        const QString place = childPointer({}, member->key);
        if (!member->value.isObject() && !member->value.isBool()) {
            refuse(place, DesignText::tr("A model is an object with its keywords."));
            return m_result;
        }
        Api &api = m_result.api;
        if (renameSchema(api, id, member->key) < 0) {
            refuse(place, isComponentName(member->key)
                              ? DesignText::tr("There is another model “%1”.").arg(member->key)
                              : DesignText::tr("A model's name has letters, digits, “.”, “-” and "
                                               "“_” only."));
            return m_result;
        }
        SchemaContext context;
        ComponentTable components(api);
        // What the text calls itself by its old name is still itself.
        components.insert(QStringLiteral("schemas"), before.name, id);
        context.newId = [&api] { return api.newId(); };
        context.component = [&components](const QString &text) { return components.find(text); };
        Schema fresh = readSchema(inDesign(member->value, DocumentPart::Schema), context);
        keepIdentities(before.value, fresh, api);
        editSchema(api, id, [&fresh](Schema &schema) { schema = fresh; });
        return accepted();
    }

    TypedText takeRoute(NodeId id)
    {
        const JsonObject::Member *path = onlyMember(m_text.value, {});
        const QString place = path ? childPointer({}, path->key) : QString();
        const JsonObject::Member *method = path ? onlyMember(path->value, place) : nullptr;
        if (!method)
            return m_result;
        if (!method->value.isObject()) {
            refuse(childPointer(place, method->key),
                   DesignText::tr("A route is an object, with “responses” and more."));
            return m_result;
        }
        if (!renameRoute(id, *path, *method))
            return m_result;
        Api &api = m_result.api;
        const PathItem read = readPathItem(api, inDesign(path->value, DocumentPart::PathItem));
        Operation fresh = read.operations.value(0);
        keepIdentities(*findOperation(m_before, id), fresh, api);
        editOperation(api, id, [&fresh](Operation &operation) { operation = fresh; });
        return accepted();
    }

private:
    Json ownDocument() const
    {
        const Json document = writeOpenApi(m_before);
        return m_result.inclusions ? withFileReferences(document, m_before, *m_result.inclusions)
                                   : document;
    }

    /// References to files are references to components there.
    Json inDesign(const Json &part, DocumentPart kind) const
    {
        return m_result.inclusions ? partWithComponents(part, kind, m_before, *m_result.inclusions)
                                   : part;
    }

    bool renameRoute(NodeId id, const JsonObject::Member &path, const JsonObject::Member &method)
    {
        const QString place = childPointer({}, path.key);
        const QString oldPath = findPathOf(m_before, id)->name;
        const QString oldMethod = findOperation(m_before, id)->method;
        if (!operationKeys().contains(method.key)) {
            refuse(childPointer(place, method.key),
                   DesignText::tr("There is no method “%1”; there are %2.")
                       .arg(method.key, operationKeys().join(QStringLiteral(", "))));
            return false;
        }
        if (!path.key.startsWith(u'/') || path.key.count(u'{') != path.key.count(u'}')) {
            refuse(place, DesignText::tr("A path begins with “/”, and each “{” has its “}”."));
            return false;
        }
        const bool isMoved = path.key == oldPath || moveOperation(m_result.api, id, path.key);
        const bool isChanged =
            isMoved && (method.key == oldMethod || changeMethod(m_result.api, id, method.key));
        if (!isChanged)
            refuse(place, DesignText::tr("There is another route %1 %2.")
                              .arg(method.key.toUpper(), path.key));
        return isChanged;
    }

    /// The only member of an object; null, and a reason, where there are none or several.
    const JsonObject::Member *onlyMember(const Json &json, const QString &place)
    {
        const QList<JsonObject::Member> &members = json.object().members();
        if (members.size() == 1)
            return &members.first();
        if (members.isEmpty())
            refuse(place, DesignText::tr("The name of the item is missing here."));
        else
            refuse(childPointer(place, members.at(1).key),
                   DesignText::tr("One item is shown here; “%1” is written in the whole document.")
                       .arg(members.at(1).key));
        return nullptr;
    }

    void refuse(const QString &pointer, const QString &message)
    {
        m_result.diagnostics.append({Severity::Error, QStringLiteral("typed-text"), message,
                                     pointer, m_text.sourceMap.position(m_text.value, pointer),
                                     NodeId::None});
    }

    TypedText accepted()
    {
        m_result.ok = true;
        return m_result;
    }

    const Api &m_before;
    const ReadText &m_text;
    FileSource *m_files;
    TypedText m_result;
};

} // namespace

TypedText takeText(const Api &api, NodeId item, const ReadText &text,
                   const InclusionsPointer &inclusions, FileSource *files)
{
    if (!text.ok()) {
        TypedText result;
        result.diagnostics = text.diagnostics;
        return result;
    }
    TextTaker taker(api, text, inclusions, files);
    if (item == NodeId::None)
        return taker.takeDocument(text.value);
    if (item == api.id)
        return taker.takeHead();
    return findNamedSchema(api, item) ? taker.takeModel(item) : taker.takeRoute(item);
}

} // namespace Design
