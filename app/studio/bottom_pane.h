#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;
class QToolButton;

/// The lower part of the window: tabs that collapse to their bar.
class BottomPane : public QWidget
{
    Q_OBJECT

public:
    explicit BottomPane(QWidget *parent = nullptr);

    /// tools, where given, stand in the bar while the page is shown.
    int addPage(QWidget *page, const QString &title, QWidget *tools = nullptr);
    void setTitle(int index, const QString &title);
    int currentIndex() const;
    void showPage(int index); ///< opens the pane where it is collapsed
    bool isCollapsed() const { return m_isCollapsed; }
    int headHeight() const; ///< of the tabs, which is all there is when it is collapsed
    void setCollapsed(bool collapsed);

Q_SIGNALS:
    void aboutToCollapse(); ///< what has the focus in it is still shown
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateTools();

    QTabBar *m_bar;
    QStackedWidget *m_pages;
    QWidget *m_toolsArea;
    QToolButton *m_collapse;
    QList<QWidget *> m_tools;
    bool m_isCollapsed = false;
};
