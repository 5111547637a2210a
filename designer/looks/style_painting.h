#pragma once

#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"

#include <QFontMetrics>
#include <QStyleOption>

#include <optional>

class QPainter;
class QTreeView;
class QWidget;

namespace Design
{

// What LooksStyle paints, one function a thing.

int unit(const QStyleOption *option); ///< a quarter of a line of text: the measure of all gaps
QFontMetrics metricsOf(const QStyleOption *option);

void paintBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line,
              double radius);
void paintFocusRing(QPainter *painter, const QRectF &rect, double radius);

void paintCheckBox(QPainter *painter, const QStyleOption *option);
void paintRadioButton(QPainter *painter, const QStyleOption *option);
void paintLineEditPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void paintPushButton(QPainter *painter, const QStyleOptionButton *option);
/// A button that is a word and opens a menu.
bool isMenuButton(const QStyleOptionToolButton *option);
void paintMenuButton(QPainter *painter, const QStyleOptionToolButton *option);
void paintToolButtonPanel(QPainter *painter, const QStyleOption *option);
void paintComboBox(QPainter *painter, const QStyleOptionComboBox *option, const QRect &arrow);
void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up,
                  const QRect &down);
void paintScrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider);
void paintMenuItem(QPainter *painter, const QStyleOptionMenuItem *option);

void paintTab(QPainter *painter, const QStyleOptionTab *option);
void paintHeaderSection(QPainter *painter, const QStyleOptionHeader *option);
void paintBranch(QPainter *painter, const QStyleOption *option);
void paintItem(QPainter *painter, const QStyleOptionViewItem *option);
void paintRow(QPainter *painter, const QStyleOptionViewItem *option);

/// What is under a list or menu that has just closed was not told that the pointer has left it.
void endStaleHover();

// Qt's own file dialog, for desktops that have none.

/// The glyph in the place of one of its icons; none for icons of other things.
std::optional<Glyph> fileDialogGlyph(QStyle::StandardPixmap icon);
/// Makes room for its table: sizes and dates are read whole, names get what is left.
void arrangeFiles(QTreeView &files);

} // namespace Design
