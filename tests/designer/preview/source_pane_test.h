#pragma once

#include "designer/document/design_document.h"
#include "designer/looks/code_editor.h"
#include "designer/preview/preview_pane.h"

#include <QObject>

/// Types into the text of a design as a person does: the one of shop_text.h, with the model Item
/// selected.
class SourcePaneTest : public QObject
{
    Q_OBJECT

protected:
    void open();
    void close();

    Design::NodeId at(const char *pointer) const;
    Design::CodeEditor *view() const { return m_pane->source()->view(); }
    /// Puts the cursor behind the first occurrence of a text and types.
    void typeBehind(const char *text, const char *typed, bool behindLine = false);
    /// Replaces text in the view by keys: selects it and types over it.
    void typeOver(const char *text, const char *typed);
    /// What the design says, in Menura's own style.
    QString written() const;
    /// What is wrong with the text, as far as it is shown.
    QString message() const;

    std::unique_ptr<Design::DesignDocument> m_document;
    std::unique_ptr<Design::Selection> m_selection;
    std::unique_ptr<Design::PreviewPane> m_pane;
};
