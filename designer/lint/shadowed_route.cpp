#include "designer/lint/shadowed_route.h"

#include "designer/lint/profile.h"
#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

namespace Design
{

/// Whether the first path fits every request that the second one fits.
static bool covers(const QStringList &first, const QStringList &second)
{
    if (first.size() != second.size())
        return false;
    for (qsizetype i = 0; i < first.size(); ++i) {
        const QString &segment = first.at(i);
        const bool isParameter =
            segment.startsWith(u'{') && segment.indexOf(u'}') == segment.size() - 1;
        // A parameter takes any text but none: `/a/{id}` does not fit `/a/`.
        if (isParameter ? second.at(i).isEmpty() : segment != second.at(i))
            return false;
    }
    return true;
}

/// The same of an operation of the path at this place among the paths.
static const Named<PathItem> *shadowAt(const Api &api, qsizetype place, const QString &method)
{
    const QStringList segments = api.paths.at(place).name.split(u'/');
    for (qsizetype i = 0; i < place; ++i) {
        const Named<PathItem> &before = api.paths.at(i);
        if (!before.name.contains(u'{') || !before.value.operation(method))
            continue;
        // Paths of the same form are another rule's.
        const QStringList others = before.name.split(u'/');
        if (covers(others, segments) && !covers(segments, others))
            return &before;
    }
    return nullptr;
}

NodeId shadowOf(const Api &api, NodeId operation)
{
    const Named<PathItem> *path = findPathOf(api, operation);
    const Operation *shadowed = findOperation(api, operation);
    const qsizetype place = path ? api.paths.indexOf(path->name) : -1;
    if (place < 0 || !shadowed || !isFastApi(api))
        return NodeId::None;
    const Named<PathItem> *before = shadowAt(api, place, shadowed->method);
    return before ? before->value.operation(shadowed->method)->id : NodeId::None;
}

namespace Rules
{

void shadowedRoute(const LintContext &context, RuleFindings &findings)
{
    if (!isFastApi(context.api))
        return;
    const NamedList<PathItem> &paths = context.api.paths;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        for (const Operation &operation : paths.at(i).value.operations) {
            const Named<PathItem> *before = shadowAt(context.api, i, operation.method);
            if (!before)
                continue;
            findings.report(
                operation.id,
                DesignText::tr("No request gets here: %1 %2 stands before it and takes them all.")
                    .arg(operation.method.toUpper(), before->name));
        }
    }
}

} // namespace Rules

} // namespace Design
