#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/looks/hide_guard.h"
#include "mockserver/engine/exchange.h"

#include <QSplitter>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace Mock
{

class JsonBodyEdit;
class RequestPartsModel;
class WhyView;

/// A request to the route that is selected, filled in so that it is valid, or so that it breaks
/// one rule; and beside it what happened to it.
class TryPanel : public QSplitter
{
    Q_OBJECT

public:
    TryPanel(Design::DesignDocument &document, Design::Selection &selection,
             QWidget *parent = nullptr);

    WhyView *whyView() const { return m_why; }
    /// Fills in a valid request to the route.
    void setOperation(Design::NodeId operation);
    void setRequest(const Request &request);
    Request request() const;
    void send();
    /// Shows the answer to what was sent, if it is among these.
    void append(const QList<Exchange> &batch);
    /// The requests that each break one rule of the route, by name.
    QList<QPair<QString, Request>> breaking() const;

Q_SIGNALS:
    void sendRequested(const Mock::Request &request);
    void message(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeContent();
    void showRoute(const Design::Api &api);
    void showBody();
    QByteArray typedTarget() const; ///< percent-encoded
    void fillBreakMenu();
    void fillTokenMenu();
    /// The design with nothing but the route that is tried, and what its dependencies ask for.
    Design::Api onlyRoute() const;

    Design::DesignDocument &m_document;
    Design::NodeId m_operation = Design::NodeId::None;
    QComboBox *m_method;
    QLineEdit *m_target;
    QPushButton *m_send;
    QToolButton *m_valid;
    QToolButton *m_break;
    QToolButton *m_as; ///< whose token the request has
    QMenu *m_tokenMenu;
    QMenu *m_breakMenu;
    RequestPartsModel *m_parts;
    JsonBodyEdit *m_body;
    WhyView *m_why;
    Design::HideGuard m_hideGuard{*this};
    bool m_isWaiting = false;
    bool m_isTyped = false; ///< somebody has changed the request: it is not filled in anew
    bool m_isMoved = false; ///< somebody has chosen how the room is shared
};

} // namespace Mock
