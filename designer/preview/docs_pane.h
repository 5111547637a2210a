#pragma once

#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/document/selection.h"
#include "designer/preview/source_pane.h"

#include <QTextBrowser>
#include <QTimer>

namespace Design
{

/// The documentation of the design for people, following the selection. Its links lead to places
/// of the design.
class DocsPane : public QTextBrowser
{
    Q_OBJECT

public:
    DocsPane(const DesignDocument &document, Selection &selection, QWidget *parent = nullptr);

    PreviewScope scope() const { return m_scope; }
    void setScope(PreviewScope scope);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Rendered {
        QString html;
        NodeId item = NodeId::None;
    };

    void scheduleUpdate();
    void update();
    void show(const Rendered &rendered);
    void openLink(const QUrl &url);
    NodeId wantedItem() const;

    const DesignDocument &m_document;
    Selection &m_selection;
    QTimer m_updateTimer;
    LatestJob<Rendered> m_job;
    Rendered m_shown;
    PreviewScope m_scope = PreviewScope::Item;
    bool m_isStale = true;
};

} // namespace Design
