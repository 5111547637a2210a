#pragma once

#include "designer/document/selection.h"
#include "designer/looks/glyphs.h"
#include "mockserver/panel/traffic/violations_model.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QMenu;
class QSplitter;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace Design
{
class ColumnKeeper;
}

namespace Mock
{

class BodyView;

/// One request in detail: what it went through, which rules it broke and where they stand in the
/// design, what was sent and what was answered.
class WhyView : public QWidget
{
    Q_OBJECT

public:
    WhyView(const Design::DesignDocument &document, Design::Selection &selection,
            QWidget *parent = nullptr);

    void setExchange(const Exchange &exchange);
    void clear();
    /// What is shown while there is no request.
    void setEmptyText(const QString &text);
    void setServerUrl(const QUrl &url) { m_serverUrl = url; } ///< for the command that is copied
    void copyAsCurl() const;
    void sendAgain() { Q_EMIT sendRequested(m_exchange.request); }
    /// Opens the place of the design that refused the request; false when there is none (any more).
    bool openRule();
    /// What can be done with the request.
    void fillMenu(QMenu *menu);

Q_SIGNALS:
    void sendRequested(const Mock::Request &request); ///< once more
    /// Nothing answers there yet.
    void routeWanted(const QString &method, const QString &path);
    void saveAsTestRequested(const Mock::Exchange &exchange);
    void saveAsExampleRequested(const Mock::Exchange &exchange);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void setUp(QToolButton *button, const char *name, Design::Glyph glyph,
                      const QString &text, const QString &tip);
    QList<QToolButton *> tools() const;
    void showTitle();
    bool isRouteMissing() const;
    void showSteps(const Exchange &exchange);
    void showNearest(const Exchange &exchange);
    void fitRules();
    void fitRuleColumns();
    void openViolation(int row);
    void openRoute(const QString &route);
    bool openPlace(Design::NodeId node, Design::Keyword keyword);
    void followRule();

    const Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    Exchange m_exchange;
    QUrl m_serverUrl;
    QStackedLayout *m_stack;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_empty;
    QToolButton *m_again;
    QToolButton *m_copy;
    QToolButton *m_saveAsTest;
    QToolButton *m_saveAsExample;
    QLabel *m_steps;
    QLabel *m_note; ///< what went wrong where it was no rule, and the nearest routes
    ViolationsModel *m_rulesModel;
    QTreeView *m_rules;
    Design::ColumnKeeper *m_ruleColumns;
    QSplitter *m_bodies;
    BodyView *m_request;
    BodyView *m_response;
};

} // namespace Mock
