#pragma once

#include "mockserver/wire/request_reader.h"

#include <QByteArrayList>

#include <functional>

/// What a reader made of some bytes, one line an event, for comparing and for reading.
struct EventLog {
    QByteArrayList lines;
    QList<Mock::Request> requests;
    Mock::Fault fault;
    Mock::RequestReader::Phase phase = Mock::RequestReader::Phase::Idle; ///< in the end
    bool keepsAlive = true;                                              ///< after the last request

    qsizetype continues() const { return lines.count("continue"); }
};

/// Says how long the next piece is, given how many bytes are left.
using Cut = std::function<qsizetype(qsizetype left)>;

EventLog readAll(QByteArrayView bytes, const Mock::Limits &limits = {}, const Cut &cut = {});
/// One byte at a time.
EventLog readByBytes(QByteArrayView bytes, const Mock::Limits &limits = {});
