#include "designer/text/yaml/yaml_events.h"

#include "designer/text/yaml/yaml_scalar.h"

#include <algorithm>
#include <libfyaml.h>

namespace Design
{

// libfyaml would print its findings; we collect them instead.
static void swallow(fy_diag *, void *, const char *, size_t) {}

static QByteArrayView tokenText(fy_token *token)
{
    size_t size = 0;
    const char *const text = token ? fy_token_get_text(token, &size) : nullptr;
    return text ? QByteArrayView(text, static_cast<qsizetype>(size)) : QByteArrayView();
}

static quint32 startOf(fy_token *token)
{
    const fy_mark *const mark = fy_token_start_mark(token);
    return mark ? static_cast<quint32>(mark->input_pos) : 0;
}

static quint32 endOf(fy_token *token)
{
    const fy_mark *const mark = fy_token_end_mark(token);
    return mark ? static_cast<quint32>(mark->input_pos) : 0;
}

static YamlEvent::Type typeOf(fy_event_type type)
{
    switch (type) {
    case FYET_DOCUMENT_START:
        return YamlEvent::Type::DocumentStart;
    case FYET_DOCUMENT_END:
        return YamlEvent::Type::DocumentEnd;
    case FYET_SCALAR:
        return YamlEvent::Type::Scalar;
    case FYET_ALIAS:
        return YamlEvent::Type::Alias;
    case FYET_SEQUENCE_START:
        return YamlEvent::Type::SequenceStart;
    case FYET_SEQUENCE_END:
        return YamlEvent::Type::SequenceEnd;
    case FYET_MAPPING_START:
        return YamlEvent::Type::MappingStart;
    case FYET_MAPPING_END:
        return YamlEvent::Type::MappingEnd;
    default:
        return YamlEvent::Type::End;
    }
}

void YamlEvents::DestroyDiag::operator()(fy_diag *diag) const
{
    fy_diag_destroy(diag);
}

void YamlEvents::DestroyParser::operator()(fy_parser *parser) const
{
    fy_parser_destroy(parser);
}

YamlEvents::YamlEvents(const QByteArray &text)
    : m_text(text)
{
    fy_diag_cfg diagConfig = {};
    fy_diag_cfg_default(&diagConfig);
    diagConfig.fp = nullptr;
    diagConfig.output_fn = swallow;
    diagConfig.show_source = false;
    m_diag.reset(fy_diag_create(&diagConfig));
    if (!m_diag)
        return;
    fy_diag_set_collect_errors(m_diag.get(), true);
    fy_parse_cfg config = {};
    // Our reader limits the depth itself, and a file's name decides nothing here.
    config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_JSON_NONE | FYPCF_DISABLE_DEPTH_LIMIT);
    config.diag = m_diag.get();
    m_parser.reset(fy_parser_create(&config));
    if (m_parser && fy_parser_set_string(m_parser.get(), m_text.constData(),
                                         static_cast<size_t>(m_text.size())) != 0) {
        m_parser.reset();
    }
}

YamlEvents::~YamlEvents()
{
    if (m_event)
        fy_parser_event_free(m_parser.get(), m_event);
}

YamlEvent YamlEvents::next(Role role)
{
    YamlEvent event;
    event.begin = event.end = m_end;
    if (m_event)
        fy_parser_event_free(m_parser.get(), m_event);
    do {
        m_event = m_parser ? fy_parser_parse(m_parser.get()) : nullptr;
        if (!m_event) {
            const bool failed = !m_parser || fy_parser_get_stream_error(m_parser.get());
            event.type = failed ? YamlEvent::Type::Error : YamlEvent::Type::End;
            return event;
        }
        if (m_event->type != FYET_STREAM_START)
            break;
        fy_parser_event_free(m_parser.get(), m_event);
    } while (true);

    event.type = typeOf(m_event->type);
    event.tag = tokenText(fy_event_get_tag_token(m_event)).toByteArray();
    event.anchor = tokenText(fy_event_get_anchor_token(m_event)).toByteArray();
    if (event.type == YamlEvent::Type::Scalar || event.type == YamlEvent::Type::Alias) {
        fy_token *const token = fy_event_get_token(m_event);
        event.text = scalarText(token);
        event.isPlain = !token || fy_token_scalar_style(token) == FYSS_PLAIN;
    }
    place(event, role);
    m_end = event.end;
    return event;
}

QByteArrayView YamlEvents::scalarText(fy_token *token)
{
    if (token && fy_token_scalar_style(token) == FYSS_SINGLE_QUOTED) {
        const auto begin = static_cast<qsizetype>(startOf(token));
        const QByteArrayView raw = QByteArrayView(m_text).first(endOf(token)).sliced(begin);
        // libfyaml 0.7.12 reads two escaped quotes in a row as three, drops the last character and
        // loses memory over it.
        if (raw.contains("''")) {
            m_decoded = singleQuotedText(raw);
            return m_decoded;
        }
    }
    return tokenText(token);
}

void YamlEvents::place(YamlEvent &event, Role role)
{
    for (fy_token *const property :
         {fy_event_get_tag_token(m_event), fy_event_get_anchor_token(m_event)}) {
        if (property)
            m_end = std::max(m_end, endOf(property));
    }
    event.begin = event.end = m_end;
    fy_token *const token = fy_event_get_token(m_event);
    switch (event.type) {
    case YamlEvent::Type::DocumentStart:
        if (token) {
            event.begin = startOf(token);
            event.end = endOf(token);
        }
        return;
    case YamlEvent::Type::SequenceStart:
    case YamlEvent::Type::MappingStart:
        // Brackets are tokens of their own; what has none is a block, or a pair in a flow list,
        // which libfyaml places at its colon.
        if (token && endOf(token) > startOf(token))
            ++m_flowDepth;
        else if (m_flowDepth > 0)
            return placePair(event);
        event.begin = startOf(token);
        event.end = endOf(token);
        return;
    case YamlEvent::Type::SequenceEnd:
    case YamlEvent::Type::MappingEnd:
        // The end of a block is found at what follows it.
        if (token && endOf(token) > startOf(token)) {
            event.end = endOf(token);
            --m_flowDepth;
        }
        return;
    case YamlEvent::Type::Alias:
        event.begin = startOf(token) - 1; // the asterisk
        event.end = endOf(token);
        return;
    case YamlEvent::Type::Scalar:
        break;
    default:
        return;
    }
    if (!token) {
        event.begin = event.end = placeOfNothing(role);
        return;
    }
    event.begin = startOf(token);
    event.end = endOf(token);
    switch (fy_token_scalar_style(token)) {
    case FYSS_SINGLE_QUOTED:
    case FYSS_DOUBLE_QUOTED:
        --event.begin;
        ++event.end;
        break;
    case FYSS_LITERAL:
    case FYSS_FOLDED: {
        event.begin = blockScalarHeader(event.begin);
        const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
        while (event.end > event.begin && isBlank(m_text.at(event.end - 1)))
            --event.end;
        break;
    }
    default:
        break;
    }
}

/// Moves from there to the next character that is no blank, comment or comma.
static qsizetype nextContent(const QByteArray &text, qsizetype at, bool skipComma)
{
    while (at < text.size()) {
        const char c = text.at(at);
        if (c == '#') {
            const qsizetype lineEnd = text.indexOf('\n', at);
            at = lineEnd < 0 ? text.size() : lineEnd;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || (c == ',' && skipComma)) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

void YamlEvents::placePair(YamlEvent &event) const
{
    event.begin = static_cast<quint32>(nextContent(m_text, m_end, true));
    event.end = event.begin;
}

/// Behind the dash of an item or the colon of a value, before the colon of a key or behind its
/// question mark; where there is none of these, at the end of what came before.
quint32 YamlEvents::placeOfNothing(Role role) const
{
    const qsizetype at = nextContent(m_text, m_end, role == Role::Key);
    const char c = at < m_text.size() ? m_text.at(at) : '\0';
    if (role == Role::Key && c == ':')
        return static_cast<quint32>(at);
    const char indicator = role == Role::Key ? '?' : role == Role::Value ? ':' : '-';
    return c == indicator ? static_cast<quint32>(at + 1) : m_end;
}

/// The `|` or `>` of a block scalar, whose content (libfyaml's place) begins on the next line.
quint32 YamlEvents::blockScalarHeader(quint32 content) const
{
    const qsizetype lineBegin = content < 2 ? 0 : m_text.lastIndexOf('\n', content - 2) + 1;
    for (qsizetype at = std::max(lineBegin, static_cast<qsizetype>(m_end)); at < content; ++at) {
        const char c = m_text.at(at);
        const char before = at > 0 ? m_text.at(at - 1) : '\n';
        if ((c == '|' || c == '>') && (before == ' ' || before == '\t' || before == '\n'))
            return static_cast<quint32>(at);
    }
    return content;
}

QString YamlEvents::errorMessage() const
{
    void *previous = nullptr;
    const fy_diag_error *const error =
        m_diag ? fy_diag_errors_iterate(m_diag.get(), &previous) : nullptr;
    QString message =
        error ? QString::fromUtf8(error->msg) : QStringLiteral("the text is not YAML");
    message[0] = message[0].toUpper();
    return message;
}

TextPosition YamlEvents::errorPosition() const
{
    void *previous = nullptr;
    const fy_diag_error *const error =
        m_diag ? fy_diag_errors_iterate(m_diag.get(), &previous) : nullptr;
    return error ? TextPosition{error->line, error->column} : TextPosition{1, 1};
}

} // namespace Design
