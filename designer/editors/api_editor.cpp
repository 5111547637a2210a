#include "designer/editors/api_editor.h"

#include "designer/editors/api_fields.h"
#include "designer/editors/fields_view.h"
#include "designer/editors/section.h"
#include "designer/editors/title_edit.h"
#include "designer/itemmodels/tag_model.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Design
{

ApiEditor::ApiEditor(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_scroll(new QScrollArea(this))
    , m_title(new TitleEdit)
    , m_tags(new TagModel(document, this))
    , m_tagsView(new FieldsView(*m_tags))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *page = new QWidget;
    const int gap = fontMetrics().height() / 2;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    column->setSpacing(gap);

    m_title->setAccessibleName(tr("Title"));
    m_title->setToolTip(tr("What the API is called"));
    m_title->setPlaceholderText(tr("Untitled"));
    column->addWidget(m_title);
    auto *about = new ApiFields(document, ApiFields::Part::About, page);
    column->addWidget(about);

    m_tagsView->setGrowing(true);
    m_tagsView->setAccessibleName(tr("Tags"));
    m_tagsView->setAccessibleDescription(FieldsView::keyboardHelp());
    column->addWidget(new Section(tr("Tags"), m_tagsView, page));
    m_terms = new ApiFields(document, ApiFields::Part::Terms, page);
    m_termsSection = new Section(tr("Contact and licence"), m_terms, page);
    m_termsSection->setOpen(false);
    column->addWidget(m_termsSection);
    column->addStretch();

    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    setFocusProxy(m_title);

    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &text) {
        const NodeId id = m_document.api().id;
        m_document.edit(
            tr("Change the title"),
            [&](Api &api) { api.info.title = text.isNull() ? QStringLiteral("") : text; },
            {id, QStringLiteral("title")}, id);
    });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        m_title->settle();
        m_document.finishMerging();
    });
    for (const auto left : {&TitleEdit::entered, &TitleEdit::escaped})
        connect(m_title, left, this, [this] { focusNextPrevChild(true); });
    connect(m_tagsView, &FieldsView::currentCellChanged, this,
            [this, &selection](const QModelIndex &cell) {
                const NodeId tag = m_tags->content(cell).holder;
                if (tag != NodeId::None && m_tagsView->hasFocus())
                    selection.select(tag);
            });
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &) { update(); });
    connect(&document, &DesignDocument::wasReset, this, &ApiEditor::update);
    update();
}

void ApiEditor::update()
{
    const QString title = m_document.api().info.title;
    if (m_title->text() != title) {
        const int cursor = m_title->cursorPosition();
        m_title->setText(title);
        m_title->setCursorPosition(m_title->hasFocus() ? cursor : 0);
    }
    m_termsSection->setSummary(m_terms->summary());
}

bool ApiEditor::reveal(NodeId node)
{
    const QModelIndex row = m_tags->cellOf(node, Keyword::Unknown);
    if (!row.isValid())
        return false;
    m_tagsView->goTo(row, true);
    const QRect place = m_tagsView->visualRect(row);
    const QPoint at = m_tagsView->viewport()->mapTo(m_scroll->widget(), place.center());
    m_scroll->ensureVisible(at.x(), at.y(), 0, 2 * place.height());
    return true;
}

void ApiEditor::editTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

QModelIndex ApiEditor::currentCell() const
{
    return m_tagsView->currentIndex();
}

} // namespace Design
