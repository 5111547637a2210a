#include "mockserver/wire/request_reader.h"

#include "mockserver/wire/authority.h"
#include "mockserver/wire/characters.h"

#include <utility>

namespace Mock
{

namespace
{

constexpr qsizetype longestMethod = 64;
constexpr int mostEmptyLines = 8;
constexpr qint64 firstReserve = 64 * 1024; // a length is only a promise until the bytes come

} // namespace

RequestReader::RequestReader(const Limits &limits)
    : m_limits(limits)
    , m_chunks(limits)
{
}

RequestReader::Event RequestReader::read(QByteArrayView &bytes)
{
    if (m_state == State::Complete)
        begin();
    Event event = Event::NeedMore;
    while (event == Event::NeedMore && !bytes.isEmpty())
        event = advance(bytes);
    return event;
}

Request RequestReader::takeRequest()
{
    return std::exchange(m_request, {});
}

bool RequestReader::passBody()
{
    m_isOnlyTooLong = false;
    m_fault = {};
    m_state = State::Body;
    return m_framing.expectsContinue();
}

QByteArray RequestReader::takePiece()
{
    m_passed += m_request.body.size();
    return std::exchange(m_request.body, {});
}

RequestReader::Phase RequestReader::phase() const
{
    switch (m_state) {
    case State::Start:
    case State::StartLineFeed:
        return Phase::Idle;
    case State::Body:
    case State::Chunks:
        return Phase::Body;
    case State::Complete:
        return keepsAlive() && !m_fault ? Phase::Idle : Phase::Finished;
    case State::Finished:
        return Phase::Finished;
    default:
        return Phase::Head;
    }
}

RequestReader::Event RequestReader::advance(QByteArrayView &bytes)
{
    switch (m_state) {
    case State::Start:
        if (bytes.front() != '\r') {
            m_state = State::Method;
            return readLine(bytes);
        }
        [[fallthrough]];
    case State::StartLineFeed:
        return readStart(takeFirst(bytes));
    case State::Fields:
        return readFields(bytes);
    case State::Body:
        return readBody(bytes);
    case State::Chunks:
        return readChunks(bytes);
    case State::Complete:
    case State::Finished:
        bytes = {};
        return Event::NeedMore;
    default:
        return readLine(bytes);
    }
}

// Empty lines before a request line are tolerated (RFC 9112 section 2.2).
RequestReader::Event RequestReader::readStart(char c)
{
    if (m_state == State::Start) {
        if (++m_emptyLines > mostEmptyLines)
            return fail({400, "There are only empty lines."});
        m_state = State::StartLineFeed;
        return Event::NeedMore;
    }
    if (c != '\n')
        return fail({400, "The request begins with a CR that no LF follows."});
    m_state = State::Start;
    return Event::NeedMore;
}

RequestReader::Event RequestReader::readLine(QByteArrayView &bytes)
{
    const qsizetype room = m_limits.requestLine + 2 - m_headBytes;
    if (room <= 0)
        return fail({414, "The request line is longer than " +
                              QByteArray::number(m_limits.requestLine) + " bytes."});
    QByteArrayView window = bytes.first(qMin(bytes.size(), room));
    const qsizetype before = window.size();
    Event event = Event::NeedMore;
    switch (m_state) {
    case State::Method:
        event = readMethod(window);
        break;
    case State::Target:
        event = readTarget(window);
        break;
    case State::Version:
        event = readVersion(takeFirst(window));
        break;
    case State::LineReturn:
        if (takeFirst(window) != '\r')
            event = fail({400, "The request line does not end with CR LF after the version."});
        else
            m_state = State::LineFeed;
        break;
    default:
        if (takeFirst(window) != '\n')
            event = fail({400, "The request line has a CR that no LF follows."});
        else
            event = finishLine();
        break;
    }
    const qsizetype used = before - window.size();
    m_headBytes += used;
    bytes = bytes.sliced(used);
    return event;
}

RequestReader::Event RequestReader::readMethod(QByteArrayView &bytes)
{
    m_request.method.append(takeRun(bytes, Characters::Token));
    if (m_request.method.size() > longestMethod)
        return fail({501, "The method's name is longer than any method's."});
    if (bytes.isEmpty())
        return Event::NeedMore;
    const char c = takeFirst(bytes);
    if (c != ' ' || m_request.method.isEmpty())
        return fail({400, "The request begins with " + nameOf(c) +
                              " where the method's name or the space after it should be."});
    m_state = State::Target;
    return Event::NeedMore;
}

RequestReader::Event RequestReader::readTarget(QByteArrayView &bytes)
{
    m_request.target.append(takeRun(bytes, Characters::Target));
    if (bytes.isEmpty())
        return Event::NeedMore;
    const char c = takeFirst(bytes);
    if (c == '\r' || c == '\n')
        return fail({400, "The request line has no HTTP version."});
    if (c != ' ')
        return fail({400, "The request target has the character " + nameOf(c) +
                              ", which must be percent-encoded."});
    if (m_request.target.isEmpty())
        return fail({400, "The request line has two spaces after the method."});
    m_state = State::Version;
    return Event::NeedMore;
}

RequestReader::Event RequestReader::readVersion(char c)
{
    constexpr QByteArrayView pattern = "HTTP/0.0";
    const char wanted = pattern[m_version.size()];
    if (wanted == '0' ? !isOneOf(c, Characters::Digit) : c != wanted)
        return fail({400, "The request line does not end with one space and an HTTP version."});
    m_version.append(c);
    if (m_version.size() < pattern.size())
        return Event::NeedMore;
    if (m_version != "HTTP/1.1" && m_version != "HTTP/1.0")
        return fail({505, "The request is written in " + m_version +
                              "; HTTP/1.1 and HTTP/1.0 are understood."});
    m_request.minorVersion = m_version.back() - '0';
    m_state = State::LineReturn;
    return Event::NeedMore;
}

// The forms of a request target, RFC 9112 section 3.2.
RequestReader::Event RequestReader::finishLine()
{
    if (m_request.method == "CONNECT")
        return fail({501, "This server is no proxy and opens no tunnels."});
    QByteArray &target = m_request.target;
    if (!target.startsWith('/') && target != "*" && !splitAbsoluteTarget())
        return fail({400, "The request target is neither a path nor an http address."});
    if (const qsizetype fragment = target.indexOf('#'); fragment >= 0)
        target.truncate(fragment);
    m_state = State::Fields;
    return Event::NeedMore;
}

bool RequestReader::splitAbsoluteTarget()
{
    QByteArray &target = m_request.target;
    const QByteArray scheme = target.first(qMin<qsizetype>(target.size(), 8)).toLower();
    const qsizetype start = scheme.startsWith("http://") ? 7 : scheme == "https://" ? 8 : -1;
    if (start < 0)
        return false;
    qsizetype end = start;
    while (end < target.size() && target[end] != '/' && target[end] != '?' && target[end] != '#')
        ++end;
    m_authority = target.sliced(start, end - start);
    const auto authority = parseAuthority(m_authority);
    if (!authority || authority->host.isEmpty())
        return false;
    target.remove(0, end);
    if (!target.startsWith('/'))
        target.prepend('/');
    return true;
}

RequestReader::Event RequestReader::readFields(QByteArrayView &bytes)
{
    const qsizetype room = m_limits.head - m_headBytes;
    if (room <= 0)
        return fail({431, "The head of the request is larger than " +
                              QByteArray::number(m_limits.head) + " bytes."});
    QByteArrayView window = bytes.first(qMin(bytes.size(), room));
    const qsizetype before = window.size();
    const FieldReader::Event event = m_fields.read(window);
    const qsizetype used = before - window.size();
    m_headBytes += used;
    bytes = bytes.sliced(used);
    if (event == FieldReader::Event::Failed)
        return fail(m_fields.fault());
    if (event == FieldReader::Event::End)
        return finishHead();
    if (event == FieldReader::Event::NeedMore)
        return Event::NeedMore;
    HeaderField field = m_fields.takeField();
    if (m_request.headers.size() == m_limits.fields)
        return fail({431, "The request has more than " + QByteArray::number(m_limits.fields) +
                              " header fields."});
    const Fault fault = m_framing.add(field);
    m_request.headers.append(std::move(field));
    return fault ? fail(fault) : Event::NeedMore;
}

RequestReader::Event RequestReader::finishHead()
{
    if (const Fault fault = m_framing.finish(m_request))
        return fail(fault);
    if (!m_authority.isEmpty()) {
        const auto host = std::find_if(
            m_request.headers.begin(), m_request.headers.end(), [](const HeaderField &field) {
                return field.name.compare("host", Qt::CaseInsensitive) == 0;
            });
        if (host != m_request.headers.end())
            host->value = m_authority;
        else
            m_request.headers.prepend({"Host", m_authority});
    }
    if (const Fault fault = m_framing.tooLong(m_limits)) {
        m_isOnlyTooLong = true;
        return fail(fault);
    }
    m_fault = m_framing.unknownCoding();
    if (!m_framing.hasBody())
        return complete();
    m_state = m_framing.isChunked() ? State::Chunks : State::Body;
    m_request.body.reserve(static_cast<qsizetype>(qMin(m_framing.length(), firstReserve)));
    // Sent even when the body is here already, so that the cut of the bytes makes no difference.
    return m_framing.expectsContinue() ? Event::Continue : Event::NeedMore;
}

RequestReader::Event RequestReader::readBody(QByteArrayView &bytes)
{
    const qint64 missing = m_framing.length() - bodyBytes();
    const auto size = static_cast<qsizetype>(qMin<qint64>(missing, bytes.size()));
    m_request.body.append(bytes.first(size));
    bytes = bytes.sliced(size);
    return size == missing ? complete() : Event::NeedMore;
}

RequestReader::Event RequestReader::readChunks(QByteArrayView &bytes)
{
    switch (m_chunks.read(bytes, m_request.body)) {
    case ChunkReader::Event::NeedMore:
        break;
    case ChunkReader::Event::End:
        return complete();
    case ChunkReader::Event::Failed:
        return fail(m_chunks.fault());
    }
    return Event::NeedMore;
}

RequestReader::Event RequestReader::complete()
{
    m_state = State::Complete;
    return Event::Complete;
}

RequestReader::Event RequestReader::fail(const Fault &fault)
{
    m_fault = fault;
    m_state = State::Finished;
    return Event::Failed;
}

void RequestReader::begin()
{
    if (phase() == Phase::Finished) {
        m_state = State::Finished;
        return;
    }
    m_state = State::Start;
    m_request = {};
    m_version.clear();
    m_authority.clear();
    m_headBytes = 0;
    m_emptyLines = 0;
    m_framing = {};
    m_isOnlyTooLong = false;
    m_passed = 0;
    m_chunks = ChunkReader(m_limits);
}

} // namespace Mock
