#pragma once

#include "app/studio/actions.h"

#include <QWidget>

class SearchButton;

/// The bar below the menus: undo, back and forward, go to anything, and the server at the right.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(const Actions &actions, QWidget *serverBar, QWidget *parent = nullptr);

    const QWidget *searchBox() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SearchButton *m_search;
};
