#pragma once

#include "mockserver/wire/limits.h"

#include <QHostAddress>
#include <QStringList>

#include <chrono>

namespace Mock
{

/// How long a connection may take. Checked about once a second, so an answer may come that late.
struct Timeouts {
    std::chrono::milliseconds head{10'000}; ///< from a request's first byte to its last field: 408
    std::chrono::milliseconds body{30'000}; ///< without a byte of the body, or slower than 1 KiB/s
                                            ///< on average after this time: 408
    std::chrono::milliseconds idle{60'000}; ///< between requests: closed without a word
    std::chrono::milliseconds send{30'000}; ///< without the client taking a byte: closed
    std::chrono::milliseconds stop{2'000};  ///< for what is under way when the server stops
};

struct ServerOptions {
    QHostAddress host = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8000;     ///< 0: any free port
    int threads = 0;         ///< 1 to 64; 0: as many as cores, at most 4
    int connections = 1024;  ///< open at once; one more is answered 503
    qint64 unsent = 1 << 20; ///< bytes a client may leave untaken before its next request waits
    Limits limits;
    Timeouts timeouts;
    /// Host names that requests may use besides localhost, the loopback addresses and the address
    /// bound: "mock", "mock:8000" (that port only) or "*" (any name; opens the server to web pages
    /// that rebind their name to it).
    QStringList allowedHosts;
};

} // namespace Mock
