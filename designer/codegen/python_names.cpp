#include "designer/codegen/python_names.h"

#include <QRegularExpression>

namespace Design::Python
{

namespace
{

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

bool isKeyword(const QString &name)
{
    static const QSet<QString> keywords = [] {
        const QString words = QStringLiteral(
            "False None True and as assert async await break class continue def del elif else "
            "except finally for from global if import in is lambda nonlocal not or pass raise "
            "return try while with yield");
        const QStringList list = words.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return keywords.contains(name);
}

bool isIdentifier(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    return form.match(name).hasMatch() && !isKeyword(name);
}

QString variableName(const QString &name)
{
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        if (!isAsciiLetter(c) && !isAsciiDigit(c) && c != u'_') {
            if (!result.isEmpty() && !result.endsWith(u'_'))
                result += u'_';
            continue;
        }
        const bool isUpper = c >= u'A' && c <= u'Z';
        const bool isAfterLower = i > 0 && (name.at(i - 1).isLower() || name.at(i - 1).isDigit());
        const bool isBeforeLower =
            i > 0 && i + 1 < name.size() && name.at(i - 1).isUpper() && name.at(i + 1).isLower();
        if (isUpper && (isAfterLower || isBeforeLower) && !result.endsWith(u'_'))
            result += u'_';
        result += c.toLower();
    }
    const bool hadUnderline = name.endsWith(u'_');
    while (result.endsWith(u'_') && !hadUnderline)
        result.chop(1);
    if (result.isEmpty())
        result = QStringLiteral("value");
    if (isAsciiDigit(result.at(0)))
        result.prepend(QLatin1String("value_"));
    return isKeyword(result) ? result + u'_' : result;
}

QString className(const QString &name)
{
    if (isIdentifier(name) && !name.startsWith(u'_'))
        return name;
    QString result;
    bool isStart = true;
    for (const QChar c : name) {
        if (!isAsciiLetter(c) && !isAsciiDigit(c)) {
            isStart = true;
            continue;
        }
        result += isStart ? c.toUpper() : c;
        isStart = false;
    }
    if (result.isEmpty() || isAsciiDigit(result.at(0)))
        result.prepend(QLatin1String("Model"));
    return isKeyword(result) ? result + u'_' : result;
}

QString titleOf(const QString &name)
{
    // str.title(): a letter after none is a capital, the others are not.
    QString result;
    bool isStart = true;
    for (const QChar c : name) {
        result += c == u'_' ? QChar(u' ') : isStart ? c.toUpper() : c.toLower();
        isStart = !c.isLetter();
    }
    return result;
}

QString Names::unique(const QString &name)
{
    QString result = name;
    for (int i = 2; m_taken.contains(result); ++i)
        result = name + QString::number(i);
    m_taken.insert(result);
    return result;
}

} // namespace Design::Python
