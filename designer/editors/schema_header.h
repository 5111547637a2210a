#pragma once

#include "designer/document/design_document.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace Design
{

class TitleEdit;

/// What stands above the table of a model: its name, what it extends, and where it is used.
class SchemaHeader : public QWidget
{
    Q_OBJECT

public:
    SchemaHeader(DesignDocument &document, QWidget *parent);

    void setSchema(NodeId component);
    void editName();
    /// Lists the places that use the model.
    void showUses();

Q_SIGNALS:
    void message(const QString &text);
    void placeRequested(Design::NodeId node);
    void itemRequested(const Design::BehaviourItem &item);
    void nameLeft(); ///< the name was taken or given up: on to the fields

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void update();
    void rename();
    void takeBackName();
    void showError(const QString &text);
    void setBase(int index);

    DesignDocument &m_document;
    NodeId m_schema = NodeId::None;
    TitleEdit *m_name;
    QLabel *m_error;
    QComboBox *m_extends;
    QToolButton *m_uses;
};

} // namespace Design
