#pragma once

#include "designer/model/notation.h"

namespace Design::Notation
{

/// One piece of a text of the type cell.
struct Token {
    enum class Kind {
        End,
        Word,      ///< string, Tag, read-only
        Quoted,    ///< `a model's name in backticks`
        Reference, ///< <./common.yaml#/Tag>
        String,    ///< "text", 'text' or “text”; value holds it
        Number,    ///< value holds it
        Pattern,   ///< /text/
        Symbol,    ///< one of | & ? [ ] { } ( ) , : * + .. <= >= < > =
        Bad,       ///< something that does not end or means nothing; text says what is wrong
    };

    Kind kind = Kind::End;
    QString text; ///< of symbols in their plain form: `≤` is `<=`, `…` is `..`
    Json value;
    qsizetype column = 0;
    qsizetype length = 0;

    bool is(QLatin1String symbol) const { return kind == Kind::Symbol && text == symbol; }
    bool isWord(QLatin1String word) const
    {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

/// All tokens of the text, the last one is End. Arrows and middle dots are skipped.
QList<Token> tokenize(QStringView text);

/// Where the JSON value that starts here ends (after brackets and quotes are balanced), in
/// characters from the beginning of the text.
qsizetype endOfJson(QStringView text, qsizetype from);

} // namespace Design::Notation
