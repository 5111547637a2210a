#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"
#include "mockserver/contract/plain_reading.h"
#include "mockserver/contract/plain_rules.h"

#include <QDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Design;
using namespace Mock;

namespace
{

const QString dataFolder = QStringLiteral(MENURA_TEST_DATA);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The schema of the only input of a route in the recorded documents; absent where there are more.
Schema schemaOf(const Api &api, const QString &method, const QString &path)
{
    const PathItem *item = api.paths.find(path);
    const Operation *operation = item ? item->operation(method) : nullptr;
    if (!operation)
        return {};
    if (const auto &body = operation->requestBody; body && body->content.size() == 1)
        return body->content.first().value.schema;
    return operation->parameters.size() == 1 ? operation->parameters.first().schema : Schema();
}

} // namespace

/// What generated tests expect, held to what others say: what it does know must be right.
class TestForetold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAgreeWithTheSuite();
    void readingAgreesWithFastApi_data();
    void readingAgreesWithFastApi();
    void plainWordsAreNoFormat();
    void specialPatternsAreNotJudged();
};

/// The JSON Schema Test Suite: never the opposite of what it says, and mostly the same.
void TestForetold::rulesAgreeWithTheSuite()
{
    const QDir folder(dataFolder + QLatin1String("/json-schema/tests/draft2020-12"));
    if (!folder.exists())
        QSKIP("The JSON Schema Test Suite is not there.");
    const PlainRules rules([](const Reference &) { return nullptr; });
    int known = 0;
    int all = 0;
    QStringList wrong;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const Json groups = readJson(contentOf(folder.filePath(name))).value;
        for (const Json &group : groups.array()) {
            const Json json = group.value(u"schema");
            const bool isForeign = json.value(u"$schema").toString().contains(u"localhost") ||
                                   json.find(QStringLiteral("$vocabulary"));
            if (isForeign) // other vocabularies leave keywords out
                continue;
            const Schema schema = readSchema(json, SchemaContext{nodeIdsFrom(), {}});
            for (const Json &test : group.value(u"tests").array()) {
                const Fit fit = rules.fits(schema, test.value(u"data"));
                ++all;
                known += fit == Fit::Unknown ? 0 : 1;
                if (fit != Fit::Unknown && (fit == Fit::Yes) != test.value(u"valid").toBool())
                    wrong.append(name + QLatin1String(": ") +
                                 group.value(u"description").toString() + QLatin1String(": ") +
                                 test.value(u"description").toString());
            }
        }
    }
    qInfo("%d of %d are known", known, all);
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
    QVERIFY(known > all / 2);
}

void TestForetold::readingAgreesWithFastApi_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("place");
    QTest::newRow("body") << QStringLiteral("openapi_body.json") << QStringLiteral("body");
    QTest::newRow("query") << QStringLiteral("openapi_query.json") << QStringLiteral("query");
}

/// Recorded answers of FastAPI: where all errors of a value are foretold, they are those.
void TestForetold::readingAgreesWithFastApi()
{
    QFETCH(QString, document);
    QFETCH(QString, place);
    const QString folder = dataFolder + QLatin1String("/fastapi/");
    const QList<QByteArray> lines = contentOf(folder + QLatin1String("matrix.jsonl")).split('\n');
    if (lines.size() < 100)
        QSKIP("FastAPI's recorded answers are not there.");
    const Api api = readOpenApi(contentOf(folder + document)).api;
    const PlainReading reading(
        [&api](const Reference &reference) { return findReferenced(api, reference); });
    int known = 0;
    int all = 0;
    QStringList wrong;
    for (const QByteArray &line : lines) {
        const Json record = readJson(line).value;
        if (record.value(u"doc").toString() != document)
            continue;
        const QUrl url = QUrl::fromEncoded(record.value(u"path").toString().toUtf8());
        const Schema schema =
            schemaOf(api, record.value(u"method").toString().toLower(), url.path());
        Json value = readJson(record.value(u"body").toString().toUtf8()).value;
        JsonArray location{Json(place)};
        const Json type = record.value(u"headers").value(u"content-type");
        bool isPlain = type.toString() == QLatin1String("application/json");
        if (place == u"query") {
            isPlain = url.query(QUrl::FullyEncoded).startsWith(QLatin1String("v=")) &&
                      url.query().count(u'=') == 1 && !url.query().contains(u'+');
            value = Json(QUrlQuery(url).queryItemValue(QStringLiteral("v"), QUrl::FullyDecoded));
            location.append(Json(QStringLiteral("v")));
        }
        const bool isList = InputSchema(schema, [](const Reference &) { return nullptr; }).type ==
                            QLatin1String("array");
        // That a type is strict is what a document does not say.
        isPlain = isPlain && !url.path().contains(QLatin1String("strict"));
        if (!isPlain || schema.isAbsent() || value.isUndefined() || value.isNull() ||
            (place == u"query" && isList))
            continue;
        const Foretold foretold = reading.read(schema, value, location);
        ++all;
        if (foretold.isVague && !foretold.isRefused)
            continue;
        ++known;
        JsonArray detail;
        for (const ReadError &error : foretold.errors)
            detail.append(error.toJson());
        const bool isRight = foretold.isRefused == (record.value(u"status").toInt64() == 422) &&
                             (foretold.isVague || foretold.isTaken() ||
                              jsonEquals(record.value(u"json").value(u"detail"), Json(detail)));
        if (!isRight)
            wrong.append(QString::fromUtf8(line.left(250)));
    }
    qInfo("%d of %d are known", known, all);
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
    QVERIFY(known > all / 2);
}

void TestForetold::plainWordsAreNoFormat()
{
    const QString word = QStringLiteral("not-a-value");
    QVERIFY(isNothingOf(QStringLiteral("uuid"), word));
    QVERIFY(isNothingOf(QStringLiteral("email"), word));
    QVERIFY(!isNothingOf(QStringLiteral("hostname"), word)); // which it is
    QVERIFY(!isNothingOf(QStringLiteral("date"), QStringLiteral("2026-01-01")));
    QVERIFY(!isNothingOf(QStringLiteral("uuid"), QStringLiteral("abc-def"))); // might begin one
}

void TestForetold::specialPatternsAreNotJudged()
{
    QCOMPARE(matchesPlainly(QStringLiteral("^[a-z]+$"), QStringLiteral("abc")),
             std::optional(true));
    QCOMPARE(matchesPlainly(QStringLiteral("^[a-z]+$"), QStringLiteral("aBc")),
             std::optional(false));
    QVERIFY(!matchesPlainly(QStringLiteral("^\\p{L}+$"), QStringLiteral("abc")));
    QVERIFY(!matchesPlainly(QStringLiteral("^.$"), QStringLiteral("ä")));
    QVERIFY(!matchesPlainly(QStringLiteral("("), QStringLiteral("a")));
}

QTEST_GUILESS_MAIN(TestForetold)
#include "test_foretold.moc"
