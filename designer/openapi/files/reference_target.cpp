#include "designer/model/component_table.h"
#include "designer/model/design_text.h"
#include "designer/openapi/files/file_includer.h"
#include "designer/text/pointer.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>

// Where references lead.

namespace Design
{

static constexpr int longestChain = 100; ///< references to references

/// The pointer of the value with this `$anchor`; null when there is none. Core section 8.2.2.
static QString anchorPointer(const Json &value, const QString &anchor, const QString &pointer = {})
{
    if (value.isObject()) {
        for (const QStringView key : {u"$anchor", u"$dynamicAnchor"}) {
            if (value.value(key) == Json(anchor))
                return pointer.isNull() ? QStringLiteral("") : pointer;
        }
        for (const JsonObject::Member &member : value.object()) {
            const QString found =
                anchorPointer(member.value, anchor, childPointer(pointer, member.key));
            if (!found.isNull())
                return found;
        }
    }
    for (qsizetype i = 0; i < value.array().size(); ++i) {
        const QString found = anchorPointer(value.array().at(i), anchor, childPointer(pointer, i));
        if (!found.isNull())
            return found;
    }
    return {};
}

SourceFilePointer FileIncluder::file(const QString &name)
{
    SourceFilePointer &known = m_inclusions->files[name];
    if (!known)
        known = m_files.file(name);
    return known;
}

const Json *FileIncluder::valueOf(const Target &target)
{
    return resolvePointer(target.file.isEmpty() ? m_root : file(target.file)->value,
                          target.pointer);
}

/// The name of the file, relative to the folder of the design; empty: the root, or not allowed.
QString FileIncluder::relativeName(const QString &reference, const Spot &at, Target &target) const
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    QString path = reference;
    if (scheme.match(path).hasMatch() || path.startsWith(QLatin1String("//"))) {
        // What a file calls itself by its `$id` is beside it under that address.
        const SourceFilePointer own = m_inclusions->files.value(at.file);
        const QString id = own ? own->value.value(u"$id").toString() : QString();
        const QString base = id.left(id.lastIndexOf(u'/') + 1);
        if (!base.contains(QLatin1String("://")) || !path.startsWith(base)) {
            const bool isFile = path.startsWith(QLatin1String("file:"), Qt::CaseInsensitive);
            target.problem =
                isFile ? DesignText::tr("“%1” is not opened: files are referred to by names "
                                        "relative to this one.")
                             .arg(reference)
                       : DesignText::tr("“%1” leads to another document, which is not opened: "
                                        "Menura asks nobody on the network. Put a copy beside the "
                                        "design and refer to that.")
                             .arg(reference);
            target.severity = isFile ? Severity::Error : Severity::Warning;
            return {};
        }
        path = path.sliced(base.size());
    }
    path = QUrl::fromPercentEncoding(path.toUtf8());
    const QString folder = at.file.section(u'/', 0, -2);
    const QString name = QDir::cleanPath(folder.isEmpty() ? path : folder + u'/' + path);
    if (QDir::isAbsolutePath(path) || name == QLatin1String("..") ||
        name.startsWith(QLatin1String("../")) || path.contains(QChar(0))) {
        target.problem = DesignText::tr("“%1” is not opened: it is outside of the folder of the "
                                        "design.")
                             .arg(reference);
        return {};
    }
    const bool isFolder = name == QLatin1String("."); // said when it is opened
    if ((name.startsWith(u'.') && !isFolder) || name.contains(QLatin1String("/."))) {
        target.problem = DesignText::tr("“%1” is not opened: it is hidden.").arg(reference);
        return {};
    }
    return name == m_files.rootName() ? QString() : name;
}

FileIncluder::Target FileIncluder::resolve(const QString &text, const Spot &at)
{
    const qsizetype hash = text.indexOf(u'#');
    const QString name = hash < 0 ? text : text.left(hash);
    const QString fragment = hash < 0 ? QString() : text.sliced(hash);
    Target target{at.file, QStringLiteral(""), {}};
    if (!name.isEmpty())
        target.file = relativeName(name, at, target);
    if (!target.ok())
        return target;
    const QString shown = target.file.isEmpty() ? m_files.rootName() : target.file;
    if (!target.file.isEmpty() && !file(target.file)->ok()) {
        target.problem =
            DesignText::tr("“%1” cannot be read: %2").arg(shown, file(target.file)->problem);
        return target;
    }
    const Json &value = target.file.isEmpty() ? m_root : file(target.file)->value;
    if (fragment.size() > 1) {
        target.pointer = localPointer(fragment);
        if (target.pointer.isNull())
            target.pointer = anchorPointer(value, fragment.sliced(1));
    }
    if (target.pointer.isNull() || !resolvePointer(value, target.pointer)) {
        const bool isMeantForRoot = name.isEmpty() && !at.file.isEmpty() &&
                                    fragment.startsWith(QLatin1String("#/")) &&
                                    resolvePointer(m_root, localPointer(fragment));
        target.problem =
            isMeantForRoot
                ? DesignText::tr("“%1” leads nowhere in %2. For the design's own, write %3.")
                      .arg(text, shown,
                           QStringLiteral("../").repeated(at.file.count(u'/')) +
                               m_files.rootName() + fragment)
                : DesignText::tr("“%1” leads nowhere in %2.").arg(text, shown);
    }
    return target;
}

FileIncluder::Target FileIncluder::resolveFully(const QString &text, const Spot &at)
{
    Target target = resolve(text, at);
    for (int i = 0; target.ok() && !target.file.isEmpty(); ++i) {
        const Json *value = valueOf(target);
        const Json *next = value && value->object().size() == 1 ? value->find(u"$ref") : nullptr;
        if (!next || !next->isString())
            break;
        if (i == longestChain) {
            target.problem = DesignText::tr("“%1” runs in a circle and says nothing.").arg(text);
            break;
        }
        target = resolve(next->string(), {target.file, target.pointer, {}, false, false});
    }
    return target;
}

void FileIncluder::report(const Spot &at, const Target &target)
{
    if (m_reported.contains(at.place))
        return;
    m_reported.insert(at.place);
    m_diagnostics.append({target.severity,
                          QStringLiteral("external-reference"),
                          target.problem,
                          at.place,
                          {},
                          NodeId::None});
}

} // namespace Design
