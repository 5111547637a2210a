#include "designer/editors/origin_note.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace Design
{

OriginNote::OriginNote(const DesignDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("originNote"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *open = new QPushButton(tr("&Open the File"), this);
    open->setToolTip(tr("In the program that your system has for it; what is saved there is shown "
                        "here at once"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text, 1);
    layout->addWidget(open);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_document.pathOf(m_file))); });
    connect(&document, &DesignDocument::changed, this, &OriginNote::update);
    connect(&document, &DesignDocument::wordingChanged, this, &OriginNote::update);
    update();
}

void OriginNote::setNode(NodeId node)
{
    m_node = node;
    update();
}

void OriginNote::update()
{
    m_file = m_document.fileOf(m_node);
    m_text->setText(tr("This stands in the file %1 and is changed there.").arg(m_file));
    setVisible(!m_file.isEmpty());
}

} // namespace Design
