#include "designer/openapi/files/file_includer.h"

#include "designer/model/component_table.h"
#include "designer/model/design_text.h"
#include "designer/openapi/swagger2/swagger2.h"
#include "designer/text/pointer.h"

#include <QScopeGuard>

#include <algorithm>

namespace Design
{

namespace
{

const QString refKey = QStringLiteral("$ref");
constexpr int largestDepth = 1024;          ///< values inside one another, files together
constexpr qsizetype mostRepeated = 200'000; ///< values that stand in more than one place

/// The reference that the whole value is; null when it says anything else.
QString onlyReference(const Json &value)
{
    const Json *reference = value.object().size() == 1 ? value.find(refKey) : nullptr;
    return reference ? reference->toString() : QString();
}

QString lastToken(const QString &pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    return tokens.isEmpty() ? QString() : tokens.last();
}

/// Whether anything in the value could refer to another file.
bool mayRefer(const Json &value)
{
    const auto isOther = [](const JsonObject::Member &member) {
        return member.value.isString() && !member.value.string().startsWith(u'#') &&
               isMappingReference(member.value.string());
    };
    const auto leadsOut = [&isOther](const JsonObject::Member &member) {
        if (member.value.isString())
            return (member.key == QLatin1String("$ref") &&
                    !member.value.string().startsWith(u'#')) ||
                   member.key == QLatin1String("externalValue");
        const JsonObject &inside = member.value.object();
        return mayRefer(member.value) || (member.key == QLatin1String("mapping") &&
                                          std::any_of(inside.begin(), inside.end(), isOther));
    };
    return std::any_of(value.object().begin(), value.object().end(), leadsOut) ||
           std::any_of(value.array().begin(), value.array().end(), mayRefer);
}

} // namespace

FileIncluder::Spot FileIncluder::Spot::child(const QString &token) const
{
    Spot spot = *this;
    spot.pointer = childPointer(pointer, token);
    spot.place = childPointer(place, token);
    return spot;
}

FileIncluder::FileIncluder(const Json &root, const SourceMap &rootMap, FileSource &files)
    : m_root(root)
    , m_files(files)
    , m_inclusions(std::make_shared<Inclusions>())
    , m_isSwagger2(Swagger2::isSwagger2(root))
{
    m_inclusions->root = root;
    m_inclusions->rootMap = rootMap;
    m_inclusions->folder = files.folder();
}

Json FileIncluder::run()
{
    if (!mayRefer(m_root))
        return m_root;
    registerComponents();
    Json document = walk(m_root, DocumentPart::Document, {});
    appendComponents(document);
    return document;
}

std::shared_ptr<Inclusions> FileIncluder::inclusions()
{
    return m_inclusions->files.isEmpty() ? nullptr : m_inclusions;
}

Json FileIncluder::walk(const Json &value, DocumentPart part, const Spot &at)
{
    if (part == DocumentPart::Opaque || (!value.isObject() && !value.isArray()))
        return value;
    if (++m_depth > largestDepth)
        report(at, {{}, {}, DesignText::tr("The files of this design are nested too deeply.")});
    const auto leave = qScopeGuard([this] { --m_depth; });
    if (m_depth > largestDepth)
        return value;
    if (m_repeating > 0)
        m_repeated += value.isObject() ? value.object().size() : value.array().size();

    if (value.isArray()) {
        JsonArray items;
        items.reserve(value.array().size());
        const DocumentPart element = elementPart(part);
        for (qsizetype i = 0; i < value.array().size(); ++i)
            items.append(walk(value.array().at(i), element, at.child(QString::number(i))));
        return items == value.array() ? value : Json(items);
    }
    const JsonObject &object = value.object();
    const Json *reference = object.find(refKey);
    if (reference && reference->isString())
        return walkReference(object, part, at);
    if (part == DocumentPart::Example && object.contains(u"externalValue"))
        return example(object, at);
    return walkMembers(object, part, at);
}

Json FileIncluder::walkMembers(const JsonObject &object, DocumentPart part, const Spot &at)
{
    Spot inside = at;
    const bool isSchema = part == DocumentPart::Schema;
    inside.hasBase = at.hasBase || (isSchema && at.file.isEmpty() && object.contains(u"$id"));
    QList<JsonObject::Member> members;
    members.reserve(object.size());
    bool isSame = true;
    for (const JsonObject::Member &member : object) {
        // In one document there is one base for all, and what the names led to is found already.
        if (isSchema && !at.file.isEmpty() &&
            (member.key == QLatin1String("$id") || member.key == QLatin1String("$anchor"))) {
            isSame = false;
            continue;
        }
        Json value = member.value;
        if (part == DocumentPart::Mapping && value.isString() && isMappingReference(value.string()))
            value = referenceFor(value.string(), DocumentPart::Schema, inside.child(member.key));
        else if (member.key != refKey || !value.isString())
            value = walk(value, childPart(part, member.key), inside.child(member.key));
        isSame = isSame && value == member.value;
        members.append({member.key, std::move(value)});
    }
    return isSame ? Json(object) : Json(JsonObject::fromDistinct(std::move(members)));
}

Json FileIncluder::walkReference(const JsonObject &object, DocumentPart part, const Spot &at)
{
    const QString text = object.find(refKey)->string();
    const QString section = sectionPointer(part, m_isSwagger2);
    const bool isData = part == DocumentPart::Data || part == DocumentPart::Extension;
    if (!isExternal(text, at) || (isData && (object.size() > 1 || text.startsWith(u'#'))))
        return walkMembers(object, part, at);
    if (section.isEmpty()) {
        const Target target = resolveFully(text, at);
        const bool isRoot = target.file.isEmpty();
        if (target.ok() && !(isRoot && part == DocumentPart::PathItem))
            return included(object, part, target, at);
        if (target.ok()) {
            JsonObject own = object;
            own.insert(refKey, fragmentText(target.pointer));
            return own;
        }
        if (!isData)
            report(at.child(refKey), target);
        return walkMembers(object, part, at);
    }
    // An entry of the components that is nothing but a reference is what it refers to.
    const QString name = lastToken(at.place);
    if (at.place == childPointer(section, name) && object.size() == 1) {
        const Target target = resolveFully(text, at);
        if (target.ok() && m_components.value(section + target.key()) == name &&
            !m_open.contains(target.key()))
            return included(object, part, target, at);
    }
    const QString reference = referenceFor(text, part, at.child(refKey));
    Json own = walkMembers(object, part, at);
    if (reference == text)
        return own;
    JsonObject changed = own.object();
    changed.insert(refKey, reference);
    return changed;
}

/// What stands in the place of the reference, with what the reference says besides.
Json FileIncluder::included(const JsonObject &object, DocumentPart part, const Target &target,
                            const Spot &at)
{
    const Json *value = valueOf(target);
    if (m_open.contains(target.key()) || m_repeated > mostRepeated || !value) {
        Target problem = target;
        problem.problem =
            m_repeated > mostRepeated
                ? DesignText::tr("The files of this design repeat one another too often: more than "
                                 "200,000 values stand in several places.")
                : DesignText::tr("“%1” runs in a circle and says nothing.")
                      .arg(object.value(refKey).toString());
        report(at.child(refKey), problem);
        return object;
    }
    const bool isRepeated = std::exchange(m_included[target.key()], true);
    m_open.insert(target.key());
    m_repeating += isRepeated ? 1 : 0;
    m_inclusions->origins.insert(at.place, {target.file, target.pointer});
    notePart(object, target, at);
    Json content = walk(*value, part, {target.file, target.pointer, at.place, false, false});
    m_open.remove(target.key());
    m_repeating -= isRepeated ? 1 : 0;
    if (object.size() == 1 || !content.isObject())
        return content;
    JsonObject merged = content.object();
    for (const JsonObject::Member &member : object) {
        if (member.key != refKey)
            merged.insert(member.key,
                          walk(member.value, childPart(part, member.key), at.child(member.key)));
    }
    return merged;
}

/// What the design's own text says there stands for what it refers to.
void FileIncluder::notePart(const JsonObject &object, const Target &target, const Spot &at)
{
    if (at.isWritten)
        m_inclusions->parts.append({at.place,
                                    target.file.isEmpty() ? m_files.rootName() : target.file,
                                    target.pointer, object});
}

/// An example in a file of its own; on the network it stays there.
Json FileIncluder::example(const JsonObject &object, const Spot &at)
{
    const QString text = object.value(u"externalValue").toString();
    const bool isAlone = !object.contains(u"value") && isExternal(text, at);
    Target target = isAlone ? resolve(text, at) : Target();
    if (!isAlone || target.severity == Severity::Warning)
        return walkMembers(object, DocumentPart::Example, at);
    const Json *value = target.ok() ? valueOf(target) : nullptr;
    if (!value) {
        target.severity = Severity::Warning;
        report(at.child(QStringLiteral("externalValue")), target);
        return object;
    }
    JsonObject own;
    for (const JsonObject::Member &member : object) {
        const bool isValue = member.key == QLatin1String("externalValue");
        own.insert(isValue ? QStringLiteral("value") : member.key, isValue ? *value : member.value);
    }
    m_inclusions->origins.insert(at.child(QStringLiteral("value")).place,
                                 {target.file, target.pointer});
    notePart(object, target, at);
    return own;
}

/// The text of a reference within the one document; the text itself where it leads nowhere.
QString FileIncluder::referenceFor(const QString &text, DocumentPart part, const Spot &at)
{
    if (!isExternal(text, at))
        return text;
    const Target target = resolveFully(text, at);
    if (!target.ok()) {
        report(at, target);
        return text;
    }
    const QString reference =
        target.file.isEmpty() ? fragmentText(target.pointer) : componentFor(target, part);
    if (at.isWritten)
        m_inclusions->references.insert(text, reference);
    else if (target.file.isEmpty())
        m_inclusions->usedByFiles.insert(target.pointer, NodeId::None);
    return reference;
}

QString FileIncluder::componentFor(const Target &target, DocumentPart part)
{
    const QString section = sectionPointer(part, m_isSwagger2);
    // A place inside something that is a component already is found there.
    for (QString above = target.pointer;; above.truncate(above.lastIndexOf(u'/'))) {
        const QString name = m_components.value(section + target.file + u'#' + above);
        if (!name.isEmpty() && (above == target.pointer || part == DocumentPart::Schema)) {
            return fragmentText(childPointer(section, name) + target.pointer.sliced(above.size()));
        }
        if (above.isEmpty())
            break;
    }
    const QString name = nameFor(target, section);
    m_components.insert(section + target.key(), name);
    m_pending.append({section, name, part, target});
    return fragmentText(childPointer(section, name));
}

/// As it is called where it stands, or as its file; with the folder or file before it where another
/// one is called so.
QString FileIncluder::nameFor(const Target &target, const QString &section)
{
    const auto allowed = [](QString text) {
        for (QChar &c : text) {
            const bool isWord = c.unicode() < 128 && c.isLetterOrNumber();
            if (!isWord && c != u'.' && c != u'-' && c != u'_')
                c = u'_';
        }
        return text;
    };
    const QString file = target.file.section(u'/', -1);
    const QString base = allowed(file.section(u'.', 0, file.contains(u'.') ? -2 : -1));
    const QString folder = allowed(target.file.section(u'/', -2, -2));
    QString name = allowed(lastToken(target.pointer));
    static const QSet<QString> empty{QString(), QStringLiteral("schema"), QStringLiteral("items")};
    bool isNumber = false;
    name.toInt(&isNumber);
    QString longer = folder.isEmpty() ? base : folder + u'_' + base;
    if (target.pointer.isEmpty())
        name = base;
    else if (empty.contains(name) || isNumber)
        name = longer = base + u'_' + name;
    else
        longer = base + u'_' + name;
    QStringList &taken = m_taken[section];
    if (taken.contains(name))
        name = longer;
    QString free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = QStringLiteral("%1_%2").arg(name).arg(number);
    taken.append(free);
    return free;
}

/// Puts what was referred to into the components, and what that refers to.
void FileIncluder::appendComponents(Json &document)
{
    for (qsizetype i = 0; i < m_pending.size(); ++i) {
        const Pending pending = m_pending.at(i);
        const QString place = childPointer(pending.section, pending.name);
        const Json *value = valueOf(pending.target);
        if (!value)
            continue;
        m_inclusions->origins.insert(place, {pending.target.file, pending.target.pointer});
        m_inclusions->parts.append({place, pending.target.file, pending.target.pointer, {}});
        const Json content =
            walk(*value, pending.part, {pending.target.file, pending.target.pointer, place, false});
        const QStringList tokens = pointerTokens(pending.section);
        JsonObject all = document.object();
        JsonObject outer = tokens.size() > 1 ? all.value(tokens.first()).object() : JsonObject();
        JsonObject section = tokens.size() > 1 ? outer.value(tokens.last()).object()
                                               : all.value(tokens.last()).object();
        section.insert(pending.name, content);
        if (tokens.size() > 1) {
            outer.insert(tokens.last(), section);
            all.insert(tokens.first(), outer);
        } else {
            all.insert(tokens.first(), section);
        }
        document = all;
    }
}

/// The names that the components of the design have, and the parts of other files among them.
void FileIncluder::registerComponents()
{
    for (int i = 0; i <= static_cast<int>(DocumentPart::Mapping); ++i) {
        const auto part = static_cast<DocumentPart>(i);
        const QString section = sectionPointer(part, m_isSwagger2);
        if (section.isEmpty())
            continue;
        Spot at;
        const Json *value = &m_root;
        for (const QString &token : pointerTokens(section)) {
            value = value ? value->find(token) : nullptr;
            at = at.child(token);
            const QString reference = value ? onlyReference(*value) : QString();
            if (reference.isNull() || !isExternal(reference, at))
                continue;
            const Target target = resolveFully(reference, at);
            value = target.ok() ? valueOf(target) : nullptr;
            at = {target.file, target.pointer, at.place, false};
        }
        if (value)
            registerSection(section, value->object(), at);
    }
}

void FileIncluder::registerSection(const QString &section, const JsonObject &entries,
                                   const Spot &at)
{
    for (const JsonObject::Member &entry : entries) {
        m_taken[section].append(entry.key);
        const Spot spot = at.child(entry.key);
        const QString reference = onlyReference(entry.value);
        Target target{spot.file, spot.pointer, {}};
        if (!reference.isNull() && isExternal(reference, spot))
            target = resolveFully(reference, spot);
        const QString key = section + target.key();
        if (target.ok() && !target.file.isEmpty() && !m_components.contains(key))
            m_components.insert(key, entry.key);
    }
}

/// Local references of the root are none of our business, nor what is relative to an `$id`.
bool FileIncluder::isExternal(const QString &text, const Spot &at) const
{
    if (at.file.isEmpty())
        return !text.startsWith(u'#') && !text.isEmpty() && !at.hasBase;
    return !text.isEmpty();
}

} // namespace Design
