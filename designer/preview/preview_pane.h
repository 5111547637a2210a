#pragma once

#include "designer/preview/docs_pane.h"
#include "designer/preview/source_pane.h"

#include <QTabWidget>

class QToolButton;

namespace Design
{

/// The right side of the window: OpenAPI source and documentation of what is selected.
class PreviewPane : public QTabWidget
{
    Q_OBJECT

public:
    PreviewPane(DesignDocument &document, Selection &selection, QWidget *parent = nullptr);

    SourcePane *source() const { return m_source; }
    DocsPane *docs() const { return m_docs; }
    PreviewScope scope() const { return m_source->scope(); }
    void setScope(PreviewScope scope);
    FileFormat format() const { return m_source->format(); }
    void setFormat(FileFormat format);
    QSize minimumSizeHint() const override; ///< all tabs and choices can be read
    /// Puts the cursor into the text of what is selected, to edit it there.
    void editSelection();

Q_SIGNALS:
    void choicesChanged(); ///< scope or format

private:
    QWidget *makeCorner();
    void updateCorner();

    SourcePane *m_source;
    DocsPane *m_docs;
    QToolButton *m_scopeButton = nullptr;
    QToolButton *m_formatButton = nullptr;
    QToolButton *m_copyButton = nullptr;
};

} // namespace Design
