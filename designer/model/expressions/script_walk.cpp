#include "designer/model/expressions/script_walk.h"

namespace Design
{

namespace
{

using Kind = ScriptToken::Kind;

bool isOpening(const ScriptToken &token)
{
    return token.is(QLatin1String("(")) || token.is(QLatin1String("[")) ||
           token.is(QLatin1String("{"));
}

/// The token that closes the bracket at `open`; `end` where none does.
qsizetype closing(const QList<ScriptToken> &tokens, qsizetype open, qsizetype end)
{
    int depth = 0;
    for (qsizetype i = open; i < end; ++i) {
        const ScriptToken &token = tokens.at(i);
        const bool isClosing = token.is(QLatin1String(")")) || token.is(QLatin1String("]")) ||
                               token.is(QLatin1String("}"));
        depth += isOpening(token) ? 1 : isClosing ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return end;
}

qsizetype skipped(const QList<ScriptToken> &tokens, qsizetype at, qsizetype end)
{
    while (at < end && tokens.at(at).kind == Kind::Space)
        ++at;
    return at;
}

/// The parameters of an arrow function that begins at `at`, and where its body begins; none where
/// there is no such function.
struct Arrow {
    QStringList parameters;
    qsizetype body = -1;
};

Arrow arrowAt(const QList<ScriptToken> &tokens, qsizetype at, qsizetype end)
{
    Arrow arrow;
    qsizetype behind = at + 1;
    if (tokens.at(at).kind == Kind::Name) {
        arrow.parameters.append(tokens.at(at).text);
    } else if (tokens.at(at).is(QLatin1String("("))) {
        behind = closing(tokens, at, end) + 1;
        for (qsizetype i = at + 1; i + 1 < behind; ++i) {
            if (tokens.at(i).kind == Kind::Name)
                arrow.parameters.append(tokens.at(i).text);
        }
    }
    behind = skipped(tokens, behind, end);
    if (behind < end && tokens.at(behind).is(QLatin1String("=>")))
        arrow.body = behind + 1;
    return arrow;
}

} // namespace

qsizetype ScriptWalk::skipSpace(const Tokens &tokens, qsizetype at, qsizetype end)
{
    return skipped(tokens, at, end);
}

bool ScriptWalk::isMark(const Tokens &tokens, qsizetype at, qsizetype end, const char *mark)
{
    return at < end && tokens.at(at).is(QLatin1String(mark));
}

ScriptWalk::ScriptWalk(const ScriptScope &scope, const ValueShapes *shapes)
    : m_scope(scope)
    , m_shapes(shapes)
{
}

QString ScriptWalk::walkThrough(const QString &text)
{
    Tokens tokens = scriptTokens(text);
    m_offset = 0;
    walk(tokens, 0, tokens.size(), m_scope);
    QString result;
    for (const ScriptToken &token : std::as_const(tokens))
        result += token.text;
    return result;
}

qsizetype ScriptWalk::columnOf(const Tokens &tokens, qsizetype at) const
{
    qsizetype column = m_offset;
    for (qsizetype i = 0; i < at; ++i)
        column += tokens.at(i).text.size();
    return column;
}

void ScriptWalk::meetName(Tokens &, qsizetype, const ScriptScope &) {}
void ScriptWalk::meetMember(Tokens &, const Member &, const ScriptValue &) {}
void ScriptWalk::meetMethod(Tokens &, const Member &, const ScriptValue &) {}
void ScriptWalk::meetKey(Tokens &, qsizetype, const Shapes &) {}

void ScriptWalk::walk(Tokens &tokens, qsizetype from, qsizetype end, const ScriptScope &scope)
{
    for (qsizetype i = from; i < end;) {
        const Arrow arrow = arrowAt(tokens, i, end);
        if (arrow.body >= 0) { // its parameters hide what is called so outside
            ScriptScope inner = scope;
            for (const QString &parameter : arrow.parameters)
                inner.remove(parameter);
            walk(tokens, arrow.body, end, inner);
            return;
        }
        if (tokens.at(i).kind == Kind::Name) {
            i = chain(tokens, i, end, scope);
            continue;
        }
        if (tokens.at(i).kind == Kind::Template) {
            const qsizetype outside = std::exchange(m_offset, columnOf(tokens, i));
            tokens[i].text = inTemplateLiteral(tokens.at(i).text, scope);
            m_offset = outside;
        }
        const bool isMember = isMark(tokens, i, end, ".") || isMark(tokens, i, end, "?.");
        i = isMember ? skipSpace(tokens, i + 1, end) + 1 : i + 1; // of something unknown
    }
}

qsizetype ScriptWalk::chain(Tokens &tokens, qsizetype at, qsizetype end, const ScriptScope &scope)
{
    const qsizetype begin = at;
    meetName(tokens, at, scope);
    ScriptValue value = scope.value(tokens.at(at).text);
    for (++at;;) {
        const qsizetype next = skipSpace(tokens, at, end);
        if (isMark(tokens, next, end, ".") || isMark(tokens, next, end, "?.")) {
            at = skipSpace(tokens, next + 1, end);
            if (at >= end || tokens.at(at).kind != Kind::Name)
                continue; // `a?.[0]`, `a?.()`
            const QString name = tokens.at(at).text;
            const qsizetype behind = skipSpace(tokens, at + 1, end);
            if (isMark(tokens, behind, end, "(")) {
                meetMethod(tokens, {begin, next, at, name}, value);
                at = call(tokens, behind, end, name, scope, value);
                continue;
            }
            const ScriptValue found = member(value, name);
            meetMember(tokens, {begin, next, at, name}, value);
            value = found;
            ++at;
        } else if (isMark(tokens, next, end, "[")) {
            const qsizetype close = closing(tokens, next, end);
            const qsizetype inside = skipSpace(tokens, next + 1, close);
            const bool isText = inside < close && tokens.at(inside).kind == Kind::Text &&
                                skipSpace(tokens, inside + 1, close) == close;
            if (isText) {
                const QString name = tokens.at(inside).literal();
                const ScriptValue found = member(value, name);
                meetMember(tokens, {begin, next, inside, name}, value);
                value = found;
            } else {
                walk(tokens, next + 1, close, scope);
                value = item(value);
            }
            at = close + 1;
        } else {
            return at;
        }
    }
}

qsizetype ScriptWalk::call(Tokens &tokens, qsizetype open, qsizetype end, const QString &method,
                           const ScriptScope &scope, ScriptValue &value)
{
    static const QStringList ofOne{QStringLiteral("get"),  QStringLiteral("find"),
                                   QStringLiteral("at"),   QStringLiteral("add"),
                                   QStringLiteral("pop"),  QStringLiteral("update"),
                                   QStringLiteral("shift")};
    static const QStringList ofAll{QStringLiteral("all"), QStringLiteral("filter"),
                                   QStringLiteral("sort"), QStringLiteral("slice"),
                                   QStringLiteral("reverse")};
    const bool isStore = !value.rows.isEmpty();
    ScriptValue one = isStore ? ScriptValue() : item(value);
    if (isStore)
        one.shapes = value.rows;
    const qsizetype close = closing(tokens, open, end);
    qsizetype from = open + 1;
    for (qsizetype i = from; i <= close; ++i) {
        if (i < close && isOpening(tokens.at(i))) {
            i = closing(tokens, i, close); // what is inside of brackets is one argument
            continue;
        }
        if (i < close && !tokens.at(i).is(QLatin1String(",")))
            continue;
        const qsizetype argument = skipSpace(tokens, from, i);
        const Arrow arrow = argument < i ? arrowAt(tokens, argument, i) : Arrow();
        if (arrow.body >= 0) {
            ScriptScope inner = scope;
            for (const QString &parameter : arrow.parameters)
                inner.remove(parameter);
            if (!arrow.parameters.isEmpty())
                inner.insert(arrow.parameters.first(), one);
            if (method == QLatin1String("sort") && arrow.parameters.size() > 1)
                inner.insert(arrow.parameters.at(1), one);
            walk(tokens, arrow.body, i, inner);
        } else {
            walk(tokens, from, i, scope);
            if (isStore && isMark(tokens, argument, i, "{"))
                walkKeys(tokens, argument + 1, closing(tokens, argument, i), value.rows);
        }
        from = i + 1;
    }
    ScriptValue result;
    if (ofOne.contains(method))
        result = one;
    else if (ofAll.contains(method) && isStore)
        result.items = value.rows;
    else if (ofAll.contains(method))
        result = value;
    value = result;
    return close + 1;
}

void ScriptWalk::walkKeys(Tokens &tokens, qsizetype from, qsizetype end, const Shapes &rows)
{
    for (qsizetype i = from; i < end; ++i) {
        if (isOpening(tokens.at(i))) {
            i = closing(tokens, i, end);
            continue;
        }
        const bool isName = tokens.at(i).kind == Kind::Name || tokens.at(i).kind == Kind::Text;
        if (isName && isMark(tokens, skipSpace(tokens, i + 1, end), end, ":"))
            meetKey(tokens, i, rows);
    }
}

ScriptValue ScriptWalk::member(const ScriptValue &value, const QString &name) const
{
    ScriptValue found = value.members.value(name);
    if (m_shapes && !value.shapes.isEmpty())
        found.shapes = m_shapes->member(value.shapes, name);
    return found;
}

ScriptValue ScriptWalk::item(const ScriptValue &value) const
{
    ScriptValue found;
    found.shapes = value.items;
    if (m_shapes && found.shapes.isEmpty())
        found.shapes = m_shapes->item(value.shapes, -1);
    return found;
}

QString ScriptWalk::inTemplateLiteral(const QString &text, const ScriptScope &scope)
{
    const qsizetype outside = m_offset;
    QString result;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(QLatin1String("${")); at >= 0;
         at = text.indexOf(QLatin1String("${"), from)) {
        Tokens tokens = scriptTokens(text.mid(at + 1)); // from the bracket on
        const qsizetype close = closing(tokens, 0, tokens.size());
        m_offset = outside + at + 1;
        walk(tokens, 1, close, scope);
        result += QStringView(text).mid(from, at + 1 - from);
        QString rest;
        for (qsizetype i = 0; i < tokens.size(); ++i)
            (i <= close ? result : rest) += tokens.at(i).text;
        from = text.size() - rest.size();
    }
    m_offset = outside;
    return result + text.mid(from);
}

} // namespace Design
