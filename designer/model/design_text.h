#pragma once

#include <QCoreApplication>

namespace Design
{

/// The context of what is said about designs, for translators. The command line speaks English;
/// the windows install a translation.
struct DesignText {
    Q_DECLARE_TR_FUNCTIONS(Design::DesignText)
};

} // namespace Design
