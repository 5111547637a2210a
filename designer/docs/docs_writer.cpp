#include "designer/docs/docs_writer.h"

#include "designer/docs/markdown.h"
#include "designer/text/json_writer.h"

namespace Design
{

DocsWriter::DocsWriter(const Api &api, const DocsOptions &options)
    : m_api(api)
    , m_options(options)
    , m_words(options.language)
    , m_link([this](NodeId node, const QString &text) { return link(node, text); })
{
}

// Ids are unique in the design, so they serve as anchors just as well as names would, which may
// hold anything.
QString DocsWriter::anchor(NodeId node) const
{
    return QStringLiteral("node-%1").arg(static_cast<quint32>(node));
}

QString DocsWriter::link(NodeId node, const QString &text) const
{
    if (node == NodeId::None)
        return text.toHtmlEscaped();
    const QString target = m_options.target == DocsTarget::Window
                               ? QStringLiteral("node:%1").arg(static_cast<quint32>(node))
                               : u'#' + anchor(node);
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target, text.toHtmlEscaped());
}

QString DocsWriter::type(const Schema &schema) const
{
    return typeHtml(m_api, schema, m_link, m_words);
}

QString DocsWriter::rules(const Schema &schema) const
{
    QStringList words;
    for (const QString &rule : ruleWords(schema, m_words))
        words += rule.toHtmlEscaped();
    const QString description = schema.isBoolean() ? QString() : schema.text(Keyword::Description);
    if (!description.isEmpty())
        words +=
            QStringLiteral("<span class=\"dim\">%1</span>").arg(markdownToInlineHtml(description));
    return words.join(QStringLiteral("<br>"));
}

void DocsWriter::heading(int level, NodeId node, const QString &html)
{
    const QString name =
        node == NodeId::None ? QString() : QStringLiteral("<a name=\"%1\"></a>").arg(anchor(node));
    line(QStringLiteral("<h%1>%2%3</h%1>").arg(QString::number(level), name, html));
}

void DocsWriter::text(const QString &markdown)
{
    if (!markdown.isEmpty())
        m_html += markdownToHtml(markdown);
}

void DocsWriter::noteDeprecated(bool isDeprecated)
{
    if (isDeprecated)
        line(QStringLiteral("<p class=\"warning\">%1</p>")
                 .arg(m_words(QT_TRANSLATE_NOOP("Design::DocsWords",
                                                "Deprecated: do not use it for new things."))));
}

void DocsWriter::beginTable(const QStringList &titles)
{
    m_html += QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"4\"><tr>");
    for (const QString &title : titles)
        m_html += QStringLiteral("<th align=\"left\">%1</th>").arg(title);
    line(QStringLiteral("</tr>"));
}

void DocsWriter::beginInputs()
{
    beginTable({m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Name")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "In")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Type")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Rules"))});
}

QString DocsWriter::note(const char *style, const QString &html) const
{
    return QStringLiteral("<br><span class=\"%1\">%2</span>").arg(QLatin1String(style), html);
}

void DocsWriter::row(const QStringList &cells)
{
    m_html += QStringLiteral("<tr>");
    for (const QString &cell : cells)
        m_html += QStringLiteral("<td valign=\"top\">%1</td>").arg(cell);
    line(QStringLiteral("</tr>"));
}

void DocsWriter::endTable()
{
    line(QStringLiteral("</table>"));
}

void DocsWriter::writeExample(const Json &value)
{
    if (value.isUndefined())
        return;
    const QString example = QString::fromUtf8(writeJson(value, 2)).trimmed();
    line(QStringLiteral("<p class=\"dim\">%1</p><pre>%2</pre>")
             .arg(m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Example")),
                  example.toHtmlEscaped()));
}

void DocsWriter::writeOverview()
{
    writeInfo();
    writeRoutes();
    writeModels();
}

void DocsWriter::writeInfo()
{
    const Info &info = m_api.info;
    heading(1, NodeId::None,
            QStringLiteral("%1 <span class=\"dim\">%2</span>")
                .arg(info.title.toHtmlEscaped(), info.version.toHtmlEscaped()));
    if (!info.summary.isEmpty())
        line(QStringLiteral("<p><b>%1</b></p>").arg(info.summary.toHtmlEscaped()));
    text(info.description);
    for (const Server &server : m_api.servers) {
        line(QStringLiteral("<p><code>%1</code> <span class=\"dim\">%2</span></p>")
                 .arg(server.url.toHtmlEscaped(), markdownToInlineHtml(server.description)));
    }
}

void DocsWriter::writeRoutes()
{
    heading(2, NodeId::None, m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Routes")));
    beginTable({m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Route")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "What it does"))});
    for (const Named<PathItem> &path : m_api.paths) {
        for (const Operation &operation : path.value.operations) {
            row({link(operation.id, operation.method.toUpper() + u' ' + path.name),
                 operation.summary.toHtmlEscaped()});
        }
    }
    endTable();
}

void DocsWriter::writeModels()
{
    if (m_api.components.schemas.isEmpty())
        return;
    heading(2, NodeId::None, m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Models")));
    beginTable({m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Model")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "What it is"))});
    for (const Named<Schema> &model : m_api.components.schemas) {
        if (!model.isRaw())
            row({link(model.value.id(), model.name),
                 markdownToInlineHtml(model.value.text(Keyword::Description))});
    }
    endTable();
}

} // namespace Design
