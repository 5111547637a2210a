#include "designer/openapi/openapi_reader.h"
#include "designer/schema/validator.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/compiled_api_p.h"
#include "mockserver/engine/errors/declared_error.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using Design::Json;
using Design::JsonArray;

/// Errors in the shape that other people's designs declare: always valid, and nearly always with
/// the message in them.
class TestDeclaredErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void document_data();
    void document();
};

namespace
{

Mock::Violation violation(const QString &field, const QString &type, const QString &message,
                          const Json &input)
{
    Mock::Violation result;
    result.location = JsonArray{Json(QStringLiteral("body")), Json(field)};
    result.type = type;
    result.message = message;
    result.input = input;
    return result;
}

Mock::Refusal refusalOf(int status)
{
    Mock::Refusal refusal;
    refusal.status = status;
    refusal.detail = QStringLiteral("The marked detail.");
    if (status == 422 || status == 400) {
        refusal.violations = {
            violation(QStringLiteral("name"), QStringLiteral("minLength"),
                      QStringLiteral("marked: must be longer"), Json(QStringLiteral("x"))),
            violation(QStringLiteral("age"), QStringLiteral("required"),
                      QStringLiteral("marked: is required"), {}),
        };
    }
    return refusal;
}

} // namespace

void TestDeclaredErrors::document_data()
{
    QTest::addColumn<QString>("path");
    const QString data = QStringLiteral(MENURA_TEST_DATA "/openapi");
    QDirIterator files(data, {QStringLiteral("*.json"), QStringLiteral("*.yaml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qUtf8Printable(path.sliced(data.size() + 1))) << path;
    }
    QTest::newRow("GitHub") << qEnvironmentVariable("MENURA_GITHUB_API",
                                                    QStringLiteral(MENURA_GITHUB_API));
    QTest::newRow("our own") << QStringLiteral(MENURA_SOURCE_DIR "/tests/data/designs/errors.yaml");
}

void TestDeclaredErrors::document()
{
    QFETCH(QString, path);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("no document");
    const Design::LoadedApi loaded = Design::readOpenApi(file.readAll());
    if (!loaded.ok)
        QSKIP("not a version that is read");
    Mock::CompileOptions options;
    options.profile = Mock::Profile::Strict;
    const Mock::CompiledApiPointer api = Mock::compile(loaded.api, options);
    const Design::Diagnostics &problems = api->diagnostics();
    if (std::any_of(problems.begin(), problems.end(), [](const Design::Diagnostic &problem) {
            return problem.rule == u"dangling-reference";
        }))
        QSKIP("its schemas stand in other files");
    int forms = 0;
    int told = 0;
    for (const Mock::RoutePlan &route : api->data().routes) {
        for (const Mock::AnswerPlan &answer : route.answers) {
            if (!answer.errorForm)
                continue;
            Mock::Request request;
            request.method = route.method;
            request.target = "/some/where?a=1";
            const int status = answer.response == u"default" ? 422 : answer.status;
            const Json body = declaredError(answer, refusalOf(status), request, 0);
            if (body.isUndefined() || (body.isString() && !answer.isJson)) // text as it is
                continue;
            const QByteArray text = Design::writeJson(body);
            Design::ValidateOptions direction;
            direction.direction = Design::Direction::Response;
            QVERIFY2(isValid(answer.schema, body, direction),
                     qUtf8Printable(route.title + u' ' + answer.response + u' ' +
                                    QString::fromUtf8(text)));
            ++forms;
            if (text.contains("marked"))
                ++told;
            else
                qInfo("%s %s: %s", qUtf8Printable(route.title), qUtf8Printable(answer.response),
                      text.left(300).constData());
        }
    }
    qInfo("%d errors, %d of them say what was wrong", forms, told);
    QVERIFY(told * 10 >= forms * 7);
}

QTEST_GUILESS_MAIN(TestDeclaredErrors)
#include "test_declared_errors.moc"
