#include "corpus.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace
{

const QString folder = QStringLiteral(MENURA_TEST_DATA "/http/");

// llhttp judges a message without asking for Host, which a server must (RFC 9112 section 3.2).
// So that its verdict is about what it means to test, a missing Host is put behind each line that
// ends like a request line.
QByteArray withHost(QByteArray bytes)
{
    constexpr QByteArrayView lineEnd = " HTTP/1.1\r\n";
    for (qsizetype at = 0; (at = bytes.indexOf(lineEnd, at)) >= 0;) {
        at += lineEnd.size();
        const qsizetype end = bytes.indexOf("\r\n\r\n", at - 2);
        if (!bytes.mid(at - 1, end < 0 ? -1 : end - at + 1).toLower().contains("\nhost:"))
            bytes.insert(at, "Host: example.com\r\n");
    }
    return bytes;
}

CorpusCase::Expect expectation(const QString &word)
{
    if (word == QLatin1String("accept"))
        return CorpusCase::Expect::Accept;
    if (word == QLatin1String("reject"))
        return CorpusCase::Expect::Reject;
    if (word == QLatin1String("incomplete"))
        return CorpusCase::Expect::Incomplete;
    return CorpusCase::Expect::Any;
}

} // namespace

bool CorpusCase::allowsStatus(int status) const
{
    const QJsonArray ranges = QJsonDocument::fromJson(note.toUtf8()).array();
    for (const QJsonValue &range : ranges) {
        if (status >= range[0].toInt() && status <= range[1].toInt())
            return true;
    }
    return false;
}

bool CorpusCase::isAboutUnknownMethods() const
{
    return file.contains(QLatin1String("invalid-Invalid_method-")) ||
           file.contains(QLatin1String("tocol_and_ANNOUNCE_method"));
}

QList<CorpusCase> readCorpus()
{
    QList<CorpusCase> cases;
    QFile index(folder + QStringLiteral("index.json"));
    if (!index.open(QIODevice::ReadOnly))
        return cases;
    const QJsonArray items = QJsonDocument::fromJson(index.readAll()).array();
    for (const QJsonValue &item : items) {
        CorpusCase one;
        one.file = item[QLatin1String("file")].toString();
        one.expect = expectation(item[QLatin1String("expect")].toString());
        one.note = item[QLatin1String("note")].toString();
        QFile raw(folder + one.file);
        if (!raw.open(QIODevice::ReadOnly))
            return {};
        one.bytes = raw.readAll();
        if (one.file.startsWith(QLatin1String("llhttp")))
            one.bytes = withHost(one.bytes);
        cases.append(one);
    }
    return cases;
}
