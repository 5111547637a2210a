#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Design
{

/// A part of a page under a heading that opens and closes it. Closed, the heading says in a few
/// words what is inside.
class Section : public QWidget
{
    Q_OBJECT

public:
    Section(const QString &title, QWidget *content, QWidget *parent = nullptr);

    bool isOpen() const { return m_isOpen; }
    void setOpen(bool open);
    void setSummary(const QString &summary);
    QWidget *content() const { return m_content; }
    /// Where the text of a heading begins: what stands under it begins there as well.
    static int textIndent();
    /// Least width of a form's labels, so that forms below one another have their fields in line.
    static int labelWidth();

private:
    bool m_isOpen = true;
    QToolButton *m_heading;
    QLabel *m_summary;
    QWidget *m_content;
};

} // namespace Design
