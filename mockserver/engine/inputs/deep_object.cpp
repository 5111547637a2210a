#include "mockserver/engine/inputs/deep_object.h"

#include <algorithm>
#include <map>
#include <memory>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr qsizetype mostKeys = 32; ///< in one name; deeper ones are no member of the object

/// What the pairs say about one value: its own texts and those of its members.
struct Branch {
    struct Member {
        QString key;
        std::unique_ptr<Branch> branch;
    };
    QStringList texts;
    std::vector<Member> members; ///< in the order in which they were first named

    Branch &member(const QString &key)
    {
        for (Member &known : members) {
            if (known.key == key && !key.isEmpty())
                return *known.branch;
        }
        members.push_back({key, std::make_unique<Branch>()});
        return *members.back().branch;
    }
};

/// The keys of `name[a][b]`; empty when it is not of that form.
QStringList keysOf(QStringView rest)
{
    QStringList keys;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf(u']');
        if (rest.front() != u'[' || end < 0 || keys.size() == mostKeys)
            return {};
        keys.append(rest.sliced(1, end - 1).toString());
        rest = rest.sliced(end + 1);
    }
    return keys;
}

bool isIndex(const QString &key)
{
    return std::all_of(key.begin(), key.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Json valueOf(const Branch &branch, const TextShape &shape)
{
    const auto isItem = [](const Branch::Member &member) { return isIndex(member.key); };
    const bool areItems = !branch.members.empty() &&
                          std::all_of(branch.members.begin(), branch.members.end(), isItem);
    // Where it may be either, or anything, the keys tell.
    const bool isList = shape.isArray != shape.isObject ? shape.isArray
                        : shape.isArray                 ? branch.members.empty() || areItems
                                        : areItems && branch.members.front().key.isEmpty();
    if (isList) {
        if (branch.texts.size() == 1 && branch.members.empty()) {
            const Json whole = valueFromText(unmarked(branch.texts.first()), shape);
            if (whole.isArray())
                return whole;
        }
        // `a[k]=1,2`: one text for all.
        const bool isOne = branch.texts.size() == 1 && branch.members.empty();
        const QStringList texts = isOne ? branch.texts.first().split(u',') : branch.texts;
        JsonArray items;
        for (const QString &text : texts)
            items.append(valueFromText(unmarked(text), shape.item(items.size())));
        std::multimap<int, const Branch *> ordered; // by index; what has none comes as it was sent
        for (const Branch::Member &member : branch.members)
            ordered.emplace(member.key.toInt(), member.branch.get());
        for (const auto &[index, item] : ordered)
            items.append(valueOf(*item, shape.item(items.size())));
        return Json(items);
    }
    if (branch.members.empty()) {
        return valueFromText(branch.texts.isEmpty() ? QString() : unmarked(branch.texts.last()),
                             shape);
    }
    JsonObject object;
    for (const Branch::Member &member : branch.members)
        object.insert(member.key, valueOf(*member.branch, shape.field(member.key)));
    return Json(object);
}

} // namespace

Json readDeepObject(const QList<NamedText> &pairs, const QString &name, const TextShape &shape)
{
    Branch root;
    for (const NamedText &pair : pairs) {
        if (!pair.name.startsWith(name))
            continue;
        Branch *branch = &root;
        const QStringList keys = keysOf(QStringView(pair.name).sliced(name.size()));
        for (const QString &key : keys)
            branch = &branch->member(key);
        if (branch != &root)
            branch->texts.append(pair.value.isNull() ? QStringLiteral("") : pair.value);
    }
    return root.members.empty() ? Json() : valueOf(root, shape);
}

} // namespace Mock
