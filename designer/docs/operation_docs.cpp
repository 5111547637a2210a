#include "designer/docs/docs_writer.h"
#include "designer/docs/markdown.h"
#include "designer/model/locate.h"
#include "designer/model/rest_schema.h"

#include <QSet>

namespace Design
{

void DocsWriter::writePath(const Named<PathItem> &path)
{
    heading(2, path.value.id, QStringLiteral("<code>%1</code>").arg(path.name.toHtmlEscaped()));
    if (!path.value.summary.isEmpty())
        line(QStringLiteral("<p><b>%1</b></p>").arg(path.value.summary.toHtmlEscaped()));
    text(path.value.description);
    for (const Operation &operation : path.value.operations)
        writeOperation(path, operation);
}

void DocsWriter::writeOperation(const Named<PathItem> &path, const Operation &operation)
{
    heading(3, operation.id,
            QStringLiteral("%1 <code>%2</code>")
                .arg(operation.method.toUpper().toHtmlEscaped(), path.name.toHtmlEscaped()));
    if (!operation.summary.isEmpty())
        line(QStringLiteral("<p><b>%1</b></p>").arg(operation.summary.toHtmlEscaped()));
    noteDeprecated(operation.deprecated);
    text(operation.description);
    writeSecurity(operation);
    writeInputs(path, operation);
    if (const RequestBody *body =
            operation.requestBody ? resolve(m_api, *operation.requestBody) : nullptr)
        writeBody(*body);

    for (const Named<Response> &named : operation.responses) {
        if (named.isRaw())
            continue;
        const Response *response = resolve(m_api, named.value);
        heading(4, named.value.id,
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Answer %1"))
                    .arg(named.name.toHtmlEscaped()));
        if (!response)
            continue;
        text(response->description);
        writeHeaders(response->headers);
        writeContent(response->content);
    }
}

void DocsWriter::writeSecurity(const Operation &operation)
{
    QStringList alternatives;
    const QList<SecurityRequirement> required = operation.security.value_or(m_api.security);
    for (const SecurityRequirement &requirement : required) {
        QStringList schemes;
        for (const Named<QStringList> &scheme : requirement.schemes) {
            QString words = scheme.name.toHtmlEscaped();
            if (!scheme.value.isEmpty())
                words += QStringLiteral(" (%1)").arg(
                    scheme.value.join(QStringLiteral(", ")).toHtmlEscaped());
            schemes += words;
        }
        alternatives +=
            schemes.isEmpty()
                ? m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "nothing"))
                : schemes.join(m_words(QT_TRANSLATE_NOOP("Design::DocsWords", " and ")));
    }
    if (!alternatives.isEmpty())
        line(QStringLiteral("<p>%1</p>")
                 .arg(m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Needs %1"))
                          .arg(alternatives.join(
                              m_words(QT_TRANSLATE_NOOP("Design::DocsWords", ", or "))))));
}

void DocsWriter::writeInputs(const Named<PathItem> &path, const Operation &operation)
{
    // An operation's parameter takes the place of the path's with the same name and place.
    QList<const Parameter *> inputs;
    QSet<QPair<QString, QString>> seen;
    for (const QList<Parameter> *list : {&operation.parameters, &path.value.parameters}) {
        for (const Parameter &reference : *list) {
            const Parameter *parameter = resolve(m_api, reference);
            if (!parameter || seen.contains({parameter->in, parameter->name}))
                continue;
            seen.insert({parameter->in, parameter->name});
            inputs += parameter;
        }
    }
    if (inputs.isEmpty())
        return;
    heading(4, NodeId::None, m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Inputs")));
    beginInputs();
    for (const Parameter *parameter : std::as_const(inputs))
        writeParameterRow(*parameter);
    endTable();
}

void DocsWriter::writeParameterRow(const Parameter &parameter)
{
    QString name = QStringLiteral("<code>%1</code>").arg(parameter.name.toHtmlEscaped());
    if (parameter.required)
        name += note("bad", m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "required")));
    if (parameter.deprecated)
        name += note("warning", m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "deprecated")));
    Schema schema = parameter.schema;
    if (schema.isAbsent() && !parameter.content.isEmpty())
        schema = parameter.content.first().value.schema;
    QString words = rules(schema);
    if (!parameter.description.isEmpty()) {
        words += words.isEmpty() ? QString() : QStringLiteral("<br>");
        words += QStringLiteral("<span class=\"dim\">%1</span>")
                     .arg(markdownToInlineHtml(parameter.description));
    }
    row({name, parameter.in.toHtmlEscaped(), type(schema), words});
}

void DocsWriter::writeBody(const RequestBody &body)
{
    QString title = m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Body"));
    if (body.required)
        title += QStringLiteral(" <span class=\"bad\">%1</span>")
                     .arg(m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "required")));
    heading(4, body.id, title);
    text(body.description);
    writeContent(body.content);
}

void DocsWriter::writeContent(const NamedList<MediaType> &content)
{
    for (const Named<MediaType> &media : content) {
        if (media.isRaw())
            continue;
        const QString type = QStringLiteral("<code>%1</code>").arg(media.name.toHtmlEscaped());
        const Schema item = itemSchema(m_api, media.value);
        if (item.isAbsent() || !media.value.schema.isAbsent())
            writeSchema(media.value.schema, type + QStringLiteral(": "));
        if (!item.isAbsent())
            writeSchema(item, type + QStringLiteral(", ") +
                                  m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "each item: ")));
        Json example = media.value.example;
        for (const Named<Example> &named : media.value.examples) {
            const Example *declared = named.isRaw() ? nullptr : resolve(m_api, named.value);
            if (example.isUndefined() && declared)
                example = declared->value;
        }
        writeExample(example.isUndefined() ? declaredExample(m_api, media.value.schema) : example);
    }
}

void DocsWriter::writeHeaders(const NamedList<Header> &headers)
{
    if (headers.isEmpty())
        return;
    beginTable({m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Header")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Type")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Rules"))});
    for (const Named<Header> &named : headers) {
        const Header *header = named.isRaw() ? nullptr : resolve(m_api, named.value);
        if (!header)
            continue;
        QString words = rules(header->schema);
        if (!header->description.isEmpty())
            words += QStringLiteral(" <span class=\"dim\">%1</span>")
                         .arg(markdownToInlineHtml(header->description));
        row({QStringLiteral("<code>%1</code>").arg(named.name.toHtmlEscaped()),
             type(header->schema), words});
    }
    endTable();
}

void DocsWriter::writeParameter(const Named<Parameter> &parameter)
{
    heading(3, parameter.value.id, parameter.name.toHtmlEscaped());
    beginInputs();
    if (const Parameter *target = resolve(m_api, parameter.value))
        writeParameterRow(*target);
    endTable();
}

void DocsWriter::writeRequestBody(const Named<RequestBody> &body)
{
    heading(3, body.value.id, body.name.toHtmlEscaped());
    if (const RequestBody *target = resolve(m_api, body.value))
        writeBody(*target);
}

void DocsWriter::writeResponse(const Named<Response> &response)
{
    heading(3, response.value.id, response.name.toHtmlEscaped());
    const Response *target = resolve(m_api, response.value);
    if (!target)
        return;
    text(target->description);
    writeHeaders(target->headers);
    writeContent(target->content);
}

} // namespace Design
