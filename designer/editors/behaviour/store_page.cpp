#include "designer/editors/behaviour/store_page.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/looks/line_edit.h"
#include "designer/editors/section.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/model/edits/crud_edits.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Design
{

/// The routes that the store can have.
static CrudRoutes routesOf(const Api &api, const QString &name, const QString &path)
{
    const auto idOf = [&api](const QString &model) {
        const Schema *schema = api.components.schemas.find(model);
        return schema ? schema->id() : NodeId::None;
    };
    const Behaviour behaviour = readBehaviour(api);
    CrudRoutes routes;
    routes.path = path;
    routes.store = name;
    if (const StoreDesign *store = behaviour.stores.find(name)) {
        routes.model = idOf(store->model);
        routes.create = idOf(store->create);
        routes.answer = idOf(store->answer);
        routes.key = store->key;
    }
    return routes;
}

StorePage::StorePage(const BehaviourContext &context)
    : BehaviourPage(context)
    , m_serverFields(context.document, context.checkExpression)
    , m_fixtures(context.document, context.checkExpression)
    , m_form(makeForm(storeFields({})))
    , m_addRoutes(new QPushButton)
{
    addNameHeading(BehaviourGroup::Stores,
                   tr("Rows that obey a model. Routes make, read and change them; what they hold "
                      "now stands below, under Stores."));
    addWidget(m_form);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(fontMetrics().height(), 0, 0, 0);
    row->addWidget(m_addRoutes);
    row->addStretch();
    addWidget(line);
    addTable(tr("Set by the server"), m_serverFields);
    addTable(tr("Rows at the beginning"), m_fixtures);
    finish();
    setFocusProxy(nameEdit());
    connect(m_addRoutes, &QPushButton::clicked, this, &StorePage::addRoutes);
    connect(&context.document, &DesignDocument::changed, this, &StorePage::update);
}

void StorePage::setItem(const BehaviourItem &item)
{
    BehaviourPage::setItem(item);
    showName();
    m_form->setPlace({NodeId::None, {groupKey(BehaviourGroup::Stores), item.name}});
    m_serverFields.setTable(serverFieldsTable(item.name));
    m_columns = {QString()};
    update();
}

void StorePage::update()
{
    const Api &api = m_context.document.api();
    // The columns of the rows are the fields of the model: they follow it.
    const MembersTable table = fixturesTable(api, m_item.name);
    QStringList columns;
    for (const MemberField &field : table.fields)
        columns.append(field.key);
    if (columns != m_columns) {
        m_columns = columns;
        m_fixtures.setTable(table);
    }
    Api copy = api;
    const qsizetype count = addCrudRoutes(copy, routesOf(api, m_item.name, path())).size();
    m_addRoutes->setText(
        count > 0 ? tr("Add %n route(s) at %1", nullptr, static_cast<int>(count)).arg(path())
                  : tr("All routes are there"));
    m_addRoutes->setEnabled(count > 0);
}

/// Where the routes of the store are, or will be.
QString StorePage::path() const
{
    QString name = m_item.name;
    return QLatin1Char('/') + name.replace(QLatin1Char('_'), QLatin1Char('-')) + QLatin1Char('/');
}

void StorePage::addRoutes()
{
    qsizetype count = 0;
    m_context.document.edit(tr("Add the routes of %1").arg(m_item.name), [&](Api &api) {
        count = addCrudRoutes(api, routesOf(api, m_item.name, path())).size();
    });
    Q_EMIT message(
        tr("Added %n route(s) at %1. Undo takes them back.", nullptr, static_cast<int>(count))
            .arg(path()));
}

} // namespace Design
