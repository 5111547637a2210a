#include "designer/openapi/swagger2/reference_rewriting.h"

#include "designer/model/component_table.h"

#include <QSet>

namespace Design::Swagger2
{

namespace
{

/// Members whose values are data, in which a `$ref` refers to nothing.
bool isData(const QString &key)
{
    static const QSet<QString> names{QStringLiteral("example"), QStringLiteral("default"),
                                     QStringLiteral("enum"), QStringLiteral("value")};
    return names.contains(key) || key.startsWith(QLatin1String("x-"));
}

/// Members whose keys are names that somebody has given, whatever they look like.
bool hasNames(const QString &key)
{
    static const QSet<QString> names{
        QStringLiteral("properties"),  QStringLiteral("patternProperties"),
        QStringLiteral("definitions"), QStringLiteral("schemas"),
        QStringLiteral("parameters"),  QStringLiteral("requestBodies"),
        QStringLiteral("responses"),   QStringLiteral("headers"),
        QStringLiteral("examples"),    QStringLiteral("content"),
        QStringLiteral("paths"),       QStringLiteral("securitySchemes")};
    return names.contains(key);
}

QString rewritten(const QString &reference, const Origins &origins)
{
    const QString pointer = localPointer(reference);
    if (pointer.isEmpty())
        return reference;
    const QString target = origins.target(pointer);
    return target == pointer ? reference : fragmentText(target);
}

Json rewrite(const Json &node, bool isMapOfNames, const Origins &origins)
{
    if (node.isArray()) {
        JsonArray items;
        items.reserve(node.array().size());
        for (const Json &item : node.array())
            items.append(rewrite(item, false, origins));
        return items;
    }
    if (!node.isObject())
        return node;
    QList<JsonObject::Member> members = node.object().members();
    for (JsonObject::Member &member : members) {
        if (isMapOfNames)
            member.value = rewrite(member.value, false, origins);
        else if (member.key == QLatin1String("$ref") && member.value.isString())
            member.value = rewritten(member.value.string(), origins);
        else if (!isData(member.key))
            member.value = rewrite(member.value, hasNames(member.key), origins);
    }
    return JsonObject::fromDistinct(std::move(members));
}

} // namespace

Json withTargets(const Json &document, const Origins &origins)
{
    return rewrite(document, false, origins);
}

} // namespace Design::Swagger2
