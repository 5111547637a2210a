#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"

class EditorTabs;

/// New and deleted things around routes: dependencies, named errors, stores, routers.
class BehaviourActions : public QObject
{
    Q_OBJECT

public:
    BehaviourActions(Design::DesignDocument &document, Design::Selection &selection,
                     EditorTabs &tabs, QObject *parent = nullptr);

    void add(Design::BehaviourItem::Kind kind);
    bool canDelete() const;
    void deleteSelected();

Q_SIGNALS:
    void message(const QString &text);

private:
    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    EditorTabs &m_tabs;
};
