#include "designer/model/rename/script_rename.h"

#include "designer/model/behaviour/behaviour.h"

#include <QRegularExpression>

namespace Design
{

namespace
{

using Kind = ScriptToken::Kind;

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

} // namespace

QString ScriptRename::expression(const QString &text)
{
    return walkThrough(text);
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

Json ScriptRename::inPlace(const Json &value, const ExtensionWalk::Place &place)
{
    switch (place.kind) {
    case ExtensionWalk::Kind::Expression:
        return expression(value.string());
    case ExtensionWalk::Kind::Template:
        return inTemplate(value);
    default:
        return value;
    }
}

void ScriptRename::meetMember(Tokens &tokens, const Member &member, const ScriptValue &of)
{
    const bool isText = tokens.at(member.at).kind == Kind::Text;
    const QChar quote = isText ? tokens.at(member.at).text.front() : u'\'';
    if (!renameMember(tokens[member.at], member.name, of))
        return;
    const QString name = tokens.at(member.at).text;
    if (isText) {
        tokens[member.at].text = quoted(name, quote);
    } else if (!isIdentifier(name)) {
        if (tokens.at(member.mark).is(QLatin1String(".")))
            tokens[member.mark].text.clear(); // `a.b` becomes `a['b-c']`
        tokens[member.at].text = u'[' + quoted(name, quote) + u']';
    }
}

void ScriptRename::meetKey(Tokens &tokens, qsizetype at, const Shapes &rows)
{
    const bool isText = tokens.at(at).kind == Kind::Text;
    const QString name = isText ? tokens.at(at).literal() : tokens.at(at).text;
    ScriptValue row;
    row.shapes = rows;
    if (renameMember(tokens[at], name, row) && (isText || !isIdentifier(tokens.at(at).text)))
        tokens[at].text = quoted(tokens.at(at).text, u'\'');
}

bool ScriptRename::renameMember(ScriptToken &token, const QString &name, const ScriptValue &of)
{
    const bool isInput = !of.from.isEmpty() && name.compare(of.from, of.caseOfNames) == 0;
    const bool isField = shapes() && shapes()->isField(of.shapes, name);
    if (!isInput && !isField)
        return false;
    token.text = isInput ? of.to : shapes()->rename().to;
    ++m_count;
    return true;
}

} // namespace Design
