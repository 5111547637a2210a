#pragma once

#include "app/studio/actions.h"

#include <QTextBrowser>

/// A page of words about the program itself, in the colours of the theme.
class HelpPage : public QTextBrowser
{
    Q_OBJECT

public:
    HelpPage(const QString &name, const QString &html, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &html);

    QString m_html;
};

QString keysHtml(const Actions &actions); ///< all actions that have a key
QString aboutHtml();                      ///< version and licence
QString licencesHtml();                   ///< what is inside, and under which terms
