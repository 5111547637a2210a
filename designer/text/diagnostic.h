#pragma once

#include <QList>
#include <QString>

namespace Design
{

/// Identity of one node of a design (a schema, an operation, a parameter ...), unique within its
/// Api and kept through renames, moves, undo and redo. Zero means "no node".
enum class NodeId : quint32 { None = 0 };

inline size_t qHash(NodeId id, size_t seed = 0) noexcept
{
    return ::qHash(static_cast<quint32>(id), seed);
}

/// A place in a text. Lines and columns count from 1, columns in characters (code points);
/// zero means "unknown".
struct TextPosition {
    int line = 0;
    int column = 0;

    bool isValid() const { return line > 0; }
    bool operator==(const TextPosition &) const = default;
};

enum class Severity { Error, Warning, Hint };

/// One finding about a design or its text, with the place it is about.
struct Diagnostic {
    Severity severity = Severity::Error;
    QString rule;    ///< stable kebab-case name, such as "duplicate-key"
    QString message; ///< a whole sentence for the user
    QString pointer; ///< JSON Pointer (RFC 6901) of the place in the document
    TextPosition position;
    NodeId node = NodeId::None;

    bool operator==(const Diagnostic &) const = default;
};

using Diagnostics = QList<Diagnostic>;

/// True if one of them is an error (warnings and hints do not count).
bool hasErrors(const Diagnostics &diagnostics);

/// "design.yaml:12:3: error: message (rule)", the form that editors and CI systems recognise.
QString toLine(const Diagnostic &diagnostic, const QString &fileName);

} // namespace Design
