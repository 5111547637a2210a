#include "designer/looks/looks_style.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/style_painting.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFileDialog>
#include <QPainter>
#include <QStyleFactory>
#include <QTreeView>

namespace Design
{

LooksStyle::LooksStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

static QFontMetrics metricsFor(const QStyleOption *option, const QWidget *widget)
{
    if (widget)
        return widget->fontMetrics();
    return option ? option->fontMetrics : QFontMetrics(QApplication::font());
}

int LooksStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QFontMetrics font = metricsFor(option, widget);
    const int gap = std::max(3, font.height() / 4);
    switch (metric) {
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
    case PM_ToolBarHandleExtent:
    case PM_ToolBarFrameWidth:
        return 1;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuHMargin:
        return 0;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return glyphSize();
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return font.height() - gap / 2;
    case PM_ScrollBarExtent:
        return 3 * gap;
    case PM_ScrollBarSliderMin:
        return 8 * gap;
    case PM_TabBarTabHSpace:
        return 6 * gap;
    case PM_TabBarTabVSpace:
        return 4 * gap;
    case PM_HeaderDefaultSectionSizeVertical:
        return font.height() + 5 * gap / 2;
    case PM_HeaderMargin:
        return 2 * gap;
    case PM_FocusFrameHMargin:
        return qobject_cast<const QAbstractItemView *>(widget) ? 2 * gap - 1 : gap / 2;
    case PM_TreeViewIndentation:
        return 4 * gap;
    case PM_MenuVMargin:
    case PM_ToolBarItemMargin:
        return gap;
    case PM_ToolBarItemSpacing:
        return gap / 2;
    case PM_ButtonMargin:
        return 4 * gap;
    case PM_MenuBarItemSpacing:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LooksStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_ScrollBar_Transient:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_TabBar_ElideMode:
        return Qt::ElideRight;
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(Theme::current().border.rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

/// How far the texts of a tree's first column stand to the right; its heading goes along.
static int indentOfCells(const QStyleOption *option, const QWidget *widget)
{
    const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const auto *tree = widget ? qobject_cast<const QTreeView *>(widget->parentWidget()) : nullptr;
    return section && section->section == 0 && tree && tree->rootIsDecorated() ? tree->indentation()
                                                                               : 0;
}

QSize LooksStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                   const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const QFontMetrics font = metricsFor(option, widget);
    const int gap = std::max(3, font.height() / 4);
    const int control = font.height() + 5 * gap / 2;
    switch (type) {
    case CT_PushButton:
    case CT_ComboBox:
    case CT_SpinBox:
        size.setHeight(std::max(control, contents.height() + 2));
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            size.setHeight(control);
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            const bool iconOnly =
                button->text.isEmpty() || button->toolButtonStyle == Qt::ToolButtonIconOnly;
            const bool hasMenu = button->features & QStyleOptionToolButton::MenuButtonPopup;
            if (isMenuButton(button))
                return {font.horizontalAdvance(button->text) + glyphSize() + 4 * gap, control};
            const int width = iconOnly ? control : contents.width() + 4 * gap;
            size = QSize(width + (hasMenu ? 3 * gap : 0), control);
        }
        break;
    case CT_HeaderSection:
        size.rwidth() += indentOfCells(option, widget);
        [[fallthrough]];
    case CT_ItemViewItem:
        size.setHeight(std::max(size.height(), control));
        break;
    case CT_TabBarTab:
        size.setHeight(control + 2 * gap);
        break;
    case CT_MenuBarItem:
        size = contents + QSize(4 * gap, 2 * gap);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                size.setHeight(2 * gap + 1);
            } else {
                // What paintMenuItem() needs: check and icon, text, gap, shortcut, arrow.
                const QStringList parts = item->text.split(u'\t');
                const int text =
                    font.horizontalAdvance(parts.value(0).remove(u'&')) +
                    (parts.size() > 1 ? font.horizontalAdvance(parts.at(1)) + 8 * gap : 0);
                size = QSize(text + glyphSize() + 14 * gap, control);
            }
        }
        break;
    default:
        break;
    }
    return size;
}

static QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part, int shortest)
{
    const bool lies = bar.orientation == Qt::Horizontal;
    const int length = lies ? bar.rect.width() : bar.rect.height();
    int slider = length;
    if (bar.maximum > bar.minimum) {
        const qint64 range = qint64{bar.maximum} - bar.minimum;
        const qint64 share = qint64{bar.pageStep} * length / (range + bar.pageStep);
        slider = std::clamp(static_cast<int>(share), std::min(shortest, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto slice = [&](int from, int size) {
        return lies ? QRect(bar.rect.x() + from, bar.rect.y(), size, bar.rect.height())
                    : QRect(bar.rect.x(), bar.rect.y() + from, bar.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return slice(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + slider, length - start - slider);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {};
    }
}

QRect LooksStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const int shortest = pixelMetric(PM_ScrollBarSliderMin, option, widget);
            return visualRect(bar->direction, bar->rect, scrollBarPart(*bar, part, shortest));
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect LooksStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const int gap = std::max(3, metricsFor(option, widget).height() / 4);
    return frame && frame->lineWidth > 0 ? rect.adjusted(gap, 0, -gap, 0) : rect;
}

QIcon LooksStyle::standardIcon(StandardPixmap icon, const QStyleOption *option,
                               const QWidget *widget) const
{
    switch (icon) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return glyphIcon(Glyph::Close);
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton:
        return glyphIcon(Glyph::More);
    case SP_MessageBoxWarning:
        return glyphIcon(Glyph::Warning, Tone::Warning);
    case SP_MessageBoxCritical:
        return glyphIcon(Glyph::Error, Tone::Bad);
    case SP_MessageBoxInformation:
        return glyphIcon(Glyph::Info, Tone::Accent);
    case SP_MessageBoxQuestion:
        return glyphIcon(Glyph::Help, Tone::Accent);
    default:
        if (const std::optional<Glyph> glyph = fileDialogGlyph(icon))
            return glyphIcon(*glyph);
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

void LooksStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (widget->inherits("QAbstractButton") || widget->inherits("QTabBar") ||
        widget->inherits("QScrollBar") || widget->inherits("QHeaderView") ||
        widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox") ||
        widget->inherits("QLineEdit"))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *tree = qobject_cast<QTreeView *>(widget);
        tree && qobject_cast<QFileDialog *>(tree->window()))
        tree->installEventFilter(this); // it has its columns when it is shown
    if (widget->windowType() == Qt::Popup)
        widget->installEventFilter(this);
}

/// In a list that is indented the whole row is what is selected and has the focus.
static QRectF ofWholeRow(QRectF ring, const QWidget *widget)
{
    const auto *tree = qobject_cast<const QTreeView *>(widget);
    if (tree && tree->model() && tree->model()->columnCount() == 1) {
        ring.setLeft(0.5);
        ring.setRight(tree->viewport()->width() - 0.5);
    }
    return ring;
}

bool LooksStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        if (auto *tree = qobject_cast<QTreeView *>(watched))
            arrangeFiles(*tree);
    } else if (event->type() == QEvent::Hide && watched->isWidgetType() &&
               static_cast<QWidget *>(watched)->windowType() == Qt::Popup) {
        QMetaObject::invokeMethod(this, &endStaleHover, Qt::QueuedConnection);
    }
    return QProxyStyle::eventFilter(watched, event);
}

void LooksStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    const QRectF line = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(painter, option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(painter, option);
    case PE_PanelLineEdit:
        return paintLineEditPanel(painter, option, widget);
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return paintPushButton(painter, button);
        break;
    case PE_PanelButtonTool:
        return paintToolButtonPanel(painter, option);
    case PE_FrameFocusRect:
        return paintFocusRing(painter, line, unit(option));
    case PE_IndicatorBranch:
        return paintBranch(painter, option);
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return paintItem(painter, item);
        break;
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return paintRow(painter, item);
        break;
    case PE_IndicatorTabClose: {
        const bool isOver = option->state & State_MouseOver;
        if (isOver)
            paintBox(painter, line, theme.raised, theme.raised, unit(option));
        const int inset = unit(option) / 2;
        return paintGlyph(painter, QRectF(option->rect).adjusted(inset, inset, -inset, -inset),
                          Glyph::Close, isOver ? theme.text : theme.dim);
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
    case PE_IndicatorButtonDropDown:
        return paintGlyph(painter, option->rect, Glyph::ExpandMore, theme.dim);
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        return paintGlyph(painter, option->rect, Glyph::ExpandLess, theme.dim);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paintGlyph(painter, option->rect,
                       header->sortIndicator == QStyleOptionHeader::SortUp ? Glyph::ExpandMore
                                                                           : Glyph::ExpandLess,
                       theme.dim);
        return;
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(option->rect.center().x(), option->rect.top() + 2 * unit(option), 1,
                          option->rect.height() - 4 * unit(option), theme.border);
        return;
    case PE_IndicatorItemViewItemDrop:
        painter->fillRect(option->rect.adjusted(0, 0, 0, option->rect.height() < 2 ? 1 : 0),
                          option->rect.height() < 2 ? theme.accent : QColor());
        if (option->rect.height() >= 2)
            paintFocusRing(painter, line, unit(option));
        return;
    case PE_Frame:
    case PE_FrameWindow:
    case PE_FrameMenu:
    case PE_FrameGroupBox:
    case PE_PanelTipLabel: {
        painter->save();
        painter->setPen(theme.border);
        painter->setBrush(element == PE_PanelTipLabel ? QBrush(theme.raised) : QBrush());
        painter->drawRect(line);
        painter->restore();
        return;
    }
    case PE_PanelMenu:
        return paintBox(painter, line, theme.base, theme.border, 0);
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_FrameLineEdit:
    case PE_FrameTabWidget:
    case PE_FrameDefaultButton:
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect.x(), option->rect.y(), option->rect.width(), 1,
                          theme.border);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, theme.base);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LooksStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect,
                          option->state & State_MouseOver ? theme.outline : theme.border);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return paintTab(painter, tab);
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab label = *tab;
            const bool strong = tab->state & (State_Selected | State_MouseOver);
            for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
                label.palette.setColor(role, strong ? theme.text : theme.dim);
            label.state &= ~State_HasFocus; // paintTab() shows it
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return paintHeaderSection(painter, header);
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.base);
        painter->fillRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1,
                          theme.border);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader label = *header;
            label.state &= ~(State_On | State_Sunken); // bold would make the row jump
            label.palette.setColor(QPalette::ButtonText, theme.dim);
            label.rect.adjust(indentOfCells(header, widget), 0, 0, 0);
            // QHeaderView does so, too, but knows nothing of the margins.
            label.text =
                label.fontMetrics.elidedText(label.text, Qt::ElideRight, label.rect.width());
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && (button->features & QStyleOptionButton::DefaultButton) &&
            (button->state & State_Enabled)) {
            QStyleOptionButton label = *button;
            label.palette.setColor(QPalette::ButtonText, theme.onAccent);
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem cell = *item;
            cell.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &cell, painter, widget);
            if (item->state & State_HasFocus)
                paintFocusRing(
                    painter, ofWholeRow(QRectF(item->rect).adjusted(0.5, 0.5, -0.5, -0.5), widget),
                    0);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return paintMenuItem(painter, item);
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, theme.window);
            if (item->state & State_Selected)
                paintBox(painter, QRectF(item->rect).adjusted(1, 2, -1, -2), theme.raised,
                         theme.raised, unit(item));
            const int flags =
                Qt::AlignCenter | Qt::TextSingleLine |
                (styleHint(SH_UnderlineShortcut, item, widget, nullptr) ? Qt::TextShowMnemonic
                                                                        : Qt::TextHideMnemonic);
            return drawItemText(painter, item->rect, flags, item->palette,
                                item->state & State_Enabled, item->text, QPalette::WindowText);
        }
        break;
    case CE_MenuBarEmptyArea:
    case CE_MenuEmptyArea:
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.window);
        painter->fillRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1,
                          theme.border);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LooksStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paintScrollBar(painter, bar,
                                  subControlRect(control, bar, SC_ScrollBarSlider, widget));
        break;
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return paintComboBox(painter, box,
                                 subControlRect(control, box, SC_ComboBoxArrow, widget));
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && isMenuButton(button))
            return paintMenuButton(painter, button);
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return paintSpinBox(painter, box, subControlRect(control, box, SC_SpinBoxUp, widget),
                                subControlRect(control, box, SC_SpinBoxDown, widget));
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace Design
