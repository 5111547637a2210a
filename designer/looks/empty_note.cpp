#include "designer/looks/empty_note.h"

#include <QEvent>
#include <QPushButton>

namespace Design
{

EmptyNote::EmptyNote(QAbstractItemView &view, const QString &text)
    : QLabel(text, view.viewport())
    , m_view(view)
{
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::PlaceholderText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMargin(fontMetrics().height());
    view.viewport()->installEventFilter(this);
    const QAbstractItemModel *model = view.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyNote::update);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyNote::update);
    connect(model, &QAbstractItemModel::modelReset, this, &EmptyNote::update);
    update();
}

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QLabel::eventFilter(watched, event);
}

QPushButton *EmptyNote::addButton(const QString &text)
{
    m_button = new QPushButton(text, m_view.viewport()); // the sentence lets the mouse through
    m_button->setFocusPolicy(Qt::TabFocus);
    update();
    return m_button;
}

void EmptyNote::place()
{
    const QRect room = m_view.viewport()->rect();
    setGeometry(room);
    if (!m_button)
        return;
    // The sentence stays in the middle, and the button stands below it.
    const int below =
        fontMetrics()
            .boundingRect(room.adjusted(margin(), 0, -margin(), 0), Qt::TextWordWrap, text())
            .height() /
        2;
    m_button->adjustSize();
    m_button->move((room.width() - m_button->width()) / 2,
                   room.center().y() + below + fontMetrics().height() / 2);
}

void EmptyNote::update()
{
    place();
    if (m_button)
        m_button->setVisible(m_view.model()->rowCount(m_view.rootIndex()) == 0);
    setVisible(m_view.model()->rowCount(m_view.rootIndex()) == 0);
}

} // namespace Design
