#pragma once

#include "designer/storage/design_file.h"

#include <optional>

namespace Cli
{

/// Opens a design and prints what is wrong with it to stderr, one line each. Nothing when it is no
/// usable design; the reason has been printed then.
std::optional<Design::OpenedDesign> loadDesign(const QString &path);

/// Prints why a design cannot be used.
void complainOfUnusable(const Design::OpenedDesign &opened, const QString &path);

} // namespace Cli
