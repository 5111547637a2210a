#pragma once

#include "designer/text/diagnostic.h"

#include <QByteArray>

#include <memory>

struct fy_diag;
struct fy_event;
struct fy_parser;
struct fy_token;

namespace Design
{

/// One step of a YAML text. Offsets are in bytes; a collection's end is where its last part ends.
struct YamlEvent {
    enum class Type {
        DocumentStart,
        DocumentEnd,
        Scalar,
        Alias,
        SequenceStart,
        SequenceEnd,
        MappingStart,
        MappingEnd,
        End,  ///< of the stream
        Error ///< of the syntax; nothing follows
    };

    Type type = Type::End;
    QByteArrayView text; ///< of a scalar, or an alias's name; valid until the next event
    bool isPlain = false;
    QByteArray tag; ///< written out ("tag:yaml.org,2002:str", "!local", "!"), or empty
    QByteArray anchor;
    quint32 begin = 0; ///< tags and anchors not included, quotes and `|` included
    quint32 end = 0;
};

/// The events of libfyaml, which decides alone what is YAML, with exact places.
class YamlEvents
{
public:
    /// text: valid UTF-8 that outlives this object.
    explicit YamlEvents(const QByteArray &text);
    ~YamlEvents();
    YamlEvents(const YamlEvents &) = delete;
    YamlEvents &operator=(const YamlEvents &) = delete;

    /// What a node would be here: it decides where one stands for which nothing is written.
    enum class Role { Key, Value, Item };
    YamlEvent next(Role role);

    QString errorMessage() const; ///< libfyaml's words, after Type::Error
    TextPosition errorPosition() const;

private:
    struct DestroyDiag {
        void operator()(fy_diag *diag) const;
    };
    struct DestroyParser {
        void operator()(fy_parser *parser) const;
    };

    QByteArrayView scalarText(fy_token *token);
    void place(YamlEvent &event, Role role);
    void placePair(YamlEvent &event) const;
    quint32 placeOfNothing(Role role) const;
    quint32 blockScalarHeader(quint32 content) const;

    const QByteArray &m_text;
    std::unique_ptr<fy_diag, DestroyDiag> m_diag;
    std::unique_ptr<fy_parser, DestroyParser> m_parser;
    fy_event *m_event = nullptr;
    QByteArray m_decoded; ///< the text of an event, where we decode it ourselves
    int m_flowDepth = 0;
    quint32 m_end = 0; ///< where the latest event ended
};

} // namespace Design
