#pragma once

#include <QString>

namespace Design
{

/// Unicode's own idea of a word character (UTS 18, annex C), which also takes in marks and joiners:
/// PCRE2's \w leaves them out. As members of a class.
constexpr QLatin1String rustWord("\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\x{200c}\\x{200d}");

/// PCRE2's words for the character class of Rust's regex crate that starts with the `[` at *at,
/// which is moved behind its `]`: nested classes, `&&` and `--` between them, `\W` inside one, and
/// POSIX classes, which are about ASCII. One that is never closed is given back as it is.
QString rustClass(QStringView pattern, qsizetype *at);

/// PCRE2's words for the escape at *at, which is moved behind it: a character by its number is
/// written in more ways in Rust (`\u{41}`, `\U00000041`). All others are given back as they are.
QString rustEscape(QStringView pattern, qsizetype *at);

} // namespace Design
