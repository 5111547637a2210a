#include "designer/looks/empty_note.h"

#include <QEvent>

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
        setGeometry(m_view.viewport()->rect());
    return QLabel::eventFilter(watched, event);
}

void EmptyNote::update()
{
    setGeometry(m_view.viewport()->rect());
    setVisible(m_view.model()->rowCount(m_view.rootIndex()) == 0);
}

} // namespace Design
