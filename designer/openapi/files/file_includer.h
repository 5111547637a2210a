#pragma once

#include "designer/openapi/files/inclusions.h"
#include "designer/text/json_reader.h"

#include <QSet>

namespace Design
{

/// One document out of the files of a design. What its own file and those that it refers to say by
/// references to files becomes:
/// - in the paths and the components, where the reference stands for the whole entry, that entry;
/// - a component with a good name, which all references to that place share;
/// - where OpenAPI knows no references (`paths: {$ref: …}`, `description: {$ref: intro.md}`), what
///   is referred to.
/// References that cannot be followed stay as they are and are reported at their place, rule
/// "external-reference". Addresses on the network are never followed.
class FileIncluder
{
public:
    FileIncluder(const Json &root, const SourceMap &rootMap, FileSource &files);

    /// The document; the same as the root where nothing refers to another file.
    Json run();
    const Diagnostics &diagnostics() const { return m_diagnostics; } ///< pointers in that document
    /// How it was made; null where there is one file only.
    std::shared_ptr<Inclusions> inclusions();

private:
    /// A value on the way: where it stands in its file, and where in the document.
    struct Spot {
        QString file; ///< empty: the root
        QString pointer;
        QString place;
        bool isWritten = true; ///< in the text of the root, not inside another part
        bool hasBase = false;  ///< below an `$id`

        Spot child(const QString &token) const;
    };
    struct Target {
        QString file;
        QString pointer;
        QString problem; ///< why the reference leads nowhere, as a sentence; empty: it does not
        Severity severity = Severity::Error;

        bool ok() const { return problem.isEmpty(); }
        QString key() const { return file + u'#' + pointer; }
    };
    struct Pending {
        QString section; ///< pointer
        QString name;
        DocumentPart part = DocumentPart::Any;
        Target target;
    };

    Json walk(const Json &value, DocumentPart part, const Spot &at);
    Json walkMembers(const JsonObject &object, DocumentPart part, const Spot &at);
    Json walkReference(const JsonObject &object, DocumentPart part, const Spot &at);
    Json included(const JsonObject &object, DocumentPart part, const Target &target,
                  const Spot &at);
    void notePart(const JsonObject &object, const Target &target, const Spot &at);
    Json example(const JsonObject &object, const Spot &at);
    QString referenceFor(const QString &text, DocumentPart part, const Spot &at);
    QString componentFor(const Target &target, DocumentPart part);
    QString nameFor(const Target &target, const QString &section);
    void appendComponents(Json &document);
    void registerComponents();
    void registerSection(const QString &section, const JsonObject &entries, const Spot &at);

    bool isExternal(const QString &text, const Spot &at) const;
    Target resolve(const QString &text, const Spot &at);
    /// The same, and on through values that are references themselves.
    Target resolveFully(const QString &text, const Spot &at);
    QString relativeName(const QString &reference, const Spot &at, Target &target) const;
    const Json *valueOf(const Target &target);
    SourceFilePointer file(const QString &name);
    void report(const Spot &at, const Target &target);

    const Json &m_root;
    FileSource &m_files;
    std::shared_ptr<Inclusions> m_inclusions;
    bool m_isSwagger2 = false;
    QHash<QString, QString> m_components; ///< section and target, to the name
    QHash<QString, QStringList> m_taken;  ///< names by section
    QList<Pending> m_pending;             ///< components to be added
    QSet<QString> m_open;                 ///< what is being included in place
    QSet<QString> m_reported;             ///< places of what was reported
    int m_depth = 0;
    QHash<QString, bool> m_included; ///< what stands in the place of a reference
    int m_repeating = 0;             ///< what is being included, and was before
    qsizetype m_repeated = 0;        ///< values in that
    Diagnostics m_diagnostics;
};

} // namespace Design
