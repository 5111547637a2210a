#include "designer/editors/behaviour/route_behaviour.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/precedence.h"
#include "designer/model/locate.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Design
{

RouteBehaviourBlocks::RouteBehaviourBlocks(const BehaviourContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_errors(context.document, context.checkExpression)
    , m_computed(context.document, context.checkExpression)
    , m_tasks(context.document, context.checkExpression)
    , m_chain(new QLabel)
    , m_order(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    m_depends = addForm(tr("Dependencies"));
    m_errorsSection = addTable(tr("Error rules"), m_errors, m_order);
    m_answer = addForm(tr("Where the answer comes from"));
    m_upstream = addForm(tr("Upstream"));
    m_computedSection = addTable(tr("Computed fields"), m_computed);
    m_tasksSection = addTable(tr("Afterwards"), m_tasks);
    m_faults = addForm(tr("Latency and faults"));
    m_chain->setWordWrap(true);
    m_chain->setIndent(Section::textIndent());
    m_chain->setTextFormat(Qt::RichText);
    m_chain->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_chain->setObjectName(QStringLiteral("dependsChain"));
    m_depends.section->content()->layout()->addWidget(m_chain);
    m_order->setWordWrap(true);
    m_order->setContentsMargins(TableBlock::cellMargin, 0, 0, 0);
    m_order->setForegroundRole(QPalette::PlaceholderText);
    m_order->setObjectName(QStringLiteral("refusalOrder"));
    for (Section *section : {m_upstream.section, m_computedSection, m_faults.section})
        section->setOpen(false);
    connect(m_chain, &QLabel::linkActivated, this, [this](const QString &name) {
        m_context.selection.open(BehaviourItem{BehaviourItem::Kind::Dependency, name});
    });
    connect(&context.document, &DesignDocument::changed, this, &RouteBehaviourBlocks::update);
}

Section *RouteBehaviourBlocks::addTable(const QString &title, MembersModel &model, QLabel *words)
{
    auto *block = new TableBlock(model, title);
    block->indent();
    if (words)
        static_cast<QVBoxLayout *>(block->layout())->insertWidget(0, words);
    auto *section = new Section(title, block, this);
    layout()->addWidget(section);
    const MembersView *view = block->view();
    connect(block, &TableBlock::message, this, &RouteBehaviourBlocks::message);
    connect(view, &MembersView::currentCellChanged, this, [this, view](const QModelIndex &cell) {
        if (!view->hasFocus())
            return;
        const QRect place = view->visualRect(cell);
        Q_EMIT reached(QRect(view->viewport()->mapTo(this, place.topLeft()), place.size()));
    });
    return section;
}

RouteBehaviourBlocks::FormBlock RouteBehaviourBlocks::addForm(const QString &title)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    auto *section = new Section(title, content, this);
    layout()->addWidget(section);
    return {section};
}

void RouteBehaviourBlocks::fill(FormBlock *block, const QList<MemberField> &fields,
                                const QStringList &path)
{
    delete block->form;
    block->form = new MemberForm(m_context.document, fields, m_context.checkExpression);
    connect(block->form, &MemberForm::message, this, &RouteBehaviourBlocks::message);
    block->section->content()->layout()->addWidget(block->form);
    block->form->setPlace({m_operation, path});
}

void RouteBehaviourBlocks::setOperation(NodeId operation)
{
    m_operation = operation;
    m_errors.setTable(errorRulesTable(operation));
    m_computed.setTable(computedTable(operation));
    m_tasks.setTable(tasksTable(operation));
    const Words names = [](const Api &api) {
        return behaviourNames(api, BehaviourGroup::Dependencies);
    };
    fill(&m_depends,
         {namesField(QStringLiteral("depends"), tr("Needs"), names,
                     tr("names of dependencies, with commas between"))},
         {});
    fill(&m_answer, routeFields(operation) + actionFields(operation), {});
    fill(&m_upstream,
         upstreamFields(operation) +
             proxyFields(tr("as the whole design; the address of a real server, or “off”")),
         {});
    fill(&m_faults, faultFields(), {QStringLiteral("faults")});
    update();
}

/// The dependencies in their order, each with where it comes from.
QString RouteBehaviourBlocks::chainHtml(const QList<EffectiveDepends> &chain) const
{
    const Api &api = m_context.document.api();
    const Operation *operation = findOperation(api, m_operation);
    QStringList parts;
    for (const EffectiveDepends &one : chain) {
        QString part = QStringLiteral("<a href=\"%1\">%1</a>").arg(one.name.toHtmlEscaped());
        if (one.from != EffectiveDepends::From::Route)
            part += QStringLiteral(" <i>%1</i>").arg(originWords(one).toHtmlEscaped());
        parts.append(part);
    }
    return parts.isEmpty() ? accessWords(api, *operation, chain).toHtmlEscaped()
                           : parts.join(QStringLiteral(" → "));
}

void RouteBehaviourBlocks::update()
{
    const Api &api = m_context.document.api();
    const Operation *operation = findOperation(api, m_operation);
    const Named<PathItem> *path = findPathOf(api, m_operation);
    if (!operation || !path)
        return;
    const Behaviour behaviour = readBehaviour(api);
    const QList<EffectiveDepends> chain = effectiveDepends(behaviour, path->name, *operation);
    const QString html = chainHtml(chain);
    if (m_chain->text() != html)
        m_chain->setText(html);
    m_order->setText(
        tr("Asked in this order: %1.")
            .arg(refusalsInOrder(behaviour, *operation, chain).join(QStringLiteral(" → "))));
    m_depends.section->setSummary(accessWords(api, *operation, chain));
    updateSummaries();
}

void RouteBehaviourBlocks::updateSummaries()
{
    const Api &api = m_context.document.api();
    const auto count = [](const MembersModel &model) {
        const int rows = model.rowCount() - 1;
        return rows <= 0 ? tr("none") : QString::number(rows);
    };
    m_errorsSection->setSummary(count(m_errors));
    m_computedSection->setSummary(count(m_computed));
    m_tasksSection->setSummary(count(m_tasks));
    const auto said = [&](const char *key, const QString &otherwise) {
        const Json value = behaviourValue(api, {m_operation, {QString::fromLatin1(key)}});
        return value.isUndefined() ? otherwise : valueText(value);
    };
    m_answer.section->setSummary(said("action", tr("example or sample")));
    m_upstream.section->setSummary(said("upstream", tr("nobody is asked")));
    m_faults.section->setSummary(said("faults", tr("as all routes")));
}

} // namespace Design
