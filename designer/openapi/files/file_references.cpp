#include "designer/model/component_table.h"
#include "designer/model/locate.h"
#include "designer/openapi/files/inclusions.h"
#include "designer/text/pointer.h"

#include <QSet>

// The way back: from the one design to what its own file says.

namespace Design
{

namespace
{

class ReferenceWriter
{
public:
    ReferenceWriter(const Api &api, const Inclusions &inclusions)
    {
        const NodeIndex index(api);
        for (const Inclusion &part : inclusions.parts) {
            if (!index.contains(part.node))
                continue;
            const QString place = index.pointer(part.node) + part.inside;
            m_current.insert(fragmentText(part.place), fragmentText(place));
            if (part.isComponent()) {
                m_added.insert(place);
                const QString pointer =
                    part.pointer.isEmpty() ? QString() : fragmentText(part.pointer);
                m_spelled.insert(fragmentText(place), part.file + pointer);
            } else {
                m_written.insert(place, part.written);
            }
        }
        for (auto it = inclusions.references.begin(); it != inclusions.references.end(); ++it) {
            const QString now = current(it.value());
            m_byText.insert(it.key(), now);
            // Where there are two spellings, the choice has to be the same each time.
            if (m_spelled.contains(componentOf(now)) &&
                (!m_first.contains(now) || it.key() < m_first.value(now)))
                m_first.insert(now, it.key());
        }
    }

    /// before: what the file says at this place.
    Json document(const Json &value, const Json *before, DocumentPart part, const QString &place)
    {
        const auto written = m_written.constFind(place);
        if (written != m_written.constEnd())
            return *written;
        if (value.isArray()) {
            JsonArray items;
            for (qsizetype i = 0; i < value.array().size(); ++i) {
                const bool isThere = before && i < before->array().size();
                items.append(document(value.array().at(i),
                                      isThere ? &before->array().at(i) : nullptr, elementPart(part),
                                      childPointer(place, i)));
            }
            return items;
        }
        if (!value.isObject() || part == DocumentPart::Opaque)
            return value;
        QList<JsonObject::Member> members;
        for (const JsonObject::Member &member : value.object()) {
            const QString pointer = childPointer(place, member.key);
            if (m_added.contains(pointer))
                continue;
            const Json *old = before ? before->find(member.key) : nullptr;
            const DocumentPart child = childPart(part, member.key);
            Json now = isReference(member, part)
                           ? Json(spelled(member.value.string(), old ? old->toString() : QString()))
                           : document(member.value, old, child, pointer);
            // Sections that only hold what was added are not in the file.
            const bool isSection = child == DocumentPart::Components || hasNames(child);
            if (isSection && now.object().isEmpty() && !member.value.object().isEmpty() && !old)
                continue;
            members.append({member.key, std::move(now)});
        }
        return JsonObject::fromDistinct(std::move(members));
    }

    Json withComponents(const Json &value, DocumentPart part)
    {
        if (value.isArray()) {
            JsonArray items;
            for (const Json &item : value.array())
                items.append(withComponents(item, elementPart(part)));
            return items;
        }
        if (!value.isObject() || part == DocumentPart::Opaque)
            return value;
        QList<JsonObject::Member> members = value.object().members();
        for (JsonObject::Member &member : members) {
            member.value = isReference(member, part)
                               ? Json(m_byText.value(member.value.string(), member.value.string()))
                               : withComponents(member.value, childPart(part, member.key));
        }
        return JsonObject::fromDistinct(std::move(members));
    }

private:
    static bool isReference(const JsonObject::Member &member, DocumentPart part)
    {
        if (!member.value.isString() || part == DocumentPart::Data)
            return false;
        return part == DocumentPart::Mapping || member.key == QLatin1String("$ref");
    }

    /// `#/components/schemas/Pet` of a place in that component.
    static QString componentOf(const QString &reference)
    {
        const QString rest = componentPath(reference).rest;
        return reference.chopped(rest.size());
    }

    /// The reference as the design has it now: components may have got other names.
    QString current(const QString &reference) const
    {
        const QString component = componentOf(reference);
        const auto now = m_current.constFind(component);
        return now == m_current.constEnd() ? reference : *now + reference.sliced(component.size());
    }

    QString spelled(const QString &reference, const QString &before) const
    {
        if (!before.isNull() && m_byText.value(before) == reference)
            return before;
        const QString component = componentOf(reference);
        const auto spelling = m_spelled.constFind(component);
        if (spelling == m_spelled.constEnd())
            return reference;
        const auto known = m_first.constFind(reference);
        if (known != m_first.constEnd())
            return *known;
        const QString rest = reference.sliced(component.size());
        const bool needsHash = !rest.isEmpty() && !spelling->contains(u'#');
        return needsHash ? *spelling + u'#' + rest : *spelling + rest;
    }

    QHash<QString, QString> m_current; ///< references to parts, as read and as they are now
    QSet<QString> m_added;             ///< places of components that are not in the file
    QHash<QString, Json> m_written;    ///< places of what the file refers to, and how
    QHash<QString, QString> m_spelled; ///< references to added components, to the file
    QHash<QString, QString> m_byText;  ///< what the file writes, to what it means now
    QHash<QString, QString> m_first;   ///< the way back, for what was added
};

} // namespace

Json withFileReferences(const Json &document, const Api &api, const Inclusions &inclusions)
{
    return ReferenceWriter(api, inclusions)
        .document(document, &inclusions.root, DocumentPart::Document, {});
}

Json partWithFileReferences(const Json &value, DocumentPart part, const Api &api,
                            const Inclusions &inclusions)
{
    // The place is none that anything stands at.
    return ReferenceWriter(api, inclusions).document(value, nullptr, part, QStringLiteral("/-"));
}

Json partWithComponents(const Json &value, DocumentPart part, const Api &api,
                        const Inclusions &inclusions)
{
    return ReferenceWriter(api, inclusions).withComponents(value, part);
}

} // namespace Design
