#include "event_log.h"

using Mock::RequestReader;

namespace
{

QByteArray describe(const Mock::Request &request)
{
    QByteArray text = "request " + request.method + ' ' + request.target + " 1." +
                      QByteArray::number(request.minorVersion);
    for (const Mock::HeaderField &field : request.headers)
        text += " [" + field.name + '=' + field.value + ']';
    return text + " body " + request.body.toHex();
}

} // namespace

EventLog readAll(QByteArrayView bytes, const Mock::Limits &limits, const Cut &cut)
{
    EventLog log;
    RequestReader reader(limits);
    while (!bytes.isEmpty()) {
        const qsizetype size =
            cut ? qBound<qsizetype>(1, cut(bytes.size()), bytes.size()) : bytes.size();
        QByteArrayView piece = bytes.first(size);
        bytes = bytes.sliced(size);
        // A fresh allocation, so that a sanitizer sees every step outside the piece.
        const QByteArray copy = piece.toByteArray();
        piece = copy;
        while (!piece.isEmpty()) {
            switch (reader.read(piece)) {
            case RequestReader::Event::NeedMore:
                break;
            case RequestReader::Event::Continue:
                log.lines.append("continue");
                break;
            case RequestReader::Event::Complete:
                log.keepsAlive = reader.keepsAlive();
                log.requests.append(reader.takeRequest());
                log.lines.append(describe(log.requests.last()) +
                                 (log.keepsAlive ? " alive" : " close"));
                if (reader.fault()) {
                    log.fault = reader.fault();
                    log.lines.append("refused " + QByteArray::number(log.fault.status));
                }
                break;
            case RequestReader::Event::Failed:
                log.fault = reader.fault();
                log.lines.append("failed " + QByteArray::number(log.fault.status) + ' ' +
                                 log.fault.detail);
                break;
            }
        }
    }
    log.phase = reader.phase();
    return log;
}

EventLog readByBytes(QByteArrayView bytes, const Mock::Limits &limits)
{
    return readAll(bytes, limits, [](qsizetype) { return qsizetype(1); });
}
