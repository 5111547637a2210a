#pragma once

#include "designer/text/json.h"

#include <QStringList>

namespace Design::Python
{

inline QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// A piece of Python that knows where it may be broken over lines: an atom, or a bracket with
/// items.
struct Code {
    QString text;      ///< the whole atom, or what stands before the items: `Field(`
    QList<Code> items; ///< of a bracket
    QString tail;      ///< what stands behind the items: `)`; null for an atom

    bool isBracket() const { return !tail.isNull(); }
    bool isEmpty() const { return text.isEmpty() && !isBracket(); }
};

Code atom(const QString &text);
Code call(const QString &function, const QList<Code> &arguments);
Code subscript(const QString &name, const QList<Code> &items);
/// `name=value`
Code keyword(const QString &name, const Code &value);
/// The code with something before its first, or behind its last character.
Code prefixed(const QString &text, const Code &code);
Code suffixed(const Code &code, const QString &text);

QString oneLine(const Code &code);
/// As Black lays it out in lines of 88 characters: the first line stands at `indent` already,
/// `reserved` characters follow behind the last one.
QString laidOut(const Code &code, int indent, int reserved = 0);

/// A string literal, raw where backslashes would be doubled.
QString quoted(const QString &text);
/// The value as a literal: True, None, lists and dictionaries.
Code literal(const Json &value);
/// Whether Python's tools read the text out of a docstring as it is.
bool isDocstring(const QString &text);
/// A docstring at this indentation, its line break included; empty for an empty text.
QString docstring(const QString &text, int indent);
/// A comment of as many lines as it takes.
QString comment(const QString &text, int indent);
/// The lines of the block, each not empty one moved to the right.
QString indented(const QString &block, int indent);

} // namespace Design::Python
