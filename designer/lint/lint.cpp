#include "designer/lint/lint.h"

#include "designer/lint/rules.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/model/design_text.h"
#include "designer/openapi/reference_check.h"
#include "designer/openapi/structure.h"

namespace Design
{

void RuleFindings::report(NodeId node, const QString &message, const QString &suffix)
{
    m_diagnostics.append(
        {m_severity, m_rule, message, m_context.index.pointer(node) + suffix, {}, node});
}

const QList<Rule> &rules()
{
    static const QList<Rule> list{
        {QStringLiteral("path-parameters"),
         DesignText::tr(
             "The names in braces of a path are its path parameters, no more and no less."),
         Severity::Error, Rules::pathParameters},
        {QStringLiteral("duplicate-path"),
         DesignText::tr("No two paths differ in the names of their parameters only."),
         Severity::Error, Rules::duplicatePath},
        {QStringLiteral("duplicate-parameter"),
         DesignText::tr("An operation has one parameter of a name in a place."), Severity::Error,
         Rules::duplicateParameter},
        {QStringLiteral("duplicate-operation-id"),
         DesignText::tr("No two operations have the same operationId."), Severity::Error,
         Rules::duplicateOperationId},
        {QStringLiteral("missing-response"),
         DesignText::tr("Every operation says how it answers when all goes well."),
         Severity::Warning, Rules::missingResponse},
        {QStringLiteral("missing-401"),
         DesignText::tr("Operations that want a credential say how they answer without one."),
         Severity::Hint, Rules::missing401},
        {QStringLiteral("shadowed-route"),
         DesignText::tr("Where FastAPI's rules hold, a route stands before those that take in its "
                        "requests."),
         Severity::Warning, Rules::shadowedRoute},
        {QStringLiteral("unknown-security"),
         DesignText::tr("Security requirements name declared security schemes."), Severity::Error,
         Rules::unknownSecurity},
        {QStringLiteral("duplicate-tag"), DesignText::tr("No two tags have the same name."),
         Severity::Error, Rules::duplicateTag},
        {QStringLiteral("empty-range"),
         DesignText::tr("A lower limit is not above its upper limit: nothing would be valid."),
         Severity::Error, Rules::emptyRange},
        {QStringLiteral("duplicate-enum"),
         DesignText::tr("The allowed values of a schema are different ones."), Severity::Warning,
         Rules::duplicateEnum},
        {QStringLiteral("same-alternatives"),
         DesignText::tr("The alternatives of a oneOf are different ones."), Severity::Warning,
         Rules::sameAlternatives},
        {QStringLiteral("missing-discriminator"),
         DesignText::tr("What a discriminator tells apart has the field that it goes by."),
         Severity::Warning, Rules::missingDiscriminator},
        {QStringLiteral("invalid-pattern"),
         DesignText::tr("Patterns are regular expressions, and schemas can be compiled."),
         Severity::Error, Rules::invalidPattern},
        {QStringLiteral("rust-pattern"),
         QStringLiteral("Where FastAPI's rules hold, patterns need no look-around and no back "
                        "reference."),
         Severity::Warning, Rules::rustPattern},
        {QStringLiteral("undeclared-required"),
         DesignText::tr("A required property can be there: it is declared, or others are allowed."),
         Severity::Error, Rules::undeclaredRequired},
        {QStringLiteral("invalid-example"),
         DesignText::tr("Examples and defaults are valid for their own schemas."),
         Severity::Warning, Rules::invalidExample},
        {QStringLiteral("unused-component"), DesignText::tr("Every component is used somewhere."),
         Severity::Hint, Rules::unusedComponent},
    };
    return list;
}

Diagnostics lint(const Api &api, const QSet<QString> &off)
{
    Diagnostics found = checkStructure(api) + checkReferences(api) + checkBehaviour(api);
    found.removeIf([&](const Diagnostic &diagnostic) { return off.contains(diagnostic.rule); });
    const NodeIndex index(api);
    const LintContext context{api, index};
    for (const Rule &rule : rules()) {
        if (off.contains(rule.name))
            continue;
        RuleFindings findings(context, rule.name, rule.severity);
        rule.check(context, findings);
        found += findings.take();
    }
    return found;
}

Diagnostics withReadFindings(const Diagnostics &linted, const Diagnostics &read)
{
    const auto place = [](const Diagnostic &finding) {
        return finding.rule + u'\n' + finding.pointer;
    };
    QHash<QString, const Diagnostic *> same; // as they will be after the next edit
    for (const Diagnostic &diagnostic : linted)
        same.insert(place(diagnostic) + u'\n' + diagnostic.message, &diagnostic);
    Diagnostics all;
    QSet<QString> known;
    for (const Diagnostic &diagnostic : read) {
        known.insert(place(diagnostic));
        all.append(*same.value(place(diagnostic) + u'\n' + diagnostic.message, &diagnostic));
    }
    for (const Diagnostic &diagnostic : linted) {
        if (!known.contains(place(diagnostic)))
            all.append(diagnostic);
    }
    return all;
}

} // namespace Design
