#pragma once

namespace Cli
{

/// What a verb returns to the shell.
enum ExitCode {
    Fine = 0,
    Findings = 1, ///< it did its work and found something wrong
    Trouble = 2,  ///< wrong usage, unreadable input, or a system that refuses
};

} // namespace Cli
