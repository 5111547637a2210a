#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"

class EditorTabs;

/// What the menu does with things around routes: dependencies, named errors, stores, routers.
class BehaviourActions : public QObject
{
    Q_OBJECT

public:
    BehaviourActions(Design::DesignDocument &document, Design::Selection &selection,
                     EditorTabs &tabs, QObject *parent = nullptr);

    void add(Design::BehaviourItem::Kind kind);
    /// Whether something with a name is selected.
    bool hasItem() const;
    void deleteSelected();
    void renameSelected();
    void duplicateSelected();

Q_SIGNALS:
    void message(const QString &text);

private:
    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    EditorTabs &m_tabs;
};
