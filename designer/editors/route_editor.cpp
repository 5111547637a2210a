#include "designer/editors/route_editor.h"

#include "designer/editors/behaviour/member_place.h"
#include "designer/editors/behaviour/route_behaviour.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/editors/fields_view.h"
#include "designer/editors/operation_fields.h"
#include "designer/editors/origin_note.h"
#include "designer/editors/request_line.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/answer_model.h"
#include "designer/itemmodels/body_model.h"
#include "designer/itemmodels/parameter_model.h"
#include "designer/looks/hide_guard.h"
#include "designer/model/locate.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Design
{

class RouteEditor::Private
{
public:
    Private(RouteEditor *editor, DesignDocument &designDocument, Selection &sharedSelection)
        : q(editor)
        , document(designDocument)
        , selection(sharedSelection)
        , parameters(designDocument)
        , body(designDocument)
        , answers(designDocument)
        , scroll(new QScrollArea(q))
        , page(new QWidget)
        , origin(new OriginNote(designDocument, page))
        , line(new RequestLine(designDocument, page))
        , fields(new OperationFields(designDocument, page))
        , around(new RouteBehaviourBlocks({designDocument, sharedSelection,
                                           [this](const QString &expression) {
                                               return checkExpression ? checkExpression(expression)
                                                                      : QString();
                                           }},
                                          page))
    {
    }

    FieldsView *addTable(OperationTableModel &model, const QString &title);
    QModelIndex cellOf(NodeId node, Keyword keyword, const QString &member,
                       FieldsView **view) const;
    void goTo(NodeId node, Keyword keyword, const QString &member, bool withFocus);
    void updateSummaries();

    RouteEditor *q;
    DesignDocument &document;
    Selection &selection;
    ParameterModel parameters;
    BodyModel body;
    AnswerModel answers;
    QScrollArea *scroll;
    QWidget *page;
    OriginNote *origin;
    RequestLine *line;
    OperationFields *fields;
    ExpressionCheck checkExpression;
    RouteBehaviourBlocks *around;
    QList<FieldsView *> views;
    QList<Section *> sections;
    FieldsView *current = nullptr;
    bool isFollowing = false;
    HideGuard hideGuard{*q};
};

FieldsView *RouteEditor::Private::addTable(OperationTableModel &model, const QString &title)
{
    auto *view = new FieldsView(model);
    view->setGrowing(true);
    view->setIndentation(Section::textIndent() - TableBlock::cellMargin);
    view->setAccessibleName(title);
    view->setAccessibleDescription(FieldsView::keyboardHelp());
    views.append(view);
    auto *section = new Section(title, view, page);
    sections.append(section);
    page->layout()->addWidget(section);
    QObject::connect(view, &FieldsView::message, q, &RouteEditor::message);
    QObject::connect(view, &FieldsView::openRequested, q,
                     [this](NodeId node) { selection.open(node); });
    QObject::connect(view, &FieldsView::currentCellChanged, q,
                     [this, view](const QModelIndex &cell) {
                         current = view;
                         // The scroll area follows the cursor through tables that are taller than
                         // it.
                         const QRect place = view->visualRect(cell);
                         const QPoint at = view->viewport()->mapTo(page, place.center());
                         if (view->hasFocus())
                             scroll->ensureVisible(at.x(), at.y(), 0, 2 * place.height());
                         const NodeId node = view->table().nodeOf(cell);
                         if (isFollowing || node == NodeId::None)
                             return;
                         isFollowing = true;
                         selection.select(node);
                         isFollowing = false;
                     });
    return view;
}

RouteEditor::RouteEditor(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document, selection))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const int gap = fontMetrics().height() / 2;
    auto *column = new QVBoxLayout(d->page);
    column->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    column->setSpacing(gap);
    column->addWidget(d->origin);
    column->addWidget(d->line);
    FieldsView *input = d->addTable(d->parameters, tr("Input"));
    d->addTable(d->body, tr("Body"));
    d->addTable(d->answers, tr("Answers"));
    column->addWidget(d->around);
    auto *docs = new Section(tr("Docs"), d->fields, d->page);
    d->sections.append(docs);
    column->addWidget(docs);
    column->addStretch();
    d->page->setBackgroundRole(QPalette::Base);
    d->page->setAutoFillBackground(true);
    d->scroll->setWidget(d->page);
    d->scroll->setWidgetResizable(true);
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->scroll);
    setFocusProxy(input);

    connect(d->line, &RequestLine::message, this, &RouteEditor::message);
    connect(d->line, &RequestLine::sendRequested, this, [this] {
        d->selection.select(d->parameters.operation());
        Q_EMIT sendRequested();
    });
    connect(d->line, &RequestLine::pathLeft, input, qOverload<>(&QWidget::setFocus));
    connect(d->around, &RouteBehaviourBlocks::message, this, &RouteEditor::message);
    connect(d->around, &RouteBehaviourBlocks::reached, this, [this](const QRect &place) {
        const QPoint at = d->around->mapTo(d->page, place.center());
        d->scroll->ensureVisible(at.x(), at.y(), 0, 2 * place.height());
    });
    connect(&selection, &Selection::changed, this, [this](NodeId node, Keyword keyword) {
        if (!d->isFollowing && isVisible() && node != d->parameters.operation())
            d->goTo(node, keyword, {}, false);
    });
    connect(&document, &DesignDocument::revealRequested, this, [this](NodeId node) {
        if (isVisible())
            d->goTo(node, Keyword::Unknown, {}, false);
    });
    connect(&document, &DesignDocument::changed, this,
            [this](const ChangeSet &) { d->updateSummaries(); });
    connect(&document, &DesignDocument::wasReset, this, [this] { setOperation(NodeId::None); });
    setOperation(NodeId::None);
}

RouteEditor::~RouteEditor() = default;

void RouteEditor::setOperation(NodeId operation)
{
    if (operation != NodeId::None && operation == d->parameters.operation())
        return;
    d->parameters.setOperation(operation);
    d->body.setOperation(operation);
    d->answers.setOperation(operation);
    d->origin->setNode(operation);
    d->line->setOperation(operation);
    d->fields->setOperation(operation);
    d->around->setOperation(operation);
    d->updateSummaries();
    d->scroll->ensureVisible(0, 0);
    setEnabled(operation != NodeId::None);
}

void RouteEditor::setExpressionCheck(const ExpressionCheck &check)
{
    d->checkExpression = check;
}

NodeId RouteEditor::operation() const
{
    return d->parameters.operation();
}

void RouteEditor::Private::updateSummaries()
{
    const auto names = [](const SchemaTableModel &model) {
        QStringList texts;
        for (int i = 0; i < model.rowCount(); ++i) {
            const QModelIndex row = model.index(i, 0);
            if (!model.isNewRow(row))
                texts.append(model.content(row).name);
        }
        return texts.isEmpty() ? tr("none") : texts.join(QStringLiteral(" · "));
    };
    for (qsizetype i = 0; i < views.size(); ++i)
        sections.at(i)->setSummary(names(views.at(i)->table()));
    sections.last()->setSummary(fields->summary());
}

QModelIndex RouteEditor::Private::cellOf(NodeId node, Keyword keyword, const QString &member,
                                         FieldsView **view) const
{
    for (FieldsView *candidate : views) {
        const QModelIndex cell = candidate->table().cellOf(node, keyword, member);
        if (cell.isValid()) {
            *view = candidate;
            return cell;
        }
    }
    return {};
}

void RouteEditor::Private::goTo(NodeId node, Keyword keyword, const QString &member, bool withFocus)
{
    FieldsView *view = nullptr;
    const QModelIndex cell = cellOf(node, keyword, member, &view);
    if (!cell.isValid() ||
        (!withFocus && view->currentIndex().siblingAtColumn(0) == cell.siblingAtColumn(0)))
        return;
    isFollowing = true;
    sections.at(views.indexOf(view))->setOpen(true);
    view->goTo(cell, withFocus);
    current = view;
    page->layout()->activate();
    const QRect place = view->visualRect(cell);
    const QPoint at = view->viewport()->mapTo(page, place.center());
    scroll->ensureVisible(at.x(), at.y(), 0, 2 * place.height());
    isFollowing = false;
}

bool RouteEditor::reveal(NodeId node, Keyword keyword, const QString &member)
{
    FieldsView *view = nullptr;
    if (node == operation()) {
        d->scroll->ensureVisible(0, 0);
        setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (!d->cellOf(node, keyword, member, &view).isValid())
        return false;
    d->goTo(node, keyword, member, true);
    return true;
}

void RouteEditor::revealMember(const QStringList &path)
{
    if (path.value(0) == QLatin1String("x-menura"))
        goToMember(*this, {operation(), path.sliced(1)});
    else if (QWidget *field = d->fields->field(path.value(0)))
        goToPart(*field);
}

QModelIndex RouteEditor::currentCell() const
{
    return d->current ? d->current->currentIndex() : QModelIndex();
}

void RouteEditor::editPath()
{
    d->line->editPath();
}

} // namespace Design
