#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/looks/hide_guard.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace Design
{

class ApiFields;
class FieldsView;
class TitleEdit;
class Section;
class TagModel;

/// The design as a whole: its title, what is said about it, and its tags.
class ApiEditor : public QWidget
{
    Q_OBJECT

public:
    ApiEditor(DesignDocument &document, Selection &selection, QWidget *parent = nullptr);

    /// Puts the cursor into the row of a tag; false for all other nodes.
    bool reveal(NodeId node);
    /// Puts the cursor into the title, to type another one.
    void editTitle();
    QModelIndex currentCell() const;

private:
    void update();

    DesignDocument &m_document;
    QScrollArea *m_scroll;
    TitleEdit *m_title;
    TagModel *m_tags;
    FieldsView *m_tagsView;
    ApiFields *m_terms;
    Section *m_termsSection;
    HideGuard m_hideGuard{*this};
};

} // namespace Design
