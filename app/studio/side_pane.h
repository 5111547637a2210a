#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Design
{
class IconLabel;
}

/// A page beside the tabs, under a title of its own.
class SidePane : public QWidget
{
    Q_OBJECT

public:
    explicit SidePane(QWidget *parent = nullptr);

    void setPage(QWidget *page, const QIcon &icon, const QString &title);
    void setTitle(const QString &title);
    QWidget *page() const { return m_page; }
    /// Deletes the page and hides.
    void clear();

Q_SIGNALS:
    void closeRequested();

private:
    Design::IconLabel *m_icon;
    QLabel *m_title;
    QWidget *m_page = nullptr;
};
