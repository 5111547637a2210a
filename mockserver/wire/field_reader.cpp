#include "mockserver/wire/field_reader.h"

#include "mockserver/wire/characters.h"

#include <utility>

namespace Mock
{

namespace
{

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

FieldReader::Event FieldReader::read(QByteArrayView &bytes)
{
    while (!bytes.isEmpty()) {
        switch (m_state) {
        case State::LineStart:
            if (isBlank(bytes.front()))
                return fail("A header line begins with a blank; folded lines are not accepted.");
            if (bytes.front() == '\r') {
                takeFirst(bytes);
                m_state = State::LastLineFeed;
                break;
            }
            m_field = {};
            m_state = State::Name;
            [[fallthrough]];
        case State::Name:
            if (!readName(bytes))
                return Event::Failed;
            break;
        case State::Blanks:
            while (!bytes.isEmpty() && isBlank(bytes.front()))
                takeFirst(bytes);
            if (!bytes.isEmpty())
                m_state = State::Value;
            break;
        case State::Value:
            if (!readValue(bytes))
                return Event::Failed;
            break;
        case State::LineFeed:
            if (takeFirst(bytes) != '\n')
                return fail("The line of header field " + m_field.name +
                            " has a CR that no LF follows.");
            m_state = State::LineStart;
            return Event::Field;
        case State::LastLineFeed:
            if (takeFirst(bytes) != '\n')
                return fail("The header ends with a CR that no LF follows.");
            m_state = State::LineStart;
            return Event::End;
        }
    }
    return Event::NeedMore;
}

bool FieldReader::readName(QByteArrayView &bytes)
{
    m_field.name.append(takeRun(bytes, Characters::Token));
    if (bytes.isEmpty())
        return true;
    const char c = takeFirst(bytes);
    if (c == ':' && !m_field.name.isEmpty()) {
        m_state = State::Blanks;
        return true;
    }
    if (m_field.name.isEmpty())
        fail("A header line begins with " + nameOf(c) + " instead of a field name.");
    else if (isBlank(c))
        fail("Header field " + m_field.name + " has a blank in or after its name.");
    else if (c == '\r' || c == '\n')
        fail("Header field " + m_field.name + " has no colon.");
    else
        fail("Header field " + m_field.name + " has the character " + nameOf(c) + " in its name.");
    return false;
}

bool FieldReader::readValue(QByteArrayView &bytes)
{
    m_field.value.append(takeRun(bytes, Characters::Value));
    if (bytes.isEmpty())
        return true;
    const char c = takeFirst(bytes);
    if (c == '\r') {
        m_state = State::LineFeed;
        return true;
    }
    if (c == '\n')
        fail("The line of header field " + m_field.name + " ends with LF instead of CR LF.");
    else
        fail("The value of header field " + m_field.name + " has the control character " +
             nameOf(c) + ".");
    return false;
}

HeaderField FieldReader::takeField()
{
    qsizetype size = m_field.value.size();
    while (size > 0 && isBlank(m_field.value[size - 1]))
        --size;
    m_field.value.truncate(size);
    return std::exchange(m_field, {});
}

FieldReader::Event FieldReader::fail(const QByteArray &detail)
{
    m_fault = {400, detail};
    return Event::Failed;
}

} // namespace Mock
