#pragma once

#include <QTabBar>

/// Tabs of editors. The one that is reused for whatever is looked at next is in italics.
class EditorTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit EditorTabBar(QWidget *parent = nullptr);

    int previewTab() const { return m_previewTab; } ///< -1: all are there to stay
    void setPreviewTab(int index);
    /// The text of a tab as it is, which Qt would take an & of for a mnemonic.
    void setTitle(int index, const QString &title);
    QString title(int index) const;

Q_SIGNALS:
    void pinRequested(int index);

protected:
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabInserted(int index) override;
    void tabRemoved(int index) override;

private:
    int m_previewTab = -1;
};
