#include "designer/schema/samples/sample_words.h"

#include "designer/schema/formats/format_checks.h"

#include <array>

namespace Design
{

namespace
{

template<std::size_t size>
QString pick(const std::array<const char *, size> &words, SampleRandom &random)
{
    return QString::fromUtf8(random.pick(words));
}

constexpr std::array firstNames{
    "Ada",  "Amara", "Bruno", "Chen", "Clara",  "Diego", "Elif", "Emil",  "Farah", "Grace",
    "Hana", "Ines",  "Jonas", "Kofi", "Lena",   "Luca",  "Maya", "Mina",  "Nadia", "Noah",
    "Olga", "Omar",  "Priya", "Rosa", "Samuel", "Sofia", "Theo", "Tomas", "Vera",  "Yuki"};
constexpr std::array lastNames{"Adeyemi",  "Andersen", "Bauer",  "Costa",  "Dubois",  "Fischer",
                               "Garcia",   "Haddad",   "Ito",    "Jensen", "Kaya",    "Kim",
                               "Kowalska", "Larsen",   "Lopez",  "Mensah", "Moreau",  "Novak",
                               "Okafor",   "Patel",    "Rossi",  "Santos", "Schmidt", "Silva",
                               "Tanaka",   "Turner",   "Vargas", "Weber",  "Wright",  "Zhang"};
constexpr std::array cities{"Berlin",   "Bogota",  "Cork",    "Dakar",    "Geneva", "Hamburg",
                            "Helsinki", "Izmir",   "Krakow",  "Lima",     "Lisbon", "Lyon",
                            "Montreal", "Nairobi", "Osaka",   "Porto",    "Quito",  "Seville",
                            "Tallinn",  "Turin",   "Utrecht", "Valencia", "Vienna", "Wellington"};
constexpr std::array countries{"Argentina", "Austria", "Brazil",   "Canada",  "Chile",
                               "Denmark",   "Finland", "France",   "Germany", "Ghana",
                               "Italy",     "Japan",   "Kenya",    "Mexico",  "Norway",
                               "Peru",      "Poland",  "Portugal", "Spain",   "Sweden"};
constexpr std::array countryCodes{"AR", "AT", "BR", "CA", "CL", "DK", "FI", "FR", "DE", "GH",
                                  "IT", "JP", "KE", "MX", "NO", "PE", "PL", "PT", "ES", "SE"};
constexpr std::array streets{"Harbour Street", "Mill Lane",     "Station Road", "Garden Avenue",
                             "River Walk",     "Market Square", "Park Road",    "Hill Street",
                             "Bridge Street",  "Orchard Way"};
constexpr std::array companies{"Northwind Books",  "Blue Harbour Ltd",  "Alder & Sons",
                               "Brightside Labs",  "Copperfield Foods", "Juniper Systems",
                               "Lantern Works",    "Maple Logistics",   "Riverbend Energy",
                               "Silverline Travel"};
constexpr std::array adjectives{"Quiet",   "Bright", "Small", "Green", "Solid",
                                "Classic", "Light",  "Warm",  "Fresh", "Smart"};
constexpr std::array things{"Lamp", "Chair", "Backpack", "Kettle", "Notebook", "Bicycle",
                            "Mug",  "Scarf", "Speaker",  "Clock",  "Umbrella", "Desk"};
constexpr std::array colours{"amber", "blue",   "coral", "green", "indigo", "ivory",
                             "olive", "orange", "plum",  "red",   "teal",   "white"};
constexpr std::array words{"amber",  "basin",  "cedar",  "delta", "ember",  "fjord",  "grove",
                           "harbor", "island", "jasper", "kelp",  "lagoon", "meadow", "north",
                           "orchid", "pebble", "quartz", "ridge", "stone",  "timber", "umbra",
                           "valley", "willow", "yarrow", "zephyr"};
constexpr std::array sentences{
    "Arrives in two to three working days.", "Checked by the team and ready to go.",
    "A short note about what this is for.",  "Made in a small workshop by the sea.",
    "Please keep this for your records.",    "Works well in any kind of weather.",
    "The first of a series of three parts.", "Suggested by several of our readers."};
constexpr std::array regions{"Bavaria",  "Catalonia", "Lapland",    "Ontario",
                             "Oregon",   "Provence",  "Queensland", "Skane",
                             "Tasmania", "Texas",     "Tuscany",    "Wales"};
constexpr std::array jobTitles{
    "Accountant",     "Buyer",           "Data Analyst",    "Designer",
    "Office Manager", "Product Manager", "Sales Associate", "Software Engineer"};
constexpr std::array departments{"Engineering", "Finance", "Logistics", "Marketing",
                                 "Purchasing",  "Sales",   "Support"};
constexpr std::array categories{"Books", "Electronics", "Garden", "Kitchen",
                                "Music", "Office",      "Sports", "Toys"};
constexpr std::array roles{"admin", "editor", "member", "viewer"};
constexpr std::array genders{"female", "male", "other"};
constexpr std::array levels{"low", "medium", "high"};
constexpr std::array tiers{"basic", "standard", "premium"};
constexpr std::array permissions{"read", "write", "delete"};
constexpr std::array weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                              "Friday", "Saturday", "Sunday"};
constexpr std::array languages{"en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja"};
constexpr std::array currencies{"EUR", "USD", "GBP", "JPY", "CHF", "SEK", "PLN", "CAD"};

QString dateBetween(int firstYear, int lastYear, SampleRandom &random)
{
    const int year = static_cast<int>(random.between(firstYear, lastYear));
    const int month = static_cast<int>(random.between(1, 12));
    const qint64 day = random.between(1, daysOf(year, month));
    return QStringLiteral("%1-%2-%3")
        .arg(year)
        .arg(month, 2, 10, QChar(u'0'))
        .arg(day, 2, 10, QChar(u'0'));
}

} // namespace

QString firstName(SampleRandom &random)
{
    return pick(firstNames, random);
}

QString lastName(SampleRandom &random)
{
    return pick(lastNames, random);
}

QString city(SampleRandom &random)
{
    return pick(cities, random);
}

QString country(SampleRandom &random)
{
    return pick(countries, random);
}

QString countryCode(SampleRandom &random)
{
    return pick(countryCodes, random);
}

QString street(SampleRandom &random)
{
    return QStringLiteral("%1 %2").arg(random.between(1, 120)).arg(pick(streets, random));
}

QString company(SampleRandom &random)
{
    return pick(companies, random);
}

QString product(SampleRandom &random)
{
    const QString adjective = pick(adjectives, random);
    return adjective + u' ' + pick(things, random);
}

QString colour(SampleRandom &random)
{
    return pick(colours, random);
}

QString word(SampleRandom &random)
{
    return pick(words, random);
}

QString sentence(SampleRandom &random)
{
    return pick(sentences, random);
}

QString languageTag(SampleRandom &random)
{
    return pick(languages, random);
}

QString currencyCode(SampleRandom &random)
{
    return pick(currencies, random);
}

QString region(SampleRandom &random)
{
    return pick(regions, random);
}

QString jobTitle(SampleRandom &random)
{
    return pick(jobTitles, random);
}

QString department(SampleRandom &random)
{
    return pick(departments, random);
}

QString category(SampleRandom &random)
{
    return pick(categories, random);
}

QString role(SampleRandom &random)
{
    return pick(roles, random);
}

QString gender(SampleRandom &random)
{
    return pick(genders, random);
}

QString level(SampleRandom &random)
{
    return pick(levels, random);
}

QString tier(SampleRandom &random)
{
    return pick(tiers, random);
}

QString permission(SampleRandom &random)
{
    return pick(permissions, random);
}

QString weekday(SampleRandom &random)
{
    return pick(weekdays, random);
}

QString slug(SampleRandom &random)
{
    const QString first = word(random);
    return first + u'-' + word(random);
}

QString hexDigits(SampleRandom &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QString::number(random.below(16), 16);
    return text;
}

QString uuid(SampleRandom &random)
{
    QString text = hexDigits(random, 32);
    text[12] = u'4';
    text[16] = QChar(static_cast<char16_t>(u"89ab"[random.below(4)]));
    for (const qsizetype at : {8, 13, 18, 23})
        text.insert(at, u'-');
    return text;
}

QString date(SampleRandom &random)
{
    return dateBetween(2023, 2025, random);
}

QString birthDate(SampleRandom &random)
{
    return dateBetween(1958, 2004, random);
}

QString timeOfDay(SampleRandom &random)
{
    return QStringLiteral("%1:%2:%3Z")
        .arg(random.between(6, 21), 2, 10, QChar(u'0'))
        .arg(random.below(60), 2, 10, QChar(u'0'))
        .arg(random.below(60), 2, 10, QChar(u'0'));
}

} // namespace Design
