#include "mockserver/engine/inputs/multipart_reader.h"

#include "designer/text/utf8.h"
#include "mockserver/engine/inputs/media_type.h"

#include <algorithm>

using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr qsizetype mostPartBytes = 1'024 * 1'024;
constexpr qsizetype mostMemoryBytes = 1'024 * 1'024; ///< of a file that is not put on a disk
constexpr qsizetype mostLineBytes = 4'096 + 128;
constexpr int mostHeadLines = 8;

/// RFC 9110 section 5.6.2.
bool isTokenCharacter(char c)
{
    const bool isAlphanumeric =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isAlphanumeric || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

QString decodedText(const QByteArray &bytes)
{
    return Design::firstInvalidUtf8(bytes) < 0 ? Design::toText(bytes) : QString::fromLatin1(bytes);
}

} // namespace

MultipartReader::MultipartReader(const QByteArray &body, const QByteArray &boundary, Names names)
    : m_body(body)
    , m_names(names)
    , m_delimiter("\r\n--" + boundary)
{
}

ReadForm MultipartReader::read()
{
    Next next = readStart();
    while (next == Next::Part)
        next = readPart();
    if (next == Next::Broken) {
        m_form.fields.clear();
        if (m_form.error.isEmpty())
            m_form.error = unreadableBody();
    }
    return std::move(m_form);
}

MultipartReader::Next MultipartReader::fail(const QString &error)
{
    m_form.error = error;
    return Next::Broken;
}

MultipartReader::Next MultipartReader::readStart()
{
    if (m_body.startsWith('\r') || m_body.startsWith('\n')) {
        m_at = m_body.indexOf('-');
        if (m_at < 0)
            return Next::End;
    }
    const QByteArrayView rest = QByteArrayView(m_body).sliced(m_at);
    const QByteArrayView wanted = QByteArrayView(m_delimiter).sliced(2);
    const qsizetype common = std::min(rest.size(), wanted.size());
    if (rest.first(common) != wanted.first(common))
        return Next::Broken;
    const QByteArrayView after =
        rest.sliced(common).first(std::min<qsizetype>(2, rest.size() - common));
    m_at += common + after.size();
    if (after == "\r\n")
        return Next::Part;
    const bool mayGoOn =
        QByteArrayView("\r\n").startsWith(after) || QByteArrayView("--").startsWith(after);
    return mayGoOn ? Next::End : Next::Broken;
}

MultipartReader::Next MultipartReader::readPart()
{
    m_disposition.clear();
    m_contentType.clear();
    m_head = {};
    if (!readHead())
        return m_form.error.isEmpty() ? Next::End : Next::Broken;
    const ParsedMediaType disposition = parseMediaType(m_disposition);
    if (m_names == Names::Wanted && disposition.parameter(u"name").isNull()) {
        return fail(
            QStringLiteral("The Content-Disposition header field \"name\" must be provided."));
    }
    const bool isFile = !disposition.parameter(u"filename").isNull();
    int count = isFile ? ++m_files : int(m_form.fields.size()) - m_files + 1;
    if (isFile && count > mostFormFields) {
        return fail(
            QStringLiteral("Too many files. Maximum number of files is %1.").arg(mostFormFields));
    }
    if (count > mostFormFields) {
        return fail(
            QStringLiteral("Too many fields. Maximum number of fields is %1.").arg(mostFormFields));
    }
    QByteArray data;
    const Next next = readData(&data);
    if (!isFile && data.size() > mostPartBytes) {
        return fail(
            QStringLiteral("Part exceeded maximum size of %1KB.").arg(mostPartBytes / 1'024));
    }
    if (next == Next::Broken || data.isNull())
        return next;
    FormField field;
    field.name = disposition.parameter(u"name");
    field.contentType = m_contentType;
    field.head = m_head;
    if (isFile) {
        field.content = data;
        // As FastAPI writes an UploadFile, with all that Starlette keeps in one.
        field.value = JsonObject{
            {QStringLiteral("filename"), disposition.parameter(u"filename")},
            {QStringLiteral("file"), JsonObject()},
            {QStringLiteral("size"), qint64{data.size()}},
            {QStringLiteral("headers"), m_head},
            {QStringLiteral("_max_mem_size"), qint64{mostMemoryBytes}},
        };
    } else {
        field.value = Design::Json(decodedText(data));
    }
    m_form.fields.append(field);
    return next;
}

bool MultipartReader::readHead()
{
    int lines = 0;
    while (m_at < m_body.size()) {
        if (QByteArrayView(m_body).sliced(m_at).startsWith("\r\n")) {
            m_at += 2;
            return true;
        }
        if (++lines > mostHeadLines)
            m_form.error = unreadableBody();
        if (!m_form.error.isEmpty() || !readHeadLine())
            return false;
    }
    return false;
}

bool MultipartReader::readHeadLine()
{
    const auto broken = [this] {
        m_form.error = unreadableBody();
        return false;
    };
    const qsizetype colon = m_body.indexOf(':', m_at);
    const QByteArray name = m_body.sliced(m_at, (colon < 0 ? m_body.size() : colon) - m_at);
    if (!std::all_of(name.begin(), name.end(), isTokenCharacter) || (colon >= 0 && name.isEmpty()))
        return broken();
    if (colon < 0)
        return false;
    const qsizetype end = m_body.indexOf('\r', colon);
    if ((end < 0 ? m_body.size() : end) - m_at > mostLineBytes)
        return broken();
    if (end < 0 || end + 1 >= m_body.size())
        return false;
    if (m_body[end + 1] != '\n')
        return broken();
    qsizetype start = colon + 1;
    while (start < end && m_body[start] == ' ')
        ++start;
    const QByteArray value = m_body.sliced(start, end - start);
    m_head.insert(QString::fromLatin1(name.toLower()), QString::fromLatin1(value));
    if (name.compare("content-disposition", Qt::CaseInsensitive) == 0)
        m_disposition = value;
    else if (name.compare("content-type", Qt::CaseInsensitive) == 0)
        m_contentType = value;
    m_at = end + 2;
    return true;
}

MultipartReader::Next MultipartReader::readData(QByteArray *data)
{
    // The line break that ends the head may be the one before the delimiter.
    for (qsizetype from = m_at;; ++from) {
        const qsizetype found = m_body.indexOf(m_delimiter, from);
        if (found < 0)
            return Next::End;
        const QByteArrayView after = QByteArrayView(m_body).sliced(found + m_delimiter.size());
        const bool isPadded = after.startsWith(' ') || after.startsWith('\t');
        if (!after.startsWith("\r\n") && !after.startsWith("--") && !isPadded) {
            from = found;
            continue;
        }
        *data = m_body.sliced(m_at, found - m_at);
        if (data->isNull())
            *data = QByteArray("");
        m_at = found + m_delimiter.size() + 2;
        if (after.startsWith("--"))
            return Next::End;
        if (!isPadded)
            return Next::Part;
        const auto end = std::find_if_not(after.begin(), after.end(),
                                          [](char c) { return c == ' ' || c == '\t'; });
        const QByteArrayView rest = after.sliced(end - after.begin());
        m_at = m_body.size() - rest.size() + 2;
        if (rest.startsWith("\r\n"))
            return Next::Part;
        const bool isCut = rest.isEmpty() || rest == "\r";
        if (isCut)
            data->clear();
        return isCut ? Next::End : Next::Broken;
    }
}

} // namespace Mock
