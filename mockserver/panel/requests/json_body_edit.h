#pragma once

#include "designer/looks/code_editor.h"
#include "designer/model/api.h"

namespace Mock
{

/// The body of a request, typed as JSON: what the schema of the body knows is offered while typing.
/// It has a history of its own, since it is no part of the design.
class JsonBodyEdit : public Design::CodeEditor
{
    Q_OBJECT

public:
    explicit JsonBodyEdit(QWidget *parent = nullptr);

    /// What the body is to obey; absent offers nothing.
    void setSchema(const Design::Api &api, const Design::Schema &schema);
    void setBody(const QByteArray &text);

private:
    void offer();
    void take(const QString &word);
    QString before() const; ///< the text up to the cursor
    QString behind() const; ///< and the rest

    Design::Api m_api;
    Design::Schema m_schema;
};

} // namespace Mock
