#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"

class EditorTabs;
class Prompt;

/// The edits that the window itself offers: a new route, a new model, and deleting either.
class DesignActions : public QObject
{
    Q_OBJECT

public:
    DesignActions(Design::DesignDocument &document, Design::Selection &selection, EditorTabs &tabs,
                  Prompt &prompt, QObject *parent = nullptr);

    void newRoute();
    void newModel();
    /// The route or model that is selected, or that something selected belongs to.
    void deleteSelected();
    bool canDelete() const;

Q_SIGNALS:
    void message(const QString &text);

private:
    void addRoute(const QString &line);

    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    EditorTabs &m_tabs;
    Prompt &m_prompt;
};
