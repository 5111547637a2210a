#pragma once

#include "designer/schema/patterns/pattern_syntax.h"
#include "designer/schema/samples/sample_random.h"

namespace Design::Regex
{

/// How long a text should be, in code points.
struct SampleLength {
    qint64 least = 0;
    qint64 most = 0;
};

/// What to write where a pattern looks ahead: nothing, or what it looks for in place of all that
/// follows, which is often said there in more detail.
enum class LookAheads { Skipped, Written };

/// A text that the pattern matches, as far as that can be seen without look-around and back
/// references; the caller checks it. Null when it would have to be longer than `most`.
QString sampleText(const Parsed &pattern, SampleLength length, SampleRandom &random,
                   LookAheads lookAheads = LookAheads::Skipped);

} // namespace Design::Regex
