#pragma once

#include <QVariantMap>
#include <QWidget>

class BottomPane;
class QSplitter;

/// The four regions of the window and the lines between them:
///
///     navigator | editors | preview
///               | bottom
class Regions : public QWidget
{
    Q_OBJECT

public:
    enum Region { Navigator, Editors, Preview, Bottom };

    Regions(QWidget *navigator, QWidget *editors, QWidget *preview, BottomPane *bottom,
            QWidget *parent = nullptr);

    void setRegionVisible(Region region, bool visible);
    bool isRegionVisible(Region region) const;
    /// While nothing is open the editors' place is all there is; the others come back as they were.
    void setEditorsAlone(bool alone);
    /// There are two of them beside one another, which need the room.
    void setEditorsDoubled(bool doubled);
    bool areEditorsAlone() const { return m_areEditorsAlone; }
    /// Moves the focus to the next (1) or previous (-1) visible region.
    void stepFocus(int by);
    void focusRegion(Region region);

    /// Where the lines stand and what is shown.
    QVariantMap state() const;
    void restore(const QVariantMap &state);

Q_SIGNALS:
    void visibilityChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUsualSizes();
    void fitBottom();
    void fitPreview();
    void showRegion(Region region);
    void leave(Region region);
    void hideBottom();

    QList<QWidget *> m_regions;
    BottomPane *m_bottom;
    QSplitter *m_outer;
    QSplitter *m_rows;
    QSplitter *m_upper;
    QList<bool> m_isShown; ///< as the user wants it
    bool m_areEditorsAlone = false;
    bool m_isPreviewFolded = false; ///< it has made room for two editors
    QList<int> m_sizesOfOne;        ///< while two editors stand side by side: what one of them had
    int m_bottomHeight = 0;         ///< while it is collapsed: what it had
};
