#include "designer/map/map_accessible.h"

#include "designer/map/map_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

namespace Design
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Map)
};

class CardAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardAccessible(MapView *view, NodeId node)
        : m_view(view)
        , m_node(node)
    {
    }

    bool isValid() const override { return m_view && m_view->map().card(m_node); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return mapCardName(m_view->map(), m_node);
        if (kind != QAccessible::Description)
            return {};
        QStringList lines;
        for (const MapRow &row : m_view->map().card(m_node)->card().rows)
            lines.append(row.name.isEmpty() ? row.type : row.name + u' ' + row.type);
        return lines.join(QStringLiteral(", "));
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView =
            m_view->mapFromScene(m_view->map().card(m_node)->cardRect()).boundingRect();
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_view->current() == m_node;
        state.focused = state.selected && m_view->hasFocus();
        state.invisible = !m_view->isVisible();
        const QRect window = m_view->viewport()->rect();
        state.offscreen = !m_view->mapFromScene(m_view->map().card(m_node)->cardRect())
                               .boundingRect()
                               .intersects(window);
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setCurrent(m_node);
            Q_EMIT m_view->currentChanged(m_node);
        } else if (name == pressAction()) {
            Q_EMIT m_view->openRequested(m_node);
        }
    }

private:
    QPointer<MapView> m_view;
    NodeId m_node;
};

class ViewAccessible : public QAccessibleWidget
{
public:
    explicit ViewAccessible(MapView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~ViewAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        return m_view ? static_cast<int>(m_view->map().graph().cards.size()) : 0;
    }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return ofNode(m_view->map().graph().cards.at(index).node);
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!m_view)
            return nullptr;
        const QPoint point = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        if (!m_view->viewport()->rect().contains(point))
            return nullptr;
        const MapCardItem *card = m_view->map().cardAt(m_view->mapToScene(point));
        return card ? ofNode(card->card().node) : nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        return m_view && m_view->hasFocus() && m_view->current() != NodeId::None
                   ? ofNode(m_view->current())
                   : nullptr;
    }

private:
    QAccessibleInterface *ofNode(NodeId node) const
    {
        const auto known = m_ids.constFind(node);
        if (known != m_ids.cend())
            return QAccessible::accessibleInterface(*known);
        auto *made = new CardAccessible(m_view, node);
        m_ids.insert(node, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    QPointer<MapView> m_view;
    mutable QHash<NodeId, QAccessible::Id> m_ids;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    auto *view =
        className == QLatin1String("Design::MapView") ? qobject_cast<MapView *>(object) : nullptr;
    return view ? new ViewAccessible(view) : nullptr;
}

} // namespace

void installMapAccessibility()
{
    QAccessible::installFactory(makeAccessible); // which leaves out what is there already
}

void announceMapCard(MapView *view, NodeId node)
{
    if (!QAccessible::isActive())
        return;
    const QList<MapCard> &cards = view->map().graph().cards;
    for (int i = 0; i < cards.size(); ++i) {
        if (cards.at(i).node != node)
            continue;
        QAccessibleEvent event(view, QAccessible::Focus);
        event.setChild(i);
        QAccessible::updateAccessibility(&event);
    }
}

QString mapCardName(const MapScene &map, NodeId node)
{
    const MapCardItem *item = map.card(node);
    if (!item)
        return {};
    const MapCard &card = item->card();
    QStringList said{Text::tr("Model %1").arg(card.name)};
    if (card.fieldCount > 0)
        said.append(card.fieldCount == 1 ? Text::tr("1 field")
                                         : Text::tr("%n fields", nullptr, card.fieldCount));
    QStringList names;
    for (const NodeId target : map.targets(node))
        names.append(map.card(target)->card().name);
    if (!names.isEmpty())
        said.append(Text::tr("refers to %1").arg(names.join(QStringLiteral(", "))));
    return said.join(QStringLiteral(", "));
}

} // namespace Design
