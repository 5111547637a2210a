#include "designer/editors/schema_editor.h"

#include "designer/editors/example_line.h"
#include "designer/editors/fields_view.h"
#include "designer/editors/origin_note.h"
#include "designer/editors/schema_header.h"
#include "designer/itemmodels/schema_model.h"
#include "designer/model/locate.h"

#include <QVBoxLayout>

namespace Design
{

using Column = SchemaTableModel::Column;

class SchemaEditor::Private
{
public:
    Private(SchemaEditor *q, DesignDocument &designDocument, Selection &sharedSelection)
        : document(designDocument)
        , selection(sharedSelection)
        , model(designDocument)
        , origin(new OriginNote(designDocument, q))
        , header(new SchemaHeader(designDocument, q))
        , view(new FieldsView(model, q))
        , example(new ExampleLine(designDocument, q))
    {
    }

    /// What the place for something new comes after: what was typed last, or the object itself.
    DesignDocument &document;
    Selection &selection;
    SchemaModel model;
    OriginNote *origin;
    SchemaHeader *header;
    FieldsView *view;
    ExampleLine *example;
    bool isFollowing = false;
};

SchemaEditor::SchemaEditor(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document, selection))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    d->view->setAccessibleName(tr("Fields"));
    d->view->setAccessibleDescription(FieldsView::keyboardHelp());
    auto *layout = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(d->origin);
    layout->addWidget(d->header);
    layout->addWidget(d->view, 1);
    layout->addWidget(d->example);
    setFocusProxy(d->view);
    setTabOrder(d->header, d->view);

    connect(d->header, &SchemaHeader::message, this, &SchemaEditor::message);
    connect(d->header, &SchemaHeader::nameLeft, d->view, qOverload<>(&QWidget::setFocus));
    connect(d->header, &SchemaHeader::placeRequested, this,
            [this](NodeId node) { d->selection.open(node); });
    connect(d->header, &SchemaHeader::itemRequested, this,
            [this](const BehaviourItem &item) { d->selection.open(item); });
    connect(d->view, &FieldsView::message, this, &SchemaEditor::message);
    connect(d->example, &ExampleLine::message, this, &SchemaEditor::message);
    connect(d->example, &ExampleLine::pasteRequested, d->view, &FieldsView::pasteFields);
    connect(d->view, &FieldsView::openRequested, this,
            [this](NodeId node) { d->selection.open(node); });
    connect(d->view, &FieldsView::currentCellChanged, this, [this](const QModelIndex &cell) {
        const NodeId node = d->model.nodeOf(cell);
        if (d->isFollowing || node == NodeId::None)
            return;
        d->isFollowing = true;
        d->selection.select(node, Keyword::Unknown);
        d->isFollowing = false;
    });
    connect(&selection, &Selection::changed, this, [this](NodeId node, Keyword keyword) {
        if (d->isFollowing || !isVisible())
            return;
        const QModelIndex cell = d->model.cellOf(node, keyword);
        if (cell.isValid() &&
            cell.siblingAtColumn(0) != d->view->currentIndex().siblingAtColumn(0)) {
            d->isFollowing = true;
            d->view->goTo(cell, false);
            d->isFollowing = false;
        }
    });
    connect(&document, &DesignDocument::revealRequested, this, [this](NodeId node) {
        if (isVisible())
            d->view->goTo(d->model.cellOf(node, Keyword::Unknown), false);
    });
    connect(&document, &DesignDocument::wasReset, this, [this] { setSchema(NodeId::None); });
    setSchema(NodeId::None);
}

SchemaEditor::~SchemaEditor() = default;

void SchemaEditor::setSchema(NodeId component)
{
    if (component != NodeId::None && component == d->model.schema())
        return;
    d->model.setSchema(component);
    d->origin->setNode(component);
    d->header->setSchema(component);
    d->example->setSchema(component);
    setEnabled(component != NodeId::None);
}

NodeId SchemaEditor::schema() const
{
    return d->model.schema();
}

bool SchemaEditor::reveal(NodeId node, Keyword keyword, const QString &member)
{
    const QModelIndex cell = d->model.cellOf(node, keyword, member);
    if (!cell.isValid())
        return false;
    d->view->goTo(cell, true);
    return true;
}

QModelIndex SchemaEditor::currentCell() const
{
    return d->view->currentIndex();
}

void SchemaEditor::showUses()
{
    d->header->showUses();
}

void SchemaEditor::editName()
{
    d->header->editName();
}

} // namespace Design
