#include "mockserver/contract/test_case.h"

#include "designer/model/behaviour/members_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/around/task_plan.h"

using namespace Design;

namespace Mock
{

namespace
{

const QString rule = QStringLiteral("menura-member");

/// "GET /items/7?q=a", with what must be encoded encoded.
bool readRequestLine(const QString &line, Request *request)
{
    const qsizetype blank = line.indexOf(u' ');
    if (blank <= 0 || blank + 1 >= line.size() || line.at(blank + 1) != u'/')
        return false;
    request->method = line.first(blank).toLatin1().toUpper();
    request->target = line.sliced(blank + 1).toUtf8().toPercentEncoding("/?&=%+:@!$'()*,;~[]");
    return true;
}

Expectation readExpectation(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    Expectation expect;
    if (json.isInt64()) { // `expect: 404` says it all
        expect.status = static_cast<int>(json.toInt64());
        return expect;
    }
    MembersReader members(json, pointer, QStringLiteral("An expectation"), diagnostics);
    int status = 0;
    if (members.read(QStringLiteral("status"), &status, 100, 599))
        expect.status = status;
    JsonObject headers;
    members.read(QStringLiteral("headers"), &headers);
    for (const JsonObject::Member &header : headers)
        expect.headers.append({header.key.toLatin1(), fieldValue(header.value)});
    members.read(QStringLiteral("body"), &expect.body);
    members.read(QStringLiteral("model"), &expect.model);
    members.read(QStringLiteral("at"), &expect.pointers);
    members.read(QStringLiteral("stores"), &expect.stores);
    return expect;
}

void readStep(MembersReader &members, TestCase *test, Diagnostics *diagnostics)
{
    TestStep step;
    QString line;
    if (!members.read(QStringLiteral("request"), &line) || !readRequestLine(line, &step.request)) {
        members.report(QStringLiteral("request"),
                       QStringLiteral("“request” must be a method and a path: GET /items/1."));
    }
    JsonObject headers;
    members.read(QStringLiteral("headers"), &headers);
    for (const JsonObject::Member &header : headers)
        step.request.headers.append({header.key.toLatin1(), fieldValue(header.value)});
    Json body;
    if (members.read(QStringLiteral("body"), &body)) {
        step.request.body = writeJson(body);
        if (!findHeader(step.request.headers, "content-type"))
            step.request.headers.append(HeaderField{"content-type", "application/json"});
    }
    QString form;
    if (members.read(QStringLiteral("form"), &form)) {
        step.request.body = form.toUtf8();
        step.request.headers.append(
            HeaderField{"content-type", "application/x-www-form-urlencoded"});
    }
    Json expect;
    if (members.read(QStringLiteral("expect"), &expect))
        step.expect =
            readExpectation(expect, members.pointer(QStringLiteral("expect")), diagnostics);
    test->steps.append(step);
}

TestCase readTestCase(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    TestCase test;
    test.pointer = pointer;
    test.group = QStringLiteral("tests");
    MembersReader members(json, pointer, QStringLiteral("A test"), diagnostics);
    members.read(QStringLiteral("name"), &test.name);
    members.read(QStringLiteral("given"), &test.given);
    members.read(QStringLiteral("overrides"), &test.overrides);
    test.hasSteps = members.has(QStringLiteral("steps"));
    if (test.hasSteps) {
        members.eachItem(QStringLiteral("steps"), [&](const Json &item, const QString &at) {
            MembersReader step(item, at, QStringLiteral("A step"), diagnostics);
            readStep(step, &test, diagnostics);
        });
    } else {
        readStep(members, &test, diagnostics);
    }
    if (test.name.isEmpty() && !test.steps.isEmpty()) {
        const Request &request = test.steps.first().request;
        test.name = QString::fromLatin1(request.method + ' ' + request.target);
    }
    return test;
}

} // namespace

QList<TestCase> readTestCases(const Api &api, Diagnostics *diagnostics)
{
    QList<TestCase> tests;
    const Json list = api.menura.value(u"tests");
    const QString pointer = QStringLiteral("/x-menura/tests");
    if (!list.isUndefined() && !list.isArray())
        reportAt(diagnostics, pointer, rule, QStringLiteral("“tests” must be a list."));
    for (qsizetype i = 0; i < list.array().size(); ++i) {
        const qsizetype before = diagnostics->size();
        const TestCase test = readTestCase(list.array()[i], childPointer(pointer, i), diagnostics);
        const bool isBroken =
            std::any_of(diagnostics->begin() + before, diagnostics->end(),
                        [](const Diagnostic &found) { return found.severity == Severity::Error; });
        if (!isBroken && !test.steps.isEmpty())
            tests.append(test);
    }
    return tests;
}

} // namespace Mock
