#pragma once

#include "app/studio/actions.h"
#include "app/studio/palette/palette.h"
#include "app/studio/tabs/history.h"
#include "designer/document/design_document.h"
#include "designer/itemmodels/navigator_model.h"

/// Everything that can be gone to in this design, which is what the navigator lists and the fields
/// of the models, then everything that can be done.
QList<PaletteItem> paletteItems(const Design::DesignDocument &document,
                                Design::Selection &selection,
                                const Design::NavigatorModel &navigator, const Actions &actions,
                                const History &history);
