#include "designer/itemmodels/navigator_model.h"

#include "designer/itemmodels/members/effective_depends.h"
#include "designer/model/edits/behaviour_edits.h"

#include <QFont>
#include <QMimeData>

namespace Design
{

namespace
{

using Kind = NavigatorRow::Kind;
using Rows = std::vector<Branch<NavigatorRow>>;

QString nodeKey(NodeId node)
{
    return QString::number(static_cast<quint32>(node));
}

QString nodeMimeType()
{
    return QStringLiteral("application/x-menura-node");
}

NodeId draggedNode(const QMimeData *data)
{
    return static_cast<NodeId>(data->data(nodeMimeType()).toUInt());
}

Branch<NavigatorRow> routeBranch(const Named<PathItem> &path, const Operation &operation)
{
    NavigatorRow row;
    row.kind = Kind::Route;
    row.node = operation.id;
    row.method = operation.method.toUpper();
    row.path = path.name;
    row.text = row.method + QLatin1Char(' ') + path.name;
    row.toolTip = operation.summary.isEmpty() ? operation.description : operation.summary;
    row.isDeprecated = operation.deprecated;
    return {nodeKey(operation.id), row, {}};
}

/// Routes under the first tag that they have; tags in the order of the document, then in the order
/// of their first use; routes without one come last, directly in the group.
Rows routeBranches(const Api &api)
{
    Rows tags;
    QHash<QString, std::size_t> places;
    const auto placeOf = [&](const QString &name, const Tag *tag) {
        const auto known = places.constFind(name);
        if (known != places.cend())
            return *known;
        NavigatorRow row;
        row.kind = Kind::Tag;
        row.text = name;
        if (tag) {
            row.node = tag->id;
            row.toolTip = tag->description;
        }
        tags.push_back({QStringLiteral("tag ") + name, row, {}});
        places.insert(name, tags.size() - 1);
        return tags.size() - 1;
    };
    for (const Tag &tag : api.tags)
        placeOf(tag.name, &tag);

    Rows untagged;
    for (const Named<PathItem> &path : api.paths) {
        for (const Operation &operation : path.value.operations) {
            Branch<NavigatorRow> branch = routeBranch(path, operation);
            if (operation.tags.isEmpty())
                untagged.push_back(std::move(branch));
            else
                tags[placeOf(operation.tags.first(), nullptr)].children.push_back(
                    std::move(branch));
        }
    }
    std::erase_if(tags, [](const Branch<NavigatorRow> &tag) { return tag.children.empty(); });
    tags.insert(tags.end(), std::make_move_iterator(untagged.begin()),
                std::make_move_iterator(untagged.end()));
    return tags;
}

Rows modelBranches(const Api &api)
{
    Rows rows;
    for (const Named<Schema> &schema : api.components.schemas) {
        if (schema.isRaw())
            continue;
        NavigatorRow row;
        row.kind = Kind::Model;
        row.node = schema.value.id();
        row.text = schema.name;
        row.toolTip = schema.value.text(Keyword::Description);
        row.isDeprecated = schema.value.flag(Keyword::Deprecated);
        rows.push_back({nodeKey(row.node), row, {}});
    }
    return rows;
}

/// A group of things around routes, with a row for each that has a name.
Branch<NavigatorRow> behaviourBranch(const Api &api, const QString &text, BehaviourGroup group,
                                     BehaviourItem::Kind groupKind, BehaviourItem::Kind kind)
{
    NavigatorRow row;
    row.kind = Kind::BehaviourGroup;
    row.text = text;
    row.item = {groupKind, {}};
    Branch<NavigatorRow> branch{groupKey(group), row, {}};
    const JsonObject things = behaviourValue(api, {NodeId::None, {groupKey(group)}}).object();
    for (const JsonObject::Member &thing : things) {
        NavigatorRow child;
        child.kind = Kind::Behaviour;
        child.text = thing.key;
        child.toolTip = thing.value.value(u"description").string();
        child.item = {kind, thing.key};
        branch.children.push_back({thing.key, child, {}});
    }
    return branch;
}

Rows behaviourBranches(const Api &api)
{
    using Item = BehaviourItem::Kind;
    NavigatorRow server;
    server.kind = Kind::BehaviourGroup;
    server.text = NavigatorModel::tr("Latency and CORS");
    server.item = {Item::Server, {}};
    NavigatorRow tests;
    tests.kind = Kind::BehaviourGroup;
    tests.text = NavigatorModel::tr("Tests");
    tests.item = {Item::Tests, {}};
    return {behaviourBranch(api, NavigatorModel::tr("Dependencies"), BehaviourGroup::Dependencies,
                            Item::Dependencies, Item::Dependency),
            behaviourBranch(api, NavigatorModel::tr("Errors"), BehaviourGroup::Errors, Item::Errors,
                            Item::Errors),
            behaviourBranch(api, NavigatorModel::tr("Stores"), BehaviourGroup::Stores, Item::Store,
                            Item::Store),
            behaviourBranch(api, NavigatorModel::tr("Routers"), BehaviourGroup::Routers,
                            Item::Routers, Item::Routers),
            {QStringLiteral("tests"), tests, {}},
            {QStringLiteral("server"), server, {}},
            behaviourBranch(api, NavigatorModel::tr("Security"), BehaviourGroup::Schemes,
                            Item::Scheme, Item::Scheme)};
}

Rows allBranches(const Api &api)
{
    const auto group = [](Kind kind, const QString &text, Rows children) {
        NavigatorRow row;
        row.kind = kind;
        row.text = text;
        return Branch<NavigatorRow>{QString::number(static_cast<int>(kind)), row,
                                    std::move(children)};
    };
    NavigatorRow about;
    about.kind = Kind::Api;
    about.node = api.id;
    about.text = api.info.title.isEmpty() ? NavigatorModel::tr("Untitled") : api.info.title;
    about.toolTip = NavigatorModel::tr("Title, version, description and tags");
    Rows rows;
    if (api.id != NodeId::None) // else nothing has been opened
        rows.push_back({QStringLiteral("api"), about, {}});
    rows.push_back(group(Kind::RoutesGroup, NavigatorModel::tr("Routes"), routeBranches(api)));
    rows.push_back(group(Kind::ModelsGroup, NavigatorModel::tr("Models"), modelBranches(api)));
    if (api.id != NodeId::None) {
        for (Branch<NavigatorRow> &branch : behaviourBranches(api))
            rows.push_back(std::move(branch));
    }
    return rows;
}

} // namespace

NavigatorModel::NavigatorModel(const DesignDocument &document, QObject *parent)
    : TreeModel(parent)
    , m_document(document)
{
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &) { update(); });
    // Its row stays the row of the thing that has another name.
    connect(&document, &DesignDocument::itemRenamed, this,
            [this](const BehaviourItem &item, const QString &name) {
                rekey(findRow([&item](const NavigatorRow &row) { return row.item == item; }), name);
                update();
            });
    connect(&document, &DesignDocument::wasReset, this, &NavigatorModel::start);
    resetTree(allBranches(document.api()));
}

void NavigatorModel::update()
{
    setTree(allBranches(m_document.api()));
}

void NavigatorModel::start()
{
    m_badges.clear();
    m_groupBadges.clear();
    m_behaviourRevision.reset();
    resetTree(allBranches(m_document.api()));
}

int NavigatorModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant NavigatorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const NavigatorRow &row = content(index);
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole: {
        QStringList lines{row.toolTip};
        if (const QString guard = guardOf(row); !guard.isEmpty())
            lines.append(tr("Who may: %1").arg(guard));
        if (const QString file = m_document.fileOf(row.node); !file.isEmpty())
            lines.append(tr("Stands in %1").arg(file));
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::FontRole:
        if (row.isDeprecated) {
            QFont font;
            font.setStrikeOut(true);
            return font;
        }
        return {};
    case Qt::AccessibleTextRole:
        return spoken(row);
    case NodeIdRole:
        return QVariant::fromValue(row.node);
    case KindRole:
        return static_cast<int>(row.kind);
    case BadgeRole:
        return badge(row).text;
    case BadgeToneRole:
        return static_cast<int>(badge(row).tone);
    case FilterRole:
        return row.text + QLatin1Char(' ') + row.toolTip;
    case MethodRole:
        return row.method;
    case PathRole:
        return row.path;
    case ItemKindRole:
        return static_cast<int>(row.item.kind);
    case GuardRole:
        return guardOf(row);
    default:
        return {};
    }
}

QString NavigatorModel::guardOf(const NavigatorRow &row) const
{
    const Operation *operation =
        row.kind == Kind::Route ? m_document.find<Operation>(row.node) : nullptr;
    if (!operation)
        return {};
    const Api &api = m_document.api();
    if (m_behaviourRevision != m_document.revision()) {
        m_behaviour = readBehaviour(api);
        m_behaviourRevision = m_document.revision();
    }
    const QList<EffectiveDepends> depends = effectiveDepends(m_behaviour, row.path, *operation);
    return isGuarded(api, *operation, m_behaviour, depends) ? accessWords(api, *operation, depends)
                                                            : QString();
}

QString NavigatorModel::spoken(const NavigatorRow &row) const
{
    QStringList parts{row.text};
    if (const QString guard = guardOf(row); !guard.isEmpty())
        parts.append(tr("guarded by %1").arg(guard));
    if (const QString badge = this->badge(row).spoken; !badge.isEmpty())
        parts.append(badge);
    return parts.join(QStringLiteral(", "));
}

Qt::ItemFlags NavigatorModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Kind kind = content(index).kind;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    flags.setFlag(Qt::ItemIsDragEnabled, kind == Kind::Route || kind == Kind::Model);
    flags.setFlag(Qt::ItemIsDropEnabled,
                  kind == Kind::RoutesGroup || kind == Kind::Tag || kind == Kind::ModelsGroup);
    return flags;
}

QStringList NavigatorModel::mimeTypes() const
{
    return {nodeMimeType()};
}

QMimeData *NavigatorModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(nodeMimeType(), nodeKey(node(indexes.first())).toLatin1());
    return data;
}

bool NavigatorModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                     const QModelIndex &parent) const
{
    const NodeId dragged = draggedNode(data);
    if (dragged == NodeId::None || !parent.isValid())
        return false;
    const bool isModel = findNamedSchema(m_document.api(), dragged);
    return isModel == (content(parent).kind == Kind::ModelsGroup);
}

bool NavigatorModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                                  const QModelIndex &parent)
{
    if (!canDropMimeData(data, Qt::MoveAction, row, 0, parent))
        return false;
    const QModelIndex below = row >= 0 ? index(row, 0, parent) : QModelIndex();
    const bool isBeside = below.isValid() && content(below).kind != Kind::Tag;
    const QString tag = content(parent).kind == Kind::Tag ? content(parent).text : QString();
    Q_EMIT moveRequested(draggedNode(data), isBeside ? node(below) : NodeId::None, tag);
    return false; // the rows follow the design; the view has nothing to take away
}

QModelIndex NavigatorModel::indexOf(NodeId node) const
{
    const NodeIndex &places = m_document.index();
    for (NodeId at = node; at != NodeId::None; at = places.parent(at)) {
        const QModelIndex found = findRow([at](const NavigatorRow &row) { return row.node == at; });
        if (found.isValid())
            return found;
    }
    return {};
}

QModelIndex NavigatorModel::indexOf(const BehaviourItem &item) const
{
    const QModelIndex exact =
        findRow([&item](const NavigatorRow &row) { return row.item == item && !item.isNone(); });
    return exact.isValid() || item.isNone() ? exact : findRow([&item](const NavigatorRow &row) {
        return row.item == BehaviourItem{item.kind, {}};
    });
}

QModelIndex NavigatorModel::group(NavigatorRow::Kind kind) const
{
    return findRow([kind](const NavigatorRow &row) { return row.kind == kind; });
}

NavigatorBadge NavigatorModel::badge(const NavigatorRow &row) const
{
    return row.kind == Kind::BehaviourGroup ? m_groupBadges.value(row.item.kind)
                                            : m_badges.value(row.node);
}

void NavigatorModel::tellBadge(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT dataChanged(index, index, {BadgeRole, BadgeToneRole, Qt::AccessibleTextRole});
}

void NavigatorModel::setBadges(const QHash<NodeId, NavigatorBadge> &badges)
{
    if (m_badges == badges)
        return;
    const QHash<NodeId, NavigatorBadge> before = std::exchange(m_badges, badges);
    QSet<NodeId> changed;
    for (const auto &one : {before, badges}) {
        for (auto it = one.cbegin(); it != one.cend(); ++it) {
            if (before.value(it.key()) != badges.value(it.key()))
                changed.insert(it.key());
        }
    }
    for (const NodeId node : std::as_const(changed))
        tellBadge(findRow([node](const NavigatorRow &row) { return row.node == node; }));
}

void NavigatorModel::setBadge(const BehaviourItem &item, const NavigatorBadge &badge)
{
    if (m_groupBadges.value(item.kind) == badge)
        return;
    m_groupBadges.insert(item.kind, badge);
    tellBadge(indexOf(item));
}

} // namespace Design
