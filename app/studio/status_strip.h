#pragma once

#include <QTimer>
#include <QUrl>
#include <QWidget>

class QLabel;
class QToolButton;

/// The last line of the window: saved or not, problems, server, revision, and what just happened.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setSaved(bool saved, bool hasFile);
    void setProblems(int errors, int warnings, int hints);
    void setServer(bool running, const QUrl &url);
    void setRevision(quint64 revision);
    void showMessage(const QString &text); ///< for some seconds
    QString message() const;

Q_SIGNALS:
    void problemsClicked();
    void serverClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &name);

    QLabel *m_saved;
    QToolButton *m_problems;
    QToolButton *m_server;
    QLabel *m_revision;
    QLabel *m_message;
    QTimer m_messageTimer;
};
