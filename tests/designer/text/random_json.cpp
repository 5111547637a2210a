#include "random_json.h"

using namespace Design;

QString RandomJson::string()
{
    static const QStringList pieces = {QStringLiteral("a"),
                                       QStringLiteral("b "),
                                       QStringLiteral(" "),
                                       QStringLiteral("\n"),
                                       QStringLiteral("\n\n"),
                                       QStringLiteral(": "),
                                       QStringLiteral(" #"),
                                       QStringLiteral("'"),
                                       QStringLiteral("''"),
                                       QStringLiteral("\""),
                                       QStringLiteral("\\"),
                                       QStringLiteral("-"),
                                       QStringLiteral("- "),
                                       QStringLiteral("1"),
                                       QStringLiteral("."),
                                       QStringLiteral("e5"),
                                       QStringLiteral("0x"),
                                       QStringLiteral("\t"),
                                       QStringLiteral("\r"),
                                       QStringLiteral("yes"),
                                       QStringLiteral("null"),
                                       QStringLiteral("{"),
                                       QStringLiteral("]"),
                                       QStringLiteral(","),
                                       QStringLiteral("|"),
                                       QStringLiteral(">"),
                                       QStringLiteral("&a"),
                                       QStringLiteral("*a"),
                                       QStringLiteral("!t"),
                                       QStringLiteral("%"),
                                       QStringLiteral("@"),
                                       QStringLiteral("`"),
                                       QStringLiteral("?"),
                                       QStringLiteral("---"),
                                       QStringLiteral("..."),
                                       QStringLiteral("\u00e4"),
                                       QStringLiteral("\U0001f600"),
                                       QStringLiteral("\u0085"),
                                       QStringLiteral("\u2028"),
                                       QStringLiteral("\ufeff"),
                                       QString(QChar(0xFFFE)),
                                       QString(QChar(0xFFFF)),
                                       QString(QChar(0)),
                                       QString(QChar(0x7F)),
                                       QStringLiteral("\u00a0"),
                                       QStringLiteral("<<"),
                                       QStringLiteral("~"),
                                       QStringLiteral("2026-01-01"),
                                       QStringLiteral("12:30"),
                                       QStringLiteral("_"),
                                       QStringLiteral("+")};
    QString text;
    for (int i = below(6); i > 0; --i)
        text += pieces.at(below(static_cast<int>(pieces.size())));
    return below(200) == 0 ? text.repeated(200) : text;
}

Json RandomJson::value(int depth)
{
    static const QList<QByteArray> numbers = {
        "1.0",  "-0",   "1e5", "1E+20", "0.10", "-1.5e-7", "123456789012345678901234567890",
        "-0.0", "1e400"};
    switch (below(depth > 0 ? 9 : 6)) {
    case 0:
        return nullptr;
    case 1:
        return below(2) == 1;
    case 2:
        return below(2000) - 1000;
    case 3:
        return Json::number(numbers.at(below(static_cast<int>(numbers.size()))));
    case 4:
    case 5:
        return string();
    case 6: {
        JsonArray items;
        for (int i = below(4); i > 0; --i)
            items.append(value(depth - 1));
        return items;
    }
    default: {
        JsonObject object;
        for (int i = below(5); i > 0; --i)
            object.insert(string(), value(depth - 1));
        return object;
    }
    }
}

QByteArray RandomJson::mutated(QByteArray bytes)
{
    static const QByteArrayList tokens = {"{",
                                          "}",
                                          "[",
                                          "]",
                                          "\"",
                                          "'",
                                          ",",
                                          ":",
                                          "\\",
                                          "\\u",
                                          "\\ud83d",
                                          "-",
                                          "- ",
                                          "?",
                                          "? ",
                                          "#",
                                          " #",
                                          "|\n",
                                          ">-\n",
                                          "&a ",
                                          "*a",
                                          "!t ",
                                          "!!int ",
                                          "<<: ",
                                          "\n",
                                          "\r",
                                          "\t",
                                          " ",
                                          "  ",
                                          "0",
                                          "1e9",
                                          ".",
                                          "+",
                                          "true",
                                          "null",
                                          "NaN",
                                          "---\n",
                                          "...\n",
                                          "%YAML 1.2\n",
                                          "%TAG ! x\n",
                                          "\xC3",
                                          "\xFF",
                                          "\xC3\xA4",
                                          "\xED\xA0\x80",
                                          "\xEF\xBB\xBF",
                                          "\xF0\x9F\x98\x80",
                                          "~",
                                          "`",
                                          "@"};
    for (int i = 1 + below(6); i > 0; --i) {
        const int at = below(static_cast<int>(bytes.size()) + 1);
        const QByteArray &token = tokens.at(below(static_cast<int>(tokens.size())));
        switch (below(6)) {
        case 0:
            bytes.remove(at, 1 + below(3));
            break;
        case 1:
            bytes.insert(at, token);
            break;
        case 2:
            bytes.replace(at, 1, token);
            break;
        case 3:
            bytes.insert(at, bytes.mid(below(static_cast<int>(bytes.size()) + 1), below(30)));
            break;
        case 4:
            if (below(8) == 0)
                bytes.truncate(at);
            break;
        default:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(below(256));
        }
    }
    return bytes;
}
