#pragma once

#include "designer/schema/formats/format.h"
#include "designer/schema/samples/sample_random.h"
#include "designer/text/json.h"

namespace Design
{

/// A text that reads like the field's name suggests ("email", "firstName", "unit_price"); null
/// when the name says nothing.
QString textForName(const QString &name, SampleRandom &random);

/// The same for the keys of a map: "price_by_currency", "translations".
QString keyForName(const QString &name, SampleRandom &random);

/// A text with the format; null for formats that say nothing about the text.
QString textForFormat(Format format, SampleRandom &random);
/// Short ones, nicest first; none where all texts of the format are about as long.
QStringList shortTextsForFormat(Format format);
/// The same for names of `format` that are no standard but in wide use ("phone", "country-code").
QString textForFormatName(const QString &format, SampleRandom &random);

/// A number that the name suggests, as hundredths; negative when the name says nothing.
qint64 hundredthsForName(const QString &name, SampleRandom &random);

/// The lower-case words of "createdAt", "created_at", "X-Created-At".
QStringList wordsOfName(const QString &name);

} // namespace Design
