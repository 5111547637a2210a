#pragma once

#include <QList>
#include <QString>

#include <memory>

namespace Design::Python
{

/// A JavaScript expression as a tree (ECMA-262 section 13), as far as designs use it.
struct ScriptNode {
    enum class Kind {
        Name,        ///< text
        Number,      ///< text, as it was written
        Text,        ///< text, decoded
        Template,    ///< parts: Text and others in turn
        Member,      ///< parts[0].text
        Index,       ///< parts[0][parts[1]]
        Call,        ///< parts[0](the others)
        Unary,       ///< text parts[0]
        Binary,      ///< parts[0] text parts[1]
        Conditional, ///< parts[0] ? parts[1] : parts[2]
        Array,       ///< parts, some of them Spread
        Object,      ///< parts: Property or Spread
        Property,    ///< text: parts[0]
        Spread,      ///< ...parts[0]
        Arrow,       ///< names => parts[0]
    };

    Kind kind = Kind::Name;
    QString text;
    QStringList names;
    QList<ScriptNode> parts;

    bool isName(QLatin1String name) const { return kind == Kind::Name && text == name; }
};

/// The tree of an expression; nothing where it is none, or has what designs seldom need:
/// statements, assignments, regular expressions, classes.
std::unique_ptr<ScriptNode> parseScript(const QString &text);

} // namespace Design::Python
