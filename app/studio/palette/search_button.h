#pragma once

#include <QAbstractButton>

class QAction;

/// A button that looks like the search box it opens, with its key at the right.
class SearchButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SearchButton(QAction *action, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *m_action;
};
