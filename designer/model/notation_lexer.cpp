#include "designer/model/notation_lexer.h"

#include "designer/model/notation_words.h"

namespace Design::Notation
{

namespace
{

bool isWordStart(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_') || c == QLatin1Char('$');
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$');
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    QList<Token> run()
    {
        QList<Token> tokens;
        do {
            skipBlanks();
            m_token = {};
            m_token.column = m_at;
            next();
            m_token.length = m_at - m_token.column;
            tokens.append(m_token);
        } while (m_token.kind != Token::Kind::End);
        return tokens;
    }

private:
    QChar at(qsizetype i) const { return i < m_text.size() ? m_text.at(i) : QChar(); }

    void skipBlanks()
    {
        while (m_at < m_text.size() &&
               (at(m_at).isSpace() || at(m_at) == QChar(0x00B7) || at(m_at) == QChar(0x2192)))
            ++m_at;
    }

    void next()
    {
        const QChar c = at(m_at);
        if (m_at >= m_text.size())
            return;
        if (c == QLatin1Char('"') || c == QLatin1Char('\''))
            return string(c);
        if (c == QChar(0x201C) || c == QChar(0x201E))
            return string(QChar(0x201D));
        if (c == QLatin1Char('`'))
            return until(Token::Kind::Quoted, QLatin1Char('`'));
        if (c == QLatin1Char('<') && isReference())
            return until(Token::Kind::Reference, QLatin1Char('>'));
        if (c == QLatin1Char('/'))
            return pattern();
        if (c.isDigit() ||
            ((c == QLatin1Char('-') || c == QLatin1Char('+')) && at(m_at + 1).isDigit()))
            return number();
        if (isWordStart(c))
            return word();
        symbol();
    }

    void set(Token::Kind kind, const QString &text, qsizetype length)
    {
        m_token.kind = kind;
        m_token.text = text;
        m_at += length;
    }

    void bad(const QString &message) { set(Token::Kind::Bad, message, m_text.size() - m_at); }

    void string(QChar closing)
    {
        QString value;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            QChar c = at(i);
            if (c == closing || (closing == QChar(0x201D) && c == QChar(0x201C))) {
                m_token.value = value;
                return set(Token::Kind::String, value, i + 1 - m_at);
            }
            if (c == QLatin1Char('\\') && i + 1 < m_text.size()) {
                c = at(++i);
                if (c == QLatin1Char('u') && i + 4 < m_text.size()) {
                    bool ok = false;
                    const ushort code = m_text.mid(i + 1, 4).toUShort(&ok, 16);
                    if (ok) {
                        value += QChar(code);
                        i += 4;
                        continue;
                    }
                }
                static const QString names = QStringLiteral("ntrbf");
                static const QString codes = QStringLiteral("\n\t\r\b\f");
                const qsizetype known = names.indexOf(c);
                value += known < 0 ? c : codes.at(known);
            } else {
                value += c;
            }
        }
        bad(Words::tr("The text that begins with a quotation mark is not closed."));
    }

    bool isReference() const
    {
        const qsizetype end = m_text.indexOf(QLatin1Char('>'), m_at);
        return end > m_at && m_text.mid(m_at, end - m_at).contains(QLatin1Char('#'));
    }

    void until(Token::Kind kind, QLatin1Char closing)
    {
        const qsizetype end = m_text.indexOf(closing, m_at + 1);
        if (end < 0)
            return bad(Words::tr("The name that begins with “`” is not closed."));
        set(kind, m_text.mid(m_at + 1, end - m_at - 1).toString(), end + 1 - m_at);
    }

    void pattern()
    {
        QString value;
        bool inClass = false;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            const QChar c = at(i);
            if (c == QLatin1Char('/') && !inClass)
                return set(Token::Kind::Pattern, value, i + 1 - m_at);
            inClass = c == QLatin1Char('[') || (inClass && c != QLatin1Char(']'));
            if (c == QLatin1Char('\\') && i + 1 < m_text.size()) {
                value += c;
                value += at(++i);
            } else {
                value += c;
            }
        }
        bad(Words::tr("The pattern that begins with “/” is not closed with another “/”."));
    }

    void number()
    {
        qsizetype i = m_at + (at(m_at).isDigit() ? 0 : 1);
        const auto digits = [&] {
            while (at(i).isDigit() || (at(i) == QLatin1Char('_') && at(i + 1).isDigit()))
                ++i;
        };
        digits();
        if (at(i) == QLatin1Char('.') && at(i + 1).isDigit()) {
            ++i;
            digits();
        }
        if ((at(i) == QLatin1Char('e') || at(i) == QLatin1Char('E')) &&
            (at(i + 1).isDigit() ||
             ((at(i + 1) == QLatin1Char('-') || at(i + 1) == QLatin1Char('+')) &&
              at(i + 2).isDigit()))) {
            i += 2;
            digits();
        }
        if (isWordStart(at(i)))
            return set(Token::Kind::Bad, Words::tr("A number cannot go on with a letter."),
                       i + 1 - m_at);
        QByteArray text = m_text.mid(m_at, i - m_at).toLatin1();
        text.replace("_", "");
        if (text.startsWith('+'))
            text.remove(0, 1);
        // JSON allows no zeros in front; people type them.
        const bool negative = text.startsWith('-');
        qsizetype zeros = negative ? 1 : 0;
        while (text.size() > zeros + 1 && text.at(zeros) == '0' &&
               QChar::fromLatin1(text.at(zeros + 1)).isDigit())
            text.remove(zeros, 1);
        m_token.value = Json::number(text);
        set(Token::Kind::Number, QString::fromLatin1(text), i - m_at);
    }

    void word()
    {
        qsizetype i = m_at;
        while (isWordPart(at(i)) || ((at(i) == QLatin1Char('-') || at(i) == QLatin1Char('.')) &&
                                     isWordPart(at(i + 1)) && i > m_at))
            ++i;
        set(Token::Kind::Word, m_text.mid(m_at, i - m_at).toString(), i - m_at);
    }

    void symbol()
    {
        struct Spelling {
            const char16_t *written;
            const char *plain;
        };
        static constexpr Spelling spellings[]{
            {u"...", ".."}, {u"..", ".."}, {u"…", ".."}, {u"<=", "<="}, {u"=<", "<="}, {u"≤", "<="},
            {u">=", ">="},  {u"=>", ">="}, {u"≥", ">="}, {u"==", "="},  {u"<", "<"},   {u">", ">"},
            {u"=", "="},    {u"||", "|"},  {u"|", "|"},  {u"&", "&"},   {u"?", "?"},   {u"[", "["},
            {u"]", "]"},    {u"{", "{"},   {u"}", "}"},  {u"(", "("},   {u")", ")"},   {u",", ","},
            {u":", ":"},    {u"*", "*"},   {u"+", "+"},
        };
        for (const Spelling &spelling : spellings) {
            const QStringView written(spelling.written);
            if (m_text.mid(m_at).startsWith(written))
                return set(Token::Kind::Symbol, QLatin1String(spelling.plain), written.size());
        }
        set(Token::Kind::Bad, Words::tr("“%1” means nothing here.").arg(at(m_at)), 1);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    Token m_token;
};

} // namespace

QList<Token> tokenize(QStringView text)
{
    return Lexer(text).run();
}

qsizetype endOfJson(QStringView text, qsizetype from)
{
    int depth = 0;
    bool inString = false;
    qsizetype i = from;
    for (; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (inString) {
            if (c == QLatin1Char('\\'))
                ++i;
            else if (c == QLatin1Char('"'))
                inString = false;
            if (!inString && depth == 0)
                return i + 1;
            continue;
        }
        if (c == QLatin1Char('"')) {
            inString = true;
        } else if (c == QLatin1Char('[') || c == QLatin1Char('{')) {
            ++depth;
        } else if (c == QLatin1Char(']') || c == QLatin1Char('}')) {
            if (depth == 0)
                return i;
            if (--depth == 0)
                return i + 1;
        } else if (depth == 0 && (c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char(')') ||
                                  c == QChar(0x00B7))) {
            return i;
        }
    }
    return qMin(i, text.size());
}

} // namespace Design::Notation
