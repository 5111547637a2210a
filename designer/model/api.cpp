#include "designer/model/api.h"

namespace Design
{

Json Rest::value(QStringView key) const
{
    for (const Member &member : members) {
        if (member.key == key)
            return member.value;
    }
    return {};
}

void Rest::set(const QString &key, const Json &value)
{
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members.at(i).key == key) {
            if (value.isUndefined())
                members.removeAt(i);
            else
                members[i].value = value;
            return;
        }
    }
    if (!value.isUndefined())
        members.append({key, value});
}

bool Rest::wasWritten(QStringView key) const
{
    return std::any_of(members.begin(), members.end(),
                       [key](const Member &member) { return member.key == key; });
}

bool Callback::operator==(const Callback &) const = default;

const Operation *PathItem::operation(QStringView method) const
{
    for (const Operation &operation : operations) {
        if (operation.method == method)
            return &operation;
    }
    return nullptr;
}

} // namespace Design
