#pragma once

#include <QCoreApplication>

namespace Design
{

/// The context of what is said about changes, for translators.
struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(Design::CompareText)
};

} // namespace Design
