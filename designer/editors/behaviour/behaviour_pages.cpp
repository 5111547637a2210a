#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/behaviour/dependency_page.h"
#include "designer/editors/behaviour/depends_matrix_page.h"
#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/behaviour/store_page.h"
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
        , m_view(new MembersView(m_model, title))
    {
        m_model.setTable(table);
        setHeading(title, sentence);
        addWidget(m_view);
        finish();
        setFocusProxy(m_view);
    }

    void reveal(const BehaviourItem &item) override
    {
        const QModelIndex row = m_model.rowOf(item.name);
        m_view->goTo(row.isValid() ? row : m_model.index(0, 0));
    }

    void editName() override { m_view->editCell(m_model.newRow()); }

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
        , m_faults(new MemberForm(context.document, faultFields(), context.checkExpression))
        , m_cors(new MemberForm(context.document, corsFields(), context.checkExpression))
    {
        setHeading(PageWords::tr("Latency and CORS"),
                   PageWords::tr("How long every answer takes, how often it fails, and which web "
                                 "pages may read it."));
        addSection(PageWords::tr("Latency and faults"), m_faults);
        addSection(PageWords::tr("CORS"), m_cors);
        auto *hosts = new MemberForm(
            context.document,
            {listField(QStringLiteral("hosts"), PageWords::tr("Other servers"),
                       PageWords::tr("that upstreams and webhooks may ask: api.example.org"))},
            context.checkExpression);
        addSection(PageWords::tr("Upstreams"), hosts);
        hosts->setPlace({NodeId::None, {}});
        m_faults->setPlace({NodeId::None, {QStringLiteral("faults")}});
        m_cors->setPlace({NodeId::None, {QStringLiteral("cors")}});
        finish();
        setFocusProxy(m_faults->edit(QStringLiteral("delay")));
    }

private:
    MemberForm *m_faults;
    MemberForm *m_cors;
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
        return new TablePage(context, testsTable(), PageWords::tr("Tests"),
                             PageWords::tr("Each begins with the rows of the file. Run them below, "
                                           "under Tests, or with “menura test”."));
    case BehaviourItem::Kind::Dependencies:
        return new DependsMatrixPage(context);
    case BehaviourItem::Kind::Dependency:
        return new DependencyPage(context);
    case BehaviourItem::Kind::Store:
        return new StorePage(context);
    case BehaviourItem::Kind::Server:
        return new ServerPage(context);
    case BehaviourItem::Kind::None:
        break;
    }
    return nullptr;
}

} // namespace Design
