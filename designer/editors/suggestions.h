#pragma once

#include <QListView>

class QCompleter;
class QStringListModel;

namespace Design
{

/// The list of words under a line edit. It never takes the focus or the keyboard: the line edit
/// says where its choice goes.
class Suggestions : public QListView
{
    Q_OBJECT

public:
    explicit Suggestions(QWidget *edit);

    void setWords(const QStringList &words);
    bool hasWords() const;

    /// Shows the words that contain this part (in any case) at this place of the line edit; hides
    /// the list when there is none, or nothing but the part itself.
    void suggest(const QString &part, const QRect &place);
    /// Up, Down, Page Up and Page Down; false for other keys.
    bool moveChoice(int key);
    QString choice() const; ///< empty until somebody has gone into the list
    QString first() const;

Q_SIGNALS:
    void chosen(const QString &word);

private:
    QWidget *m_edit;
    QStringListModel *m_words;
    QCompleter *m_completer;
};

} // namespace Design
