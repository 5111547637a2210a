#pragma once

#include <QAbstractItemView>
#include <QLabel>

class QPushButton;

namespace Design
{

/// The sentence in the middle of a view that says what will be here, while there are no rows.
/// Construct it after the view has its model; the view owns it.
class EmptyNote : public QLabel
{
    Q_OBJECT

public:
    EmptyNote(QAbstractItemView &view, const QString &text);
    /// A button below the sentence, for what makes the first row.
    QPushButton *addButton(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void place();

    QAbstractItemView &m_view;
    QPushButton *m_button = nullptr;
};

} // namespace Design
