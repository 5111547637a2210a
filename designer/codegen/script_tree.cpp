#include "designer/codegen/script_tree.h"

#include "designer/model/expressions/script_tokens.h"

#include <QHash>
#include <QStringList>

namespace Design::Python
{

namespace
{

using Kind = ScriptNode::Kind;
using Token = ScriptToken;

constexpr int deepest = 200;

/// How strongly an operator binds (ECMA-262 section 13, the table of its productions).
int bindingOf(const QString &mark)
{
    static const QHash<QString, int> bindings{
        {QStringLiteral("??"), 1},  {QStringLiteral("||"), 2},  {QStringLiteral("&&"), 3},
        {QStringLiteral("==="), 4}, {QStringLiteral("!=="), 4}, {QStringLiteral("=="), 4},
        {QStringLiteral("!="), 4},  {QStringLiteral("<"), 5},   {QStringLiteral(">"), 5},
        {QStringLiteral("<="), 5},  {QStringLiteral(">="), 5},  {QStringLiteral("+"), 6},
        {QStringLiteral("-"), 6},   {QStringLiteral("*"), 7},   {QStringLiteral("/"), 7},
        {QStringLiteral("%"), 7},
    };
    return bindings.value(mark, 0);
}

/// The text between the quotes, with its escapes (section 12.9.4) undone.
QString decoded(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const QChar c = text[++i];
        const qsizetype digits = c == u'x' ? 2 : c == u'u' ? 4 : 0;
        bool isNumber = false;
        const ushort code = QStringView(text).mid(i + 1, digits).toUShort(&isNumber, 16);
        if (digits > 0 && isNumber) {
            result += QChar(code);
            i += digits;
        } else if (c == u'n') {
            result += u'\n';
        } else if (c == u't') {
            result += u'\t';
        } else if (c == u'r') {
            result += u'\r';
        } else {
            result += c;
        }
    }
    return result;
}

class Parser
{
public:
    explicit Parser(const QString &text, int depth = 0)
        : m_depth(depth)
    {
        // Marks that stand together are one operator; what a token is looks at no blanks.
        bool isTogether = false;
        for (const Token &token : scriptTokens(text)) {
            if (token.kind == Token::Kind::Space) {
                isTogether = false;
                continue;
            }
            const bool joins = isTogether && token.kind == Token::Kind::Mark &&
                               m_tokens.last().kind == Token::Kind::Mark &&
                               (bindingOf(m_tokens.last().text + token.text) > 0 ||
                                m_tokens.last().text + token.text == u"==" ||
                                m_tokens.last().text + token.text == u"!=");
            if (joins)
                m_tokens.last().text += token.text;
            else
                m_tokens.append(token);
            isTogether = true;
        }
    }

    bool parse(ScriptNode *node) { return expression(node) && m_at == m_tokens.size(); }

private:
    const Token &next() const
    {
        static const Token end{Token::Kind::Space, {}};
        return m_at < m_tokens.size() ? m_tokens[m_at] : end;
    }
    bool isNext(const char *mark) const { return next().is(QLatin1String(mark)); }
    bool take(const char *mark)
    {
        if (!isNext(mark))
            return false;
        ++m_at;
        return true;
    }

    bool expression(ScriptNode *node)
    {
        if (++m_depth > deepest)
            return false;
        const bool isFine = arrow(node) || conditional(node);
        --m_depth;
        return isFine;
    }

    /// `x => ...`, `(x, y) => ...`; leaves everything as it was when there is none.
    bool arrow(ScriptNode *node)
    {
        const qsizetype start = m_at;
        QStringList names;
        bool isFine = true;
        if (next().kind == Token::Kind::Name) {
            names.append(m_tokens[m_at++].text);
        } else if (take("(")) {
            while (isFine && !take(")")) {
                isFine = next().kind == Token::Kind::Name;
                if (isFine)
                    names.append(m_tokens[m_at++].text);
                isFine = isFine && (isNext(")") || take(","));
            }
        }
        ScriptNode body;
        if (isFine && take("=>") && !isNext("{") && expression(&body)) {
            *node = {Kind::Arrow, {}, names, {body}};
            return true;
        }
        m_at = start;
        return false;
    }

    bool conditional(ScriptNode *node)
    {
        if (!binary(node, 1))
            return false;
        if (!take("?"))
            return true;
        ScriptNode yes;
        ScriptNode no;
        if (!expression(&yes) || !take(":") || !expression(&no))
            return false;
        *node = {Kind::Conditional, {}, {}, {*node, yes, no}};
        return true;
    }

    bool binary(ScriptNode *node, int least)
    {
        if (!unary(node))
            return false;
        for (;;) {
            const int binding = next().kind == Token::Kind::Mark ? bindingOf(next().text) : 0;
            if (binding < least || binding == 0)
                return true;
            const QString mark = m_tokens[m_at++].text;
            ScriptNode right;
            if (!binary(&right, binding + 1))
                return false;
            *node = {Kind::Binary, mark, {}, {*node, right}};
        }
    }

    bool unary(ScriptNode *node)
    {
        for (const char *mark : {"!", "-", "+"}) {
            if (!take(mark))
                continue;
            ScriptNode inner;
            if (++m_depth > deepest || !unary(&inner))
                return false;
            --m_depth;
            *node = {Kind::Unary, QString::fromLatin1(mark), {}, {inner}};
            return true;
        }
        return primary(node) && postfix(node);
    }

    bool postfix(ScriptNode *node)
    {
        for (;;) {
            if (take(".") || take("?.")) {
                if (next().kind != Token::Kind::Name)
                    return false;
                *node = {Kind::Member, m_tokens[m_at++].text, {}, {*node}};
            } else if (take("[")) {
                ScriptNode index;
                if (!expression(&index) || !take("]"))
                    return false;
                *node = {Kind::Index, {}, {}, {*node, index}};
            } else if (take("(")) {
                ScriptNode result{Kind::Call, {}, {}, {*node}};
                if (!items(&result, ")"))
                    return false;
                *node = result;
            } else {
                return true;
            }
        }
    }

    /// Values with commas between them, up to the closing mark.
    bool items(ScriptNode *into, const char *end)
    {
        while (!take(end)) {
            const bool isSpread = take("...");
            ScriptNode item;
            if (!expression(&item))
                return false;
            into->parts.append(isSpread ? ScriptNode{Kind::Spread, {}, {}, {item}} : item);
            if (!isNext(end) && !take(","))
                return false;
        }
        return true;
    }

    bool object(ScriptNode *node)
    {
        *node = {Kind::Object, {}, {}, {}};
        while (!take("}")) {
            ScriptNode member;
            if (take("...")) {
                ScriptNode inner;
                if (!expression(&inner))
                    return false;
                member = {Kind::Spread, {}, {}, {inner}};
            } else {
                const Token key = next();
                const bool isText = key.kind == Token::Kind::Text;
                if (!isText && key.kind != Token::Kind::Name && key.kind != Token::Kind::Number)
                    return false;
                ++m_at;
                const QString name =
                    isText ? decoded(key.text.mid(1, key.text.size() - 2)) : key.text;
                ScriptNode value{Kind::Name, name, {}, {}};
                if (take(":") ? !expression(&value) : key.kind != Token::Kind::Name)
                    return false;
                member = {Kind::Property, name, {}, {value}};
            }
            node->parts.append(member);
            if (!isNext("}") && !take(","))
                return false;
        }
        return true;
    }

    bool templateText(const QString &text, ScriptNode *node)
    {
        *node = {Kind::Template, {}, {}, {}};
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype start = text.indexOf(QLatin1String("${"), at);
            const QString plain = text.mid(at, start < 0 ? -1 : start - at);
            if (!plain.isEmpty())
                node->parts.append({Kind::Text, decoded(plain), {}, {}});
            if (start < 0)
                return true;
            const qsizetype end = text.indexOf(u'}', start);
            ScriptNode inner;
            if (end < 0 || m_depth > deepest ||
                !Parser(text.mid(start + 2, end - start - 2), m_depth + 1).parse(&inner))
                return false;
            node->parts.append(inner);
            at = end + 1;
        }
        return true;
    }

    bool primary(ScriptNode *node)
    {
        const Token token = next();
        const QString inner = token.text.mid(1, token.text.size() - 2);
        switch (token.kind) {
        case Token::Kind::Name: {
            static const QStringList words{
                QStringLiteral("function"), QStringLiteral("new"),    QStringLiteral("typeof"),
                QStringLiteral("delete"),   QStringLiteral("void"),   QStringLiteral("class"),
                QStringLiteral("this"),     QStringLiteral("return"), QStringLiteral("await")};
            ++m_at;
            *node = {Kind::Name, token.text, {}, {}};
            return !words.contains(token.text);
        }
        case Token::Kind::Number:
            ++m_at;
            *node = {Kind::Number, token.text, {}, {}};
            return true;
        case Token::Kind::Text:
            ++m_at;
            *node = {Kind::Text, decoded(inner), {}, {}};
            return true;
        case Token::Kind::Template:
            ++m_at;
            return templateText(inner, node);
        default:
            break;
        }
        if (take("("))
            return expression(node) && take(")");
        if (take("[")) {
            *node = {Kind::Array, {}, {}, {}};
            return items(node, "]");
        }
        return take("{") && object(node);
    }

    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

std::unique_ptr<ScriptNode> parseScript(const QString &text)
{
    auto node = std::make_unique<ScriptNode>();
    return Parser(text).parse(node.get()) ? std::move(node) : nullptr;
}

} // namespace Design::Python
