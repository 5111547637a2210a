#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/model/edits/order_edits.h"

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
    /// Adds the route that would have answered this path: `/items/12` gives `/items/{item_id}`.
    void addRouteFor(const QString &method, const QString &path);
    /// The route or model that is selected, or that something selected belongs to.
    void deleteSelected();
    bool canDelete() const;
    /// A menu of what can be done about a problem.
    void offerFixes(const Design::Diagnostic &problem, const QPoint &at);
    void renameSelected();
    void duplicateSelected();
    /// Puts the selected route or model on the clipboard, as a part of an OpenAPI document.
    void copySelected();
    /// Adds what is on the clipboard: routes, models, or a model that a JSON sample suggests.
    void paste();
    /// Moves what is selected beside its neighbour; by: -1 up, 1 down.
    void moveSelected(Design::NodeId neighbour, int by);
    /// Moves a route, model or tag before another one, or last where there is none.
    /// tag: what the route is grouped under.
    void place(Design::NodeId node, Design::NodeId before, const QString &tag);

Q_SIGNALS:
    void message(const QString &text);

private:
    void addRoute(const QString &line);
    void placeBeside(Design::NodeId node, Design::NodeId other, Design::Side side);
    void pasteSample(const Design::Json &sample);

    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    EditorTabs &m_tabs;
    Prompt &m_prompt;
};
