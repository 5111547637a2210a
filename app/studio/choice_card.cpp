#include "app/studio/choice_card.h"

#include "designer/looks/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Design;

ChoiceCard::ChoiceCard(const QString &title, const QString &line, const QString &note,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_line(line)
    , m_note(note)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(QStringList{line, note}.join(QStringLiteral(". ")));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceCard::setFlat(bool flat)
{
    m_isFlat = flat;
    updateGeometry();
}

QStringList ChoiceCard::lines() const
{
    QStringList result{text(), m_line, m_note};
    result.removeAll(QString());
    return result;
}

QSize ChoiceCard::sizeHint() const
{
    const int gap = fontMetrics().height() / 4;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    int width = QFontMetrics(bold).horizontalAdvance(text());
    for (const QString &line : {m_line, m_note})
        width = std::max(width, fontMetrics().horizontalAdvance(line));
    const int margin = m_isFlat ? gap : 3 * gap;
    return {width + 2 * margin + gap,
            static_cast<int>(lines().size()) * fontMetrics().lineSpacing() +
                2 * (m_isFlat ? gap : 2 * gap)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    if (!m_isFlat)
        return sizeHint();
    return {24 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const int gap = fontMetrics().height() / 4;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOver = isEnabled() && (underMouse() || isDown());
    if (!m_isFlat || isOver || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 2)
                       : m_isFlat ? QPen(Qt::NoPen)
                                  : QPen(isOver ? theme.outline : theme.border));
        painter.setBrush(isOver ? theme.raised : theme.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), gap, gap);
    }
    const int margin = m_isFlat ? gap : 3 * gap;
    QRect place = rect().adjusted(margin, m_isFlat ? gap : 2 * gap, -margin, 0);
    place.setHeight(fontMetrics().lineSpacing());
    const auto draw = [&](const QString &line, const QColor &color, bool isBold) {
        if (line.isEmpty())
            return;
        QFont shown = font();
        shown.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
        painter.setFont(shown);
        painter.setPen(color);
        painter.drawText(place, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft),
                         painter.fontMetrics().elidedText(line, Qt::ElideRight, place.width()));
        place.translate(0, fontMetrics().lineSpacing());
    };
    draw(text(), isEnabled() ? theme.text : theme.dim, !m_isFlat);
    draw(m_line, isEnabled() && !m_isFlat ? theme.text : theme.dim, false);
    draw(m_note, theme.dim, false);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}
