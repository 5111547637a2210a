#include "app/studio/regions.h"

#include "app/studio/bottom_pane.h"

#include <QApplication>
#include <QSplitter>
#include <QVBoxLayout>

static constexpr int lettersOfEditors = 60;
static constexpr int lettersOfTwoEditors = 96;

Regions::Regions(QWidget *navigator, QWidget *editors, QWidget *preview, BottomPane *bottom,
                 QWidget *parent)
    : QWidget(parent)
    , m_regions{navigator, editors, preview, bottom}
    , m_bottom(bottom)
    , m_outer(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_upper(new QSplitter(Qt::Horizontal))
    , m_isShown(m_regions.size(), true)
{
    m_upper->addWidget(editors);
    m_upper->addWidget(preview);
    m_upper->setStretchFactor(0, 1);
    m_upper->setStretchFactor(1, 0);
    m_rows->addWidget(m_upper);
    m_rows->addWidget(bottom);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_outer->addWidget(navigator);
    m_outer->addWidget(m_rows);
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_outer, m_rows, m_upper})
        splitter->setChildrenCollapsible(false);
    const int letter = fontMetrics().averageCharWidth();
    navigator->setMinimumWidth(20 * letter);
    editors->setMinimumWidth(lettersOfEditors * letter);
    preview->setMinimumWidth(std::max(32 * letter, preview->minimumSizeHint().width()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_outer);
    connect(bottom, &BottomPane::aboutToCollapse, this, [this] { leave(Bottom); });
    connect(bottom, &BottomPane::collapsedChanged, this, &Regions::fitBottom);
    setUsualSizes();
}

void Regions::setUsualSizes()
{
    const int letter = fontMetrics().averageCharWidth();
    const int line = fontMetrics().height();
    m_outer->setSizes({32 * letter, 168 * letter});
    m_upper->setSizes({104 * letter, 64 * letter});
    m_bottomHeight = 18 * line;
    m_rows->setSizes({32 * line, m_bottomHeight});
}

void Regions::fitBottom()
{
    const bool collapsed = m_bottom->isCollapsed();
    if (collapsed) {
        if (m_bottom->isVisible())
            m_bottomHeight = m_bottom->height();
        hideBottom();
    } else {
        m_bottom->setMaximumHeight(QWIDGETSIZE_MAX);
        const int all = m_rows->height();
        if (all > 0)
            m_rows->setSizes({std::max(0, all - m_bottomHeight), m_bottomHeight});
    }
    Q_EMIT visibilityChanged();
}

void Regions::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_bottom->isCollapsed()) // only now it is known how high the tabs are in this style
        hideBottom();
}

void Regions::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_bottom->isCollapsed())
        hideBottom();
    if (m_isPreviewFolded)
        fitPreview();
}

/// Whoever was in what goes away is where they were before in the editors, and not at whatever
/// control comes next.
void Regions::leave(Region region)
{
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_regions.at(region)->isAncestorOf(focus))
        return;
    QWidget *before = m_regions.at(Editors)->focusWidget();
    if (before && before->isVisible() && before->isEnabled())
        before->setFocus(Qt::OtherFocusReason);
    else
        focusRegion(Editors);
}

void Regions::hideBottom()
{
    const int head = m_bottom->headHeight();
    m_bottom->setMaximumHeight(head);
    // A splitter heeds the limits of its parts only when somebody moves it.
    m_rows->setSizes({std::max(0, height() - head), head});
}

void Regions::setRegionVisible(Region region, bool visible)
{
    if (region == Bottom) {
        m_bottom->setCollapsed(!visible);
        return;
    }
    if (!visible)
        leave(region);
    m_isShown[region] = visible;
    if (region == Preview)
        m_isPreviewFolded = false; // as it is wanted now
    showRegion(region);
    Q_EMIT visibilityChanged();
}

void Regions::showRegion(Region region)
{
    const bool isFolded = region == Preview && m_isPreviewFolded;
    m_regions.at(region)->setVisible(m_isShown.at(region) && !isFolded &&
                                     (!m_areEditorsAlone || region == Editors));
}

/// Two editors beside a preview need more room than a small window has: then the preview goes, not
/// the window beyond the edge of its screen.
void Regions::fitPreview()
{
    const bool areTwo = !m_sizesOfOne.isEmpty();
    const int needed = m_regions.at(Editors)->minimumWidth() +
                       m_regions.at(Preview)->minimumWidth() +
                       (m_isShown.at(Navigator) ? m_regions.at(Navigator)->width() : 0);
    const bool isFolded = areTwo && width() < needed;
    if (isFolded == m_isPreviewFolded)
        return;
    m_isPreviewFolded = isFolded;
    showRegion(Preview);
}

bool Regions::isRegionVisible(Region region) const
{
    return region == Bottom ? !m_bottom->isCollapsed() : m_isShown.at(region);
}

void Regions::setEditorsAlone(bool alone)
{
    m_areEditorsAlone = alone;
    for (const Region region : {Navigator, Preview})
        setRegionVisible(region, m_isShown.at(region));
    m_bottom->setVisible(!alone);
}

void Regions::setEditorsDoubled(bool doubled)
{
    // What the second editor has taken from the preview, it gives back.
    const QList<int> before =
        std::exchange(m_sizesOfOne, doubled ? m_upper->sizes() : QList<int>());
    const int letters = doubled ? lettersOfTwoEditors : lettersOfEditors;
    m_regions.at(Editors)->setMinimumWidth(letters * fontMetrics().averageCharWidth());
    fitPreview();
    const QList<int> sizes = m_upper->sizes(); // it heeds the limit only when somebody moves it
    m_upper->setSizes(doubled || before.isEmpty() ? sizes : before);
}

void Regions::focusRegion(Region region)
{
    QWidget *widget = m_regions.at(region);
    if (QWidget *proxy = widget->focusProxy()) {
        proxy->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    // The first thing in it that takes the focus.
    for (QWidget *next = widget->nextInFocusChain(); next && next != widget;
         next = next->nextInFocusChain()) {
        if (widget->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
            next->focusPolicy() & Qt::TabFocus) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void Regions::stepFocus(int by)
{
    const QWidget *focus = QApplication::focusWidget();
    int now = by > 0 ? -1 : 0;
    for (int i = 0; i < m_regions.size(); ++i) {
        if (focus && (m_regions.at(i) == focus || m_regions.at(i)->isAncestorOf(focus)))
            now = i;
    }
    const auto count = static_cast<int>(m_regions.size());
    for (int step = 1; step <= count; ++step) {
        const int next = (now + by * step + 2 * count * step) % count;
        if (m_regions.at(next)->isVisible() && isRegionVisible(static_cast<Region>(next)))
            return focusRegion(static_cast<Region>(next));
    }
}

namespace
{

const QString outerKey = QStringLiteral("outer");
const QString upperKey = QStringLiteral("upper");
const QString bottomHeightKey = QStringLiteral("bottomHeight");
const QString bottomCollapsedKey = QStringLiteral("bottomCollapsed");
const QString navigatorShownKey = QStringLiteral("navigatorShown");
const QString previewShownKey = QStringLiteral("previewShown");

} // namespace

QVariantMap Regions::state() const
{
    return {{outerKey, m_outer->saveState()},
            {upperKey, m_upper->saveState()},
            {bottomHeightKey, m_bottom->isCollapsed() ? m_bottomHeight : m_bottom->height()},
            {bottomCollapsedKey, m_bottom->isCollapsed()},
            {navigatorShownKey, isRegionVisible(Navigator)},
            {previewShownKey, isRegionVisible(Preview)}};
}

void Regions::restore(const QVariantMap &state)
{
    m_outer->restoreState(state.value(outerKey).toByteArray());
    m_upper->restoreState(state.value(upperKey).toByteArray());
    m_bottomHeight = state.value(bottomHeightKey, m_bottomHeight).toInt();
    m_bottom->setCollapsed(state.value(bottomCollapsedKey, true).toBool());
    fitBottom();
    setRegionVisible(Navigator, state.value(navigatorShownKey, true).toBool());
    setRegionVisible(Preview, state.value(previewShownKey, true).toBool());
}
