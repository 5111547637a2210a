#include "designer/editors/suggestions.h"

#include <QCompleter>
#include <QGuiApplication>
#include <QScreen>
#include <QScrollBar>
#include <QStringListModel>

namespace Design
{

static constexpr int mostRows = 9;

Suggestions::Suggestions(QWidget *edit)
    : QListView(edit)
    , m_edit(edit)
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    // A popup would grab the keyboard, and its window be made the active one on some platforms.
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::StyledPanel);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setAccessibleName(tr("Suggestions"));
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    setModel(m_completer->completionModel());
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        hide();
        Q_EMIT chosen(index.data().toString());
    });
}

void Suggestions::setWords(const QStringList &words)
{
    m_words->setStringList(words);
}

bool Suggestions::hasWords() const
{
    return m_words->rowCount() > 0;
}

void Suggestions::suggest(const QString &part, const QRect &place)
{
    m_completer->setCompletionPrefix(part);
    const int count = m_completer->completionCount();
    if (count == 0 || (count == 1 && m_completer->currentCompletion() == part)) {
        hide();
        return;
    }
    setCurrentIndex({});
    clearSelection();
    scrollToTop();
    const int rows = qMin(count, mostRows);
    const QMargins margins = contentsMargins();
    const int height =
        rows * sizeHintForRow(0) + margins.top() + margins.bottom() + 2 * frameWidth();
    const int width = sizeHintForColumn(0) + verticalScrollBar()->sizeHint().width() +
                      2 * frameWidth() + 2 * fontMetrics().averageCharWidth();
    QPoint at = m_edit->mapToGlobal(place.bottomLeft() + QPoint(0, 1));
    if (const QScreen *screen = m_edit->screen()) {
        const QRect room = screen->availableGeometry();
        if (at.y() + height > room.bottom())
            at.setY(m_edit->mapToGlobal(place.topLeft()).y() - height);
        at.setX(qMin(at.x(), room.right() - width));
    }
    setGeometry(QRect(at, QSize(width, height)));
    show();
}

bool Suggestions::moveChoice(int key)
{
    const int count = model()->rowCount();
    const int row = currentIndex().row();
    int next = row;
    switch (key) {
    case Qt::Key_Down:
        next = row + 1 < count ? row + 1 : 0;
        break;
    case Qt::Key_Up:
        next = row > 0 ? row - 1 : count - 1;
        break;
    case Qt::Key_PageDown:
        next = qMin(row + mostRows, count - 1);
        break;
    case Qt::Key_PageUp:
        next = qMax(row - mostRows, 0);
        break;
    default:
        return false;
    }
    setCurrentIndex(model()->index(next, 0));
    return true;
}

QString Suggestions::choice() const
{
    return currentIndex().data().toString();
}

QString Suggestions::first() const
{
    return model()->index(0, 0).data().toString();
}

} // namespace Design
