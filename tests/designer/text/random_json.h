#pragma once

#include "designer/text/json.h"

#include <random>

/// Random values with what readers and writers trip over: odd strings, odd numbers, odd keys.
/// The same seed gives the same values everywhere.
class RandomJson
{
public:
    explicit RandomJson(unsigned seed)
        : m_engine(seed)
    {
    }

    Design::Json value(int depth = 4);
    QString string();
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }

    /// The bytes with a few of them removed, replaced, repeated or put in from a list of tokens.
    QByteArray mutated(QByteArray bytes);

private:
    std::mt19937 m_engine; // the distributions of the standard library differ between platforms
};
