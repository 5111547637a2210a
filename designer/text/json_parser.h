#pragma once

#include "designer/text/source_map.h"

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
    struct Options {
        int depth = 512;
        qsizetype nodes = 10'000'000;
        /// json.loads: NaN and Infinity, at most 4,300 digits in an integer; of equal keys the last
        /// value stands in the place of the first, unreported.
        bool python = false;
    };
    struct Repeated {
        quint32 first = 0; ///< byte offsets of the two keys
        quint32 again = 0;
        QString key;
        QString pointer; ///< of the member
    };

    /// text is valid UTF-8, surrogates allowed; without map nothing is recorded.
    JsonParser(QByteArrayView text, const Options &options, SourceMap *map = nullptr);

    /// True when the whole text from that offset on is one value and blanks.
    bool parse(qsizetype from = 0);

    Json takeRoot() { return std::move(m_root); }
    Fault fault() const { return m_fault; }
    qsizetype faultOffset() const { return m_faultOffset; }

    /// The innermost array or object that was open at the fault.
    bool isInObject() const { return !m_frames.empty() && m_frames.back().isObject; }
    bool isInArray() const { return !m_frames.empty() && !m_frames.back().isObject; }
    qsizetype childrenRead() const; ///< its complete children
    QString key() const;            ///< the key in it that was read last
    QString pointer() const;        ///< its JSON Pointer

    const QList<Repeated> &repeated() const { return m_repeated; } ///< in the order of their ends

private:
    struct Frame {
        bool isObject = false;
        qsizetype base = 0; ///< size of m_members or m_items when it was opened
        qsizetype entry = 0;
        quint32 keyBegin = 0;
        QString key; ///< of the member that is being read
    };
    struct Interned {
        const char *begin = nullptr;
        qsizetype size = 0;
        QString text;
    };

    bool fail(Fault fault, const char *at);
    bool readScalar(Json &value);
    bool readNumber(Json &value);
    bool readString(QString &text);
    bool readLongString(const char *at, QString &text);
    bool readKey();
    bool open(bool isObject);
    void attach(Json &&value);
    bool count();
    bool closeContainer();
    void resolveRepeated(const Frame &frame);
    bool takeWord(QByteArrayView word);
    bool readEscape(const char *&at);
    QString intern(const char *begin, qsizetype size);
    void skipBlanks();
    quint32 offset(const char *at) const { return static_cast<quint32>(at - m_begin); }
    quint32 keyBegin(const char *value) const;

    const char *m_begin;
    const char *m_end;
    const char *m_at;
    Options m_options;
    SourceMap *m_map;
    Json m_root;
    std::vector<Frame> m_frames;
    std::vector<JsonObject::Member> m_members;
    std::vector<Json> m_items;
    std::vector<Interned> m_interned; ///< direct-mapped: the latest text of each slot
    std::vector<char16_t> m_units;
    QList<Repeated> m_repeated;
    qsizetype m_nodes = 0;
    Fault m_fault = Fault::None;
    qsizetype m_faultOffset = 0;
};

} // namespace Design
