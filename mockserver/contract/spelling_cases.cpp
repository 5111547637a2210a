#include "mockserver/contract/value_cases.h"

using namespace Design;

namespace Mock
{

namespace
{

const Json &word()
{
    static const Json value(QStringLiteral("not-a-value"));
    return value;
}

Json someObject()
{
    return JsonObject{{QStringLiteral("unexpected"), true}};
}

} // namespace

void ValueCases::wrong(const QString &note, const Json &value)
{
    if (m_isTypeSaid)
        refuse(note, value, QStringLiteral("type"));
    else
        accept(note, value); // the keywords say nothing about it
}

/// Values of other types, and the right ones in all the ways that they may be written (facts: what
/// pydantic's lax mode takes).
void ValueCases::addTypes(const InputSchema &input, Spelling spelling, const Json &valid)
{
    const bool isText = spelling == Spelling::Text;
    m_isTypeSaid = input.isTypeSaid || m_isFastApi;
    if (input.type == u"integer") {
        addIntegers(spelling, valid);
    } else if (input.type == u"number") {
        addFractions(spelling, valid);
    } else if (input.type == u"boolean") {
        addBooleans(spelling);
    } else if (input.type == u"string" && m_isFastApi) {
        addFormats(input, valid);
    }
    if (isText) // every text is a text, and other types have no text of their own
        return;
    if (input.type == u"string") {
        wrong(QStringLiteral("an object"), someObject());
        wrong(QStringLiteral("a list"), JsonArray());
        wrong(QStringLiteral("a number"), Json(5));
        wrong(QStringLiteral("a boolean"), Json(true));
    } else if (input.type == u"array") {
        wrong(QStringLiteral("a text"), word());
        wrong(QStringLiteral("a number"), Json(5));
        wrong(QStringLiteral("an object"), someObject());
    } else if (input.type == u"object") {
        wrong(QStringLiteral("a text"), word());
        wrong(QStringLiteral("a number"), Json(5));
        wrong(QStringLiteral("a list"), JsonArray());
    }
    addNull(input);
}

void ValueCases::addIntegers(Spelling spelling, const Json &valid)
{
    wrong(QStringLiteral("a word"), word());
    if (spelling == Spelling::Text) {
        wrong(QStringLiteral("a fraction"), Json(QStringLiteral("1.5")));
        for (const char *text : {"1e3", "0x10", "1.", ".0", "--1", "1__0", "_1", "true", ""}) {
            if (m_isFastApi) // JSON Schema calls some of them integers
                wrong(QStringLiteral("written “%1”").arg(QLatin1String(text)),
                      Json(QString::fromLatin1(text)));
        }
    } else {
        wrong(QStringLiteral("a fraction"), Json(1.5));
        wrong(QStringLiteral("an object"), someObject());
        wrong(QStringLiteral("a list"), JsonArray());
    }
    if (!m_isFastApi || !valid.isInteger())
        return;
    const QString text = QString::fromLatin1(valid.numberText());
    const bool isNegative = text.startsWith(u'-');
    const QString sign = isNegative ? QStringLiteral("-") : QStringLiteral("+");
    const QString digits = isNegative ? text.sliced(1) : text;
    QStringList spellings{text + QLatin1String(".0"), text + QLatin1String(".00"),
                          u' ' + text + u' ', sign + digits, sign + QLatin1String("00") + digits};
    if (digits.size() > 1)
        spellings.append(sign + digits.first(1) + u'_' + digits.sliced(1));
    if (spelling == Spelling::Json) {
        accept(QStringLiteral("with .0"), Json::number((text + QLatin1String(".0")).toLatin1()));
        spellings.append(text);
    }
    for (const QString &spelled : std::as_const(spellings))
        accept(QStringLiteral("written “%1”").arg(spelled), Json(spelled));
}

void ValueCases::addFractions(Spelling spelling, const Json &valid)
{
    wrong(QStringLiteral("a word"), word());
    if (spelling == Spelling::Json) {
        wrong(QStringLiteral("an object"), someObject());
        wrong(QStringLiteral("a list"), JsonArray());
    }
    if (!m_isFastApi)
        return;
    for (const char *text : {"1,5", "0x1", "1 2", "true"})
        wrong(QStringLiteral("written “%1”").arg(QLatin1String(text)),
              Json(QString::fromLatin1(text)));
    if (!valid.isNumber())
        return;
    const QString text = QString::fromLatin1(valid.numberText());
    QStringList spellings{text, u' ' + text + u' ', text.startsWith(u'-') ? text : u'+' + text};
    if (!text.contains(u'e', Qt::CaseInsensitive))
        spellings.append(text + QLatin1String("e0"));
    for (const QString &spelled : std::as_const(spellings))
        accept(QStringLiteral("written “%1”").arg(spelled), Json(spelled));
}

void ValueCases::addBooleans(Spelling spelling)
{
    wrong(QStringLiteral("a word"), word());
    if (spelling == Spelling::Json) {
        wrong(QStringLiteral("a number"), Json(2));
        wrong(QStringLiteral("an object"), someObject());
    }
    if (!m_isFastApi)
        return;
    for (const char *text : {"1", "t", "T", "y", "Y", "on", "ON", "yes", "Yes", "true",  "TRUE",
                             "0", "f", "F", "n", "N", "no", "NO", "off", "Off", "false", "FALSE"})
        accept(QStringLiteral("written “%1”").arg(QLatin1String(text)),
               Json(QString::fromLatin1(text)));
    for (const char *text : {"", " true", "1.0", "2", "null", "oui"})
        wrong(QStringLiteral("written “%1”").arg(QLatin1String(text)),
              Json(QString::fromLatin1(text)));
    if (spelling == Spelling::Json) {
        for (const int number : {0, 1})
            accept(QStringLiteral("as the number %1").arg(number), Json(number));
    }
}

/// Texts that are read as something else have several forms.
void ValueCases::addFormats(const InputSchema &input, const Json &valid)
{
    const QString format = input.flat.value(Keyword::Format).value.toString();
    const QString text = valid.toString();
    QStringList spellings;
    if (format == u"uuid" && text.size() == 36) {
        const QString simple = QString(text).remove(u'-');
        spellings = {simple, text.toUpper(), u'{' + text + u'}', QLatin1String("urn:uuid:") + text};
    } else if (format == u"date" && text.size() == 10) {
        spellings = {text + QLatin1String("T00:00:00"), text + QLatin1String(" 00:00")};
    } else if (format == u"date-time" && text.size() >= 19) {
        const QString local = text.first(19);
        spellings = {local,
                     QString(local).replace(10, 1, u' '),
                     QString(local).replace(10, 1, u'_'),
                     local.first(16),
                     local + QLatin1String("+0200"),
                     local + u'z',
                     local + QLatin1String(".123456789Z"),
                     text.first(10)};
    }
    const bool hasOthers = input.flat.has(Keyword::Pattern) || input.flat.has(Keyword::MinLength) ||
                           input.flat.has(Keyword::MaxLength);
    if (hasOthers || !input.flat.pythonType().isEmpty())
        return; // which are about the text as it was sent
    for (const QString &spelled : std::as_const(spellings))
        accept(QStringLiteral("written “%1”").arg(spelled), Json(spelled));
}

void ValueCases::addNull(const InputSchema &input)
{
    if (input.type.isEmpty())
        return;
    if (input.isNullable) {
        accept(QStringLiteral("null"), nullptr);
        return;
    }
    wrong(QStringLiteral("null"), nullptr);
}

} // namespace Mock
