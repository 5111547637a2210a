#pragma once

#include "designer/coercion/read_error.h"

#include <optional>

namespace Mock
{

/// What must come of a value, as far as that is known without asking the server.
struct Foretold {
    bool isRefused = false;
    bool isVague = false; ///< not known; of a refused one: in which words
    QList<Design::ReadError> errors;

    bool isTaken() const { return !isRefused && !isVague; }

    static Foretold vague() { return {false, true, {}}; }
    /// Refused, but who knows with what words.
    static Foretold refused() { return {true, true, {}}; }
    static Foretold refused(const Design::ReadError &error) { return {true, false, {error}}; }

    /// Of two parts of one value.
    void add(const Foretold &other)
    {
        isRefused = isRefused || other.isRefused;
        isVague = isVague || other.isVague;
        errors += other.errors;
    }
};

/// Whether a text has a match of a pattern; nothing where dialects of patterns differ.
std::optional<bool> matchesPlainly(const QString &pattern, const QString &text);

/// Whether a text is so plain a word that it can be nothing of this format.
bool isNothingOf(const QString &format, const QString &text);

} // namespace Mock
