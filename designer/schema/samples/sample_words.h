#pragma once

#include "designer/schema/samples/sample_random.h"

#include <QString>

namespace Design
{

// Words of our own for made-up data.

QString firstName(SampleRandom &random);
QString lastName(SampleRandom &random);
QString city(SampleRandom &random);
QString country(SampleRandom &random);
QString countryCode(SampleRandom &random);
QString street(SampleRandom &random);
QString company(SampleRandom &random);
QString product(SampleRandom &random);
QString colour(SampleRandom &random);
QString word(SampleRandom &random);
QString sentence(SampleRandom &random); ///< about eight words
QString languageTag(SampleRandom &random);
QString currencyCode(SampleRandom &random);

/// "red-lamp-42": letters, digits and hyphens.
QString slug(SampleRandom &random);
QString hexDigits(SampleRandom &random, int count);
QString uuid(SampleRandom &random);      ///< of version 4
QString date(SampleRandom &random);      ///< of the years 2023 to 2025
QString timeOfDay(SampleRandom &random); ///< "13:45:00Z"

} // namespace Design
