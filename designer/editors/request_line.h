#pragma once

#include "designer/document/design_document.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace Design
{

class LineEdit;

/// Method and path of a route. Names in braces become path parameters.
class RequestLine : public QWidget
{
    Q_OBJECT

public:
    RequestLine(DesignDocument &document, QWidget *parent);

    void setOperation(NodeId operation);
    void editPath();

Q_SIGNALS:
    void message(const QString &text);
    void pathLeft();
    void sendRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void update();
    void changeMethod(const QString &method);
    void changePath();
    void showError(const QString &text);
    void paintMethod();

    DesignDocument &m_document;
    NodeId m_operation = NodeId::None;
    QComboBox *m_method;
    LineEdit *m_path;
    QLabel *m_error;
};

} // namespace Design
