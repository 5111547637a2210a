#pragma once

#include "designer/lint/rule.h"

namespace Design::Rules
{

// One file a rule, named as the function; what each is for stands in the list in lint.cpp.

void duplicateEnum(const LintContext &context, RuleFindings &findings);
void duplicateOperationId(const LintContext &context, RuleFindings &findings);
void duplicateParameter(const LintContext &context, RuleFindings &findings);
void duplicatePath(const LintContext &context, RuleFindings &findings);
void duplicateTag(const LintContext &context, RuleFindings &findings);
void emptyRange(const LintContext &context, RuleFindings &findings);
void invalidExample(const LintContext &context, RuleFindings &findings);
void invalidPattern(const LintContext &context, RuleFindings &findings);
void missing401(const LintContext &context, RuleFindings &findings);
void missingDiscriminator(const LintContext &context, RuleFindings &findings);
void missingResponse(const LintContext &context, RuleFindings &findings);
void pathParameters(const LintContext &context, RuleFindings &findings);
void rustPattern(const LintContext &context, RuleFindings &findings);
void sameAlternatives(const LintContext &context, RuleFindings &findings);
void shadowedRoute(const LintContext &context, RuleFindings &findings);
void undeclaredRequired(const LintContext &context, RuleFindings &findings);
void unknownSecurity(const LintContext &context, RuleFindings &findings);
void unusedComponent(const LintContext &context, RuleFindings &findings);

} // namespace Design::Rules
