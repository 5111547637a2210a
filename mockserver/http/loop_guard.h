#pragma once

#include "mockserver/engine/message.h"
#include "mockserver/wire/fault.h"

namespace Mock
{

/// Refuses requests that this process has sent itself: whatever name or address they went to, a
/// design must not be able to ask the servers of the program that serves it.
class LoopGuard
{
public:
    LoopGuard();

    /// The pseudonym of this process in Via fields (RFC 9110 section 7.6.3).
    const QByteArray &token() const { return m_token; }
    /// A 508 for what has come round; nothing for everyone else's requests.
    Fault check(const Request &request) const;

private:
    QByteArray m_token;
};

} // namespace Mock
