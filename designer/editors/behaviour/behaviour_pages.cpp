#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/behaviour/dependency_page.h"
#include "designer/editors/behaviour/depends_matrix_page.h"
#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/behaviour/scheme_page.h"
#include "designer/editors/behaviour/store_page.h"
#include "designer/editors/behaviour/table_block.h"
#include "designer/editors/behaviour/tests_page.h"
#include "designer/itemmodels/members/behaviour_tables.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct PageWords {
    Q_DECLARE_TR_FUNCTIONS(Design::BehaviourPages)
};

/// A page that is one table of named things.
class TablePage : public BehaviourPage
{
public:
    TablePage(const BehaviourContext &context, const MembersTable &table, const QString &title,
              const QString &sentence)
        : BehaviourPage(context)
        , m_model(context.document, context.checkExpression)
    {
        m_model.setTable(table);
        setHeading(title, sentence);
        auto *block = new TableBlock(m_model, title);
        m_view = block->view();
        addWidget(block);
        finish();
        setFocusProxy(m_view);
        // The row is what the menu acts on, and what the source shows.
        connect(m_view, &MembersView::currentCellChanged, this, [this](const QModelIndex &cell) {
            if (m_view->hasFocus() && !m_model.isNewRow(cell))
                m_context.selection.select({m_item.kind, m_model.content(cell).name});
        });
        connect(block, &TableBlock::message, this, &BehaviourPage::message);
    }

    void reveal(const BehaviourItem &item) override
    {
        const QModelIndex row = m_model.rowOf(item.name);
        m_view->goTo(row.isValid() ? row : m_model.index(0, 0));
    }

    void editName(const BehaviourItem &item) override
    {
        const QModelIndex row = m_model.rowOf(item.name);
        m_view->editCell(row.isValid() ? row : m_model.newRow());
    }

private:
    MembersModel m_model;
    MembersView *m_view;
};

/// What goes for all routes: latency, faults and CORS.
class ServerPage : public BehaviourPage
{
public:
    explicit ServerPage(const BehaviourContext &context)
        : BehaviourPage(context)
    {
        setHeading(PageWords::tr("Latency and CORS"),
                   PageWords::tr("How long every answer takes, how often it fails, which other "
                                 "servers are asked, and which web pages may read it."));
        MemberForm *faults =
            addForm(PageWords::tr("Latency and faults"), faultFields(), {QStringLiteral("faults")});
        const MemberField hosts = listField(QStringLiteral("hosts"), PageWords::tr("May be asked"),
                                            PageWords::tr("api.example.org, localhost:9000"));
        addForm(PageWords::tr("Other servers"),
                QList<MemberField>{hosts} +
                    proxyFields(PageWords::tr("nobody; the address of a real server")),
                {});
        addForm(PageWords::tr("CORS"), corsFields(), {});
        finish();
        setFocusProxy(faults->edit(QStringLiteral("delay")));
    }

private:
    MemberForm *addForm(const QString &title, const QList<MemberField> &fields,
                        const QStringList &path)
    {
        MemberForm *form = makeForm(fields);
        addSection(title, form);
        form->setPlace({NodeId::None, path});
        return form;
    }
};

} // namespace

BehaviourPage *makeBehaviourPage(BehaviourItem::Kind kind, const BehaviourContext &context)
{
    switch (kind) {
    case BehaviourItem::Kind::Errors:
        return new TablePage(context, namedErrorsTable(), PageWords::tr("Named errors"),
                             PageWords::tr("Answers that error rules, stores and dependencies "
                                           "refer to by name."));
    case BehaviourItem::Kind::Routers:
        return new TablePage(context, routersTable(), PageWords::tr("Routers"),
                             PageWords::tr("A route is in the router whose prefix its path begins "
                                           "with: it gets its tags and dependencies."));
    case BehaviourItem::Kind::Tests:
        return new TestsPage(context);
    case BehaviourItem::Kind::Dependencies:
        return new DependsMatrixPage(context);
    case BehaviourItem::Kind::Dependency:
        return new DependencyPage(context);
    case BehaviourItem::Kind::Store:
        return new StorePage(context);
    case BehaviourItem::Kind::Server:
        return new ServerPage(context);
    case BehaviourItem::Kind::Scheme:
        return new SchemePage(context);
    case BehaviourItem::Kind::None:
        break;
    }
    return nullptr;
}

} // namespace Design
