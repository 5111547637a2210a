#include "designer/lint/rules.h"
#include "designer/model/children.h"
#include "designer/model/design_text.h"

#include <QHash>

namespace Design::Rules
{

using Seen = QHash<QString, NodeId>;

/// `GET /items`; those of callbacks are said by their pointer.
static QString routeOf(const LintContext &context, NodeId id)
{
    const Operation *operation = findNode<Operation>(context.api, context.index, id);
    const Named<PathItem> *path = findPathOf(context.api, id);
    return operation && path ? operation->method.toUpper() + u' ' + path->name
                             : context.index.pointer(id);
}

/// Callbacks have operations too, and their ids count (OpenAPI 3.1.1, section 4.8.10).
template<class Parent>
static void check(const Parent &parent, const LintContext &context, Seen &seen,
                  RuleFindings &findings)
{
    forEachChildNode(parent, [&](const auto &child, const StepView &) {
        using Child = std::remove_cvref_t<decltype(child)>;
        if constexpr (Is<Child, Operation>) {
            const QString &id = child.operationId;
            if (!id.isEmpty() && seen.contains(id)) {
                findings.report(child.id,
                                DesignText::tr("The operationId “%1” is taken by %2.")
                                    .arg(id, routeOf(context, seen.value(id))),
                                QStringLiteral("/operationId"));
            } else if (!id.isEmpty()) {
                seen.insert(id, child.id);
            }
        }
        if constexpr (Is<Child, Operation> || Is<Child, PathItem> || Is<Child, Callback>)
            check(child, context, seen, findings);
    });
}

void duplicateOperationId(const LintContext &context, RuleFindings &findings)
{
    Seen seen;
    check(context.api, context, seen, findings);
}

} // namespace Design::Rules
