#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace Design
{
class IconLabel;
}

/// One line across the window that says what went wrong and offers what can be done about it.
/// Takes the place of a dialog: nothing waits for it.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const QString &text);
    /// With a button that does something and closes the bar.
    void showError(const QString &text, const QString &button, const std::function<void()> &act);
    /// With several buttons, each of which closes the bar and then does something.
    using Choice = std::pair<QString, std::function<void()>>;
    void showChoice(const QString &text, const QList<Choice> &choices);
    /// The same, where nothing has gone wrong.
    void showQuestion(const QString &text, const QList<Choice> &choices);
    /// Something is under way: with a moving bar and a button that ends it.
    void showProgress(const QString &text, const std::function<void()> &cancel);
    void hideProgress(); ///< leaves an error that came meanwhile
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clearButtons();

    bool m_isTrouble = true;
    Design::IconLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
};
