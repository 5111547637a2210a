#include "designer/coercion/patterns/rust_class.h"

#include <QStringList>

#include <algorithm>

namespace Design
{

namespace
{

/// The characters of a POSIX class such as `[:alpha:]`; empty when there is no such class.
QLatin1String posixClass(QStringView name)
{
    struct Row {
        QLatin1String name;
        QLatin1String characters;
    };
    static constexpr Row rows[] = {
        {QLatin1String("alnum"), QLatin1String("0-9A-Za-z")},
        {QLatin1String("alpha"), QLatin1String("A-Za-z")},
        {QLatin1String("ascii"), QLatin1String("\\x00-\\x7f")},
        {QLatin1String("blank"), QLatin1String("\\t ")},
        {QLatin1String("cntrl"), QLatin1String("\\x00-\\x1f\\x7f")},
        {QLatin1String("digit"), QLatin1String("0-9")},
        {QLatin1String("graph"), QLatin1String("!-~")},
        {QLatin1String("lower"), QLatin1String("a-z")},
        {QLatin1String("print"), QLatin1String(" -~")},
        {QLatin1String("punct"), QLatin1String("!-\\/:-@\\[-`{-~")},
        {QLatin1String("space"), QLatin1String("\\t\\n\\x0b\\f\\r ")},
        {QLatin1String("upper"), QLatin1String("A-Z")},
        {QLatin1String("word"), QLatin1String("0-9A-Za-z_")},
        {QLatin1String("xdigit"), QLatin1String("0-9A-Fa-f")},
    };
    for (const Row &row : rows) {
        if (name == row.name)
            return row.characters;
    }
    return {};
}

/// Reads one class. Each result is an expression that matches a single character.
class ClassReader
{
public:
    ClassReader(QStringView pattern, qsizetype at)
        : m_pattern(pattern)
        , m_at(at)
    {
    }

    qsizetype at() const { return m_at; }
    bool failed() const { return m_failed; }

    QString read()
    {
        ++m_at; // the bracket
        const bool isNegated = takes(u"^");
        if (takes(u"]")) // the first one stands for itself
            m_members += QLatin1String("\\]");
        while (m_at < m_pattern.size() && m_pattern[m_at] != u']')
            readPart();
        m_failed = m_failed || m_at >= m_pattern.size();
        ++m_at;
        if (isNegated && m_parts.isEmpty() && m_left.isEmpty())
            return QStringLiteral("[^%1]").arg(m_members);
        const QString all = combined();
        return isNegated ? QStringLiteral("(?:(?!%1)[\\s\\S])").arg(all) : all;
    }

private:
    bool takes(QStringView text)
    {
        if (!m_pattern.sliced(m_at).startsWith(text))
            return false;
        m_at += text.size();
        return true;
    }

    void readPart()
    {
        if (takes(u"&&"))
            beginOperand(QStringLiteral("(?=%1)"));
        else if (takes(u"--"))
            beginOperand(QStringLiteral("(?!%1)"));
        else if (takes(u"\\W"))
            m_parts.append(QStringLiteral("[^%1]").arg(rustWord));
        else if (takes(u"\\w"))
            m_members += rustWord;
        else if (m_pattern[m_at] == u'\\')
            m_members += rustEscape(m_pattern, &m_at);
        else if (m_pattern[m_at] == u'[')
            readBracket();
        else
            take(1);
    }

    void take(qsizetype count)
    {
        m_members += m_pattern.sliced(m_at, count);
        m_at += count;
    }

    void readBracket()
    {
        const qsizetype end = m_pattern.indexOf(QLatin1String(":]"), m_at);
        if (end > 0 && m_pattern.sliced(m_at).startsWith(u"[:")) {
            QStringView name = m_pattern.sliced(m_at + 2, end - m_at - 2);
            const bool isNegated = name.startsWith(u'^');
            const QLatin1String characters = posixClass(isNegated ? name.sliced(1) : name);
            if (!characters.isEmpty()) {
                if (isNegated)
                    m_parts.append(QStringLiteral("[^%1]").arg(characters));
                else
                    m_members += characters;
                m_at = end + 2;
                return;
            }
        }
        ClassReader nested(m_pattern, m_at);
        m_parts.append(nested.read());
        m_at = nested.at();
        m_failed = m_failed || nested.failed();
    }

    /// What was read up to here is the left side of an operator.
    void beginOperand(const QString &test)
    {
        m_left = combined();
        m_test = test;
        m_members.clear();
        m_parts.clear();
    }

    QString combined() const
    {
        QStringList parts = m_parts;
        if (!m_members.isEmpty() || parts.isEmpty())
            parts.prepend(QStringLiteral("[%1]").arg(m_members));
        const QString operand =
            parts.size() == 1 ? parts.first() : QStringLiteral("(?:%1)").arg(parts.join(u'|'));
        if (m_left.isEmpty())
            return operand;
        return QStringLiteral("(?:%1%2)").arg(m_test.arg(operand), m_left);
    }

    QStringView m_pattern;
    qsizetype m_at;
    QString m_members;   ///< that PCRE2 understands inside one class
    QStringList m_parts; ///< expressions for the rest
    QString m_left;      ///< what stands before the operator
    QString m_test;      ///< what the operator makes of its right side
    bool m_failed = false;
};

} // namespace

QString rustEscape(QStringView pattern, qsizetype *at)
{
    const QStringView text = pattern.sliced(*at);
    const QChar kind = text.size() > 1 ? text[1] : QChar();
    const qsizetype digits = kind == u'x' ? 2 : kind == u'u' ? 4 : kind == u'U' ? 8 : 0;
    qsizetype length = std::min<qsizetype>(text.size(), 2);
    QStringView number;
    if (digits > 0 && text.size() > 2 && text[2] == u'{') {
        const qsizetype end = text.indexOf(u'}');
        number = end < 0 ? QStringView() : text.sliced(3, end - 3);
        length = end + 1;
    } else if (digits > 0 && text.size() >= digits + 2) {
        number = text.sliced(2, digits);
        length = digits + 2;
    }
    bool isNumber = false;
    const uint character = number.toUInt(&isNumber, 16);
    if (!isNumber)
        length = std::min<qsizetype>(text.size(), 2);
    *at += length;
    return isNumber ? QStringLiteral("\\x{%1}").arg(character, 0, 16)
                    : text.first(length).toString();
}

QString rustClass(QStringView pattern, qsizetype *at)
{
    ClassReader reader(pattern, *at);
    const QString result = reader.read();
    const QStringView rest = pattern.sliced(*at);
    *at = reader.failed() ? pattern.size() : reader.at();
    return reader.failed() ? rest.toString() : result;
}

} // namespace Design
