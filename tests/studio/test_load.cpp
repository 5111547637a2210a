#include "app/studio/files/file_control.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/looks/code_view.h"
#include "designer/map/map_pane.h"
#include "designer/model/edits/property_edits.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/problems_model.h"
#include "mockserver/panel/traffic/traffic_panel.h"
#include "tests/studio/window_test.h"
#include "tests/support/event_watch.h"
#include "tests/support/memory_in_use.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <chrono>
#include <future>

using namespace Design;

/// Checks 11 and 12 of the window: neither a large design nor a flood of requests stops it.
class TestLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check11PreviewAndProblemsFollowSoon();
    void check11TypingIsSeenAtOnce();
    void check11GithubIsWorkedOnWithoutBlocking();
    void check12FloodOfRequests();
};

namespace
{

// Builds without optimization and with sanitizers do the same work several times slower.
#if defined(__SANITIZE_THREAD__)
constexpr double slowness = 25;
#elif defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
constexpr double slowness = 2;
#else
constexpr double slowness = 6;
#endif
constexpr double longestEvent = 50 * slowness; ///< milliseconds of work
constexpr int soonest = 300;                   ///< milliseconds until everything has followed

QByteArray largeDesign(int models, int routes)
{
    QByteArray text = "openapi: 3.1.0\ninfo: {title: Large, version: '1'}\npaths:\n";
    for (int i = 0; i < routes; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray model = QByteArray::number(i % models);
        text += "  /things" + n + "/{id}:\n    get:\n      operationId: get" + n +
                "\n      tags: [group" + QByteArray::number(i % 12) +
                "]\n      parameters:\n        - {name: id, in: path, required: true, schema: "
                "{type: integer, minimum: 1}}\n        - {name: q, in: query, schema: {type: "
                "string, maxLength: 40}}\n      responses:\n        '200':\n          description: "
                "Fine\n          content:\n            application/json:\n              schema: "
                "{$ref: '#/components/schemas/Model" +
                model + "'}\n";
    }
    text += "components:\n  schemas:\n";
    for (int i = 0; i < models; ++i) {
        text +=
            "    Model" + QByteArray::number(i) +
            ":\n      type: object\n      required: [id]\n      properties:\n        id: {type: "
            "integer}\n";
        for (int k = 0; k < 10; ++k)
            text += "        field" + QByteArray::number(k) +
                    ": {type: string, maxLength: " + QByteArray::number(10 + k) + "}\n";
        text += "        next: {$ref: '#/components/schemas/Model" +
                QByteArray::number((i + 1) % models) +
                "'}\n        others: {type: array, items: {$ref: '#/components/schemas/Model" +
                QByteArray::number((i * 7) % models) + "'}}\n";
    }
    return text;
}

QString said(const EventWatch::Longest &longest)
{
    return QStringLiteral("%1 ms in %2").arg(longest.milliseconds, 0, 'f', 1).arg(longest.what);
}

/// Sends requests over one connection, several at a time, half of them to be refused. How many
/// were answered.
int sendMany(quint16 port, int count)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(5000))
        return -1;
    const QByteArray good = "GET /items/?limit=2 HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray bad = "GET /users/abc HTTP/1.1\r\nHost: a\r\n\r\n";
    constexpr int together = 50;
    int sent = 0;
    int answered = 0;
    QByteArray tail;
    while (answered < count) {
        for (int i = 0; i < together && sent < count && sent - answered < together; ++i, ++sent)
            socket.write(sent % 2 == 0 ? good : bad);
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(10000))
            break;
        const QByteArray text = tail + socket.readAll();
        const QByteArray status = "HTTP/1.1 ";
        answered += static_cast<int>(text.count(status));
        tail = text.right(status.size() - 1);
    }
    return answered;
}

qint64 median(QList<qint64> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

bool isFinished(const std::future<int> &answers)
{
    return answers.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

bool open(WindowTest &test, const QByteArray &text, QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("large.yaml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return false;
    file.close();
    test.window().resize(1400, 860);
    test.window().show();
    return test.window().files().openFile(path) && QTest::qWaitForWindowActive(&test.window()) &&
           QTest::qWaitFor([&] { return test.window().document().filePath() == path; }, 60000);
}

} // namespace

void TestLoad::check11PreviewAndProblemsFollowSoon()
{
    QTemporaryDir folder;
    WindowTest test;
    QVERIFY(open(test, largeDesign(150, 300), folder));
    MainWindow &window = test.window();
    const NodeId model = test.at(QStringLiteral("/components/schemas/Model7"));
    window.selection().open(model);
    auto *source = test.find<CodeView>("openApiSource");
    auto *problems = window.findChild<ProblemsModel *>();
    QTRY_VERIFY(source->text().startsWith(QLatin1String("Model7:")));
    QTest::qWait(1500); // what opening started comes to its end

    EventWatch::instance()->restart();
    QList<qint64> previews; // milliseconds on the wall, which others on the machine lengthen
    QList<qint64> allProblems;
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
        const QString name = QStringLiteral("renamed%1").arg(round);
        const NodeId field = test.at(
            round == 0
                ? QStringLiteral("/components/schemas/Model7/properties/field3")
                : QStringLiteral("/components/schemas/Model7/properties/renamed%1").arg(round - 1));
        const int before = problems->rowCount();
        const bool breaks = round % 2 == 0;
        QElapsedTimer timer;
        timer.start();
        window.document().edit(QStringLiteral("Rename"), [&](Api &api) {
            renameProperty(api, field, name);
            editSchema(api, field, [breaks](Schema &schema) {
                schema.set(Keyword::MinLength, breaks ? Json(99) : Json());
            });
        });
        bool hasPreview = false;
        bool hasProblems = false;
        while ((!hasPreview || !hasProblems) && timer.elapsed() < 20000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
            if (!hasPreview && source->text().contains(name)) {
                hasPreview = true;
                previews.append(timer.elapsed());
            }
            if (!hasProblems && problems->rowCount() != before) {
                hasProblems = true;
                allProblems.append(timer.elapsed());
            }
        }
        QVERIFY(hasPreview);
        QVERIFY(hasProblems);
        QTest::qWait(400);
    }
    const qint64 previewAfter = median(previews);
    const qint64 problemsAfter = median(allProblems);
    const EventWatch::Longest longest = EventWatch::instance()->longest();
    qInfo("150 models, 300 routes: preview after %lld ms, problems after %lld ms, longest event %s",
          previewAfter, problemsAfter, qPrintable(said(longest)));
    QVERIFY2(longest.milliseconds < longestEvent, qPrintable(said(longest)));
    QVERIFY(static_cast<double>(previewAfter) < soonest * slowness);
    QVERIFY(static_cast<double>(problemsAfter) < soonest * slowness);
}

void TestLoad::check11TypingIsSeenAtOnce()
{
    QTemporaryDir folder;
    WindowTest test;
    QVERIFY(open(test, largeDesign(150, 300), folder));
    const NodeId field = test.at(QStringLiteral("/components/schemas/Model7/properties/field3"));
    test.window().selection().open(field);
    QTest::qWait(800);
    QWidget *table = QApplication::focusWidget();
    QVERIFY(table);
    QTest::keyClick(table, Qt::Key_F2);
    auto *cell = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(cell);
    EventWatch::instance()->restart();
    for (const char letter : {'n', 'a', 'm', 'e', 'd'}) {
        QTest::keyClick(cell, letter);
        cell->repaint();
        QTest::qWait(30);
    }
    QVERIFY(cell->text().endsWith(QLatin1String("named")));
    const EventWatch::Longest typing = EventWatch::instance()->longest();
    qInfo("typing: longest event %s", qPrintable(said(typing)));
    QVERIFY2(typing.milliseconds < 16 * slowness, qPrintable(said(typing)));
}

void TestLoad::check11GithubIsWorkedOnWithoutBlocking()
{
    const QString path = QStringLiteral(MENURA_GITHUB_API);
    if (!QFile::exists(path))
        QSKIP("GitHub's document is not here");
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("github.json"));
    QVERIFY(QFile::copy(path, copy));
    WindowTest test;
    MainWindow &window = test.window();
    window.resize(1400, 860);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    EventWatch::instance()->restart();
    QElapsedTimer timer;
    timer.start();
    window.files().openFile(copy);
    const qint64 called = timer.elapsed();
    QTRY_COMPARE_WITH_TIMEOUT(window.document().filePath(), copy, 60000);
    QCoreApplication::processEvents();
    qInfo("GitHub: open() took %lld ms, interactive after %lld ms, longest event %s", called,
          timer.elapsed(), qPrintable(said(EventWatch::instance()->longest())));
    QTest::qWait(6000); // the problems come in
    const EventWatch::Longest opening = EventWatch::instance()->longest();
    qInfo("opening with its problems: longest event %s", qPrintable(said(opening)));
    QVERIFY2(opening.milliseconds < longestEvent, qPrintable(said(opening)));

    const NodeId model = test.at(QStringLiteral("/components/schemas/simple-user"));
    QVERIFY(model != NodeId::None);
    EventWatch::instance()->restart();
    window.selection().open(model);
    QTest::qWait(1000);
    qInfo("a model: longest event %s", qPrintable(said(EventWatch::instance()->longest())));

    EventWatch::instance()->restart();
    timer.restart();
    const NodeId field =
        test.at(QStringLiteral("/components/schemas/simple-user/properties/login"));
    qInfo("index: %lld ms", timer.restart());
    const auto rename = [&window, field] {
        window.document().edit(QStringLiteral("Rename"), [field](Api &api) {
            renameProperty(api, field, QStringLiteral("account"));
        });
    };
    QMetaObject::invokeMethod(&window, rename, Qt::QueuedConnection); // an event, which is measured
    auto *source = test.find<CodeView>("openApiSource");
    QTRY_VERIFY(source->text().contains(QLatin1String("account:")));
    qInfo("preview after %lld ms", timer.elapsed());
    QTest::qWait(5000);
    const EventWatch::Longest editing = EventWatch::instance()->longest();
    qInfo("an edit: longest event %s", qPrintable(said(editing)));
    QVERIFY2(editing.milliseconds < longestEvent, qPrintable(said(editing)));

    EventWatch::instance()->restart();
    timer.restart();
    QSignalSpy saved(&window.files(), &FileControl::savingEnded);
    QMetaObject::invokeMethod(
        &window.files(), [&window] { window.files().save(); }, Qt::QueuedConnection);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 60000);
    QTest::qWait(500); // whoever watches the file looks at it
    const EventWatch::Longest saving = EventWatch::instance()->longest();
    qInfo("saved after %lld ms, longest event %s", timer.elapsed(), qPrintable(said(saving)));
    QVERIFY2(saving.milliseconds < longestEvent, qPrintable(said(saving)));
    QVERIFY(!window.document().isModified());
    QFile written(copy);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll() == window.document().fileText());
    QVERIFY(window.document().fileText().contains("\"account\""));

    EventWatch::instance()->restart();
    window.actions()[ActionId::ShowMap]->trigger();
    auto *map = window.findChild<MapPane *>();
    QVERIFY(map);
    QTRY_VERIFY_WITH_TIMEOUT(map->isUpToDate(), 60000);
    QTest::qWait(300);
    const EventWatch::Longest drawing = EventWatch::instance()->longest();
    qInfo("the map: longest event %s", qPrintable(said(drawing)));
    QVERIFY2(drawing.milliseconds < longestEvent, qPrintable(said(drawing)));

    // The picture of it is painted and written beside, what it shows is taken at once.
    EventWatch::instance()->restart();
    std::future<QByteArray> picture;
    QMetaObject::invokeMethod(
        map,
        [map, &picture] {
            picture = std::async(std::launch::async, map->picture(PictureFormat::Svg));
        },
        Qt::QueuedConnection);
    QTRY_VERIFY(picture.valid());
    QTRY_VERIFY_WITH_TIMEOUT(picture.wait_for(std::chrono::seconds(0)) == std::future_status::ready,
                             60000);
    QVERIFY(picture.get().contains("simple-user"));
    const EventWatch::Longest painting = EventWatch::instance()->longest();
    qInfo("a picture of the map: longest event %s", qPrintable(said(painting)));
    QVERIFY2(painting.milliseconds < longestEvent, qPrintable(said(painting)));
}

void TestLoad::check12FloodOfRequests()
{
    WindowTest test;
    QVERIFY(test.openSample());
    QVERIFY(test.startServer());
    MainWindow &window = test.window();
    auto *panel = window.findChild<Mock::TrafficPanel *>();
    QVERIFY(panel);
    QTreeView *table = panel->table();
    QTRY_VERIFY(table->isVisible());
    const auto port = static_cast<quint16>(window.session().control().url().port());
    QCOMPARE(sendMany(port, 200), 200);
    QTRY_COMPARE(panel->model().rowCount(), 200);
    QVERIFY(panel->isFollowing());
    QCOMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());

    // 5,000 while the window works.
    EventWatch::instance()->restart();
    const qint64 before = memoryInUse();
    QElapsedTimer timer;
    timer.start();
    constexpr int flood = 5000;
    std::future<int> answers =
        std::async(std::launch::async, [port] { return sendMany(port, flood); });
    while (!isFinished(answers) || panel->model().rowCount() < Mock::TrafficModel::mostRows) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QVERIFY(timer.elapsed() < 60000);
    }
    QCOMPARE(answers.get(), flood);
    const EventWatch::Longest longest = EventWatch::instance()->longest();
    const qint64 grown = memoryInUse() - before;
    qInfo("%d requests in %lld ms, longest event %s, memory grew by %lld KiB", flood,
          timer.elapsed(), qPrintable(said(longest)), grown / 1024);
    QVERIFY2(longest.milliseconds < longestEvent, qPrintable(said(longest)));
    QCOMPARE(panel->model().rowCount(), Mock::TrafficModel::mostRows);
    QVERIFY(panel->isFollowing());

    // Twice as many again leave it as large as it is.
    const qint64 full = memoryInUse();
    std::future<int> more =
        std::async(std::launch::async, [port] { return sendMany(port, 2 * flood); });
    while (!isFinished(more))
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    QCOMPARE(more.get(), 2 * flood);
    QTest::qWait(500);
    QCOMPARE(panel->model().rowCount(), Mock::TrafficModel::mostRows);
    qInfo("10,000 more: memory grew by %lld KiB", (memoryInUse() - full) / 1024);
    QVERIFY(memoryInUse() - full < 48 * 1024 * 1024);

    // Who scrolls up stays there.
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    QVERIFY(!panel->isFollowing());
    const int place = table->verticalScrollBar()->value();
    QCOMPARE(sendMany(port, 50), 50);
    QTest::qWait(500);
    QVERIFY(!panel->isFollowing());
    QVERIFY(table->verticalScrollBar()->value() <= place);
}

int main(int argc, char *argv[])
{
    EventWatch app(argc, argv);
    TestLoad test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_load.moc"
