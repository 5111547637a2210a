#pragma once

#include "app/studio/actions.h"
#include "app/studio/palette.h"
#include "designer/document/design_document.h"
#include "designer/document/selection.h"

/// Everything that can be gone to in this design, then everything that can be done.
QList<PaletteItem> paletteItems(const Design::DesignDocument &document,
                                Design::Selection &selection, const Actions &actions);
