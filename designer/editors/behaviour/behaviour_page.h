#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/itemmodels/members/members_model.h"
#include "designer/looks/hide_guard.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Design
{

class MemberForm;
class Section;
class TableBlock;
class TitleEdit;

/// What every page about things around routes needs.
struct BehaviourContext {
    DesignDocument &document;
    Selection &selection;
    ExpressionCheck checkExpression;
};

/// A page of the editor about something that runs around routes: a heading, and tables and forms
/// below it.
class BehaviourPage : public QWidget
{
    Q_OBJECT

public:
    explicit BehaviourPage(const BehaviourContext &context, QWidget *parent = nullptr);

    /// Shows this thing. It may have another name now.
    virtual void setItem(const BehaviourItem &item) { m_item = item; }
    /// Goes to what is meant on the page, such as a row.
    virtual void reveal(const BehaviourItem &item);
    const BehaviourItem &item() const { return m_item; }
    /// Puts the cursor into the name of this thing; without one, into the place for a new one.
    virtual void editName(const BehaviourItem &item);

Q_SIGNALS:
    void message(const QString &text); ///< for the status bar

protected:
    void setHeading(const QString &title, const QString &sentence);
    /// A heading that can be typed into; what names the thing follows.
    void addNameHeading(BehaviourGroup group, const QString &sentence);
    void showName();
    QWidget *nameEdit() const;
    void addWidget(QWidget *widget);
    Section *addSection(const QString &title, QWidget *content);
    Section *addTable(const QString &title, MembersModel &model);
    MemberForm *makeForm(const QList<MemberField> &fields);
    void finish(); ///< after the last widget

    BehaviourContext m_context;
    BehaviourItem m_item;

private:
    void rename(BehaviourGroup group);
    void showUses();

    QWidget *m_content;
    QVBoxLayout *m_column;
    TitleEdit *m_name = nullptr;
    QLabel *m_uses = nullptr; ///< how far a new name would reach
    QLabel *m_nameError = nullptr;
    HideGuard m_hideGuard{*this};
};

/// The page of this kind of item.
BehaviourPage *makeBehaviourPage(BehaviourItem::Kind kind, const BehaviourContext &context);

} // namespace Design
