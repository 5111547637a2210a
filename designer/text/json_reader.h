#pragma once

#include "designer/text/source_map.h"

#include <optional>

namespace Design
{

/// What a reader makes of a text: a value, where its parts stand, and everything it found.
struct ReadText {
    Json value; ///< undefined when the text could not be read at all
    SourceMap sourceMap;
    Diagnostics diagnostics;

    bool ok() const { return !value.isUndefined() && !hasErrors(diagnostics); }
};

struct ReadLimits {
    int depth = 512;                  ///< arrays and objects inside one another
    qsizetype nodes = 10'000'000;     ///< values in all, aliases of YAML expanded
    qsizetype aliasNodes = 1'000'000; ///< values that YAML aliases may add
};

/// Reads a JSON text (RFC 8259, UTF-8, a byte order mark is skipped). The first thing that the
/// grammar does not allow ends the reading with an error and its place ("json-syntax"). Of equal
/// keys the last one stays and every repetition is an error ("duplicate-key"), though there is a
/// value. Limits exceeded are errors too ("too-deep", "too-large").
ReadText readJson(const QByteArray &utf8, const ReadLimits &limits = {});

/// Python's words for what is wrong with a JSON text, as FastAPI puts them into its 422 answer.
struct PythonJsonError {
    QString message;      ///< such as "Expecting value"
    qsizetype offset = 0; ///< in characters (code points) from 0
    /// No JSONDecodeError (FastAPI answers 400): the bytes are no text, or an integer has more than
    /// 4,300 digits.
    bool isEncoding = false;
    bool isTooDeep = false; ///< nested deeper than the limit
};

struct PythonJson {
    Json value;
    std::optional<PythonJsonError> error;
};

/// Reads a request body as Python's json.loads does: NaN and Infinity are accepted, of two equal
/// keys the last wins (in the place of the first), errors carry CPython 3.11's texts and character
/// offsets; UTF-8, UTF-16 and UTF-32 are detected as json.detect_encoding does.
PythonJson readPythonJson(QByteArrayView bytes, int depth = 512);

} // namespace Design
