#include "designer/document/behaviour_item.h"

#include "designer/text/pointer.h"

namespace Design
{

using Kind = BehaviourItem::Kind;

static constexpr std::pair<BehaviourGroup, Kind> groupKinds[] = {
    {BehaviourGroup::Errors, Kind::Errors},  {BehaviourGroup::Dependencies, Kind::Dependency},
    {BehaviourGroup::Stores, Kind::Store},   {BehaviourGroup::Routers, Kind::Routers},
    {BehaviourGroup::Schemes, Kind::Scheme},
};

static Json thingsOf(const Api &api, BehaviourGroup group)
{
    return behaviourValue(api, {NodeId::None, {groupKey(group)}});
}

QString BehaviourItem::pointer() const
{
    if (kind == Kind::Scheme)
        return childPointer(QStringLiteral("/components/securitySchemes"), name);
    static const char *const keys[] = {"",       "errors",  "dependencies", "dependencies",
                                       "stores", "routers", "tests",        ""};
    const QString key = QString::fromLatin1(keys[static_cast<int>(kind)]);
    const QString around = QStringLiteral("/x-menura");
    const QString group = key.isEmpty() ? around : childPointer(around, key);
    if (name.isEmpty())
        return group;
    return kind == Kind::Tests ? group + QLatin1Char('/') + name : childPointer(group, name);
}

BehaviourItem BehaviourItem::around(const QString &pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    const QString group = tokens.value(1);
    if (tokens.value(0) == QLatin1String("components"))
        return group == groupKey(BehaviourGroup::Schemes) && tokens.size() > 2
                   ? BehaviourItem{Kind::Scheme, tokens.at(2)}
                   : BehaviourItem();
    if (tokens.value(0) != QLatin1String("x-menura"))
        return {};
    if (group == QLatin1String("tests"))
        return {Kind::Tests, tokens.mid(2).join(QLatin1Char('/'))};
    for (const auto &[named, kind] : groupKinds) {
        if (kind == Kind::Scheme || group != groupKey(named))
            continue;
        const BehaviourItem item{kind, tokens.value(2)};
        if (!item.name.isEmpty() || !item.hasOwnPage())
            return item;
        return kind == Kind::Dependency ? BehaviourItem{Kind::Dependencies, {}} : BehaviourItem();
    }
    static const QStringList ofServer{QStringLiteral("cors"), QStringLiteral("latency"),
                                      QStringLiteral("faults")};
    return ofServer.contains(group) ? BehaviourItem{Kind::Server, {}} : BehaviourItem();
}

std::optional<BehaviourGroup> BehaviourItem::group() const
{
    for (const auto &[group, kindOfGroup] : groupKinds) {
        if (kind == kindOfGroup && !name.isEmpty())
            return group;
    }
    return std::nullopt;
}

bool BehaviourItem::isIn(const Api &api) const
{
    if (isNone())
        return false;
    if (const auto named = group())
        return behaviourNames(api, *named).contains(name);
    return !hasOwnPage();
}

static QStringList namesIn(const Json &group)
{
    QStringList names;
    for (const JsonObject::Member &member : group.object())
        names.append(member.key);
    return names;
}

/// The thing of a group to look at after its names have changed: the first new one, else the page
/// on which all of them are.
static BehaviourItem newThing(Kind kind, const QStringList &before, const QStringList &after)
{
    for (const QString &name : after) {
        if (!before.contains(name))
            return {kind, name};
    }
    if (kind == Kind::Dependency)
        return {Kind::Dependencies, {}};
    const bool hasPageOfAll = !BehaviourItem{kind, {}}.hasOwnPage();
    return hasPageOfAll ? BehaviourItem{kind, {}} : BehaviourItem();
}

static BehaviourItem changedPart(const Api &apiBefore, const Api &apiAfter)
{
    const Json &before = apiBefore.menura;
    const Json &after = apiAfter.menura;
    for (const auto &[group, kind] : groupKinds) {
        const Json was = thingsOf(apiBefore, group);
        const JsonObject now = thingsOf(apiAfter, group).object();
        for (const JsonObject::Member &member : now) {
            if (member.value != was.value(member.key))
                return {kind, member.key};
        }
    }
    const JsonArray wereTests = before.value(u"tests").array();
    const JsonArray tests = after.value(u"tests").array();
    for (qsizetype i = 0; i < qMax(tests.size(), wereTests.size()); ++i) {
        if (tests.value(i) != wereTests.value(i))
            return {Kind::Tests, QString::number(qMin(i, tests.size() - 1))};
    }
    if (before.value(u"depends") != after.value(u"depends"))
        return {Kind::Dependencies, {}};
    const auto differs = [&](QStringView key) { return before.value(key) != after.value(key); };
    return differs(u"faults") || differs(u"cors") || differs(u"hosts")
               ? BehaviourItem{Kind::Server, {}}
               : BehaviourItem();
}

BehaviourChange compareBehaviour(const Api &before, const Api &after)
{
    BehaviourChange change;
    if (before.menura == after.menura &&
        before.components.securitySchemes == after.components.securitySchemes)
        return change;
    for (const auto &[group, kind] : groupKinds) {
        const QStringList was = namesIn(thingsOf(before, group));
        const QStringList now = namesIn(thingsOf(after, group));
        if (was == now)
            continue;
        change.isNamesChanged = true;
        if (change.place.isNone())
            change.place = newThing(kind, was, now);
        if (was.size() != now.size())
            continue;
        const auto [old, given] = std::mismatch(was.cbegin(), was.cend(), now.cbegin(), now.cend());
        if (std::equal(old + 1, was.cend(), given + 1, now.cend())) {
            change.renamed = {kind, *old};
            change.newName = *given;
        }
    }
    if (!change.isNamesChanged)
        change.place = changedPart(before, after);
    return change;
}

} // namespace Design
