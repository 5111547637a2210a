#pragma once

#include "designer/text/json_builder.h"
#include "designer/text/text_pool.h"

#include <vector>

namespace Design
{

/// The grammar under both JSON readers, as CPython's scanner walks it: the first fault ends the
/// parse, at the offset at which Python reports it. The readers put the fault into words.
/// Without recursion, so that the depth limit is the caller's choice.
class JsonParser
{
public:
    enum class Fault {
        None,
        ExpectedValue,
        ExpectedKey,
        ExpectedColon,
        ExpectedComma,
        UnterminatedString,
        ControlCharacter,
        BadEscape,
        BadUnicodeEscape,
        ExtraData,
        TooDeep,
        TooManyValues,
        TooManyDigits,
    };
    enum class Dialect {
        Rfc8259,
        Python, ///< json.loads: NaN and Infinity, at most 4,300 digits in an integer
    };

    /// text is valid UTF-8, surrogates allowed; without map no places are recorded.
    JsonParser(QByteArrayView text, Dialect dialect, const ReadLimits &limits,
               SourceMap *map = nullptr);

    /// True when the whole text from that offset on is one value and blanks.
    bool parse(qsizetype from = 0);

    JsonBuilder &builder() { return m_builder; }
    Fault fault() const { return m_fault; }
    qsizetype faultOffset() const { return m_faultOffset; }

private:
    bool fail(Fault fault, const char *at);
    bool readKey();
    bool isWithinLimits();
    bool readScalar(Json &value);
    bool readNumber(Json &value);
    bool readString(QString &text);
    bool readLongString(const char *at, QString &text);
    bool readEscape(const char *&at);
    bool takeWord(QByteArrayView word);
    void skipBlanks();
    quint32 offset(const char *at) const { return static_cast<quint32>(at - m_begin); }

    const char *m_begin;
    const char *m_end;
    const char *m_at;
    Dialect m_dialect;
    ReadLimits m_limits;
    JsonBuilder m_builder;
    TextPool m_pool;
    std::vector<char16_t> m_units;
    Fault m_fault = Fault::None;
    qsizetype m_faultOffset = 0;
};

} // namespace Design
