#include "mockserver/panel/runs/difference.h"

#include "designer/looks/theme.h"
#include "designer/text/json_writer.h"

#include <QCoreApplication>

#include <vector>

using namespace Design;

namespace Mock
{

using Kind = DifferenceLine::Kind;

static constexpr qsizetype mostLines = 1000;
static constexpr qsizetype around = 2; ///< lines in common that are shown beside a difference

struct DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(Mock::Difference)
};

/// How many lines the rests of both texts have in common, for each pair of rests.
static std::vector<std::vector<int>> commonLines(const QStringList &left, const QStringList &right)
{
    const auto rows = static_cast<std::size_t>(left.size());
    const auto columns = static_cast<std::size_t>(right.size());
    std::vector<std::vector<int>> common(rows + 1, std::vector<int>(columns + 1));
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            common[i][j] = left[qsizetype(i)] == right[qsizetype(j)]
                               ? common[i + 1][j + 1] + 1
                               : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    return common;
}

QList<DifferenceLine> differenceOf(const QString &expected, const QString &actual)
{
    const QStringList left = expected.split(u'\n');
    const QStringList right = actual.split(u'\n');
    QList<DifferenceLine> lines;
    const bool isTooLong = left.size() > mostLines || right.size() > mostLines;
    const auto common = isTooLong ? std::vector<std::vector<int>>() : commonLines(left, right);
    std::size_t i = 0;
    std::size_t j = 0;
    const auto leftEnd = static_cast<std::size_t>(left.size());
    const auto rightEnd = static_cast<std::size_t>(right.size());
    while (i < leftEnd || j < rightEnd) {
        const bool isSame =
            i < leftEnd && j < rightEnd && left[qsizetype(i)] == right[qsizetype(j)];
        if (isSame && !isTooLong) {
            lines.append({Kind::Same, left[qsizetype(i)]});
            ++i;
            ++j;
        } else if (i < leftEnd &&
                   (isTooLong || j == rightEnd || common[i + 1][j] >= common[i][j + 1])) {
            lines.append({Kind::Expected, left[qsizetype(i++)]});
        } else {
            lines.append({Kind::Actual, right[qsizetype(j++)]});
        }
    }
    return lines;
}

static QString textOf(const Json &json)
{
    return json.isUndefined() ? DifferenceWords::tr("nothing")
                              : QString::fromUtf8(writeJson(json, 2)).trimmed();
}

static bool isNearDifference(const QList<DifferenceLine> &lines, qsizetype at)
{
    for (qsizetype i = qMax<qsizetype>(0, at - around); i <= qMin(at + around, lines.size() - 1);
         ++i) {
        if (lines.at(i).kind != Kind::Same)
            return true;
    }
    return false;
}

QString differenceHtml(const Json &expected, const Json &actual)
{
    const QList<DifferenceLine> lines = differenceOf(textOf(expected), textOf(actual));
    const Theme &theme = Theme::current();
    QString html = QStringLiteral("<pre style=\"margin:0\">");
    bool isCut = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const DifferenceLine &line = lines.at(i);
        if (!isNearDifference(lines, i)) {
            if (!std::exchange(isCut, true))
                html += QStringLiteral("  …\n");
            continue;
        }
        isCut = false;
        const QString text = line.text.toHtmlEscaped();
        // Told by the sign as well, for those who do not see the colours.
        if (line.kind == Kind::Expected)
            html += QStringLiteral("<span style=\"color:%1\">− %2</span>\n")
                        .arg(theme.good.name(), text);
        else if (line.kind == Kind::Actual)
            html += QStringLiteral("<span style=\"color:%1\">+ %2</span>\n")
                        .arg(theme.bad.name(), text);
        else
            html += QStringLiteral("  %1\n").arg(text);
    }
    return html + QStringLiteral("</pre>");
}

} // namespace Mock
