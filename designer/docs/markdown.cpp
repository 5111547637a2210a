#include "designer/docs/markdown.h"

#include <QRegularExpression>
#include <QStringList>

namespace Design
{

namespace
{

bool isSafeLink(const QString &target)
{
    static const QRegularExpression safe(QStringLiteral("^(https?://|mailto:|#|/)\\S*$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return safe.match(target).hasMatch();
}

QString inlineHtml(const QString &text, int depth = 0);

/// One piece of inline markup at the beginning of what is left of the text.
struct Piece {
    QRegularExpression form;
    QString (*html)(const QRegularExpressionMatch &match, int depth);
};

QString linkHtml(const QString &target, const QString &html)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target.toHtmlEscaped(), html);
}

const QList<Piece> &pieces()
{
    using Match = QRegularExpressionMatch;
    static const QList<Piece> list{
        {QRegularExpression(QStringLiteral("(`+)(.+?)\\1(?!`)")),
         [](const Match &m, int) {
             return QStringLiteral("<code>%1</code>").arg(m.captured(2).trimmed().toHtmlEscaped());
         }},
        {QRegularExpression(QStringLiteral("\\\\([!-/:-@\\[-`{-~])")),
         [](const Match &m, int) { return m.captured(1).toHtmlEscaped(); }},
        {QRegularExpression(QStringLiteral("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1")),
         [](const Match &m, int depth) {
             return QStringLiteral("<b>%1</b>").arg(inlineHtml(m.captured(2), depth + 1));
         }},
        {QRegularExpression(QStringLiteral("\\*(?=\\S)(.+?)(?<=\\S)\\*")),
         [](const Match &m, int depth) {
             return QStringLiteral("<i>%1</i>").arg(inlineHtml(m.captured(1), depth + 1));
         }},
        {QRegularExpression(QStringLiteral("(?<!\\w)_(?=\\S)(.+?)(?<=\\S)_(?!\\w)")),
         [](const Match &m, int depth) {
             return QStringLiteral("<i>%1</i>").arg(inlineHtml(m.captured(1), depth + 1));
         }},
        {QRegularExpression(
             QStringLiteral("!?\\[([^\\]]*)\\]\\(\\s*(\\S+?)(?:\\s+\"[^\"]*\")?\\s*\\)")),
         [](const Match &m, int depth) {
             const QString text = inlineHtml(m.captured(1), depth + 1);
             return isSafeLink(m.captured(2)) ? linkHtml(m.captured(2), text) : text;
         }},
        {QRegularExpression(QStringLiteral("<(https?://[^\\s<>]+)>")),
         [](const Match &m, int) {
             return linkHtml(m.captured(1), m.captured(1).toHtmlEscaped());
         }},
        {QRegularExpression(QStringLiteral("(?<!\\w)https?://[^\\s<>()\\[\\]`*]*[\\w/#=&]")),
         [](const Match &m, int) { return linkHtml(m.captured(), m.captured().toHtmlEscaped()); }},
    };
    return list;
}

QString inlineHtml(const QString &text, int depth)
{
    constexpr int deepest = 6;            // markup inside markup; what is deeper is text
    constexpr qsizetype longest = 20'000; // of a paragraph with markup: each mark looks for its end
    QString html;
    qsizetype at = 0;
    while (at < text.size() && depth < deepest && text.size() <= longest) {
        // The next character that could begin a piece.
        static const QRegularExpression begin(QStringLiteral("[`\\\\*_!\\[<]|https?://"));
        const qsizetype next = text.indexOf(begin, at);
        if (next < 0)
            break;
        html += text.mid(at, next - at).toHtmlEscaped();
        at = next;
        bool isPiece = false;
        for (const Piece &piece : pieces()) {
            const auto match = piece.form.match(text, at, QRegularExpression::NormalMatch,
                                                QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch()) {
                html += piece.html(match, depth);
                at = match.capturedEnd();
                isPiece = true;
                break;
            }
        }
        if (!isPiece)
            html += QString(text.at(at++)).toHtmlEscaped();
    }
    return html + text.mid(at).toHtmlEscaped();
}

/// Reads the lines of a text and writes its blocks one after the other.
class BlockReader
{
public:
    explicit BlockReader(const QString &markdown)
        : m_lines(QString(markdown).remove(u'\r').split(u'\n'))
    {
    }

    QString html()
    {
        while (m_at < m_lines.size())
            readBlock();
        return m_html;
    }

private:
    const QString &line() const { return m_lines.at(m_at); }
    bool isBlank() const { return line().trimmed().isEmpty(); }

    void readBlock()
    {
        static const QRegularExpression fence(QStringLiteral("^\\s*(```+|~~~+)"));
        static const QRegularExpression heading(QStringLiteral("^(#{1,6})\\s+(.*?)\\s*#*$"));
        if (isBlank()) {
            ++m_at;
        } else if (const auto match = fence.match(line()); match.hasMatch()) {
            readCode(match.captured(1));
        } else if (const auto title = heading.match(line()); title.hasMatch()) {
            // The page's own headings end at h3, so a description's begin below.
            m_html += QStringLiteral("<h4>%1</h4>\n").arg(inlineHtml(title.captured(2)));
            ++m_at;
        } else if (itemForm().match(line()).hasMatch()) {
            readList();
        } else if (line().startsWith(u'>')) {
            readQuote();
        } else {
            readParagraph();
        }
    }

    void readCode(const QString &fence)
    {
        QStringList code;
        for (++m_at; m_at < m_lines.size() && !line().trimmed().startsWith(fence); ++m_at)
            code += line();
        ++m_at;
        m_html += QStringLiteral("<pre>%1</pre>\n").arg(code.join(u'\n').toHtmlEscaped());
    }

    void readList()
    {
        const bool isNumbered = line().trimmed().at(0).isDigit();
        QStringList items;
        for (; m_at < m_lines.size() && !isBlank(); ++m_at) {
            const auto match = itemForm().match(line());
            if (match.hasMatch())
                items += match.captured(2);
            else
                items.last() += u' ' + line().trimmed();
        }
        m_html += isNumbered ? QStringLiteral("<ol>") : QStringLiteral("<ul>");
        for (const QString &item : std::as_const(items))
            m_html += QStringLiteral("<li>%1</li>").arg(inlineHtml(item));
        m_html += isNumbered ? QStringLiteral("</ol>\n") : QStringLiteral("</ul>\n");
    }

    void readQuote()
    {
        QStringList quoted;
        for (; m_at < m_lines.size() && line().startsWith(u'>'); ++m_at)
            quoted += line().mid(1).trimmed();
        m_html +=
            QStringLiteral("<blockquote>%1</blockquote>\n").arg(inlineHtml(quoted.join(u' ')));
    }

    void readParagraph()
    {
        QStringList lines;
        for (; m_at < m_lines.size() && !isBlank(); ++m_at) {
            if (!lines.isEmpty() && itemForm().match(line()).hasMatch())
                break; // a list right below its introduction
            lines += line().trimmed();
        }
        m_html += QStringLiteral("<p>%1</p>\n").arg(inlineHtml(lines.join(u' ')));
    }

    static const QRegularExpression &itemForm()
    {
        static const QRegularExpression form(QStringLiteral("^\\s*([-*+]|\\d{1,9}[.)])\\s+(.*)$"));
        return form;
    }

    QStringList m_lines;
    qsizetype m_at = 0;
    QString m_html;
};

} // namespace

QString markdownToHtml(const QString &markdown)
{
    return BlockReader(markdown).html();
}

QString markdownToInlineHtml(const QString &markdown)
{
    const QString html = markdownToHtml(markdown).trimmed();
    const QLatin1String open("<p>");
    const QLatin1String close("</p>");
    const bool isOneParagraph =
        html.startsWith(open) && html.count(open) == 1 && html.endsWith(close);
    return isOneParagraph ? html.mid(open.size(), html.size() - open.size() - close.size()) : html;
}

} // namespace Design
