#pragma once

#include "app/studio/actions.h"

#include <QScrollArea>

class ChoiceCard;
class QGridLayout;
class QLabel;
class QVBoxLayout;

/// What the window shows while nothing is open: how to begin, designs to look around in, and what
/// was open lately.
class WelcomePage : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(const Actions &actions, QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &files);

Q_SIGNALS:
    void recentChosen(const QString &path);
    void templateChosen(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBeginning(const Actions &actions);
    QWidget *makeTemplates();
    void arrange();
    void arrangeCards(int columns);

    QLabel *m_recentTitle;
    QVBoxLayout *m_recent;
    QWidget *m_beginning;
    QList<ChoiceCard *> m_cards;
    QGridLayout *m_cardGrid;
    QWidget *m_templates;
    QGridLayout *m_columns;
};
