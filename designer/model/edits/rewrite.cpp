#include "designer/model/edits/rewrite.h"

#include "designer/model/children.h"

namespace Design
{

namespace
{

class Rewriter
{
public:
    explicit Rewriter(const Rewriting &rewriting)
        : m_rewriting(rewriting)
    {
    }

    int count() const { return m_count; }

    template<class Node>
    bool rewrite(Node &node)
    {
        const bool isOwnChanged = rewriteOwn(node);
        const bool isBelowChanged =
            changeEachChild(node, [this](auto &child) { return rewrite(child); });
        return isOwnChanged || isBelowChanged;
    }

private:
    template<class Node>
    bool rewriteOwn(Node &node)
    {
        bool isChanged = false;
        if constexpr (requires { node.ref; })
            isChanged = rewriteReference(node.ref);
        forEachField(node, [&](const QString &key, auto &member) {
            isChanged = rewriteMember(key, member) || isChanged;
        });
        if constexpr (Is<Node, Callback>)
            isChanged = rewriteMember(QString(), node.expressions) || isChanged;
        return rewriteRest(node.rest) || isChanged;
    }

    bool rewriteOwn(Schema &schema)
    {
        bool isChanged = false;
        for (qsizetype i = 0; i < schema.entries().size(); ++i) {
            Schema::Entry entry = schema.entries().at(i);
            bool isEntryChanged = false;
            if (auto *reference = std::get_if<Reference>(&entry.payload))
                isEntryChanged = rewriteReference(*reference);
            else if (auto *json = std::get_if<Json>(&entry.payload))
                isEntryChanged = rewriteJson(entry.key(), *json);
            else if (auto *map = std::get_if<NamedList<Schema>>(&entry.payload))
                isEntryChanged = rewriteMember(entry.key(), *map);
            if (isEntryChanged)
                schema.entriesForChange()[i] = entry;
            isChanged = isChanged || isEntryChanged;
        }
        return isChanged;
    }

    template<class T>
    bool rewriteMember(const QString &, T &)
    {
        return false;
    }
    bool rewriteMember(const QString &key, Json &json) { return rewriteJson(key, json); }
    bool rewriteMember(const QString &, Info &info) { return rewriteOwn(info); }
    bool rewriteMember(const QString &, Components &components) { return rewriteOwn(components); }
    template<class T>
    bool rewriteMember(const QString &, NamedList<T> &list)
    {
        bool isChanged = false;
        for (qsizetype i = 0; i < list.size(); ++i) {
            Json raw = list.at(i).raw;
            if (list.at(i).isRaw() && rewriteJson(list.at(i).name, raw)) {
                list[i].raw = raw;
                isChanged = true;
            }
        }
        return isChanged;
    }

    bool rewriteRest(Rest &rest)
    {
        bool isChanged = false;
        for (qsizetype i = 0; i < rest.members.size(); ++i) {
            Json value = rest.members.at(i).value;
            if (rewriteJson(rest.members.at(i).key, value)) {
                rest.members[i].value = value;
                isChanged = true;
            }
        }
        return isChanged;
    }

    bool rewriteReference(Reference &reference)
    {
        const bool isChanged = !reference.isNull() && m_rewriting.reference(reference);
        m_count += isChanged ? 1 : 0;
        return isChanged;
    }

    bool rewriteText(Json &json, TextKind kind)
    {
        QString text = json.string();
        if (!m_rewriting.text(text, kind))
            return false;
        json = text;
        ++m_count;
        return true;
    }

    /// key is what the value stands under.
    bool rewriteJson(const QString &key, Json &json)
    {
        if (json.isString()) {
            if (m_inMenura)
                return rewriteText(json, TextKind::Extension);
            const bool isReference =
                key == QLatin1String("$ref") || key == QLatin1String("operationRef");
            return isReference && rewriteText(json, TextKind::Reference);
        }
        if (!json.isArray() && !json.isObject())
            return false;
        const bool wasInMenura = m_inMenura;
        m_inMenura = m_inMenura || key.startsWith(QLatin1String("x-menura"));
        const bool isChanged = json.isArray() ? rewriteArray(json) : rewriteObject(key, json);
        m_inMenura = wasInMenura;
        return isChanged;
    }

    bool rewriteArray(Json &json)
    {
        JsonArray array = json.array();
        bool isChanged = false;
        for (qsizetype i = 0; i < array.size(); ++i) {
            Json item = array.at(i);
            if (rewriteJson(QString(), item)) {
                array[i] = item;
                isChanged = true;
            }
        }
        if (isChanged)
            json = array;
        return isChanged;
    }

    bool rewriteObject(const QString &key, Json &json)
    {
        JsonObject object = json.object();
        bool isChanged = false;
        for (const JsonObject::Member &member : json.object()) {
            Json value = member.value;
            const bool isMapped = key == QLatin1String("mapping") && value.isString();
            if (isMapped ? rewriteText(value, TextKind::Mapping) : rewriteJson(member.key, value)) {
                object.insert(member.key, value);
                isChanged = true;
            }
        }
        if (isChanged)
            json = object;
        return isChanged;
    }

    const Rewriting &m_rewriting;
    int m_count = 0;
    bool m_inMenura = false;
};

} // namespace

int rewriteNames(Api &api, const Rewriting &rewriting)
{
    Rewriter rewriter(rewriting);
    rewriter.rewrite(api);
    return rewriter.count();
}

} // namespace Design
