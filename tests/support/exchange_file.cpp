#include "tests/support/exchange_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace
{

enum class Part { Notes, RequestHead, RequestBody, AnswerHead, AnswerBody, After };

void addField(const QByteArray &line, QList<Mock::HeaderField> *fields)
{
    const qsizetype colon = line.indexOf(':');
    fields->append(
        Mock::HeaderField{line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
}

void addBodyLine(const QByteArray &line, bool isFirst, QByteArray *body)
{
    if (!isFirst)
        *body += '\n';
    *body += line;
}

/// What stands in the file for the request's body, as it is sent.
QByteArray sentBody(const Mock::Request &request)
{
    const QByteArray type = Mock::headerValue(request.headers, "content-type");
    QByteArray body = request.body;
    return type.startsWith("multipart/") ? body.replace("\n", "\r\n") : body;
}

void finish(ExpectedExchange *exchange)
{
    exchange->request.body = sentBody(exchange->request);
    if (!exchange->body)
        return;
    if (*exchange->body == "(empty)") {
        exchange->body = QByteArray();
    } else if (exchange->body->startsWith("~ ")) {
        for (const QByteArray &line : exchange->body->split('\n'))
            exchange->bodyParts.append(line.sliced(std::min<qsizetype>(2, line.size())));
        exchange->body.reset();
    }
}

} // namespace

ExchangeFile readExchangeFile(const QString &path)
{
    ExchangeFile result;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        result.error = file.errorString();
        return result;
    }
    const QString folder = QFileInfo(path).dir().dirName();
    QList<QByteArray> lines = file.readAll().split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    Part part = Part::Notes;
    bool isFirst = true;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray &line = lines[i];
        if (line.startsWith("=== ")) {
            ExpectedExchange exchange;
            const QByteArrayList words = line.sliced(4).split(' ');
            exchange.place =
                QStringLiteral("%1/%2:%3").arg(folder, QFileInfo(path).fileName()).arg(i + 1);
            exchange.request.method = words.value(0);
            exchange.request.target = words.value(1);
            result.exchanges.append(exchange);
            part = Part::RequestHead;
            continue;
        }
        if (part == Part::Notes) {
            if (line.startsWith("design:"))
                result.design = QString::fromUtf8(line.sliced(7).trimmed());
            continue;
        }
        ExpectedExchange &exchange = result.exchanges.last();
        if (line.startsWith("--- ")) {
            exchange.status = line.sliced(4).trimmed().toInt();
            part = Part::AnswerHead;
            continue;
        }
        if (line == "+++") {
            part = Part::After;
            exchange.after.emplace();
            continue;
        }
        if (part == Part::After) {
            exchange.after->append(QString::fromUtf8(line));
            continue;
        }
        const bool isHead = part == Part::RequestHead || part == Part::AnswerHead;
        if (isHead && line.isEmpty()) {
            part = part == Part::RequestHead ? Part::RequestBody : Part::AnswerBody;
            isFirst = true;
        } else if (part == Part::AnswerHead && line.startsWith('!')) {
            exchange.absentHeaders.append(line.sliced(1).trimmed());
        } else if (isHead && !line.contains(':')) {
            result.error = QStringLiteral("line %1 is no header field").arg(i + 1);
            return result;
        } else if (isHead) {
            addField(line,
                     part == Part::RequestHead ? &exchange.request.headers : &exchange.headers);
        } else if (part == Part::RequestBody) {
            addBodyLine(line, std::exchange(isFirst, false), &exchange.request.body);
        } else {
            if (!exchange.body)
                exchange.body.emplace();
            addBodyLine(line, std::exchange(isFirst, false), &*exchange.body);
        }
    }
    for (ExpectedExchange &exchange : result.exchanges) {
        finish(&exchange);
        if (exchange.status == 0)
            result.error = exchange.place + QLatin1String(" has no status");
    }
    if (result.design.isEmpty())
        result.error = QStringLiteral("there is no design");
    return result;
}
