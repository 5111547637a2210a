#pragma once

#include "designer/document/design_document.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace Design
{

class IconLabel;

/// The line below a model: a value of it as it stands now, checked against it.
class ExampleLine : public QWidget
{
    Q_OBJECT

public:
    ExampleLine(DesignDocument &document, QWidget *parent);

    void setSchema(NodeId component);
    QString exampleText() const { return m_text; }
    QString verdict() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    /// The JSON of the clipboard is to become fields of the model.
    void pasteRequested();
    void message(const QString &text);

private:
    void refresh();
    void showText();

    DesignDocument &m_document;
    NodeId m_schema = NodeId::None;
    QString m_whole; ///< over several lines
    QString m_text;
    bool m_isGood = true;
    bool m_isUnknown = false; ///< there may be a value, but none was made up
    QLabel *m_example;
    IconLabel *m_icon;
    QLabel *m_verdict;
    QTimer m_timer;
};

} // namespace Design
