#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/script/script_host.h"
#include "mockserver/script/script_template.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <latch>
#include <thread>

using namespace Mock;
using Design::Json;
using Design::JsonObject;

namespace
{

Json json(const char *text)
{
    return Design::readJson(QByteArray(text)).value;
}

class Chance : public ScriptHost
{
public:
    Json callStore(const QString &store, const QString &operation,
                   const Design::JsonArray &arguments, QString *error) override
    {
        if (store == u"none")
            *error = QStringLiteral("there is no store “none”");
        calls.append(store + u'.' + operation + QString::fromUtf8(Design::writeJson(arguments)));
        return operation == u"all" ? json(R"([{"id":1,"n":2},{"id":2,"n":5}])")
                                   : json("{\"id\":1}");
    }
    qint64 now() override { return 1'700'000'000'000; }
    quint64 random() override { return state += 0x9e3779b97f4a7c15u; }

    QStringList calls;
    quint64 state = 0;
};

} // namespace

class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void reportsSyntax();
    void namesWhatFailed();
    void endsWhatNeverEnds_data();
    void endsWhatNeverEnds();
    void goesOnAfterAnEndlessOne();
    void costlyPatternsEnd();
    void boundsMemory();
    void boundedFunctionsStayThemselves_data();
    void boundedFunctionsStayThemselves();
    void hasNothingElse_data();
    void hasNothingElse();
    void leavesNoTrace();
    void repeatsItsChance();
    void reachesStores();
    void fillsTemplates_data();
    void fillsTemplates();
    void servesManyThreads();
    void hasEndedWhenItsThreadHas();
};

void TestScript::evaluates_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("number") << "1 + 1" << QByteArray("2");
    QTest::newRow("path") << "path.id * 2" << QByteArray("14");
    QTest::newRow("object") << "{a: body.tags.length, b: [null, true]}"
                            << QByteArray("{\"a\":2,\"b\":[null,true]}");
    QTest::newRow("statements") << "const x = path.id;\nreturn x + 1;" << QByteArray("8");
    QTest::newRow("missing member") << "query.q ?? 'none'" << QByteArray("\"none\"");
    QTest::newRow("undefined name") << "result === undefined" << QByteArray("true");
    QTest::newRow("text") << "`${body.name}!`" << QByteArray("\"Zoë!\"");
    QTest::newRow("prototype member") << "body['__proto__'].x" << QByteArray("1");
    QTest::newRow("comment at the end") << "path.id // the id" << QByteArray("7");
    QTest::newRow("a large whole number") << "body.large" << QByteArray("9007199254740993");
    QTest::newRow("a whole value") << "body.numbers" << QByteArray("[1.0,12345678901234567890]");
    QTest::newRow("numbers as they were written")
        << "Object.assign({}, body.item, {price_with_tax: body.item.price + 1})"
        << QByteArray(R"({"price":1.0,"id":9007199254740993,"price_with_tax":2})");
    QTest::newRow("numbers in lists")
        << "({ratios: body.ratios.slice(1)})" << QByteArray(R"({"ratios":[2.0]})");
    QTest::newRow("other numbers")
        << "({price: body.item.price + 2, id: 7})" << QByteArray(R"({"price":3,"id":7})");
    QTest::newRow("a length") << "body.tags.length" << QByteArray("2");
    QTest::newRow("a member of nothing") << "body.none" << QByteArray("null");
    QTest::newRow("date") << "new Date(0)" << QByteArray("\"1970-01-01T00:00:00.000Z\"");
}

void TestScript::evaluates()
{
    QFETCH(QString, source);
    QFETCH(QByteArray, expected);
    ScriptScope scope;
    scope.set(ScriptName::Path, json(R"({"id":7})"));
    scope.set(ScriptName::Query, JsonObject());
    scope.set(
        ScriptName::Body,
        json(
            R"({"name":"Zoë","tags":["a","b"],"large":9007199254740993,"item":{"price":1.0,"id":9007199254740993},"ratios":[1.5,2.0],"numbers":[1.0,12345678901234567890],"__proto__":{"x":1}})"));
    Design::Diagnostics diagnostics;
    const Script script = Script::compile(source, QStringLiteral("/x"), &diagnostics);
    QVERIFY(diagnostics.isEmpty());
    const ScriptResult result = evaluate(script, scope);
    QVERIFY2(result.ok(), qUtf8Printable(result.error));
    QCOMPARE(Design::writeJson(result.value), expected);
}

void TestScript::reportsSyntax()
{
    Design::Diagnostics diagnostics;
    const Script script = Script::compile(QStringLiteral("path.id ==="),
                                          QStringLiteral("/paths/~1a/when"), &diagnostics);
    QCOMPARE(diagnostics.size(), 1);
    QCOMPARE(diagnostics.first().pointer, QStringLiteral("/paths/~1a/when"));
    QVERIFY(diagnostics.first().message.contains(QLatin1String("path.id ===")));
    QVERIFY(!evaluate(script, {}).ok());
    QVERIFY(Script::compile({}, {}).isNull());
}

void TestScript::namesWhatFailed()
{
    ScriptScope scope;
    scope.set(ScriptName::Body, nullptr);
    const ScriptResult result = evaluate(
        Script::compile(QStringLiteral("body.price.amount"), QStringLiteral("/p/0")), scope);
    QVERIFY(!result.ok());
    QVERIFY(!result.isTimeout);
    QVERIFY2(result.error.contains(QLatin1String("body.price.amount")),
             qUtf8Printable(result.error));
    QVERIFY(result.error.contains(QLatin1String("TypeError")));
    QVERIFY(result.error.contains(QLatin1String("/p/0")));
}

void TestScript::endsWhatNeverEnds_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("loop") << "(() => { for (;;) {} })()";
    QTest::newRow("loop that catches")
        << "(() => { for (;;) { try { for (;;) {} } catch (e) {} } })()";
    QTest::newRow("loop in toJSON") << "({toJSON() { for (;;) {} }})";
    QTest::newRow("outside its function")
        << ")})(), (() => { for (;;) {} })(), (function () { return (1";
    QTest::newRow("growing text")
        << "(() => { let s = 'x'; for (;;) s += s.length % 2 ? 'a' : 'b'; })()";
}

void TestScript::endsWhatNeverEnds()
{
    QFETCH(QString, source);
    ScriptScope scope;
    scope.limit = std::chrono::milliseconds(100);
    QElapsedTimer timer;
    timer.start();
    const Script script = Script::compile(source, {});
    const ScriptResult result = evaluate(script, scope);
    QVERIFY(!result.ok());
    if (!source.startsWith(u')')) // which no longer is an expression
        QVERIFY(result.isTimeout);
    QVERIFY2(timer.elapsed() < 3'000, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(result.error.contains(script.source()));
}

void TestScript::goesOnAfterAnEndlessOne()
{
    ScriptScope scope;
    scope.limit = std::chrono::milliseconds(50);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(evaluate(Script::compile(QStringLiteral("(() => { for (;;) {} })()"), {}), scope)
                    .isTimeout);
        const ScriptResult result = evaluate(Script::compile(QStringLiteral("40 + 2"), {}), scope);
        QVERIFY2(result.ok(), qUtf8Printable(result.error));
        QCOMPARE(result.value.toInt64(), 42);
    }
    // Deep recursion is an error of the expression, no crash.
    QVERIFY(!evaluate(Script::compile(QStringLiteral("(function f() { return f() + 1; })()"), {}),
                      scope)
                 .ok());
    QVERIFY(evaluate(Script::compile(QStringLiteral("1"), {}), scope).ok());
}

void TestScript::costlyPatternsEnd()
{
    ScriptScope scope;
    QElapsedTimer timer;
    timer.start();
    evaluate(
        Script::compile(
            QStringLiteral("/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')"), {}),
        scope);
    QVERIFY2(timer.elapsed() < 5'000, QByteArray::number(timer.elapsed()).constData());
}

void TestScript::boundsMemory()
{
    ScriptScope scope;
    for (const char *source :
         {"'x'.repeat(1e9)",
          "new Array(1e9).fill(0)",
          "Array.from({length: 1e9})",
          "'x'.padEnd(1e9)",
          "new Array(1e9).join('xxxxxxxx')",
          "new ArrayBuffer(2e9)",
          "new Uint8Array(2e9)",
          "new Array(4e9)",
          "new Array(4e9).includes(1)",
          "new Array(4e9).forEach(one => 1)",
          "new Array(4e9).map(one => 1)",
          "new Array(4e9).reduce((a, b) => a, 1)",
          "[].concat(new Array(4e9))",
          "new Array(4e9).splice(0, 3e9)",
          "new Array(4e9).copyWithin(1, 0)",
          "new Array(4e9).toLocaleString()",
          "Array.prototype.includes.call({length: 9e15}, 1)",
          "JSON.stringify(new Array(4e9))",
          "(() => { let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a })()",
          "(() => { let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return String(a) })()",
          "(() => { let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a.flat(99) })()",
          "(() => { let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; "
          "return JSON.stringify(a, ['a']) })()",
          "'x'.repeat(1e6).replace(/x/g, 'y'.repeat(1e6))",
          "'x'.repeat(1e6).replace(/x/g, '$&'.repeat(1e5))",
          "new Array(1e6).fill('x'.repeat(1e6)).join('')"}) {
        QElapsedTimer timer;
        timer.start();
        const ScriptResult result =
            evaluate(Script::compile(QString::fromLatin1(source), {}), scope);
        QVERIFY2(!result.ok(), source);
        QVERIFY2(timer.elapsed() < 5'000, source);
    }
    scope.limit = std::chrono::milliseconds(20'000);
    QElapsedTimer timer;
    timer.start();
    const ScriptResult result =
        evaluate(Script::compile(QStringLiteral("(() => { const all = []; for (;;) "
                                                "all.push('x'.repeat(100000) + all.length); })()"),
                                 {}),
                 scope);
    QVERIFY(!result.ok());
    QVERIFY(timer.elapsed() < 15'000);
}

void TestScript::boundedFunctionsStayThemselves_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("json");
    const auto row = [](const char *source, const char *json) {
        QTest::newRow(source) << QString::fromLatin1(source) << QString::fromLatin1(json);
    };
    row("[1, [2, null], 'a', undefined].join()", R"("1,2,,a,")");
    row("String([1, [2, 3]])", R"("1,2,3")");
    row("[1, 2].join('-') + [].join()", R"("1-2")");
    row("[1, [2, [3, [4]]]].flat()", "[1,2,[3,[4]]]");
    row("[1, [2, [3, [4]]]].flat(Infinity)", "[1,2,3,4]");
    row("[1].concat(2, [3, [4]])", "[1,2,3,[4]]");
    row("'a'.concat('b', 1)", R"("ab1")");
    row("[3, 1, 2].sort().map(one => one * 2).filter(one => one > 2)", "[4,6]");
    row("Array.from('ab', one => one + one)", R"(["aa","bb"])");
    row("Array.from(new Set([1, 1, 2]))", "[1,2]");
    row("'abc'.padStart(5, '-') + 'x'.repeat(2) + 'y'.repeat('2')", R"("--abcxxyy")");
    row("'a-b-c'.replace('-', '+')", R"("a+b-c")");
    row("'a-b-c'.replace(/-/g, '$$')", R"("a$b$c")");
    row("'John Smith'.replace(/(\\w+) (\\w+)/, '$2, $1 ($&) $3 $')",
        R"("Smith, John (John Smith) $3 $")");
    row("'abc'.replace('b', \"[$`|$']\")", R"("a[a|c]c")");
    row("'abc'.replace(/(.)(.)/, (all, one, two, at) => two + one + at)", R"("ba0c")");
    row("JSON.stringify({a: 1, b: {a: 2, c: 3}}, ['a', 'b'])", R"("{\"a\":1,\"b\":{\"a\":2}}")");
    row("'x'.repeat({valueOf() { return (this.n = (this.n || 0) + 1) > 1 ? 1e9 : 1 }})", R"("x")");
    row("JSON.stringify([[1, {a: 2, b: 3}]], ['a'])", R"("[[1,{\"a\":2}]]")");
    row("JSON.stringify([undefined, 1], null, 1)", R"("[\n null,\n 1\n]")");
    row("JSON.stringify({a: 1, b: 2}, (name, value) => name === 'a' ? undefined : value)",
        R"("{\"b\":2}")");
    row("({a: undefined, b: new Date(0), '': 1})", R"({"b":"1970-01-01T00:00:00.000Z","":1})");
}

/// What is bounded, or done in JavaScript so that it can be stopped, gives what it always gave.
void TestScript::boundedFunctionsStayThemselves()
{
    QFETCH(QString, source);
    QFETCH(QString, json);
    const ScriptResult result = evaluate(Script::compile(source, {}), {});
    QVERIFY2(result.ok(), qUtf8Printable(result.error));
    QCOMPARE(QString::fromUtf8(Design::writeJson(result.value)), json);
}

void TestScript::hasNothingElse_data()
{
    QTest::addColumn<QString>("source");
    for (const char *name : {"XMLHttpRequest", "Qt", "console", "gc", "print", "process", "require",
                             "fetch", "importScripts", "host", "WebSocket"})
        QTest::newRow(name)
            << QString::fromLatin1("typeof %1 === 'undefined'").arg(QLatin1String(name));
}

void TestScript::hasNothingElse()
{
    QFETCH(QString, source);
    const ScriptResult result = evaluate(Script::compile(source, {}), {});
    QVERIFY2(result.ok(), qUtf8Printable(result.error));
    QVERIFY(result.isTrue);
}

void TestScript::leavesNoTrace()
{
    ScriptScope scope;
    for (const char *source :
         {"Array.prototype.map = () => 'mine'", "Math.max = () => 'mine'", "undeclared = 1",
          "(function () { return this })().x = 1", "Object.prototype.y = 1", "JSON.parse = 1",
          "Date.now = () => 0", "store.items.get = 1"}) {
        const ScriptResult result =
            evaluate(Script::compile(QString::fromLatin1(source), {}), scope);
        QVERIFY2(!result.ok(), source);
    }
    const ScriptResult result =
        evaluate(Script::compile(QStringLiteral("[[1].map(x => x + 1)[0], Math.max(1, 2), typeof "
                                                "undeclared, ({}).y === undefined]"),
                                 {}),
                 scope);
    QCOMPARE(Design::writeJson(result.value), QByteArray("[2,2,\"undefined\",true]"));
}

void TestScript::repeatsItsChance()
{
    const Script script = Script::compile(
        QStringLiteral(
            "[uuid(), Math.random(), random(1, 6), now(), new Date().getTime(), Date.now()]"),
        {});
    Chance first;
    Chance second;
    ScriptScope scope;
    scope.host = &first;
    const QByteArray one = Design::writeJson(evaluate(script, scope).value);
    const QByteArray next = Design::writeJson(evaluate(script, scope).value);
    scope.host = &second;
    QCOMPARE(Design::writeJson(evaluate(script, scope).value), one);
    QVERIFY(next != one);
    QVERIFY2(one.contains("2023-11-14T22:13:20Z"), one.constData());
    QVERIFY(one.contains("1700000000000,1700000000000]"));
    static const QRegularExpression form(
        QStringLiteral("^\\[\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                       "\",0\\.\\d+,[1-6],"));
    QVERIFY2(form.match(QString::fromLatin1(one)).hasMatch(), one.constData());
}

void TestScript::reachesStores()
{
    Chance host;
    ScriptScope scope;
    scope.host = &host;
    const auto run = [&](const char *source) {
        const ScriptResult result =
            evaluate(Script::compile(QString::fromLatin1(source), {}), scope);
        return result.ok() ? Design::writeJson(result.value) : result.error.toUtf8();
    };
    QCOMPARE(run("store.items.get(3).id"), QByteArray("1"));
    QCOMPARE(host.calls.last(), QStringLiteral("items.get[3]"));
    QCOMPARE(run("store.items.find({n: 5}).id"), QByteArray("2"));
    QCOMPARE(run("store.items.all(row => row.n > 1).length"), QByteArray("2"));
    QCOMPARE(run("store.items.find({n: 9})"), QByteArray("null"));
    QVERIFY(run("store.none.get(1)").contains("there is no store"));
    scope.host = nullptr;
    QVERIFY(run("store.items.get(1)").contains("there are no stores here"));
}

void TestScript::fillsTemplates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("constant") << QByteArray(R"({"a":[1,1.50,"x"]})")
                              << QByteArray(R"({"a":[1,1.50,"x"]})");
    QTest::newRow("value") << QByteArray(R"("{{ path.id }}")") << QByteArray("7");
    QTest::newRow("object") << QByteArray(R"("{{ {a: {b: 1}} }}")")
                            << QByteArray(R"({"a":{"b":1}})");
    QTest::newRow("tight braces") << QByteArray(R"("{{{a: {b: 1}}}}")")
                                  << QByteArray(R"({"a":{"b":1}})");
    QTest::newRow("inside text") << QByteArray(R"("no {{ path.id }} of {{ 2 * 5 }}!")")
                                 << QByteArray(R"("no 7 of 10!")");
    QTest::newRow("nested") << QByteArray(R"({"a":[{"b":"{{ path }}"}],"c":"x"})")
                            << QByteArray(R"({"a":[{"b":{"id":7}}],"c":"x"})");
    QTest::newRow("undefined") << QByteArray(R"(["{{ path.nothing }}"])") << QByteArray("[null]");
    QTest::newRow("unclosed") << QByteArray(R"("{{ path.id")") << QByteArray(R"("{{ path.id")");
}

void TestScript::fillsTemplates()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    ScriptScope scope;
    scope.set(ScriptName::Path, json(R"({"id":7})"));
    Design::Diagnostics diagnostics;
    const ScriptTemplate made =
        ScriptTemplate::compile(json(text.constData()), QStringLiteral("/t"), &diagnostics);
    QVERIFY(diagnostics.isEmpty());
    QString error;
    QCOMPARE(Design::writeJson(made.fill(scope, &error)), expected);
    QVERIFY(error.isEmpty());
}

void TestScript::servesManyThreads()
{
    const Script script = Script::compile(QStringLiteral("path.id + 1"), {});
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            ScriptScope scope;
            for (int n = 0; n < 500; ++n) {
                scope.set(ScriptName::Path, JsonObject{{QStringLiteral("id"), n * 4 + i}});
                if (evaluate(script, scope).value.toInt64() != n * 4 + i + 1)
                    ++wrong;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

/// An engine that ended later would do so beside the end of the program, and of what Qt holds for
/// all of it.
void TestScript::hasEndedWhenItsThreadHas()
{
    const auto watchdogs = [] {
        int count = 0;
        const QDir tasks(QStringLiteral("/proc/self/task"));
        for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(tasks.filePath(task + QStringLiteral("/stat")));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray stat = file.readAll(); // "7 (name) S parent ... flags", see proc(5)
            const quint32 flags = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(6).toUInt();
            constexpr quint32 isExiting = 4; // joined, and only the kernel still knows it
            count += stat.contains("(script watchdog)") && !(flags & isExiting);
        }
        return count;
    };
    const Script script = Script::compile(QStringLiteral("1 + 1"), {});
    if (!QDir(QStringLiteral("/proc/self/task")).exists())
        QSKIP("this system has no threads in /proc");
    QTRY_COMPARE(watchdogs(), 1); // this thread's own; each names itself once it runs
    std::vector<std::unique_ptr<QThread>> threads;
    std::latch isRunning(8);
    std::latch mayEnd(1);
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back(QThread::create([&] {
            evaluate(script, {});
            isRunning.count_down();
            mayEnd.wait();
        }));
        threads.back()->start();
    }
    isRunning.wait();
    QTRY_COMPARE(watchdogs(), 1 + 8);
    mayEnd.count_down();
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(watchdogs(), 1);
}

QTEST_GUILESS_MAIN(TestScript)
#include "test_script.moc"
