#pragma once

#include "designer/docs/html_docs.h"
#include "designer/docs/schema_words.h"

#include <QPair>
#include <QSet>

namespace Design
{

/// Writes the parts of the documentation one after the other into one HTML text.
class DocsWriter
{
public:
    DocsWriter(const Api &api, const DocsOptions &options);

    void writeOverview(); ///< what the design is, and links to all that is in it
    void writePath(const Named<PathItem> &path); ///< all its operations
    void writeOperation(const Named<PathItem> &path, const Operation &operation);
    void writeModel(const Named<Schema> &model);
    void writeParameter(const Named<Parameter> &parameter);
    void writeRequestBody(const Named<RequestBody> &body);
    void writeResponse(const Named<Response> &response);

    QString html() const { return m_html; }

private:
    struct Field {
        QString name; ///< with those of the objects around it: `address.street`, `lines[].count`
        Schema schema;
        bool isRequired = false;
        QString from; ///< the model that it is inherited from, or empty
    };

    struct FieldList {
        QList<Field> fields;
        QSet<QPair<QString, NodeId>> bases; ///< what has been inherited already, by prefix
    };

    void heading(int level, NodeId node, const QString &html);
    void text(const QString &markdown);
    void noteDeprecated(bool isDeprecated);
    void line(const QString &html) { m_html += html + u'\n'; }

    void writeInfo();
    void writeRoutes();
    void writeModels();
    void writeSecurity(const Operation &operation);
    void writeInputs(const Named<PathItem> &path, const Operation &operation);
    void writeParameterRow(const Parameter &parameter);
    void writeBody(const RequestBody &body);
    void writeContent(const NamedList<MediaType> &content);
    void writeHeaders(const NamedList<Header> &headers);
    void writeExample(const Json &value);
    /// One line with its type and rules after the introduction, and the table of its fields.
    void writeSchema(const Schema &schema, const QString &introduction = {});
    void writeFields(const QList<Field> &fields);
    void beginTable(const QStringList &titles);
    void beginInputs();
    QString note(const char *style, const QString &html) const; ///< below the name of something
    void row(const QStringList &cells);
    void endTable();

    void collectFields(const Schema &schema, const QString &prefix, const QString &from, int depth,
                       FieldList &fields) const;
    QString type(const Schema &schema) const;
    QString rules(const Schema &schema) const; ///< with the description
    QString link(NodeId node, const QString &text) const;
    QString anchor(NodeId node) const;

    const Api &m_api;
    DocsOptions m_options;
    DocsWords m_words;
    NodeLink m_link;
    QString m_html;
};

} // namespace Design
