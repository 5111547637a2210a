#pragma once

#include "designer/model/edits/behaviour_edits.h"

class QWidget;

namespace Design
{

/// Puts the cursor into what shows this place of an extension: a field of one of the page's forms,
/// or a cell of one of its tables; what hides it is opened. False where the page shows it nowhere.
bool goToMember(const QWidget &page, const BehaviourPlace &place);

/// The same for any part of a page: it is seen, and has the focus.
void goToPart(QWidget &part);

} // namespace Design
