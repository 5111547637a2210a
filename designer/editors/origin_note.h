#pragma once

#include "designer/document/design_document.h"

#include <QWidget>

class QLabel;

namespace Design
{

/// One line above an editor: what is shown stands in another file of the design and is changed
/// there, with a button that opens it. Hidden for what stands in the design's own file.
class OriginNote : public QWidget
{
    Q_OBJECT

public:
    explicit OriginNote(const DesignDocument &document, QWidget *parent = nullptr);

    void setNode(NodeId node);

private:
    void update();

    const DesignDocument &m_document;
    NodeId m_node = NodeId::None;
    QString m_file;
    QLabel *m_text;
};

} // namespace Design
