#pragma once

#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/cell_view.h"
#include "designer/itemmodels/members/depends_matrix_model.h"

namespace Design
{

/// The matrix as a view: a click or Space on a mark switches it, Enter on a route opens it.
class DependsMatrixView : public CellView
{
    Q_OBJECT

public:
    explicit DependsMatrixView(DependsMatrixModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refit();

    DependsMatrixModel &m_model;
};

/// Which route depends on what, at one look: what is open?
class DependsMatrixPage : public BehaviourPage
{
    Q_OBJECT

public:
    explicit DependsMatrixPage(const BehaviourContext &context);

private:
    DependsMatrixModel m_model;
    DependsMatrixView *m_view;
};

} // namespace Design
