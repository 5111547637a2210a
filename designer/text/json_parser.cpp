#include "designer/text/json_parser.h"

namespace Design
{

JsonParser::JsonParser(QByteArrayView text, Dialect dialect, const ReadLimits &limits,
                       SourceMap *map)
    : m_begin(text.data())
    , m_end(text.data() + text.size())
    , m_at(text.data())
    , m_dialect(dialect)
    , m_limits(limits)
    , m_builder(dialect == Dialect::Python ? JsonBuilder::EqualKeys::LastInPlaceOfFirst
                                           : JsonBuilder::EqualKeys::LastStays,
                map)
    , m_pool(text.size())
{
}

bool JsonParser::fail(Fault fault, const char *at)
{
    m_fault = fault;
    m_faultOffset = at - m_begin;
    return false;
}

void JsonParser::skipBlanks()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

bool JsonParser::isWithinLimits()
{
    return m_builder.nodes() <= m_limits.nodes || fail(Fault::TooManyValues, m_at);
}

bool JsonParser::parse(qsizetype from)
{
    m_at = m_begin + from;
    skipBlanks();
    for (;;) {
        const char *const begin = m_at;
        const char first = m_at < m_end ? *m_at : '\0';
        if (first == '{' || first == '[') {
            if (m_builder.depth() >= m_limits.depth)
                return fail(Fault::TooDeep, m_at);
            m_builder.open(first == '{', offset(begin));
            ++m_at;
            skipBlanks();
            if (m_at == m_end || *m_at != (first == '{' ? '}' : ']')) {
                if (first == '{' && !readKey())
                    return false;
                continue;
            }
            m_builder.close(offset(++m_at));
        } else {
            Json value;
            if (!readScalar(value))
                return false;
            m_builder.add(std::move(value), offset(begin), offset(m_at));
        }

        // After a value: the ends of what it completes, then a comma or the end of the text.
        for (;;) {
            if (!isWithinLimits())
                return false;
            skipBlanks();
            if (m_builder.depth() == 0)
                return m_at == m_end || fail(Fault::ExtraData, m_at);
            const bool isObject = m_builder.isInObject();
            const char next = m_at < m_end ? *m_at : '\0';
            if (next == (isObject ? '}' : ']')) {
                m_builder.close(offset(++m_at));
                continue;
            }
            if (next != ',')
                return fail(Fault::ExpectedComma, m_at);
            ++m_at;
            skipBlanks();
            if (isObject && !readKey())
                return false;
            break;
        }
    }
}

bool JsonParser::readKey()
{
    const char *const begin = m_at;
    if (m_at == m_end || *m_at != '"')
        return fail(Fault::ExpectedKey, m_at);
    QString key;
    if (!readString(key))
        return false;
    m_builder.setKey(std::move(key), offset(begin));
    skipBlanks();
    if (m_at == m_end || *m_at != ':')
        return fail(Fault::ExpectedColon, m_at);
    ++m_at;
    skipBlanks();
    return true;
}

} // namespace Design
