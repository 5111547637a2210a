#include "designer/model/expressions/script_tokens.h"

namespace Design
{

namespace
{

using Kind = ScriptToken::Kind;

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$';
}

/// Behind the quoted text that begins at `from`; its end where it is not closed.
qsizetype endOfQuoted(const QString &text, qsizetype from)
{
    const QChar quote = text.at(from);
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == quote)
            return i + 1;
    }
    return text.size();
}

qsizetype endOfRegex(const QString &text, qsizetype from)
{
    bool isInClass = false;
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\\')
            ++i;
        else if (c == u'[')
            isInClass = true;
        else if (c == u']')
            isInClass = false;
        else if (c == u'/' && !isInClass)
            return i + 1;
    }
    return text.size();
}

qsizetype endOfSpace(const QString &text, qsizetype from)
{
    if (text.at(from).isSpace())
        return from + 1;
    const QStringView rest = QStringView(text).mid(from);
    const bool isLine = rest.startsWith(u"//");
    if (!isLine && !rest.startsWith(u"/*"))
        return from;
    const qsizetype end =
        isLine ? text.indexOf(u'\n', from) : text.indexOf(QLatin1String("*/"), from + 2);
    return end < 0 ? text.size() : end + (isLine ? 1 : 2);
}

template<class Belongs>
qsizetype endWhile(const QString &text, qsizetype from, const Belongs &belongs)
{
    while (from < text.size() && belongs(text.at(from)))
        ++from;
    return from;
}

/// Whether a slash begins a regular expression here: it does where no value has just ended.
bool canBeginRegex(const QList<ScriptToken> &before)
{
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
        const ScriptToken &token = before.at(i);
        if (token.kind == Kind::Space)
            continue;
        if (token.kind == Kind::Mark)
            return !token.is(QLatin1String(")")) && !token.is(QLatin1String("]")) &&
                   !token.is(QLatin1String("}"));
        return token.text == QLatin1String("return") || token.text == QLatin1String("typeof");
    }
    return true;
}

qsizetype endOfMark(const QString &text, qsizetype from)
{
    for (const char *mark : {"...", "=>", "?."}) {
        if (QStringView(text).mid(from).startsWith(QLatin1String(mark)))
            return from + QLatin1String(mark).size();
    }
    return from + 1;
}

} // namespace

QString ScriptToken::literal() const
{
    QString said = text.mid(1, text.size() - 2);
    return said.remove(u'\\');
}

QList<ScriptToken> scriptTokens(const QString &text)
{
    QList<ScriptToken> tokens;
    qsizetype at = 0;
    const auto take = [&](Kind kind, qsizetype end) {
        tokens.append({kind, text.mid(at, end - at)});
        at = end;
    };
    while (at < text.size()) {
        const QChar c = text.at(at);
        if (const qsizetype end = endOfSpace(text, at); end > at)
            take(Kind::Space, end);
        else if (isNameStart(c))
            take(Kind::Name,
                 endWhile(text, at, [](QChar d) { return isNameStart(d) || d.isDigit(); }));
        else if (c.isDigit())
            take(Kind::Number,
                 endWhile(text, at, [](QChar d) { return d.isLetterOrNumber() || d == u'.'; }));
        else if (c == u'"' || c == u'\'')
            take(Kind::Text, endOfQuoted(text, at));
        else if (c == u'`')
            take(Kind::Template, endOfQuoted(text, at));
        else if (c == u'/' && canBeginRegex(tokens))
            take(Kind::Regex, endOfRegex(text, at));
        else
            take(Kind::Mark, endOfMark(text, at));
    }
    return tokens;
}

} // namespace Design
