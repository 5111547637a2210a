#pragma once

#include "designer/itemmodels/members/member_field.h"

namespace Design
{

/// What the widths of columns are remembered by that are the fields of a model: tells other fields
/// apart, but not which ones they are.
QString kindOfColumns(const QList<MemberField> &fields);

} // namespace Design
