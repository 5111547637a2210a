#pragma once

#include "designer/text/json_reader.h"

#include <optional>

namespace Design
{

class PatchSource;

/// Some lines of a JSON or YAML text shown by themselves, and the way back: what is changed there
/// is changed in the text, and every other line of it stays byte by byte.
class TextSlice
{
public:
    /// The lines of the member that the tokens lead to, with the comments above and inside of it,
    /// below as many of its parents' keys as that (0 or 1). None where it has no lines of its own.
    static std::optional<TextSlice> ofMember(const QByteArray &text, const ReadText &read,
                                             const QStringList &tokens, int parents);
    /// All lines but those of these members of the whole.
    static std::optional<TextSlice> without(const QByteArray &text, const ReadText &read,
                                            const QStringList &keys);

    QByteArray text() const;
    /// The whole text after the slice was changed to that. None where a line was changed that is
    /// not one of the text, such as the braces around a member of a JSON text.
    std::optional<QByteArray> changedTo(const QByteArray &slice) const;

private:
    struct Line {
        QByteArray shown;
        qsizetype begin = -1; ///< in the whole text; -1: it is not there
        qsizetype end = -1;   ///< behind its line break
    };
    struct Change {
        qsizetype begin = 0;
        qsizetype end = 0;
        QByteArray text;
    };

    TextSlice(const QByteArray &text, const PatchSource &source);

    void appendLines(qsizetype begin, qsizetype end);
    void appendOwn(int depth, const QByteArray &shown);
    bool compare(QList<Line> before, QList<QByteArray> after, QList<Change> &changes) const;
    QByteArray written(const QList<QByteArray> &lines) const;

    QByteArray m_whole;
    QByteArray m_newLine;
    QList<Line> m_lines;
    int m_margin = 0;       ///< spaces that the lines have in the text and not in the slice
    int m_step = 2;         ///< spaces of one level
    qsizetype m_parent = 0; ///< lines up to the parent's key: they stand elsewhere than the others
};

} // namespace Design
