#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/itemmodels/members/member_field.h"

#include <QIcon>
#include <QModelIndex>
#include <QWidget>

class EditorTabBar;
class QLabel;
class QSplitter;
class QStackedWidget;
class SidePane;

namespace Design
{
class ApiEditor;
class BehaviourPage;
class RouteEditor;
enum class Glyph : char16_t;
class SchemaEditor;
} // namespace Design

/// The middle of the window: one tab for each route and model that is worked on, and one that is
/// reused for whatever is only looked at.
class EditorTabs : public QWidget
{
    Q_OBJECT

public:
    EditorTabs(Design::DesignDocument &document, Design::Selection &selection,
               QWidget *parent = nullptr);

    /// Shown while there are no tabs and no design.
    void setEmptyPage(QWidget *page);
    /// Shows the route or model of this node in the preview tab, or in its own where it has one.
    /// False when the node has no editor.
    bool look(Design::NodeId node);
    /// look(), and then puts the cursor into the cell of this node that says the keyword.
    bool open(Design::NodeId node, Design::Keyword keyword);
    /// Opens a tab that is there to stay and puts the cursor into the name of what is new there.
    void openNew(Design::NodeId node);
    /// Puts the cursor into the name of a model, the path of a route or the title of the design.
    void rename(Design::NodeId node);
    /// The same for what runs around routes.
    bool look(const Design::BehaviourItem &item);
    bool open(const Design::BehaviourItem &item);
    void openNew(const Design::BehaviourItem &item);
    void rename(const Design::BehaviourItem &item) { openNew(item); }
    /// What says of an expression why it cannot be read.
    void setExpressionCheck(const Design::ExpressionCheck &check) { m_checkExpression = check; }
    /// A page that belongs to no node, once per title. name: that of the action that shows it,
    /// where it is to come back with the window.
    void showPage(const QString &name, const QString &title, const QIcon &icon,
                  const std::function<QWidget *()> &make);

    /// Shows a route or model beside the tabs, in place of what is there; None takes it away.
    /// False when the node has no editor.
    bool showAside(Design::NodeId node);
    Design::NodeId asideItem() const { return m_aside.item; }

    /// What a tab shows, to be shown again another time.
    struct OpenTab {
        Design::NodeId item = Design::NodeId::None;
        Design::BehaviourItem behaviour;
        QString page; ///< the action that shows it, of pages such as the map
        bool isPreview = false;
    };
    QList<OpenTab> openTabs() const; ///< those that can be shown another time
    int current() const;             ///< among these
    void setCurrent(int index);
    void pinCurrent();

    void closeCurrent();
    void closeAll();
    void step(int by); ///< to the next or the previous tab, round and round
    int count() const { return static_cast<int>(m_pages.size()); }
    /// Goes on to the field of a member, on the page that was gone to; see
    /// DesignDocument::memberRevealRequested().
    void revealMember(Design::NodeId route, const QStringList &path);
    Design::NodeId currentItem() const; ///< None for pages without a node
    Design::BehaviourItem currentBehaviour() const;
    bool isCurrentPreview() const;
    QModelIndex currentCell() const;
    /// Whether a model is shown, of which there may be uses.
    bool canShowUses() const;
    void showUses();
    static Design::Glyph behaviourGlyph(Design::BehaviourItem::Kind kind);
    QString title(int index) const;
    bool isPreview(int index) const;

Q_SIGNALS:
    void message(const QString &text);
    void currentChanged();
    void sendRequested(); ///< a request to the selected route
    void asideChanged(bool isShown);

private:
    struct Page {
        Design::NodeId item = Design::NodeId::None;
        Design::SchemaEditor *schema = nullptr;
        Design::RouteEditor *route = nullptr;
        Design::ApiEditor *api = nullptr;
        Design::BehaviourPage *behaviour = nullptr;
        QWidget *widget = nullptr;
        QString name = {}; ///< of a page without a node
        QIcon icon = {};   ///< the same

        bool canReturn() const
        {
            return item != Design::NodeId::None || behaviour || !name.isEmpty();
        }
    };

    bool reveal(const Page &page, Design::NodeId node, Design::Keyword keyword);
    int show(Design::NodeId node);
    int show(const Design::BehaviourItem &item);
    int replacePreview(const Page &page, const QString &title);
    void follow(const Design::BehaviourItem &item, const QString &name);
    void closeGone();
    QString titleOf(const Page &page) const;
    static QIcon iconOf(const Page &page);
    int addPage(const Page &page, const QString &title);
    Page makePage(Design::NodeId item);
    bool reuse(Page &page, Design::NodeId item);
    void close(int index);
    void pin(int index);
    void updateTitles();
    void noteChange(const Design::ChangeSet &changes);
    void showCurrent();
    QString titleOf(Design::NodeId item) const;
    int indexOf(Design::NodeId item) const;

    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    EditorTabBar *m_bar;
    QStackedWidget *m_stack;
    QSplitter *m_halves;
    SidePane *m_sidePane;
    Page m_aside; ///< what stands beside the tabs
    QWidget *m_empty = nullptr;
    QLabel *m_nothing;   ///< the same while a design is open
    QList<Page> m_pages; ///< in the order of the tabs
    Design::ExpressionCheck m_checkExpression;
};
