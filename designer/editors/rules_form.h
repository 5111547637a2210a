#pragma once

#include "designer/itemmodels/schema_table_model.h"

#include <QFrame>

class QCheckBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;

namespace Design
{

class LineEdit;
class TextEdit;

/// The rules of one row as a small form: only those that the type can have, and its example. What
/// is typed is in the design at once; Enter and Escape close it.
class RulesForm : public QFrame
{
    Q_OBJECT

public:
    RulesForm(SchemaTableModel &model, const QModelIndex &rulesCell, QWidget *parent);
    ~RulesForm() override;

    /// Shows it below one place of the screen, or above the other where there is no room.
    void popup(const QPoint &below, const QPoint &above);
    /// The rules as the form says them, in the grammar of the rules cell.
    QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRange(const QString &label, Keyword low, Keyword high);
    void addNumberRange();
    LineEdit *addText(const QString &label, Keyword keyword, const QString &placeholder);
    QCheckBox *addCheck(const QString &label, Keyword keyword);
    LineEdit *numberEdit(const QString &name, const Json &value);
    QString valueText(Keyword keyword) const;
    void addExample();
    void applyExample(const QString &text);
    void makeExample();
    void showMessage(const std::optional<NotationError> &error);
    void apply();

    SchemaTableModel &m_model;
    QPersistentModelIndex m_cell;
    TypeExpression m_type;
    QFormLayout *m_form;
    QLabel *m_message;
    TextEdit *m_example = nullptr;
    QHash<Keyword, LineEdit *> m_edits;
    QHash<Keyword, QCheckBox *> m_checks;
};

} // namespace Design
