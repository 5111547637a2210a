#include "designer/model/rename/script_rename.h"

#include "designer/model/behaviour/behaviour.h"

#include <QRegularExpression>

namespace Design
{

namespace
{

using Kind = ScriptToken::Kind;

qsizetype skipSpace(const QList<ScriptToken> &tokens, qsizetype at, qsizetype end)
{
    while (at < end && tokens.at(at).kind == Kind::Space)
        ++at;
    return at;
}

bool isMark(const QList<ScriptToken> &tokens, qsizetype at, qsizetype end, const char *mark)
{
    return at < end && tokens.at(at).is(QLatin1String(mark));
}

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

/// `name`, or `'the-name'` where it is no identifier.
QString quoted(const QString &name, QChar quote)
{
    QString text = name;
    text.replace(u'\\', QLatin1String("\\\\")).replace(quote, QString(u'\\') + quote);
    return quote + text + quote;
}

bool isIdentifier(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_$][\\w$]*$"));
    return pattern.match(name).hasMatch();
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
    behind = skipSpace(tokens, behind, end);
    if (isMark(tokens, behind, end, "=>"))
        arrow.body = behind + 1;
    return arrow;
}

} // namespace

bool isExpressionKey(const QString &key)
{
    return key == QLatin1String("when") || key == QLatin1String("key") ||
           key == QLatin1String("run");
}

ScriptRename::ScriptRename(const ScriptScope &scope, const ValueShapes *shapes)
    : m_scope(scope)
    , m_shapes(shapes)
{
}

QString ScriptRename::expression(const QString &text)
{
    Tokens tokens = scriptTokens(text);
    walk(tokens, 0, tokens.size(), m_scope);
    QString result;
    for (const ScriptToken &token : std::as_const(tokens))
        result += token.text;
    return result;
}

Json ScriptRename::inTemplate(const Json &value)
{
    if (value.isString()) {
        const QString &before = value.string();
        QString text;
        qsizetype from = 0;
        for (const TemplatePiece &piece : templatePieces(before)) {
            // Expressions come without the spaces around them, which stay.
            const qsizetype at = before.indexOf(piece.text, from);
            text += before.mid(from, at - from);
            text += piece.isExpression ? expression(piece.text) : piece.text;
            from = at + piece.text.size();
        }
        return QString(text + before.mid(from));
    }
    if (value.isArray()) {
        JsonArray array;
        for (const Json &one : value.array())
            array.append(inTemplate(one));
        return array;
    }
    if (value.isObject()) {
        JsonObject object;
        for (const JsonObject::Member &one : value.object())
            object.insert(one.key, inTemplate(one.value));
        return object;
    }
    return value;
}

void ScriptRename::walk(Tokens &tokens, qsizetype from, qsizetype end, const ScriptScope &scope)
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
        if (tokens.at(i).kind == Kind::Template)
            tokens[i].text = inTemplateLiteral(tokens.at(i).text, scope);
        const bool isMember = isMark(tokens, i, end, ".") || isMark(tokens, i, end, "?.");
        i = isMember ? skipSpace(tokens, i + 1, end) + 1 : i + 1; // of something unknown
    }
}

qsizetype ScriptRename::chain(Tokens &tokens, qsizetype at, qsizetype end, const ScriptScope &scope)
{
    ScriptValue value = scope.value(tokens.at(at).text);
    QString method;
    for (++at;;) {
        const qsizetype next = skipSpace(tokens, at, end);
        if (isMark(tokens, next, end, ".") || isMark(tokens, next, end, "?.")) {
            at = skipSpace(tokens, next + 1, end);
            if (at >= end || tokens.at(at).kind != Kind::Name)
                continue; // `a?.[0]`, `a?.()`
            method = tokens.at(at).text;
            const qsizetype behind = skipSpace(tokens, at + 1, end);
            if (isMark(tokens, behind, end, "(")) {
                at = call(tokens, behind, end, method, scope, value);
                continue;
            }
            const ScriptValue found = member(value, method);
            if (renameMember(tokens[at], method, value) && !isIdentifier(tokens.at(at).text)) {
                if (tokens.at(next).is(QLatin1String(".")))
                    tokens[next].text.clear(); // `a.b` becomes `a['b-c']`
                tokens[at].text = u'[' + quoted(tokens.at(at).text, u'\'') + u']';
            }
            value = found;
            ++at;
        } else if (isMark(tokens, next, end, "[")) {
            const qsizetype close = closing(tokens, next, end);
            const qsizetype inside = skipSpace(tokens, next + 1, close);
            const bool isText = inside < close && tokens.at(inside).kind == Kind::Text &&
                                skipSpace(tokens, inside + 1, close) == close;
            if (isText) {
                const QString name = tokens.at(inside).literal();
                const QChar quote = tokens.at(inside).text.front();
                const ScriptValue found = member(value, name);
                if (renameMember(tokens[inside], name, value))
                    tokens[inside].text = quoted(tokens.at(inside).text, quote);
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

qsizetype ScriptRename::call(Tokens &tokens, qsizetype open, qsizetype end, const QString &method,
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
    const ScriptValue one = isStore ? ScriptValue{value.rows, {}, {}, {}, {}, {}} : item(value);
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
                renameKeys(tokens, argument + 1, closing(tokens, argument, i), value.rows);
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

void ScriptRename::renameKeys(Tokens &tokens, qsizetype from, qsizetype end, const Shapes &shapes)
{
    for (qsizetype i = from; i < end; ++i) {
        if (isOpening(tokens.at(i))) {
            i = closing(tokens, i, end);
            continue;
        }
        const bool isKey = (tokens.at(i).kind == Kind::Name || tokens.at(i).kind == Kind::Text) &&
                           isMark(tokens, skipSpace(tokens, i + 1, end), end, ":");
        if (!isKey)
            continue;
        const bool isText = tokens.at(i).kind == Kind::Text;
        const QString name = isText ? tokens.at(i).literal() : tokens.at(i).text;
        ScriptValue row;
        row.shapes = shapes;
        if (renameMember(tokens[i], name, row) && (isText || !isIdentifier(tokens.at(i).text)))
            tokens[i].text = quoted(tokens.at(i).text, u'\'');
    }
}

bool ScriptRename::renameMember(ScriptToken &token, const QString &name, const ScriptValue &of)
{
    const bool isInput = !of.from.isEmpty() && name.compare(of.from, of.caseOfFrom) == 0;
    const bool isField = m_shapes && m_shapes->isField(of.shapes, name);
    if (!isInput && !isField)
        return false;
    token.text = isInput ? of.to : m_shapes->rename().to;
    ++m_count;
    return true;
}

ScriptValue ScriptRename::member(const ScriptValue &value, const QString &name) const
{
    ScriptValue found = value.members.value(name);
    if (m_shapes && !value.shapes.isEmpty())
        found.shapes = m_shapes->member(value.shapes, name);
    return found;
}

ScriptValue ScriptRename::item(const ScriptValue &value) const
{
    ScriptValue found;
    found.shapes = value.items;
    if (m_shapes && found.shapes.isEmpty())
        found.shapes = m_shapes->item(value.shapes, -1);
    return found;
}

QString ScriptRename::inTemplateLiteral(const QString &text, const ScriptScope &scope)
{
    QString result;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(QLatin1String("${")); at >= 0;
         at = text.indexOf(QLatin1String("${"), from)) {
        Tokens tokens = scriptTokens(text.mid(at + 1)); // from the bracket on
        const qsizetype close = closing(tokens, 0, tokens.size());
        walk(tokens, 1, close, scope);
        result += QStringView(text).mid(from, at + 1 - from);
        QString rest;
        for (qsizetype i = 0; i < tokens.size(); ++i)
            (i <= close ? result : rest) += tokens.at(i).text;
        from = text.size() - rest.size();
    }
    return result + text.mid(from);
}

} // namespace Design
