#pragma once

#include <QAbstractItemView>
#include <QLabel>

namespace Design
{

/// The sentence in the middle of a view that says what will be here, while there are no rows.
/// Construct it after the view has its model; the view owns it.
class EmptyNote : public QLabel
{
    Q_OBJECT

public:
    EmptyNote(QAbstractItemView &view, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();

    QAbstractItemView &m_view;
};

} // namespace Design
