#pragma once

#include "designer/text/json_reader.h"

#include <QSet>

#include <vector>

namespace Design
{

/// Puts a value together from what a reader finds, in document order, with the place of each part.
/// Keeps what is unfinished in stacks, so that every list is allocated once and at its size.
class JsonBuilder
{
public:
    enum class EqualKeys {
        LastStays,          ///< and each repetition is recorded
        LastInPlaceOfFirst, ///< as in a Python dict, unrecorded
    };
    struct Repeated {
        quint32 before = 0; ///< byte offsets of the two keys
        quint32 again = 0;
        QString key;
        QString pointer; ///< of the member
    };

    /// mostAgain: how many values aliases and merging may add; the work ends soon behind it.
    explicit JsonBuilder(EqualKeys equalKeys, SourceMap *map = nullptr, qsizetype mostAgain = 0)
        : m_equalKeys(equalKeys)
        , m_map(map)
        , m_mostAgain(mostAgain)
    {
    }

    /// The key of the next value, in an object.
    void setKey(QString &&key, quint32 begin);
    /// The next value is an object, or a list of them, whose members the open object takes over
    /// where it has none of its own ("<<" of YAML). Any other value is a member called "<<".
    void setMergeKey(quint32 begin);
    void add(Json &&value, quint32 begin, quint32 end);
    /// A finished value of that many values and levels once more: all its parts stand at this
    /// place.
    void addAgain(const Json &value, qsizetype nodes, int height, quint32 begin, quint32 end);
    void open(bool isObject, quint32 begin);
    void close(quint32 end);

    Json takeRoot() { return std::move(m_root); }
    qsizetype nodes() const { return m_nodes; } ///< values read so far
    /// Values added by aliases and merging; when beyond the limit, some are missing.
    qsizetype nodesAgain() const { return m_again; }

    /// What was completed last, and how many levels of arrays and objects it has.
    const Json &last() const;
    int lastHeight() const { return m_lastHeight; }

    // The innermost array or object that is open.
    int depth() const { return static_cast<int>(m_frames.size()); }
    bool isInObject() const { return !m_frames.empty() && m_frames.back().isObject; }
    bool isInArray() const { return !m_frames.empty() && !m_frames.back().isObject; }
    qsizetype childrenRead() const; ///< its complete children
    QString key() const;            ///< the key whose value is being read
    QString lastKey() const;        ///< the key of its last complete child
    QString pointer() const;        ///< its JSON Pointer

    const QList<Repeated> &repeated() const { return m_repeated; } ///< in the order of their ends

private:
    struct Frame {
        bool isObject = false;
        bool isMergeNext = false;
        int height = 0;     ///< of the highest child
        qsizetype base = 0; ///< size of m_members or m_items when it was opened
        qsizetype entry = 0;
        quint32 keyBegin = 0;
        QString key;
        QList<qsizetype> merges; ///< ordinals of the members to be merged
    };
    void attach(Json &&value, int height);
    quint32 keyBegin(quint32 begin) const;
    void mapAgain(const Json &value, quint32 keyBegin, quint32 begin, quint32 end);
    void merge(const Frame &frame);
    void mergeFrom(const Json &source, const SourceMap::Entry &place, QSet<QString> &taken);
    void resolveRepeated(const Frame &frame);

    EqualKeys m_equalKeys;
    SourceMap *m_map;
    Json m_root;
    std::vector<Frame> m_frames;
    std::vector<JsonObject::Member> m_members;
    std::vector<Json> m_items;
    QList<Repeated> m_repeated;
    qsizetype m_nodes = 0;
    qsizetype m_again = 0;
    qsizetype m_mostAgain;
    int m_lastHeight = 0;
};

/// Adds an error for each repetition, the first thousand of them in the order of the text.
void reportRepeated(QList<JsonBuilder::Repeated> repeated, ReadText &result);

/// Why the bytes are no text that a reader takes at all: not UTF-8, or too large.
std::optional<Diagnostic> refuseText(const QByteArray &utf8, const SourceMap &sourceMap);

/// "key" for a message, cut where it is long.
QString quotedKey(const QString &key);

} // namespace Design
