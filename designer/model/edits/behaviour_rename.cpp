#include "designer/model/edits/behaviour_edits.h"

#include <QRegularExpression>

namespace Design
{

namespace
{

/// Goes through an extension and gives what names one thing another name.
class Renaming
{
public:
    Renaming(BehaviourGroup group, const QString &from, const QString &to)
        : m_group(group)
        , m_from(from)
        , m_to(to)
    {
        const QString holder = group == BehaviourGroup::Dependencies ? QStringLiteral("deps")
                               : group == BehaviourGroup::Stores     ? QStringLiteral("store")
                                                                     : QString();
        if (!holder.isEmpty()) {
            m_member.setPattern(
                QStringLiteral("(?<![\\w$.])%1(?:\\.%2(?![\\w$])|\\[(['\"])%2\\1\\])")
                    .arg(holder, QRegularExpression::escape(from)));
            m_after = holder + memberOf(to);
        }
    }

    int count() const { return m_count; }

    /// path: what the value stands under, from the outside in.
    Json renamed(const Json &json, const QStringList &path)
    {
        if (json.isString())
            return text(json.string(), path);
        if (json.isArray()) {
            JsonArray array;
            for (const Json &item : json.array())
                array.append(renamed(item, path));
            return array;
        }
        if (json.isObject()) {
            JsonObject object;
            for (const JsonObject::Member &member : json.object()) {
                // `overrides: {user: ...}` of a test names a dependency by a key.
                const bool isKey = m_group == BehaviourGroup::Dependencies &&
                                   member.key == m_from && !path.isEmpty() &&
                                   path.last() == QLatin1String("overrides");
                m_count += isKey ? 1 : 0;
                object.insert(isKey ? m_to : member.key,
                              renamed(member.value, path + QStringList{member.key}));
            }
            return object;
        }
        return json;
    }

private:
    static QString memberOf(const QString &name)
    {
        return name.contains(QLatin1Char('-')) ? QStringLiteral("['%1']").arg(name)
                                               : QLatin1Char('.') + name;
    }

    bool isName(const QStringList &path) const
    {
        const QString key = path.value(path.size() - 1);
        const QString above = path.value(path.size() - 2);
        switch (m_group) {
        case BehaviourGroup::Errors:
            return key == QLatin1String("error") || key == QLatin1String("missing") ||
                   key == QLatin1String("conflict") || key == QLatin1String("failed") ||
                   above == QLatin1String("status"); // of an upstream: 404 becomes ours
        case BehaviourGroup::Dependencies:
            return key == QLatin1String("depends") || key == QLatin1String("needs");
        case BehaviourGroup::Stores:
            return key == QLatin1String("store") || above == QLatin1String("references");
        case BehaviourGroup::Routers:
            return key == QLatin1String("router") || key == QLatin1String("parent");
        }
        return false;
    }

    /// What a person wrote as data is no name, whatever it says.
    static bool isData(const QStringList &path)
    {
        return path.contains(QLatin1String("fixtures")) || path.contains(QLatin1String("users")) ||
               path.contains(QLatin1String("example"));
    }

    Json text(const QString &text, const QStringList &path)
    {
        if (isData(path))
            return text;
        if (isName(path) && text == m_from) {
            ++m_count;
            return m_to;
        }
        if (m_group == BehaviourGroup::Stores &&
            path.value(path.size() - 1) == QLatin1String("action") &&
            text.section(QLatin1Char(' '), 1).trimmed() == m_from) {
            ++m_count;
            return QString(text.section(QLatin1Char(' '), 0, 0) + QLatin1Char(' ') + m_to);
        }
        if (m_member.pattern().isEmpty())
            return text;
        QString result = text;
        m_count += static_cast<int>(text.count(m_member));
        return result.replace(m_member, m_after);
    }

    BehaviourGroup m_group;
    QString m_from;
    QString m_to;
    QRegularExpression m_member;
    QString m_after;
    int m_count = 0;
};

int rename(Api &api, BehaviourGroup group, const QString &from, const QString &to)
{
    Renaming renaming(group, from, to);
    api.menura = renaming.renamed(api.menura, {});
    for (Named<PathItem> &path : api.paths) {
        for (Operation &operation : path.value.operations) {
            const Json before = operation.rest.value(u"x-menura");
            if (before.isUndefined())
                continue;
            const Json after = renaming.renamed(before, {});
            if (!(after == before))
                operation.rest.set(QStringLiteral("x-menura"), after);
        }
    }
    return renaming.count();
}

} // namespace

int renameBehaviour(Api &api, BehaviourGroup group, const QString &from, const QString &to)
{
    const QStringList names = behaviourNames(api, group);
    if (!names.contains(from) || names.contains(to) || !isBehaviourName(to))
        return -1;
    const int count = rename(api, group, from, to);
    JsonObject menura = api.menura.object();
    JsonObject members = menura.value(groupKey(group)).object();
    members.rename(from, to);
    menura.insert(groupKey(group), members);
    api.menura = menura;
    return count;
}

int countBehaviourUses(const Api &api, BehaviourGroup group, const QString &name)
{
    Api copy = api;
    return rename(copy, group, name, name);
}

} // namespace Design
