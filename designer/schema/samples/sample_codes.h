#pragma once

#include "designer/schema/samples/sample_random.h"

#include <QString>

namespace Design
{

// Made-up numbers and codes, with right check digits where they have some.

QString digits(SampleRandom &random, int count); ///< the first is not 0
QString ean(SampleRandom &random);               ///< EAN-13
QString isbn(SampleRandom &random);              ///< ISBN-13
QString iban(SampleRandom &random);              ///< ISO 13616, a German one
QString bic(SampleRandom &random);
QString cardNumber(SampleRandom &random); ///< one that payment services know for a test
QString macAddress(SampleRandom &random); ///< of those for documentation, RFC 9542
QString letterCode(SampleRandom &random); ///< "KTB417"

} // namespace Design
