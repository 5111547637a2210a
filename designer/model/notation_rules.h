#pragma once

#include "designer/model/notation_lexer.h"

#include <functional>

namespace Design::Notation
{

/// Reads the rules behind a type. The tokens are the parser's; it moves on in them.
class RuleParser
{
public:
    using Fail = std::function<void(const Token &at, const QString &message)>;

    RuleParser(QStringView text, const QList<Token> &tokens, qsizetype &at, Fail fail);

    bool isAtRule() const;

    /// Reads one rule. Rules of the part itself are added to it; those that belong to the whole
    /// (default, read-only, by ...) are appended to whole, with their places.
    struct Placed {
        TypeRule rule;
        Token token;
    };
    void read(TypeExpression &part, QList<Placed> &whole);

    /// Adds a rule; says so where it makes no sense for this type.
    void add(TypeExpression &type, const TypeRule &rule, const Token &token);

private:
    const Token &token() const { return m_tokens.at(m_at); }
    const Token &ahead(qsizetype n) const
    {
        return m_tokens.at(qMin(m_at + n, m_tokens.size() - 1));
    }
    Token take();
    void skipUnits();
    bool isAtDefault(const TypeExpression &part) const;
    void readRange(TypeExpression &part);
    void addLimit(TypeExpression &part, QLatin1String sign, const Json &value, const Token &at);
    Json readJsonValue(const Token &word);
    QString readName(const Token &word);
    QString where(const TypeExpression &type) const;

    QStringView m_text;
    const QList<Token> &m_tokens;
    qsizetype &m_at;
    Fail m_fail;
};

} // namespace Design::Notation
