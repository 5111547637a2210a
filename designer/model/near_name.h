#pragma once

#include <QStringList>

namespace Design
{

/// The name that somebody may have meant: two letters away at most; empty when none is near.
QString nearestOf(const QString &wanted, const QStringList &names);

} // namespace Design
