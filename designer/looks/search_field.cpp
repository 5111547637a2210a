#include "designer/looks/search_field.h"

#include "designer/looks/glyphs.h"

#include <QAbstractButton>
#include <QKeyEvent>

namespace Design
{

SearchField::SearchField(const QString &name, QWidget *parent)
    : LineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(name);
    addAction(glyphIcon(Glyph::Search), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    // Qt makes buttons of these and gives them no name.
    for (QAbstractButton *button : findChildren<QAbstractButton *>()) {
        button->setAccessibleName(tr("Clear"));
        button->setFocusPolicy(Qt::NoFocus);
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        LineEdit::keyPressEvent(event);
}

} // namespace Design
