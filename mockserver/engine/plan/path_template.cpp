#include "mockserver/engine/plan/path_template.h"

#include <algorithm>

namespace Mock
{

namespace
{

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// 0 for a segment of text; for one with text and parameters less the more text it has; most for
/// parameters alone.
qsizetype openness(const QString &segment)
{
    if (!segment.contains(u'{'))
        return 0;
    constexpr qsizetype most = 100'000;
    qsizetype text = 0;
    bool isInside = false;
    for (const QChar c : segment) {
        isInside = c == u'{' || (isInside && c != u'}');
        text += !isInside && c != u'}' ? 1 : 0;
    }
    return std::max<qsizetype>(1, most - text);
}

} // namespace

PathTemplate::PathTemplate(const QString &text)
    : m_text(text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            m_tokens.append({text.sliced(at), -1, Convertor::Text});
            break;
        }
        if (open > at)
            m_tokens.append({text.sliced(at, open - at), -1, Convertor::Text});
        const QString inside = text.sliced(open + 1, close - open - 1);
        const QString kind = inside.section(u':', 1, 1);
        Token token;
        token.parameter = static_cast<int>(m_names.size());
        token.convertor = kind == u"path"    ? Convertor::Path
                          : kind == u"int"   ? Convertor::Integer
                          : kind == u"float" ? Convertor::Number
                          : kind == u"uuid"  ? Convertor::Uuid
                                             : Convertor::Text;
        m_names.append(inside.section(u':', 0, 0));
        m_tokens.append(token);
        at = close + 1;
    }
    for (const Token &token : std::as_const(m_tokens)) {
        m_slashes += token.literal.count(u'/');
        m_isOfAnyDepth = m_isOfAnyDepth || token.convertor == Convertor::Path;
    }
}

QString PathTemplate::literalStart() const
{
    return m_tokens.isEmpty() ? QString() : m_tokens.first().literal;
}

bool PathTemplate::isMoreConcrete(const PathTemplate &other) const
{
    const QStringList mine = m_text.split(u'/');
    const QStringList others = other.m_text.split(u'/');
    return std::lexicographical_compare(
        mine.begin(), mine.end(), others.begin(), others.end(),
        [](const QString &a, const QString &b) { return openness(a) < openness(b); });
}

/// What is cheap to see, for designs of hundreds of paths that begin alike.
bool PathTemplate::mayMatch(QStringView path) const
{
    return (m_tokens.isEmpty() || path.endsWith(m_tokens.last().literal)) &&
           (m_isOfAnyDepth || path.count(u'/') == m_slashes);
}

bool PathTemplate::match(QStringView path, QStringList *values, const Fits &fits) const
{
    if (values)
        values->clear();
    if (!mayMatch(path))
        return false;
    int steps = 10'000; // two parameters side by side can be split in many ways
    QStringList found;
    if (!matchFrom(0, path, fits, &found, &steps))
        return false;
    if (values)
        *values = found;
    return true;
}

qsizetype PathTemplate::longest(Convertor convertor, QStringView text)
{
    const auto takes = [convertor](QChar c) {
        switch (convertor) {
        case Convertor::Path: // Python's `.*`
            return c != u'\n';
        case Convertor::Text:
            return c != u'/';
        case Convertor::Integer:
            return isDigit(c);
        case Convertor::Number:
            return isDigit(c) || c == u'.';
        case Convertor::Uuid:
            return isHex(c) || c == u'-';
        }
        return false;
    };
    return std::find_if_not(text.begin(), text.end(), takes) - text.begin();
}

bool PathTemplate::isComplete(Convertor convertor, QStringView text)
{
    switch (convertor) {
    case Convertor::Path:
        return true;
    case Convertor::Text:
    case Convertor::Integer:
        return !text.isEmpty();
    case Convertor::Number: {
        const qsizetype points = text.count(u'.');
        return !text.isEmpty() && points <= 1 && isDigit(text.front()) && isDigit(text.back());
    }
    case Convertor::Uuid: {
        QString digits = text.toString();
        digits.remove(u'-');
        return digits.size() == 32;
    }
    }
    return false;
}

bool PathTemplate::matchFrom(qsizetype token, QStringView rest, const Fits &fits,
                             QStringList *values, int *steps) const
{
    if (--*steps < 0)
        return false;
    if (token == m_tokens.size())
        return rest.isEmpty() && (!fits || fits(*values));
    const Token &now = m_tokens[token];
    if (now.parameter < 0) {
        return rest.startsWith(now.literal) &&
               matchFrom(token + 1, rest.sliced(now.literal.size()), fits, values, steps);
    }
    const QString behind = token + 1 < m_tokens.size() ? m_tokens[token + 1].literal : QString();
    // As much as possible first, as a regular expression takes it.
    for (qsizetype length = longest(now.convertor, rest); length >= 0; --length) {
        if (!rest.sliced(length).startsWith(behind) ||
            !isComplete(now.convertor, rest.first(length)))
            continue;
        values->append(rest.first(length).toString());
        if (matchFrom(token + 1, rest.sliced(length), fits, values, steps))
            return true;
        values->removeLast();
    }
    return false;
}

} // namespace Mock
