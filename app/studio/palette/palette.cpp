#include "app/studio/palette/palette.h"

#include "app/studio/palette/fuzzy_match.h"
#include "designer/looks/empty_note.h"
#include "designer/looks/glyphs.h"
#include "designer/looks/text_width.h"
#include "designer/looks/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Design;

static constexpr int mostShown = 200;
static constexpr int rowsInView = 12;

void PaletteModel::setItems(const QList<PaletteItem> &items)
{
    m_items = items;
}

void PaletteModel::setPattern(const QString &pattern)
{
    const bool wantsCommands = pattern.startsWith(u'>');
    const bool wantsLine = pattern.startsWith(u':');
    const QStringView letters =
        QStringView(pattern).sliced(wantsCommands || wantsLine ? 1 : 0).trimmed();
    if (wantsLine)
        return showLine(letters.toInt());
    QList<QPair<int, int>> found; // score, item
    for (int i = 0; i < m_items.size(); ++i) {
        const PaletteItem &item = m_items.at(i);
        if ((wantsCommands && !item.isCommand) || (letters.isEmpty() && item.isPart))
            continue;
        int score = letters.isEmpty() ? 0 : fuzzyScore(letters, item.title);
        if (score < 0)
            continue;
        if (item.isCommand && !wantsCommands)
            score -= 400;
        if (item.isPart)
            score -= 200;
        // Of those that fit about alike, the one that was there last; whoever types a whole name
        // means what is called so.
        score += static_cast<int>(item.recency);
        if (letters.compare(item.title, Qt::CaseInsensitive) == 0)
            score += 200;
        found.append({score, i});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    beginResetModel();
    m_isLine = false;
    m_shown.clear();
    for (const auto &[score, item] : found.first(std::min<qsizetype>(mostShown, found.size())))
        m_shown.append(item);
    endResetModel();
}

void PaletteModel::showLine(int number)
{
    beginResetModel();
    m_shown.clear();
    m_isLine = number > 0 && m_lineJump;
    if (m_isLine)
        m_line = {tr("Line %1 of the OpenAPI").arg(number),
                  {},
                  glyphIcon(Glyph::Code),
                  false,
                  [jump = m_lineJump, number] { jump(number - 1); }};
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_isLine ? 1 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PaletteItem &item = this->item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::DecorationRole:
        return item.icon;
    case DetailRole:
        return item.detail;
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty() ? item.title : item.title + QStringLiteral(", ") + item.detail;
    default:
        return {};
    }
}

namespace
{

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const QString detail = index.data(PaletteModel::DetailRole).toString();
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const int gap = cell.fontMetrics.height() / 4;
        const int width = std::min(wholeWidth(cell.font, detail), cell.rect.width() / 2);
        const int room = cell.rect.width() - width - cell.decorationSize.width() - 10 * gap;
        cell.text = cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, room);
        cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        painter->save();
        painter->setPen(Theme::current().dim);
        painter->setFont(cell.font);
        const QRect place(cell.rect.right() - width - 2 * gap, cell.rect.y(), width + 1,
                          cell.rect.height());
        painter->drawText(QStyle::visualRect(cell.direction, cell.rect, place), Qt::AlignVCenter,
                          cell.fontMetrics.elidedText(detail, Qt::ElideRight, width));
        painter->restore();
    }
};

} // namespace

Palette::Palette(QWidget *parent)
    : Overlay(parent)
    , m_model(new PaletteModel(this))
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("palette"));
    field()->setObjectName(QStringLiteral("paletteField"));
    field()->setPlaceholderText(
        tr("A route, a model, a field; > and a command; : and the number of a line"));
    field()->setAccessibleName(tr("Go to anything"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    new EmptyNote(*m_list, tr("Nothing fits."));
    const int gap = fontMetrics().height() / 4;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap);
    layout->setSpacing(2 * gap);
    layout->addWidget(field());
    layout->addWidget(m_list);
    m_list->setFixedHeight(rowsInView * (fontMetrics().height() + 5 * gap / 2));
    connect(field(), &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_list, &QListView::clicked, this, &Palette::run);
}

void Palette::open(const QList<PaletteItem> &items, const QString &pattern)
{
    m_model->setItems(items);
    field()->setText(pattern);
    filter(pattern);
    Overlay::open();
    field()->end(false); // what is typed comes behind the “>” or “:”
}

void Palette::filter(const QString &text)
{
    m_model->setPattern(text);
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void Palette::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows > 0)
        m_list->setCurrentIndex(
            m_model->index(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1), 0));
}

bool Palette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(rowsInView);
        return true;
    case Qt::Key_PageUp:
        step(-rowsInView);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

void Palette::run(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto act = m_model->item(index.row()).run;
    close();
    act();
}
