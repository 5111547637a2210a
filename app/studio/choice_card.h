#pragma once

#include <QAbstractButton>

/// A button that says in a title, a line and a dim note what it leads to. What can no longer be
/// chosen is disabled and greyed.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceCard(const QString &title, const QString &line, const QString &note,
               QWidget *parent = nullptr);

    /// Without a frame until the pointer is over it, for lists.
    void setFlat(bool flat);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStringList lines() const;

    QString m_line;
    QString m_note;
    bool m_isFlat = false;
};
