#include "tests/studio/appearance.h"

#include "app/studio/choice_card.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/itemmodels/cell_table.h"
#include "designer/looks/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Design;

namespace
{

QString said(const QWidget &widget, const QString &text)
{
    return QStringLiteral("%1 %2: “%3” has %4×%5, wants %6×%7")
        .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(), text)
        .arg(widget.width())
        .arg(widget.height())
        .arg(widget.minimumSizeHint().width())
        .arg(widget.minimumSizeHint().height());
}

bool isElidedOnPurpose(const QWidget &widget)
{
    return widget.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
}

QString plain(QString text)
{
    return text.remove(u'&');
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || isElidedOnPurpose(label))
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 1;
    return label.sizeHint().width() > label.width() + 1 ||
           label.fontMetrics().height() > label.height() + 1;
}

bool isCut(const QAbstractButton &button)
{
    if (button.text().isEmpty() || isElidedOnPurpose(button))
        return false;
    const bool isCard = qobject_cast<const ChoiceCard *>(&button);
    const QSize wanted = isCard ? button.sizeHint() : button.minimumSizeHint();
    return button.width() < wanted.width() || button.height() < wanted.height();
}

bool isCut(const QComboBox &combo)
{
    if (combo.isEditable())
        return false;
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    const QRect field = combo.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                      QStyle::SC_ComboBoxEditField, &combo);
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) > field.width() + 1;
}

QStringList cutSections(const QHeaderView &header)
{
    QStringList cut;
    for (int i = 0; i < header.count(); ++i) {
        const QString text = header.model()->headerData(i, header.orientation()).toString();
        const int margins = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin);
        const bool isSmall =
            header.orientation() == Qt::Horizontal && !header.isSectionHidden(i) &&
            header.fontMetrics().horizontalAdvance(text) + margins > header.sectionSize(i);
        if (isSmall)
            cut.append(text);
    }
    return cut;
}

/// Rows in which nothing stands but the program's own words.
QStringList cutNewRows(const QTreeView &view)
{
    QStringList cut;
    const auto *table = dynamic_cast<const CellTable *>(view.model());
    if (!table)
        return cut;
    for (QModelIndex row = view.model()->index(0, 0); row.isValid(); row = view.indexBelow(row)) {
        if (!table->isNewRow(row))
            continue;
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.rect = view.visualRect(row);
        option.text = row.data().toString();
        option.features = QStyleOptionViewItem::HasDisplay;
        const int margin = view.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option) + 1;
        const QRect room =
            view.style()->subElementRect(QStyle::SE_ItemViewItemText, &option, &view);
        if (view.fontMetrics().horizontalAdvance(option.text) > room.width() - 2 * margin)
            cut.append(option.text);
    }
    return cut;
}

/// What a field says to who is about to type into it, unless its tip says it too.
bool isCut(const QLineEdit &edit)
{
    if (!edit.text().isEmpty() || edit.placeholderText().isEmpty() || edit.isReadOnly() ||
        edit.toolTip().contains(edit.placeholderText()))
        return false;
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.lineWidth = edit.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &edit);
    const QRect room = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit) -
                       edit.textMargins();
    constexpr int ownMargin = 2; // of every QLineEdit
    return edit.fontMetrics().horizontalAdvance(edit.placeholderText()) >
           room.width() - 2 * ownMargin;
}

QStringList cutTabs(const QTabBar &bar)
{
    QStringList cut;
    for (int i = 0; i < bar.count(); ++i) {
        const bool isShown = bar.rect().intersects(bar.tabRect(i));
        if (isShown &&
            bar.fontMetrics().horizontalAdvance(plain(bar.tabText(i))) > bar.tabRect(i).width())
            cut.append(bar.tabText(i));
    }
    return cut;
}

/// Whether part of the widget is hidden by the widgets that it stands in, other than by scrolling.
bool standsOut(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent && !parent->isWindow();
         parent = parent->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
        if (area && area->viewport() == parent)
            return false;
        const QRect place(widget.mapTo(parent, QPoint(0, 0)), widget.size());
        if (!parent->rect().adjusted(-1, -1, 1, 1).contains(place))
            return true;
    }
    return false;
}

/// The widget as its users see it, three times as large so that strokes have their full colour.
QImage picture(const QWidget &widget)
{
    constexpr int scale = 3;
    QImage image(widget.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    auto &shown = const_cast<QWidget &>(widget);
    QWidget *window = widget.window();
    image.fill(Theme::current().window);
    QPainter painter(&image);
    // From the window, so that what is behind a transparent label is there too.
    const QPoint at = widget.mapTo(window, QPoint(0, 0));
    window->render(&painter, QPoint(), QRegion(QRect(at, shown.size())));
    return image;
}

struct Shades {
    QColor ground;
    double contrast = 1;
};

Shades shadesOf(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QRgb most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > counts.value(most))
            most = it.key();
    }
    Shades shades{QColor(most), 1};
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        shades.contrast = std::max(shades.contrast, contrast(shades.ground, QColor(it.key())));
    return shades;
}

QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->pixmap().isNull() ? label->text() : QString();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        const auto *tool = qobject_cast<const QToolButton *>(button);
        return tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly ? QString()
                                                                         : button->text();
    }
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->currentText();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    return {};
}

} // namespace

QList<Screen> allScreens()
{
    QList<Screen> screens;
    const auto place = [](const char *name, const char *pointer) {
        return Screen{QString::fromLatin1(name), [pointer](WindowTest &test) {
                          test.window().selection().open(test.at(QString::fromUtf8(pointer)));
                      }};
    };
    const auto item = [](const char *name, BehaviourItem::Kind kind) {
        return Screen{QString::fromLatin1(name), [kind](WindowTest &test) {
                          test.window().selection().open(BehaviourItem{kind, {}});
                      }};
    };
    const auto action = [](const char *name, ActionId id) {
        return Screen{QString::fromLatin1(name),
                      [id](WindowTest &test) { test.window().actions()[id]->trigger(); }};
    };
    screens << place("route", "/paths/~1items~1/post") << place("inputs", "/paths/~1items~1/get")
            << place("model", "/components/schemas/ItemCreate") << place("api", "")
            << item("dependencies", BehaviourItem::Kind::Dependencies)
            << item("errors", BehaviourItem::Kind::Errors)
            << item("routers", BehaviourItem::Kind::Routers)
            << item("tests", BehaviourItem::Kind::Tests)
            << item("server", BehaviourItem::Kind::Server) << action("map", ActionId::ShowMap)
            << action("keys", ActionId::ShowKeys) << action("licences", ActionId::ShowLicences)
            << action("about", ActionId::About) << action("problems", ActionId::ShowProblems)
            << action("traffic", ActionId::ShowTraffic) << action("try it", ActionId::ShowTry)
            << action("docs", ActionId::ShowDocs) << action("source", ActionId::ShowSource)
            << action("palette", ActionId::GoToAnything);
    // What the sample has none of; each of them leaves another design open.
    const auto other = [](const char *design, BehaviourItem::Kind kind, const char *name) {
        return Screen{
            QStringLiteral("%1 %2").arg(QLatin1String(design), QLatin1String(name)),
            [design, kind, name](WindowTest &test) {
                QVERIFY(test.openDesign(QString::fromLatin1(design)));
                test.window().selection().open(BehaviourItem{kind, QString::fromLatin1(name)});
            }};
    };
    const auto route = [](const char *design, const char *pointer) {
        return Screen{QStringLiteral("%1 %2").arg(QLatin1String(design), QLatin1String(pointer)),
                      [design, pointer](WindowTest &test) {
                          QVERIFY(test.openDesign(QString::fromLatin1(design)));
                          const NodeId node = test.at(QString::fromLatin1(pointer));
                          QVERIFY(node != NodeId::None);
                          test.window().selection().open(node);
                      }};
    };
    using Kind = BehaviourItem::Kind;
    screens << other("stores.yaml", Kind::Store, "items") << other("stores.yaml", Kind::Tests, "")
            << other("errors.yaml", Kind::Errors, "")
            << other("dependencies.yaml", Kind::Dependencies, "")
            << other("dependencies.yaml", Kind::Dependency, "api_key")
            << other("routers.yaml", Kind::Routers, "")
            << route("stores.yaml", "/paths/~1items~1/get")
            << route("errors.yaml", "/paths/~1items~1{item_id}~1reservations/post")
            << route("dependencies.yaml", "/paths/~1users~1/get")
            << route("tasks.yaml", "/paths/~1send-notification~1{email}/post")
            << route("upstream.yaml", "/paths/~1repos~1{owner}~1{name}/get")
            << route("inputs.yaml", "/paths/~1items~1{item_id}/get");
    return screens;
}

QStringList cutTexts(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        bool cut = false;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            cut = isCut(*label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            cut = isCut(*button);
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            cut = isCut(*combo);
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            cut = isCut(*edit);
        if (const auto *view = qobject_cast<const QTreeView *>(widget)) {
            for (const QString &text : cutNewRows(*view))
                found.append(said(*widget, text));
        }
        if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            for (const QString &section : cutSections(*header))
                found.append(said(*widget->parentWidget(), section));
        }
        if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
            for (const QString &tab : cutTabs(*bar))
                found.append(said(*widget, tab));
        }
        if (cut || (widget->focusPolicy() != Qt::NoFocus && standsOut(*widget)))
            found.append(said(*widget, textOf(*widget)));
    }
    // A form is scrolled up and down, never to the side.
    for (const QScrollArea *area : window.findChildren<QScrollArea *>()) {
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            found.append(said(*area, QStringLiteral("scrolls to the side")));
    }
    return found;
}

QStringList weakTexts(const QWidget &window)
{
    constexpr double enough = 4.5; // WCAG 2.1, 1.4.3
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const QString text = textOf(*widget);
        const bool isWhole = widget->isVisible() && widget->isEnabled() &&
                             widget->visibleRegion().boundingRect().size() == widget->size();
        if (!isWhole || plain(text).trimmed().isEmpty())
            continue;
        const double measured = shadesOf(picture(*widget)).contrast;
        if (measured < enough)
            found.append(QStringLiteral("%1: %2").arg(text).arg(measured));
    }
    return found;
}

QStringList strangePanes(const QWidget &window, bool isDark)
{
    QStringList found;
    for (const auto *area : window.findChildren<QAbstractScrollArea *>()) {
        if (!area->isVisible() || area->visibleRegion().isEmpty())
            continue;
        const QColor ground = shadesOf(picture(*area)).ground;
        if ((ground.lightness() < 128) != isDark)
            found.append(said(*area, ground.name()));
    }
    return found;
}

double contrastIn(const QWidget &widget, const QRect &part)
{
    const QImage image = picture(widget);
    const auto scale = static_cast<int>(image.devicePixelRatio());
    return shadesOf(image.copy(QRect(part.topLeft() * scale, part.size() * scale))).contrast;
}
