#pragma once

#include "app/studio/overlay.h"

class QLabel;

/// One line to type something into, with what it will do, or what is wrong with it, below.
class Prompt : public Overlay
{
    Q_OBJECT

public:
    /// What a text means: said says it in words; a text that is not ok cannot be accepted.
    struct Answer {
        bool ok = false;
        QString said;
    };
    using Check = std::function<Answer(const QString &)>;
    using Accept = std::function<void(const QString &)>;

    explicit Prompt(QWidget *parent);

    void ask(const QString &title, const QString &example, const Check &check,
             const Accept &accept);

protected:
    bool handleKey(int key) override;

private:
    void check();

    QLabel *m_title;
    QString m_example;
    QLabel *m_said;
    Check m_check;
    Accept m_accept;
    bool m_isOk = false;
};
