#include "designer/schema/samples/sample_names.h"

#include "designer/schema/samples/sample_codes.h"
#include "designer/schema/samples/sample_words.h"

#include <array>

namespace Design
{

namespace
{

struct NameRule {
    const char *words; ///< the last words of the name, as in wordsOfName(), space between
    QString (*make)(SampleRandom &);
};

QString fullName(SampleRandom &random)
{
    const QString first = firstName(random);
    return first + u' ' + lastName(random);
}

QString userName(SampleRandom &random)
{
    const QString first = firstName(random).toLower();
    return first + QString::number(random.between(10, 99));
}

QString email(SampleRandom &random)
{
    const QString first = firstName(random).toLower();
    return first + u'.' + lastName(random).toLower() + QLatin1String("@example.com");
}

QString host(SampleRandom &random)
{
    return word(random) + QLatin1String(".example.com");
}

QString url(SampleRandom &random)
{
    const QString start = QLatin1String("https://example.com/") + word(random);
    return start + u'/' + QString::number(random.between(1, 999));
}

QString imageUrl(SampleRandom &random)
{
    return QStringLiteral("https://example.com/images/%1.png").arg(slug(random));
}

QString dateTime(SampleRandom &random)
{
    const QString day = date(random);
    return day + u'T' + timeOfDay(random);
}

QString phone(SampleRandom &random)
{
    return QStringLiteral("+1-555-01%1").arg(random.below(100), 2, 10, QChar(u'0'));
}

QString postalCode(SampleRandom &random)
{
    return QString::number(random.between(10000, 98999));
}

QString ipv4(SampleRandom &random)
{
    return QStringLiteral("192.0.2.%1").arg(random.between(1, 254));
}

QString ipv6(SampleRandom &random)
{
    return QStringLiteral("2001:db8::%1").arg(hexDigits(random, 3));
}

QString version(SampleRandom &random)
{
    const QString major = QString::number(random.between(1, 4));
    return major + QStringLiteral(".%1.%2").arg(random.below(10)).arg(random.below(20));
}

QString sha(SampleRandom &random)
{
    return hexDigits(random, 40);
}

QString token(SampleRandom &random)
{
    return hexDigits(random, 32);
}

QString hexColour(SampleRandom &random)
{
    return u'#' + hexDigits(random, 6);
}

QString fileName(SampleRandom &random)
{
    return word(random) + QLatin1String(".txt");
}

QString filePath(SampleRandom &random)
{
    const QString folder = word(random);
    return folder + u'/' + fileName(random);
}

QString timeZone(SampleRandom &)
{
    return QStringLiteral("Europe/Berlin");
}

QString title(SampleRandom &random)
{
    QString first = word(random);
    first[0] = first[0].toUpper();
    return first + u' ' + word(random);
}

QString mediaType(SampleRandom &)
{
    return QStringLiteral("application/json");
}

QString sku(SampleRandom &random)
{
    return QStringLiteral("SKU-%1").arg(random.between(1000, 9999));
}

QString shortId(SampleRandom &random)
{
    return QString::number(random.between(1, 9999));
}

QString password(SampleRandom &random)
{
    return QStringLiteral("S3cret-%1").arg(word(random));
}

QString duration(SampleRandom &random)
{
    return QStringLiteral("PT%1M").arg(random.between(5, 90));
}

QString status(SampleRandom &)
{
    return QStringLiteral("active");
}

QString orderNumber(SampleRandom &random)
{
    return QLatin1String("ORD-") + digits(random, 5);
}

QString invoiceNumber(SampleRandom &random)
{
    return QLatin1String("INV-") + digits(random, 5);
}

QString shortNumber(SampleRandom &random)
{
    return digits(random, 3);
}

QString longNumber(SampleRandom &random)
{
    return digits(random, 10);
}

QString year(SampleRandom &random)
{
    return QString::number(random.between(2015, 2025));
}

QString sizeName(SampleRandom &random)
{
    return QString(QChar(u"SML"[random.below(3)]));
}

QString fileExtension(SampleRandom &)
{
    return QStringLiteral("pdf");
}

QString environment(SampleRandom &)
{
    return QStringLiteral("production");
}

QString sortOrder(SampleRandom &)
{
    return QStringLiteral("asc");
}

QString unit(SampleRandom &)
{
    return QStringLiteral("kg");
}

// The longest match at the end of a name wins, so the order does not matter.
constexpr std::array nameRules{
    NameRule{"email", email},
    NameRule{"e mail", email},
    NameRule{"mail", email},
    NameRule{"first name", firstName},
    NameRule{"given name", firstName},
    NameRule{"last name", lastName},
    NameRule{"family name", lastName},
    NameRule{"surname", lastName},
    NameRule{"full name", fullName},
    NameRule{"author", fullName},
    NameRule{"owner", fullName},
    NameRule{"contact", fullName},
    NameRule{"customer", fullName},
    NameRule{"display name", fullName},
    NameRule{"user name", userName},
    NameRule{"username", userName},
    NameRule{"login", userName},
    NameRule{"nickname", userName},
    NameRule{"password", password},
    NameRule{"secret", token},
    NameRule{"phone", phone},
    NameRule{"phone number", phone},
    NameRule{"mobile", phone},
    NameRule{"telephone", phone},
    NameRule{"fax", phone},
    NameRule{"city", city},
    NameRule{"town", city},
    NameRule{"location", city},
    NameRule{"origin", city},
    NameRule{"destination", city},
    NameRule{"country", country},
    NameRule{"country code", countryCode},
    NameRule{"street", street},
    NameRule{"address", street},
    NameRule{"street address", street},
    NameRule{"email address", email},
    NameRule{"ip address", ipv4},
    NameRule{"ip", ipv4},
    NameRule{"zip", postalCode},
    NameRule{"zip code", postalCode},
    NameRule{"postal code", postalCode},
    NameRule{"postcode", postalCode},
    NameRule{"company", company},
    NameRule{"organization", company},
    NameRule{"organisation", company},
    NameRule{"vendor", company},
    NameRule{"brand", company},
    NameRule{"product", product},
    NameRule{"product name", product},
    NameRule{"item", product},
    NameRule{"item name", product},
    NameRule{"name", title},
    NameRule{"title", title},
    NameRule{"label", title},
    NameRule{"subject", title},
    NameRule{"description", sentence},
    NameRule{"summary", sentence},
    NameRule{"message", sentence},
    NameRule{"comment", sentence},
    NameRule{"note", sentence},
    NameRule{"notes", sentence},
    NameRule{"text", sentence},
    NameRule{"body", sentence},
    NameRule{"bio", sentence},
    NameRule{"content", sentence},
    NameRule{"detail", sentence},
    NameRule{"reason", sentence},
    NameRule{"color", colour},
    NameRule{"colour", colour},
    NameRule{"hex color", hexColour},
    NameRule{"language", languageTag},
    NameRule{"locale", languageTag},
    NameRule{"lang", languageTag},
    NameRule{"currency", currencyCode},
    NameRule{"currency code", currencyCode},
    NameRule{"url", url},
    NameRule{"uri", url},
    NameRule{"href", url},
    NameRule{"link", url},
    NameRule{"website", url},
    NameRule{"homepage", url},
    NameRule{"avatar url", imageUrl},
    NameRule{"image url", imageUrl},
    NameRule{"avatar", imageUrl},
    NameRule{"image", imageUrl},
    NameRule{"photo", imageUrl},
    NameRule{"picture", imageUrl},
    NameRule{"thumbnail", imageUrl},
    NameRule{"host", host},
    NameRule{"hostname", host},
    NameRule{"domain", host},
    NameRule{"created at", dateTime},
    NameRule{"updated at", dateTime},
    NameRule{"timestamp", dateTime},
    NameRule{"date time", dateTime},
    NameRule{"datetime", dateTime},
    NameRule{"at", dateTime},
    NameRule{"date", date},
    NameRule{"day", date},
    NameRule{"time", timeOfDay},
    NameRule{"duration", duration},
    NameRule{"timezone", timeZone},
    NameRule{"time zone", timeZone},
    NameRule{"uuid", uuid},
    NameRule{"guid", uuid},
    NameRule{"id", shortId},
    NameRule{"sku", sku},
    NameRule{"sha", sha},
    NameRule{"hash", sha},
    NameRule{"token", token},
    NameRule{"key", token},
    NameRule{"slug", slug},
    NameRule{"tag", word},
    NameRule{"tags", word},
    NameRule{"category", category},
    NameRule{"version", version},
    NameRule{"file", fileName},
    NameRule{"filename", fileName},
    NameRule{"file name", fileName},
    NameRule{"path", filePath},
    NameRule{"mime type", mediaType},
    NameRule{"content type", mediaType},
    NameRule{"media type", mediaType},
    NameRule{"status", status},
    NameRule{"state", region},
    NameRule{"province", region},
    NameRule{"region", region},
    NameRule{"job title", jobTitle},
    NameRule{"position", jobTitle},
    NameRule{"occupation", jobTitle},
    NameRule{"department", department},
    NameRule{"role", role},
    NameRule{"roles", role},
    NameRule{"gender", gender},
    NameRule{"sex", gender},
    NameRule{"priority", level},
    NameRule{"severity", level},
    NameRule{"level", level},
    NameRule{"type", tier},
    NameRule{"kind", tier},
    NameRule{"plan", tier},
    NameRule{"tier", tier},
    NameRule{"permission", permission},
    NameRule{"permissions", permission},
    NameRule{"scope", permission},
    NameRule{"scopes", permission},
    NameRule{"weekday", weekday},
    NameRule{"week day", weekday},
    NameRule{"day of week", weekday},
    NameRule{"birthday", birthDate},
    NameRule{"birth date", birthDate},
    NameRule{"birthdate", birthDate},
    NameRule{"date of birth", birthDate},
    NameRule{"dob", birthDate},
    NameRule{"year", year},
    NameRule{"size", sizeName},
    NameRule{"unit", unit},
    NameRule{"isbn", isbn},
    NameRule{"ean", ean},
    NameRule{"gtin", ean},
    NameRule{"barcode", ean},
    NameRule{"iban", iban},
    NameRule{"bic", bic},
    NameRule{"mac", macAddress},
    NameRule{"mac address", macAddress},
    NameRule{"card number", cardNumber},
    NameRule{"account number", longNumber},
    NameRule{"order number", orderNumber},
    NameRule{"invoice number", invoiceNumber},
    NameRule{"cvv", shortNumber},
    NameRule{"cvc", shortNumber},
    NameRule{"number", longNumber},
    NameRule{"code", letterCode},
    NameRule{"reference", letterCode},
    NameRule{"model", letterCode},
    NameRule{"extension", fileExtension},
    NameRule{"checksum", sha},
    NameRule{"signature", sha},
    NameRule{"environment", environment},
    NameRule{"direction", sortOrder},
    NameRule{"creator", fullName},
    NameRule{"manager", fullName},
    NameRule{"sender", fullName},
    NameRule{"recipient", fullName},
    NameRule{"subtitle", title},
    NameRule{"headline", title},
    NameRule{"caption", title},
    NameRule{"error", sentence},
    NameRule{"errors", sentence},
    NameRule{"warning", sentence},
    NameRule{"warnings", sentence},
    NameRule{"cause", sentence},
};

} // namespace

QStringList wordsOfName(const QString &name)
{
    QStringList words;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words.append(std::exchange(word, {}).toLower());
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool startsWord =
            c.isUpper() && i > 0 &&
            (name[i - 1].isLower() || (i + 1 < name.size() && name[i + 1].isLower()));
        if (!c.isLetterOrNumber() || startsWord)
            flush();
        if (c.isLetterOrNumber())
            word += c;
    }
    flush();
    return words;
}

QString textForName(const QString &name, SampleRandom &random)
{
    const QString words = wordsOfName(name).join(u' ');
    const NameRule *best = nullptr;
    qsizetype length = 0;
    for (const NameRule &rule : nameRules) {
        const QLatin1StringView asked(rule.words);
        const bool isWhole = words == asked;
        const bool isEnd = words.size() > asked.size() && words.endsWith(asked) &&
                           words[words.size() - asked.size() - 1] == u' ';
        if (asked.size() > length && (isWhole || isEnd)) {
            best = &rule;
            length = asked.size();
        }
    }
    return best ? best->make(random) : QString();
}

QString keyForName(const QString &name, SampleRandom &random)
{
    static const QStringList links{QStringLiteral("by"), QStringLiteral("per")};
    static const QStringList spoken{QStringLiteral("translations"), QStringLiteral("locales"),
                                    QStringLiteral("languages")};
    const QStringList words = wordsOfName(name);
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        if (links.contains(words.at(i)))
            return textForName(words.mid(i + 1).join(u'_'), random);
    }
    return !words.isEmpty() && spoken.contains(words.last()) ? languageTag(random) : QString();
}

QString textForFormat(Format format, SampleRandom &random)
{
    switch (format) {
    case Format::Date:
        return date(random);
    case Format::Time:
        return timeOfDay(random);
    case Format::DateTime:
        return dateTime(random);
    case Format::Duration:
        return duration(random);
    case Format::Email:
    case Format::IdnEmail:
        return email(random);
    case Format::Hostname:
    case Format::IdnHostname:
        return host(random);
    case Format::Ipv4:
        return ipv4(random);
    case Format::Ipv6:
        return ipv6(random);
    case Format::Uri:
    case Format::Iri:
    case Format::UriReference:
    case Format::IriReference:
        return url(random);
    case Format::UriTemplate:
        return QStringLiteral("https://example.com/%1/{id}").arg(word(random));
    case Format::Uuid:
        return uuid(random);
    case Format::JsonPointer:
        return u'/' + word(random);
    case Format::RelativeJsonPointer:
        return QLatin1String("1/") + word(random);
    case Format::Regex:
        return QLatin1String("^[a-z]+$");
    case Format::Byte: {
        const QByteArray bytes = sentence(random).toUtf8().left(24);
        return QString::fromLatin1(bytes.toBase64());
    }
    case Format::JsonString:
        return QStringLiteral("{\"%1\":\"%2\"}").arg(word(random), word(random));
    case Format::Base64Json:
        return QString::fromLatin1(textForFormat(Format::JsonString, random).toUtf8().toBase64());
    case Format::Binary:
        return sentence(random);
    case Format::Password:
        return password(random);
    default:
        return {};
    }
}

/// What pydantic has names for.
static QString textForPythonsFormat(const QString &format, SampleRandom &random)
{
    if (format.startsWith(QLatin1String("uuid")) && format.size() == 5)
        return uuid(random).replace(14, 1, format.back()); // where its version stands
    if (format.endsWith(QLatin1String("network")))
        return format.startsWith(QLatin1String("ipv6")) ? QStringLiteral("2001:db8::/32")
                                                        : QStringLiteral("192.0.2.0/24");
    if (format == QLatin1String("ipvanyaddress") || format == QLatin1String("ipv4interface") ||
        format == QLatin1String("ipvanyinterface"))
        return ipv4(random);
    if (format == QLatin1String("ipv6interface"))
        return ipv6(random);
    if (format == QLatin1String("base64") || format == QLatin1String("base64url"))
        return textForFormat(Format::Byte, random);
    if (format == QLatin1String("name-email"))
        return email(random);
    return {};
}

QStringList shortTextsForFormat(Format format)
{
    const auto texts = [](std::initializer_list<const char *> latin1) {
        QStringList list;
        for (const char *text : latin1)
            list.append(QString::fromLatin1(text));
        return list;
    };
    switch (format) {
    case Format::Duration:
        return texts({"P1D"});
    case Format::Email:
    case Format::IdnEmail:
        return texts({"ann@a.io", "a@b.io"});
    case Format::Hostname:
    case Format::IdnHostname:
        return texts({"a.io", "a"});
    case Format::Ipv4:
        return texts({"10.0.0.1", "1.1.1.1"});
    case Format::Ipv6:
        return texts({"fe80::1a", "fe80::1", "::1a2b", "::1a2", "::1a", "::1", "::"});
    case Format::Uri:
    case Format::Iri:
        return texts({"https://a.io/1", "http://a.io", "a:b"});
    case Format::UriReference:
    case Format::IriReference:
    case Format::JsonPointer:
        return texts({"/a", ""});
    case Format::UriTemplate:
        return texts({"/{id}", "a"});
    case Format::RelativeJsonPointer:
        return texts({"0"});
    case Format::Regex:
        return texts({"a"});
    case Format::Byte:
        return texts({"YQ==", ""});
    case Format::JsonString:
        return texts({"{}", "0"});
    case Format::Base64Json:
        return texts({"e30="});
    default:
        return {};
    }
}

QString textForFormatName(const QString &format, SampleRandom &random)
{
    if (format == QLatin1String("url"))
        return url(random);
    if (format == QLatin1String("datetime") || format == QLatin1String("timestamp"))
        return dateTime(random);
    if (format == QLatin1String("decimal"))
        return QStringLiteral("%1.%2").arg(random.between(1, 99)).arg(random.between(10, 99));
    if (format == QLatin1String("ip"))
        return ipv4(random);
    if (const QString text = textForPythonsFormat(format, random); !text.isEmpty())
        return text;
    if (format == QLatin1String("ulid") || format == QLatin1String("hex"))
        return hexDigits(random, 26);
    return textForName(format, random);
}

} // namespace Design
