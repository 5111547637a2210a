#include "mockserver/engine/message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Mock
{

namespace
{

bool sameName(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

struct Reason {
    int status;
    const char *phrase;
};

// The IANA registry of HTTP status codes, ascending for the binary search below.
constexpr std::array reasons = std::to_array<Reason>({
    {100, "Continue"},
    {101, "Switching Protocols"},
    {102, "Processing"},
    {103, "Early Hints"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {207, "Multi-Status"},
    {208, "Already Reported"},
    {226, "IM Used"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {305, "Use Proxy"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {418, "I'm a Teapot"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {423, "Locked"},
    {424, "Failed Dependency"},
    {425, "Too Early"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {506, "Variant Also Negotiates"},
    {507, "Insufficient Storage"},
    {508, "Loop Detected"},
    {510, "Not Extended"},
    {511, "Network Authentication Required"},
});

} // namespace

const HeaderField *findHeader(const QList<HeaderField> &headers, QByteArrayView name)
{
    for (const HeaderField &field : headers) {
        if (sameName(field.name, name))
            return &field;
    }
    return nullptr;
}

QByteArray headerValue(const QList<HeaderField> &headers, QByteArrayView name)
{
    QByteArray joined;
    bool first = true;
    for (const HeaderField &field : headers) {
        if (!sameName(field.name, name))
            continue;
        if (!first)
            joined += ", ";
        joined += field.value;
        first = false;
    }
    return joined;
}

void Response::setHeader(const QByteArray &name, const QByteArray &value)
{
    const auto named = [&name](const HeaderField &field) { return sameName(field.name, name); };
    const auto place = std::find_if(headers.begin(), headers.end(), named);
    if (place == headers.end()) {
        headers.append({name, value});
        return;
    }
    *place = {name, value};
    headers.erase(std::remove_if(std::next(place), headers.end(), named), headers.end());
}

bool isBodyless(int status)
{
    return status < 200 || status == 204 || status == 205 || status == 304;
}

QByteArray reasonPhrase(int status)
{
    const auto place =
        std::lower_bound(reasons.begin(), reasons.end(), status,
                         [](const Reason &reason, int wanted) { return reason.status < wanted; });
    if (place == reasons.end() || place->status != status)
        return QByteArrayLiteral("Unknown");
    return QByteArray(place->phrase);
}

} // namespace Mock
