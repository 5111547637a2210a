#include "designer/editors/fields_view.h"

#include "designer/editors/field_delegate.h"
#include "designer/editors/rules_form.h"
#include "designer/model/locate.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace Design
{

using Column = SchemaTableModel::Column;
using Kind = SchemaRow::Kind;

FieldsView::FieldsView(SchemaTableModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new FieldDelegate(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionBehavior(SelectItems);
    setSelectionMode(SingleSelection);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(false);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false);
    setAutoScroll(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(NoFrame);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setStretchLastSection(false); // fitColumns() does it, and exactly
    connect(m_delegate, &FieldDelegate::left, this, &FieldsView::leftCell, Qt::QueuedConnection);
    connect(
        m_delegate, &FieldDelegate::backspaceOnEmpty, this,
        [this](const QModelIndex &index) {
            if (m_model.isNewRow(index))
                outdent(index);
        },
        Qt::QueuedConnection);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        if (!m_isFittedByHand)
            fitColumns();
    });
    const auto resized = [this] {
        if (!m_isGrowing)
            return;
        // Headings over nothing but the row for something new would be noise.
        header()->setVisible(m_model.rowCount() > 1);
        updateGeometry();
    };
    connect(&model, &QAbstractItemModel::modelReset, this, resized);
    connect(&model, &QAbstractItemModel::rowsInserted, this, resized);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, resized);
    connect(this, &QTreeView::expanded, this, resized);
    connect(this, &QTreeView::collapsed, this, resized);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        // A width that somebody has dragged stays.
        const bool isDragged = QGuiApplication::mouseButtons().testFlag(Qt::LeftButton);
        if (m_isFitting || !isDragged || column + 1 == m_model.columnCount())
            return;
        m_isFittedByHand = true;
        header()->setStretchLastSection(true);
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &FieldsView::fitGrown);
    connect(&model, &QAbstractItemModel::dataChanged, this, &FieldsView::fitGrown);
    expandAll();
    fitColumns();
}

void FieldsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && !m_isFittedByHand)
        fitColumns();
}

QString FieldsView::keyboardHelp()
{
    return tr("Enter adds a row, F2 or typing edits, Tab goes to the next cell, F4 opens the rules "
              "as a form, "
              "Space switches “required”, Alt+Up and Alt+Down move, Ctrl+D copies, Del removes.");
}

void FieldsView::setGrowing(bool growing)
{
    m_isGrowing = growing;
    setVerticalScrollBarPolicy(growing ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, growing ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    header()->setVisible(!growing || m_model.rowCount() > 1);
    updateGeometry();
}

QSize FieldsView::sizeHint() const
{
    QSize size = QTreeView::sizeHint();
    if (!m_isGrowing)
        return size;
    int rows = 0;
    for (QModelIndex at = m_model.index(0, 0); at.isValid(); at = indexBelow(at))
        ++rows;
    const int rowHeight = rows > 0 ? sizeHintForRow(0) : 0;
    const QScrollBar *bar = horizontalScrollBar();
    const int below = bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0;
    const int heading = header()->isHidden() ? 0 : header()->sizeHint().height();
    size.setHeight(heading + rows * rowHeight + 2 * frameWidth() + 2 + below);
    return size;
}

QSize FieldsView::minimumSizeHint() const
{
    return m_isGrowing ? QSize(QTreeView::minimumSizeHint().width(), sizeHint().height())
                       : QTreeView::minimumSizeHint();
}

QList<ColumnWish> FieldsView::columnWishes() const
{
    const int letter = fontMetrics().averageCharWidth();
    const auto wish = [&](int column, int fewest, int most, int comfortable) {
        const int content = qMin(sizeHintForColumn(column) + 2 * letter, most * letter);
        const int heading = header()->sectionSizeHint(column);
        return ColumnWish{qMax(heading, qMin(content, fewest * letter)), content,
                          qMax(content, comfortable * letter)};
    };
    QList<ColumnWish> wishes;
    for (int i = 0; i < m_model.columnCount(); ++i) {
        switch (m_model.columnAt(i)) {
        case Column::Name:
        case Column::Type:
            wishes.append(wish(i, 14, 40, 20));
            break;
        case Column::Rules:
            wishes.append(wish(i, 14, 50, 24));
            break;
        case Column::Notes:
            wishes.append(wish(i, 12, 80, 24));
            break;
        case Column::Place:
            wishes.append(wish(i, 10, 20, 12));
            break;
        case Column::Required:
            const int heading = header()->sectionSizeHint(i);
            wishes.append({heading, heading, heading});
            break;
        }
    }
    return wishes;
}

/// As wide as their texts where there is room; else they share what there is, so that nothing has
/// to be scrolled sideways in any window of use.
void FieldsView::fitColumns()
{
    QList<int> widths = Design::fitColumns(columnWishes(), viewport()->width());
    widths.last() += viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    const int usual = fontMetrics().averageCharWidth() * 6;
    m_isFitting = true;
    header()->setMinimumSectionSize(qMin(usual, *std::min_element(widths.cbegin(), widths.cend())));
    for (int i = 0; i < widths.size(); ++i)
        header()->resizeSection(i, widths[i]);
    m_isFitting = false;
    updateGeometries(); // now, and not with a timer: no scroll bar flickers up
}

void FieldsView::fitGrown()
{
    if (m_isFittedByHand || !isVisible())
        return;
    const QList<ColumnWish> wishes = columnWishes();
    for (int i = 0; i + 1 < wishes.size(); ++i) {
        if (wishes.at(i).content > header()->sectionSize(i))
            return fitColumns();
    }
}

void FieldsView::goTo(const QModelIndex &cell, bool withFocus)
{
    if (!cell.isValid())
        return;
    for (QModelIndex above = cell.parent(); above.isValid(); above = above.parent())
        expand(above.siblingAtColumn(0));
    setCurrentIndex(cell);
    scrollTo(cell);
    if (withFocus)
        setFocus(Qt::OtherFocusReason);
}

void FieldsView::editCell(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    goTo(cell, false);
    QTreeView::edit(cell);
}

void FieldsView::addRow()
{
    const QModelIndex newRow = m_model.openNewRow(currentIndex());
    if (newRow.isValid())
        editCell(newRow.siblingAtColumn(qMax(0, m_model.columnOf(Column::Name))));
}

void FieldsView::leftCell(const QModelIndex &index, CellEdit::Leave how)
{
    if (!index.isValid())
        return;
    const QPersistentModelIndex cell = index;
    const bool isEmptyNewRow = m_model.isNewRow(cell);
    switch (how) {
    case CellEdit::Leave::Cancel:
    case CellEdit::Leave::Previous:
        if (isEmptyNewRow) {
            const QPersistentModelIndex above =
                cell.row() > 0 ? cell.sibling(cell.row() - 1, 0) : cell.parent();
            m_model.closeNewRow();
            if (!cell.isValid())
                goTo(above, true);
        } else if (how == CellEdit::Leave::Previous) {
            editCell(nextCell(cell, -1));
        }
        break;
    case CellEdit::Leave::Stay:
        if (isEmptyNewRow) {
            outdent(cell);
        } else if (m_flowRow.isValid() && m_flowRow == cell.sibling(cell.row(), 0)) {
            addRow();
            return;
        }
        break;
    case CellEdit::Leave::Next:
        if (!isEmptyNewRow)
            editCell(nextCell(cell, 1));
        break;
    }
    if (!isEmptyNewRow && how == CellEdit::Leave::Cancel)
        m_flowRow = QModelIndex();
}

void FieldsView::outdent(const QModelIndex &newRow)
{
    const QModelIndex next = m_model.outdentNewRow(newRow);
    if (m_model.isNewRow(next) && next != newRow) {
        editCell(next);
    } else {
        m_flowRow = QModelIndex();
        goTo(next, true);
    }
}

QModelIndex FieldsView::nextCell(const QModelIndex &from, int step) const
{
    QModelIndex row = from.siblingAtColumn(0);
    int column = from.column();
    while (row.isValid()) {
        for (column += step; column >= 0 && column < m_model.columnCount(); column += step) {
            const QModelIndex cell = row.siblingAtColumn(column);
            if (m_model.flags(cell) & Qt::ItemIsEditable)
                return cell;
        }
        row = step > 0 ? indexBelow(row) : indexAbove(row);
        column = step > 0 ? -1 : m_model.columnCount();
    }
    return {};
}

bool FieldsView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    // Space in the column of boxes switches; elsewhere a letter begins to edit, but not every key.
    if (trigger == AnyKeyPressed && event && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isLetter =
            !key->text().isEmpty() && key->text().at(0).isPrint() &&
            !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (!isLetter)
            return false;
    }
    const bool isNew = index.isValid() && m_model.isNewRow(index);
    const bool started = QTreeView::edit(index, trigger, event);
    if (started && isNew)
        m_flowRow = index.siblingAtColumn(0);
    else if (started && m_flowRow != index.siblingAtColumn(0))
        m_flowRow = QModelIndex();
    // The letter that began it counts as typed: nothing may overwrite it.
    if (started && trigger == AnyKeyPressed) {
        if (auto *editor = qobject_cast<CellEdit *>(indexWidget(index)))
            editor->setTyped();
    }
    return started;
}

NodeId FieldsView::referencedModel(const QModelIndex &cell) const
{
    const Schema *schema =
        cell.isValid() ? findSchema(m_model.document().api(), m_model.content(cell).node) : nullptr;
    if (!schema)
        return NodeId::None;
    const std::function<NodeId(const TypeExpression &)> find = [&find](const TypeExpression &type) {
        if (type.model != NodeId::None)
            return type.model;
        for (const TypeExpression &part : type.parts) {
            if (const NodeId found = find(part); found != NodeId::None)
                return found;
        }
        return NodeId::None;
    };
    return find(describeType(*schema, m_model.document().api()));
}

void FieldsView::openRules()
{
    const QModelIndex cell =
        currentIndex().siblingAtColumn(qMax(0, m_model.columnOf(Column::Rules)));
    if (!cell.isValid() || !(m_model.flags(cell) & Qt::ItemIsEditable))
        return;
    goTo(cell, false);
    auto *form = new RulesForm(m_model, cell, this);
    const QRect place = visualRect(cell);
    form->popup(viewport()->mapToGlobal(place.bottomLeft()),
                viewport()->mapToGlobal(place.topLeft()));
}

void FieldsView::keepCurrent(const std::function<bool()> &change)
{
    const QPersistentModelIndex current = currentIndex();
    const NodeId node = current.isValid() ? m_model.content(current).node : NodeId::None;
    const int column = current.column();
    if (!change())
        return;
    // A row that has changed its parent is another row to the view.
    if (!current.isValid()) {
        const QModelIndex again =
            m_model.findRow([node](const SchemaRow &row) { return row.node == node; });
        goTo(again.siblingAtColumn(column), true);
    } else {
        goTo(current, true);
    }
}

void FieldsView::removeCurrent()
{
    const QPersistentModelIndex parent = currentIndex().parent();
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    if (!m_model.removeField(currentIndex()))
        return;
    // The row that has come up takes the cursor, so that Del, Del removes two.
    const int count = m_model.rowCount(parent);
    QModelIndex next = m_model.index(qMin(row, count - 1), column, parent);
    if (m_model.isNewRow(next) && next.row() > 0)
        next = next.sibling(next.row() - 1, column);
    goTo(next.isValid() ? next : QModelIndex(parent), true);
}

bool FieldsView::handleRowKey(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        addRow();
        return true;
    }
    if (!current.isValid())
        return false;
    if (modifiers == Qt::NoModifier) {
        switch (key) {
        case Qt::Key_Space:
            return m_model.toggleRequired(current) || m_model.column(current) == Column::Required;
        case Qt::Key_Delete:
            removeCurrent();
            return true;
        case Qt::Key_Backspace:
            if (m_model.isNewRow(current)) {
                outdent(current);
                return true;
            }
            return false;
        case Qt::Key_F2:
            if (m_model.overrideField(current)) {
                editCell(currentIndex());
                return true;
            }
            return false;
        case Qt::Key_F4:
            openRules();
            return true;
        case Qt::Key_F12:
            if (const NodeId model = referencedModel(current); model != NodeId::None)
                Q_EMIT openRequested(model);
            return true;
        default:
            return false;
        }
    }
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        keepCurrent([&] { return m_model.moveField(current, key == Qt::Key_Up ? -1 : 1); });
        return true;
    }
    if (modifiers == (Qt::AltModifier | Qt::ShiftModifier) &&
        (key == Qt::Key_Left || key == Qt::Key_Right)) {
        keepCurrent([&] {
            return key == Qt::Key_Right ? m_model.nestField(current) : m_model.unnestField(current);
        });
        return true;
    }
    if (modifiers == Qt::ControlModifier && key == Qt::Key_D) {
        if (m_model.duplicateField(current))
            goTo(indexBelow(current).siblingAtColumn(0), true);
        return true;
    }
    return false;
}

bool FieldsView::event(QEvent *event)
{
    // Our keys win over the window's shortcuts while the table has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        const bool isMove = modifiers == Qt::AltModifier &&
                            (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        const bool isCopy = modifiers == Qt::ControlModifier && key->key() == Qt::Key_D;
        const bool isPlain = modifiers == Qt::NoModifier &&
                             (key->key() == Qt::Key_F2 || key->key() == Qt::Key_F4 ||
                              key->key() == Qt::Key_F12 || key->key() == Qt::Key_Delete ||
                              key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
        if (isMove || isCopy || isPlain) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void FieldsView::keyPressEvent(QKeyEvent *event)
{
    if (state() != EditingState && handleRowKey(event)) {
        event->accept();
        return;
    }
    // Left and right go through the cells; on the first one they open and close the row.
    if (state() != EditingState && event->modifiers() == Qt::NoModifier &&
        currentIndex().isValid()) {
        const QModelIndex current = currentIndex();
        const bool isForward = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
        const bool isBack = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
        const bool isClosed =
            current.column() == 0 && m_model.hasChildren(current) && !isExpanded(current);
        if (isForward && !isClosed) {
            if (current.column() + 1 < m_model.columnCount())
                setCurrentIndex(current.siblingAtColumn(current.column() + 1));
            return event->accept();
        }
        if (isBack && current.column() > 0) {
            setCurrentIndex(current.siblingAtColumn(current.column() - 1));
            return event->accept();
        }
    }
    QTreeView::keyPressEvent(event);
}

void FieldsView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex cell = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier &&
        cell.isValid() && m_model.column(cell) == Column::Type) {
        if (const NodeId model = referencedModel(cell); model != NodeId::None) {
            Q_EMIT openRequested(model);
            return;
        }
    }
    QTreeView::mousePressEvent(event);
    // The row for a new field is there to be typed into: one click is enough.
    if (event->button() == Qt::LeftButton && m_model.isNewRow(cell) && state() != EditingState)
        editCell(cell.siblingAtColumn(qMax(0, m_model.columnOf(Column::Name))));
}

void FieldsView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(0, 0));
    QTreeView::focusInEvent(event);
}

void FieldsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT currentCellChanged(current);
}

void FieldsView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    // What is new is shown whole; what somebody has closed stays closed.
    if (start == 0 && end + 1 == m_model.rowCount(parent))
        expand(parent);
    for (int row = start; row <= end; ++row)
        expandRecursively(m_model.index(row, 0, parent));
}

void FieldsView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex cell =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (cell.isValid())
        setCurrentIndex(cell);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, auto &&run) {
        QAction *action = menu->addAction(text, this, run);
        action->setShortcut(keys); // shown only: the keys are the table's own
        action->setShortcutContext(Qt::WidgetShortcut);
        return action;
    };
    const Kind kind = cell.isValid() ? m_model.content(cell).kind : Kind::New;
    add(tr("Add below"), Qt::Key_Return, [this] { addRow(); });
    add(tr("Edit"), Qt::Key_F2, [this] {
        QTreeView::edit(currentIndex());
    })->setEnabled(m_model.flags(cell) & Qt::ItemIsEditable);
    add(tr("Rules as a form"), Qt::Key_F4, [this] {
        openRules();
    })->setEnabled(kind != Kind::New && kind != Kind::Inherited);
    add(tr("Open the model"), Qt::Key_F12, [this] {
        Q_EMIT openRequested(referencedModel(currentIndex()));
    })->setEnabled(referencedModel(cell) != NodeId::None);
    menu->addSeparator();
    const bool isField = kind == Kind::Property || kind == Kind::Parameter || kind == Kind::Member;
    add(tr("Move up"), QKeySequence(QStringLiteral("Alt+Up")), [this] {
        keepCurrent([this] { return m_model.moveField(currentIndex(), -1); });
    })->setEnabled(isField);
    add(tr("Move down"), QKeySequence(QStringLiteral("Alt+Down")), [this] {
        keepCurrent([this] { return m_model.moveField(currentIndex(), 1); });
    })->setEnabled(isField);
    add(tr("Duplicate"), QKeySequence(QStringLiteral("Ctrl+D")), [this] {
        m_model.duplicateField(currentIndex());
    })->setEnabled(kind == Kind::Property);
    if (kind == Kind::Inherited)
        add(tr("Override here"), Qt::Key_F2, [this] { m_model.overrideField(currentIndex()); });
    add(tr("Remove"), Qt::Key_Delete, [this] {
        removeCurrent();
    })->setEnabled(kind != Kind::New && kind != Kind::Model && kind != Kind::Inherited);
    menu->popup(event->globalPos());
}

} // namespace Design
