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

QString region(SampleRandom &random);
QString jobTitle(SampleRandom &random);
QString department(SampleRandom &random);
QString category(SampleRandom &random);
QString role(SampleRandom &random);
QString gender(SampleRandom &random);
QString level(SampleRandom &random);      ///< "low"
QString tier(SampleRandom &random);       ///< "basic"
QString permission(SampleRandom &random); ///< "read"
QString weekday(SampleRandom &random);

/// "red-lamp-42": letters, digits and hyphens.
QString slug(SampleRandom &random);
QString hexDigits(SampleRandom &random, int count);
QString uuid(SampleRandom &random);      ///< of version 4
QString date(SampleRandom &random);      ///< of the years 2023 to 2025
QString birthDate(SampleRandom &random); ///< of a grown-up
QString timeOfDay(SampleRandom &random); ///< "13:45:00Z"

} // namespace Design
