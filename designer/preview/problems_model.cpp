#include "designer/preview/problems_model.h"

#include "designer/looks/glyphs.h"
#include "designer/preview/place_names.h"
#include "designer/text/pointer.h"

namespace Design
{

static QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return ProblemsModel::tr("Error");
    case Severity::Warning:
        return ProblemsModel::tr("Warning");
    case Severity::Hint:
        break;
    }
    return ProblemsModel::tr("Hint");
}

static QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return glyphIcon(Glyph::Error, Tone::Bad);
    case Severity::Warning:
        return glyphIcon(Glyph::Warning, Tone::Warning);
    case Severity::Hint:
        break;
    }
    return glyphIcon(Glyph::Info, Tone::Accent);
}

ProblemsModel::ProblemsModel(const DesignDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
}

void ProblemsModel::setProblems(const Diagnostics &problems)
{
    Diagnostics found = problems;
    for (Diagnostic &problem : found) {
        if (problem.node == NodeId::None)
            problem.node = m_document.index().nodeAt(problem.pointer);
    }
    // Only what differs in the middle changes, so that the list neither flickers nor jumps.
    qsizetype first = 0;
    while (first < found.size() && first < m_problems.size() &&
           found.at(first) == m_problems.at(first))
        ++first;
    qsizetype same = 0;
    while (same < found.size() - first && same < m_problems.size() - first &&
           found.at(found.size() - 1 - same) == m_problems.at(m_problems.size() - 1 - same))
        ++same;
    const auto from = static_cast<int>(first);
    if (const qsizetype gone = m_problems.size() - first - same; gone > 0) {
        beginRemoveRows({}, from, from + static_cast<int>(gone) - 1);
        m_problems.remove(first, gone);
        endRemoveRows();
    }
    if (const qsizetype fresh = found.size() - first - same; fresh > 0) {
        beginInsertRows({}, from, from + static_cast<int>(fresh) - 1);
        m_problems = found;
        endInsertRows();
    }
}

int ProblemsModel::count(Severity severity) const
{
    return static_cast<int>(std::count_if(
        m_problems.cbegin(), m_problems.cend(),
        [severity](const Diagnostic &problem) { return problem.severity == severity; }));
}

Keyword ProblemsModel::keywordOf(const Diagnostic &problem)
{
    const QStringList tokens = pointerTokens(problem.pointer);
    return tokens.isEmpty() ? Keyword::Unknown : keywordFromName(tokens.last());
}

/// "schemas/Pet.yaml:4", of what stands in another file.
QString ProblemsModel::fileText(const Diagnostic &problem) const
{
    const QString file = m_document.fileOf(problem.node);
    if (file.isEmpty())
        return {};
    const FilePlace place = m_document.wording().inclusions->locate(problem.pointer);
    return place.file == file && place.position.isValid()
               ? QStringLiteral("%1:%2").arg(file).arg(place.position.line)
               : file;
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_problems.size())
        return {};
    const Diagnostic &problem = m_problems.at(index.row());
    if (role == Qt::DecorationRole && index.column() == SeverityColumn)
        return severityIcon(problem.severity);
    if (role == Qt::ToolTipRole)
        return problem.rule.isEmpty() ? problem.message
                                      : QStringLiteral("%1\n%2 · %3")
                                            .arg(problem.message, problem.rule, problem.pointer);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SeverityColumn:
        return severityWord(problem.severity);
    case MessageColumn:
        return problem.message;
    case PlaceColumn: {
        const QString place = problem.node == NodeId::None || problem.node == m_document.api().id
                                  ? placeName(m_document.api(), problem.pointer)
                                  : placeName(m_document.api(), m_document.index(), problem.node);
        const QString file = fileText(problem);
        return place.isEmpty() || file.isEmpty() ? place + file
                                                 : QStringLiteral("%1 · %2").arg(place, file);
    }
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case MessageColumn:
        return tr("Problem");
    case PlaceColumn:
        return tr("Where");
    default:
        return {};
    }
}

} // namespace Design
