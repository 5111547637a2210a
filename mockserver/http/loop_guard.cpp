#include "mockserver/http/loop_guard.h"

#include <QRandomGenerator>

namespace Mock
{

namespace
{

/// One for all servers of the process: they must not ask each other either.
const QByteArray &processToken()
{
    static const QByteArray token =
        "menura-" + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    return token;
}

} // namespace

LoopGuard::LoopGuard()
    : m_token(processToken())
{
}

Fault LoopGuard::check(const Request &request) const
{
    const HeaderField *via = findHeader(request.headers, "via");
    if (!via || !headerValue(request.headers, "via").contains(m_token))
        return {};
    return {508, "This request was sent by this program itself."};
}

} // namespace Mock
