#pragma once

#include <QtGlobal>

namespace Mock
{

/// One step of SplitMix64: numbers that look random and are the same for the same value.
constexpr quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

} // namespace Mock
