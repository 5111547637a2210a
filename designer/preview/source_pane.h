#pragma once

#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/document/selection.h"
#include "designer/preview/source_text.h"

#include <QTimer>
#include <QWidget>

namespace Design
{

class CodeView;

/// How much a preview shows: the selected route or model, or everything.
enum class PreviewScope { Item, Document };

/// The OpenAPI text of the design as it stands, a moment after each edit. The lines of the selected
/// place are barred; a click on a line selects what it says, Ctrl+click or Enter opens it.
class SourcePane : public QWidget
{
    Q_OBJECT

public:
    SourcePane(const DesignDocument &document, Selection &selection, QWidget *parent = nullptr);

    FileFormat format() const { return m_format; }
    void setFormat(FileFormat format);
    PreviewScope scope() const { return m_scope; }
    void setScope(PreviewScope scope);
    void copyText() const;
    QString shownText() const;
    CodeView *view() const { return m_view; }

Q_SIGNALS:
    void textChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Rendered {
        SourceText text;
        NodeId item = NodeId::None;
        FileFormat format = FileFormat::Yaml;
    };

    void scheduleUpdate();
    void update();
    void show(const Rendered &rendered);
    void followSelection();
    void barSelection(bool andReveal);
    void openLine(int line, bool open);
    NodeId wantedItem() const; ///< None: the whole document

    const DesignDocument &m_document;
    Selection &m_selection;
    CodeView *m_view;
    QTimer m_updateTimer;
    LatestJob<Rendered> m_job;
    Rendered m_shown;
    FileFormat m_format = FileFormat::Yaml;
    PreviewScope m_scope = PreviewScope::Item;
    bool m_isStale = true;
};

} // namespace Design
