#pragma once

#include "app/studio/actions.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

/// What stands in the middle while nothing is open: how to begin.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(const Actions &actions, QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &files);

Q_SIGNALS:
    void recentChosen(const QString &path);

private:
    QLabel *m_recentTitle;
    QVBoxLayout *m_recent;
};
