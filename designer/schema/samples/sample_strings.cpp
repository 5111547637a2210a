// The part of SampleMaker for strings.

#include "designer/schema/samples/pattern_sampler.h"
#include "designer/schema/samples/sample_maker.h"
#include "designer/schema/samples/sample_names.h"
#include "designer/schema/samples/sample_words.h"
#include "designer/text/decimal_pattern.h"

#include <cmath>

namespace Design
{

namespace
{

constexpr int triesPerPattern = 12;

/// Longer, in a way that keeps the format where that is easy.
QString stretched(QString text, Format format, qint64 least, SampleRandom &random)
{
    const qint64 missing = least - text.size();
    if (missing <= 0)
        return text;
    switch (format) {
    case Format::Email:
    case Format::IdnEmail:
    case Format::Hostname:
    case Format::IdnHostname: {
        // Labels of a name hold 63 characters, what stands before the @ 64.
        QString labels;
        for (qint64 left = missing; left > 0; left -= 61)
            labels += QString(qMin<qint64>(left, 60), u'a') + u'.';
        return text.insert(text.indexOf(u'@') + 1, labels);
    }
    case Format::Unknown:
    case Format::Password:
    case Format::Binary:
        while (text.size() < least)
            text += u' ' + word(random);
        return text;
    case Format::DateTime:
    case Format::Time: // a fraction of the second, before the zone
        return missing < 2 ? text : text.insert(text.size() - 1, u'.' + QString(missing - 1, u'0'));
    case Format::Byte:
        return text.repeated(least / qMax<qint64>(text.size(), 1) + 1);
    case Format::Duration:
        return text.insert(1, QString(missing, u'1'));
    default:
        return text + u'/' + QString(missing - 1, u'a');
    }
}

/// Longer by letters behind or before it: many patterns are about one end of a text. None where it
/// is long enough.
QStringList lengthened(const QString &text, qint64 least, SampleRandom &random)
{
    const qint64 missing = least - text.size();
    if (text.isNull() || missing <= 0)
        return {};
    QString letters;
    while (letters.size() < missing)
        letters += word(random);
    letters.truncate(missing);
    return {text + letters, letters + text};
}

/// A decimal with so many digits, as the field's name suggests where these are enough for it.
QString decimalText(const DecimalPattern &pattern, const QString &name, SampleRandom &random)
{
    constexpr int usualPlaces = 2;
    constexpr int usualWhole = 3;
    int places = pattern.places < 0 ? usualPlaces : std::min(pattern.places, usualPlaces);
    int whole = usualWhole;
    if (pattern.digits >= 0) {
        places = std::min(places, pattern.digits);
        whole = std::clamp(pattern.digits - std::max(pattern.places, places), 0, usualWhole);
    }
    const auto below = [](int digits) { return static_cast<qint64>(std::pow(10, digits)); };
    qint64 value = hundredthsForName(name, random);
    if (places != usualPlaces || value < 0 || value >= below(whole + places))
        value = random.below(below(whole + places));
    QString text = QString::number(value).rightJustified(places + 1, u'0');
    return places == 0 ? text : text.insert(text.size() - places, u'.');
}

/// Texts for patterns that look around or want a bit of everything.
const QStringList &textsOfManyKinds()
{
    static const QStringList texts{
        QStringLiteral("Abcdef1!"),   QStringLiteral("Abcdef12"), QStringLiteral("abcdef"),
        QStringLiteral("ABCDEF"),     QStringLiteral("123456"),   QStringLiteral("Abcdef1!Ghijkl2"),
        QStringLiteral("a"),          QStringLiteral("A"),        QStringLiteral("1"),
        QStringLiteral("a1"),         QStringLiteral("a-b"),      QStringLiteral("a_b"),
        QStringLiteral("1.0.0"),      QStringLiteral("a.b"),      QStringLiteral("a/b"),
        QStringLiteral("a@b.c"),      QStringLiteral("Ab1"),      QStringLiteral("#a1b2c3"),
        QStringLiteral("2024-01-31"), QStringLiteral("10.5"),     QStringLiteral(""),
        QStringLiteral("Some words"), QStringLiteral("en-US"),    QStringLiteral("+15550123"),
        QStringLiteral("$"),
    };
    return texts;
}

} // namespace

std::optional<Json> SampleMaker::makeString(const NodeSet &nodes, const SampleShape &shape,
                                            const Spot &spot)
{
    if (shape.minLength > shape.maxLength)
        return std::nullopt;
    if (shape.minLength > m_options.bytes - m_bytes) {
        m_wasTooLarge = true;
        return std::nullopt;
    }
    SampleRandom random(spot.key);
    const auto accept = [&](const QString &text) {
        return spend(text.size() / 8 + 10) && fitsText(shape, text) && fits(nodes, text);
    };
    const QStringList candidates = textCandidates(shape, spot, random);
    for (const QString &text : candidates) {
        if (accept(text))
            return take(text.size()) ? std::optional<Json>(text) : std::nullopt;
    }
    const qint64 room = m_options.bytes - m_bytes;
    for (const Pattern *pattern : shape.patterns) {
        if (!pattern->parsed())
            continue;
        // A pattern that needs more than there is room for is too large, not impossible.
        const qint64 least = Regex::widthOf(pattern->parsed()->root).least;
        if (least > room && least <= shape.maxLength)
            m_wasTooLarge = true;
        for (int i = 0; i < triesPerPattern && !m_isExhausted; ++i) {
            const qint64 wanted = std::max(shape.minLength, i % 3 == 2 ? qint64{8} : qint64{0});
            const auto lookAheads =
                i % 4 == 3 ? Regex::LookAheads::Written : Regex::LookAheads::Skipped;
            const QString text = Regex::sampleText(
                *pattern->parsed(), {wanted, std::min(shape.maxLength, room)}, random, lookAheads);
            if (!text.isNull() && accept(text))
                return take(text.size()) ? std::optional<Json>(text) : std::nullopt;
            for (const QString &longer : lengthened(text, shape.minLength, random)) {
                if (accept(longer))
                    return take(longer.size()) ? std::optional<Json>(longer) : std::nullopt;
            }
            // What has a format may have the pattern at its end: a URL with a version.
            const QString longer = candidates.first() + text;
            if (!text.isNull() && !shape.formats.isEmpty() && accept(longer))
                return take(longer.size()) ? std::optional<Json>(longer) : std::nullopt;
        }
    }
    // Several patterns may each be about a part of the text.
    for (int i = 0; i < triesPerPattern && shape.patterns.size() > 1 && !m_isExhausted; ++i) {
        QString forwards;
        QString backwards;
        for (const Pattern *pattern : shape.patterns) {
            if (!pattern->parsed())
                continue;
            const QString part =
                Regex::sampleText(*pattern->parsed(), {0, std::min(shape.maxLength, room)}, random);
            forwards += part;
            backwards.prepend(part);
        }
        for (const QString &text : {forwards, backwards}) {
            if (accept(text))
                return take(text.size()) ? std::optional<Json>(text) : std::nullopt;
        }
    }
    for (const QString &usual : textsOfManyKinds()) {
        const QString text = usual.left(shape.maxLength);
        for (const QString &fitted :
             QStringList{text} + lengthened(text, shape.minLength, random)) {
            if (accept(fitted))
                return take(fitted.size()) ? std::optional<Json>(fitted) : std::nullopt;
        }
    }
    return m_isNear ? std::optional<Json>(candidates.first()) : std::nullopt;
}

/// What the formats and the name suggest, then any text; with the right length where that is easy.
QStringList SampleMaker::textCandidates(const SampleShape &shape, const Spot &spot,
                                        SampleRandom &random)
{
    struct Candidate {
        QString text;
        Format format;
    };
    QList<Candidate> candidates;
    for (const QString &name : shape.formats) {
        const Format format = formatFromName(name);
        const QString text = format == Format::Unknown ? textForFormatName(name, random)
                                                       : textForFormat(format, random);
        candidates.append({text, format});
    }
    for (const Format content : shape.contents)
        candidates.append({textForFormat(content, random), content});
    for (const Pattern *pattern : shape.patterns) {
        if (const auto decimal = readDecimalPattern(pattern->text()))
            candidates.append({decimalText(*decimal, spot.name, random), Format::Unknown});
    }
    candidates.append({textForName(spot.name, random), Format::Unknown});
    candidates.append({word(random), Format::Unknown});
    QStringList texts;
    for (const Candidate &candidate : std::as_const(candidates)) {
        if (candidate.text.isNull())
            continue;
        const QString text = stretched(candidate.text, candidate.format, shape.minLength, random);
        texts.append(text);
        if (text.size() <= shape.maxLength)
            continue;
        for (const QString &one : shortTextsForFormat(candidate.format)) {
            const QString fitted = stretched(one, candidate.format, shape.minLength, random);
            if (fitted.size() <= shape.maxLength)
                texts.append(fitted);
        }
        texts.append(text.left(shape.maxLength).trimmed());
        texts.append(text.left(shape.maxLength));
    }
    if (shape.maxLength == 0)
        texts.append(QString());
    return texts;
}

/// Length, patterns and formats, the latter also where they are not asserted.
bool SampleMaker::fitsText(const SampleShape &shape, const QString &text)
{
    const qint64 length = text.size(); // our own texts have no surrogate pairs, patterns may
    if (length < shape.minLength || (length > shape.maxLength && length / 2 > shape.maxLength))
        return false;
    for (const QString &name : shape.formats) {
        if (!hasFormat(formatFromName(name), QStringView(text)))
            return false;
    }
    for (const Format content : shape.contents) {
        if (!hasFormat(content, QStringView(text)))
            return false;
    }
    for (const Pattern *pattern : shape.patterns) {
        qint64 cost = 0;
        const Pattern::Match match = pattern->search(text, &cost);
        if (!spend(cost) || match != Pattern::Match::Yes)
            return false;
    }
    return true;
}

} // namespace Design
