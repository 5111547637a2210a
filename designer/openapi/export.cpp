#include "designer/model/children.h"
#include "designer/openapi/flatten.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/openapi/version_conversion.h"

#include <algorithm>

namespace Design
{

namespace
{

bool isOurs(const QString &key)
{
    return key.startsWith(QLatin1String("x-menura"));
}

bool stripOwn(Schema &schema)
{
    bool isChanged = false;
    for (qsizetype i = schema.entries().size(); i-- > 0;) {
        const Schema::Entry &entry = schema.entries().at(i);
        if (entry.keyword == Keyword::Unknown && isOurs(entry.name)) {
            schema.entriesForChange().removeAt(i);
            isChanged = true;
        }
    }
    return isChanged;
}

template<class Node>
bool stripOwn(Node &node)
{
    const auto isOursToo = [](const Rest::Member &member) { return isOurs(member.key); };
    const QList<Rest::Member> &members = std::as_const(node.rest.members);
    return std::any_of(members.begin(), members.end(), isOursToo) &&
           node.rest.members.removeIf(isOursToo) > 0;
}

bool hasOwn(const Schema &schema)
{
    return std::any_of(schema.entries().begin(), schema.entries().end(),
                       [](const Schema::Entry &entry) { return isOurs(entry.name); });
}

template<class Node>
bool hasOwn(const Node &node)
{
    return std::any_of(node.rest.members.begin(), node.rest.members.end(),
                       [](const Rest::Member &member) { return isOurs(member.key); });
}

template<class Node>
bool hasOwnBelow(const Node &node)
{
    return anyChild(node, [](const auto &child, const StepView &) {
        return hasOwn(child) || hasOwnBelow(child);
    });
}

/// Takes x-menura extensions out of a node and everything below it.
template<class Node>
bool strip(Node &node)
{
    const bool isOwnChanged = stripOwn(node);
    const bool isBelowChanged = changeEachChild(node, [](auto &child) { return strip(child); });
    return isOwnChanged || isBelowChanged;
}

} // namespace

Json exportOpenApi(const Api &api, ExportVersion version, Diagnostics *diagnostics)
{
    Api clean = flattened(api);
    clean.menura = {};
    if (hasOwnBelow(clean)) // looking is much cheaper than taking apart
        strip(clean);
    stripOwn(clean);
    stripOwn(clean.info);
    stripOwn(clean.components);
    if (isVersion32(clean))
        clean = apiFrom32(clean, diagnostics);
    const bool is30 = api.isVersion30();
    if (version == ExportVersion::OpenApi30 && !is30)
        clean = apiTo30(clean, diagnostics);
    else if (version == ExportVersion::OpenApi31 && is30)
        clean = apiTo31(clean);
    else if (version == ExportVersion::OpenApi31 && !clean.openapi.startsWith(QLatin1String("3.1")))
        clean.openapi = QStringLiteral("3.1.0"); // an unknown version is read as 3.1
    return writeOpenApi(clean);
}

} // namespace Design
