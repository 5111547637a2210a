#pragma once

#include "designer/lint/rule.h"

#include <QSet>

namespace Design
{

/// All rules, in the order in which their findings are listed.
const QList<Rule> &rules();

/// Everything that is wrong with a design as it stands: its form as a document (checkStructure()),
/// its references (checkReferences()), what runs around its routes (checkBehaviour()), and the
/// findings of all rules but those that are off. Includes what reading reported, text errors such
/// as duplicate keys aside.
Diagnostics lint(const Api &api, const QSet<QString> &off = {});

/// What reading a design has found and what linting has, each finding once: in the words of reading,
/// which knows the text and the files.
Diagnostics withReadFindings(const Diagnostics &linted, const Diagnostics &read);

} // namespace Design
