#pragma once

#include "designer/text/diagnostic.h"
#include "designer/text/json.h"

namespace Design
{

/// Where each node of a value stands in the text it was read from, or was written to.
/// The entries are in document order (a value before its children), so an entry and the number of
/// entries below it are enough to walk along any JSON Pointer.
class SourceMap
{
public:
    struct Entry {
        quint32 keyBegin = 0; ///< byte offset of the member's key; equals begin where there is none
        quint32 begin = 0;    ///< byte offset of the value's first byte
        quint32 end = 0;      ///< one past its last byte
        quint32 count = 1;    ///< entries of this subtree, itself included
    };

    SourceMap() = default;
    /// text is the UTF-8 text that the offsets count in (shared, not copied).
    explicit SourceMap(const QByteArray &text) { setText(text); }
    void setText(const QByteArray &text);
    const QByteArray &text() const { return m_text; }

    /// Starts a value; returns its entry.
    qsizetype open(quint32 keyBegin, quint32 begin)
    {
        m_entries.append({keyBegin, begin, begin, 1});
        return m_entries.size() - 1;
    }
    /// Ends a value: all its children have been added.
    void close(qsizetype entry, quint32 end)
    {
        m_entries[entry].end = end;
        m_entries[entry].count = static_cast<quint32>(m_entries.size() - entry);
    }
    /// Takes away everything below an entry that is not closed yet, to be appended again in part.
    QList<Entry> takeChildren(qsizetype entry);
    /// Appends the entry with that index and everything below it.
    void appendTree(const QList<Entry> &entries, qsizetype index);

    bool isEmpty() const { return m_entries.isEmpty(); }
    const QList<Entry> &entries() const { return m_entries; }

    /// The entry of the value that the pointer leads to in root (the value that was read), or null.
    /// Of a pointer that leads nowhere, the deepest parent that is there when orNearest is set.
    const Entry *find(const Json &root, QStringView pointer, bool orNearest = false) const;

    /// The pointer of the innermost value that the line is about, lines from 1: the first value
    /// whose key or first byte is on it, else the one that goes on across it.
    QString pointerAtLine(const Json &root, int line) const;

    /// Position of a byte offset; lines and columns from 1, columns in code points, a byte order
    /// mark not counted.
    TextPosition position(quint32 offset) const;
    /// Where the pointer's value begins (its key, where it has one), or its nearest parent.
    TextPosition position(const Json &root, QStringView pointer) const;

    int lineOf(quint32 offset) const; ///< from 1

private:
    QByteArray m_text;
    QList<quint32> m_lineStarts;
    QList<Entry> m_entries;
};

} // namespace Design
