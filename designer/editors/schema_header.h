#pragma once

#include "designer/document/design_document.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace Design
{

class LineEdit;

/// What stands above the table of a model: its name, what it extends, and where it is used.
class SchemaHeader : public QWidget
{
    Q_OBJECT

public:
    SchemaHeader(DesignDocument &document, QWidget *parent);

    void setSchema(NodeId component);
    void editName();

Q_SIGNALS:
    void message(const QString &text);
    void placeRequested(Design::NodeId node);
    void nameLeft(); ///< the name was taken or given up: on to the fields

private:
    void update();
    void rename();
    void showError(const QString &text);
    void setBase(int index);
    void showUses();
    bool eventFilter(QObject *object, QEvent *event) override;

    DesignDocument &m_document;
    NodeId m_schema = NodeId::None;
    LineEdit *m_name;
    QLabel *m_error;
    QComboBox *m_extends;
    QToolButton *m_uses;
};

} // namespace Design
