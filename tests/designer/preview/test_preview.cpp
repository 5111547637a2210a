#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/looks/code_editor.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/place_names.h"
#include "designer/preview/preview_pane.h"
#include "designer/preview/problems_model.h"
#include "designer/preview/problems_pane.h"
#include "tests/designer/preview/shop_text.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QThread>
#include <QToolButton>

using namespace Design;

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void partHasItsName();
    void linesAndPlacesAgree_data();
    void linesAndPlacesAgree();
    void foreignPlacesHaveNoLines();
    void placesHaveNames_data();
    void placesHaveNames();
    void sourceFollowsSelectionAndEdits();
    void sourceShowsTheWholeDocument();
    void clickSelectsTheConstraint();
    void hiddenPaneCatchesUp();
    void docsFollowSelection();
    void docsLinksOpenPlaces();
    void docsOfALargeDesignAreAList();
    void docsNeedNoSidewaysScrolling();
    void cornerStandsOnTheLineOfTheTabs();
    void problemsKeepTheirOrder();
    void problemsOpenTheirPlaces();
    void newestJobWins();
    void jobOfDeadOwnerIsNotTold();

private:
    NodeId at(const char *pointer) const;

    std::unique_ptr<DesignDocument> m_document;
    std::unique_ptr<Selection> m_selection;
};

void TestPreview::init()
{
    m_document = std::make_unique<DesignDocument>();
    m_selection = std::make_unique<Selection>();
    const LoadedApi loaded = readOpenApi(QByteArray(shopText));
    QVERIFY(loaded.ok);
    m_document->reset(loaded.api);
}

void TestPreview::cleanup()
{
    m_selection.reset();
    m_document.reset();
}

NodeId TestPreview::at(const char *pointer) const
{
    return m_document->index().nodeAt(QString::fromUtf8(pointer));
}

static SourceText partText(const DesignDocument &document, NodeId node, FileFormat format)
{
    return SourceText::ofPart(writeNode(document.api(), node), document.index().pointer(node),
                              format);
}

void TestPreview::partHasItsName()
{
    const SourceText model =
        partText(*m_document, at("/components/schemas/Kind"), FileFormat::Yaml);
    QCOMPARE(model.text(), QByteArray("Kind:\n  type: string\n"));
    const SourceText route = partText(*m_document, at("/paths/~1items~1/post"), FileFormat::Yaml);
    QVERIFY(route.text().startsWith("/items/:\n  post:\n    operationId: create_item\n"));
    const SourceText json = partText(*m_document, at("/components/schemas/Kind"), FileFormat::Json);
    QCOMPARE(json.text(), QByteArray("{\n  \"Kind\": {\n    \"type\": \"string\"\n  }\n}\n"));
}

void TestPreview::linesAndPlacesAgree_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::newRow("yaml") << FileFormat::Yaml;
    QTest::newRow("json") << FileFormat::Json;
}

void TestPreview::linesAndPlacesAgree()
{
    QFETCH(FileFormat, format);
    const NodeId item = at("/components/schemas/Item");
    for (const SourceText &text :
         {partText(*m_document, item, format), SourceText::ofDocument(m_document->api(), format)}) {
        const QString pointer =
            QStringLiteral("/components/schemas/Item/properties/name/minLength");
        const LineRange lines = text.linesOf(pointer);
        QVERIFY(!lines.isEmpty());
        QCOMPARE(lines.first, lines.last);
        const QByteArray line = text.text().split('\n').at(lines.first);
        QVERIFY2(line.contains("minLength"), line.constData());
        QCOMPARE(text.pointerAtLine(lines.first), pointer);
        const LineRange whole = text.linesOf(QStringLiteral("/components/schemas/Item/properties"));
        QVERIFY(whole.first < lines.first && whole.last > lines.last);
    }
}

void TestPreview::foreignPlacesHaveNoLines()
{
    const SourceText text = partText(*m_document, at("/components/schemas/Item"), FileFormat::Yaml);
    QVERIFY(text.linesOf(QStringLiteral("/components/schemas/Kind")).isEmpty());
    QVERIFY(text.linesOf(QStringLiteral("/components/schemas")).isEmpty());
    QVERIFY(text.linesOf(QStringLiteral("/info/title")).isEmpty());
    QVERIFY(text.linesOf(QString()).isEmpty());
    QVERIFY(SourceText().linesOf(QStringLiteral("/info")).isEmpty());
    QVERIFY(SourceText::ofPart(Json(), QStringLiteral("/x"), FileFormat::Yaml).text().isEmpty());
}

void TestPreview::placesHaveNames_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *pointer, const char *name) {
        QTest::newRow(pointer) << QString::fromUtf8(pointer) << QString::fromUtf8(name);
    };
    row("/components/schemas/Item", "Item");
    row("/components/schemas/Item/properties/name", "Item.name");
    row("/components/schemas/Item/properties/name/minLength", "Item.name");
    row("/components/schemas/Item/properties/tags/items", "Item.tags[item]");
    row("/components/schemas/Item/allOf/1/properties/a", "Item.a");
    row("/components/schemas/Item/oneOf/1", "Item · case 2");
    row("/paths/~1items~1/get", "GET /items/");
    row("/paths/~1items~1/get/parameters/0", "GET /items/ · limit");
    row("/paths/~1items~1/get/parameters/0/schema/minimum", "GET /items/ · limit");
    row("/paths/~1items~1/post/requestBody/content/application~1json/schema",
        "POST /items/ · body");
    row("/paths/~1items~1/post/responses/201", "POST /items/ · answer 201");
    row("/x-menura/dependencies/admin/conditions/0/when", "dependencies admin");
    row("/x-menura/cors", "cors");
    row("", "");
}

void TestPreview::placesHaveNames()
{
    QFETCH(QString, pointer);
    QTEST(placeName(m_document->api(), pointer), "name");
}

void TestPreview::sourceFollowsSelectionAndEdits()
{
    PreviewPane pane(*m_document, *m_selection);
    pane.resize(500, 400);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const NodeId name = at("/components/schemas/Item/properties/name");
    m_selection->select(name);
    CodeEditor *view = pane.source()->view();
    QVERIFY(pane.source()->shownText().startsWith(QLatin1String("Item:\n")));
    const auto isBarred = [view](const char *text) {
        for (int line = 0; line < view->lines(); ++line) {
            if (view->text(line).contains(QLatin1String(text)))
                return view->markersAtLine(line) != 0;
        }
        return false;
    };
    QVERIFY(isBarred("name:"));
    QVERIFY(isBarred("minLength:"));
    QVERIFY(!isBarred("tags:"));

    QElapsedTimer timer;
    timer.start();
    m_document->edit(QStringLiteral("Longer"), [name](Api &api) {
        editSchema(api, name, [](Schema &schema) { schema.set(Keyword::MaxLength, Json(80)); });
    });
    QTRY_VERIFY(view->text().contains(QLatin1String("maxLength: 80")));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(isBarred("maxLength:"));

    m_selection->select(name, Keyword::MaxLength);
    QVERIFY(isBarred("maxLength:"));
    QVERIFY(!isBarred("minLength:"));

    pane.setFormat(FileFormat::Json);
    QVERIFY(pane.source()->shownText().contains(QLatin1String("\"maxLength\": 80")));
    QVERIFY(isBarred("\"maxLength\""));
}

void TestPreview::sourceShowsTheWholeDocument()
{
    PreviewPane pane(*m_document, *m_selection);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QTRY_VERIFY(pane.source()->shownText().startsWith(QLatin1String("openapi: 3.1.0\n")));
    m_selection->select(at("/components/schemas/Kind"));
    QTRY_VERIFY(pane.source()->shownText().startsWith(QLatin1String("Kind:\n")));
    pane.setScope(PreviewScope::Document);
    QTRY_COMPARE(pane.source()->shownText(), QString::fromUtf8(shopText));
}

void TestPreview::clickSelectsTheConstraint()
{
    PreviewPane pane(*m_document, *m_selection);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const NodeId name = at("/components/schemas/Item/properties/name");
    m_selection->select(at("/components/schemas/Item"));
    QSignalSpy opened(m_selection.get(), &Selection::openRequested);
    CodeEditor *view = pane.source()->view();
    int line = 0;
    while (line < view->lines() && !view->text(line).contains(QLatin1String("minLength")))
        ++line;
    QVERIFY(line < view->lines());
    Q_EMIT view->lineClicked(line, false);
    QCOMPARE(m_selection->node(), name);
    QCOMPARE(m_selection->keyword(), Keyword::MinLength);
    QCOMPARE(opened.size(), 0);

    const QByteArray before = view->utf8();
    view->setFocus();
    view->setCursorPosition(line, 0);
    QTest::keyClick(view, Qt::Key_F12);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(view->utf8(), before);
}

void TestPreview::hiddenPaneCatchesUp()
{
    PreviewPane pane(*m_document, *m_selection);
    m_selection->select(at("/components/schemas/Kind"));
    QVERIFY(pane.source()->shownText().isEmpty());
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QTRY_VERIFY(pane.source()->shownText().startsWith(QLatin1String("Kind:\n")));
}

void TestPreview::docsFollowSelection()
{
    PreviewPane pane(*m_document, *m_selection);
    pane.show();
    pane.setCurrentWidget(pane.docs());
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    m_selection->select(at("/components/schemas/Item"));
    QTRY_VERIFY(pane.docs()->toPlainText().contains(QLatin1String("Item")));
    QVERIFY(!pane.docs()->toPlainText().contains(QLatin1String("limit")));
    m_selection->select(at("/paths/~1items~1/get"));
    QTRY_VERIFY(pane.docs()->toPlainText().contains(QLatin1String("limit")));
}

void TestPreview::docsLinksOpenPlaces()
{
    DocsPane docs(*m_document, *m_selection);
    const NodeId item = at("/components/schemas/Item");
    QSignalSpy opened(m_selection.get(), &Selection::openRequested);
    Q_EMIT docs.anchorClicked(QUrl(QStringLiteral("node:%1").arg(static_cast<quint32>(item))));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_selection->node(), item);
    Q_EMIT docs.anchorClicked(QUrl(QStringLiteral("node:nonsense")));
    Q_EMIT docs.anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
    QCOMPARE(opened.size(), 1);
}

/// Qt would lay out all of it before anything else happens.
void TestPreview::docsOfALargeDesignAreAList()
{
    const NodeId name = at("/components/schemas/Item/properties/name");
    m_document->edit(QStringLiteral("Long words"), [name](Api &api) {
        editSchema(api, name, [](Schema &schema) {
            schema.set(Keyword::Description, QStringLiteral("much ").repeated(120'000));
        });
    });
    DocsPane docs(*m_document, *m_selection);
    docs.setScope(PreviewScope::Document);
    docs.setVisible(true);
    QTRY_VERIFY(docs.toPlainText().contains(QStringLiteral("too much to show at once")));
    QVERIFY(docs.toPlainText().contains(QStringLiteral("GET /items")));
    QVERIFY(!docs.toPlainText().contains(QStringLiteral("much much")));
    m_document->undoStack()->undo();
    QTRY_VERIFY(!docs.toPlainText().contains(QStringLiteral("at once")));
}

void TestPreview::docsNeedNoSidewaysScrolling()
{
    const QString wide(150, u'w');
    m_document->edit(QStringLiteral("Long words"), [&](Api &api) {
        api.info.description = QStringLiteral("```\n%1 %1\n```\n\n`%1`").arg(wide);
        api.servers.append(Server());
        api.servers.last().url = QStringLiteral("https://example.com/") + wide;
        Schema &item = *api.components.schemas.find(u"Item");
        NamedList<Schema> fields = item.members(Keyword::Properties);
        Schema field = Schema::empty(api.newId());
        field.set(Keyword::Pattern, wide);
        field.set(Keyword::Enum, JsonArray{wide, QStringLiteral("short")});
        fields.insert(wide, field);
        item.setMembers(Keyword::Properties, fields);
        item.set(Keyword::Example, JsonObject{{wide, wide}});
    });
    DocsPane docs(*m_document, *m_selection);
    docs.setVisible(true);
    for (const int width : {260, 340, 480, 900}) {
        docs.resize(width, 400);
        for (const char *place :
             {"", "/components/schemas/Item", "/paths/~1items~1/get", "/paths/~1items~1/post"}) {
            m_selection->select(at(place));
            QTest::qWait(200);
            QVERIFY2(docs.horizontalScrollBar()->maximum() == 0,
                     qPrintable(QStringLiteral("%1 at %2: %3 too wide")
                                    .arg(QLatin1String(place))
                                    .arg(width)
                                    .arg(docs.horizontalScrollBar()->maximum())));
        }
    }
}

void TestPreview::cornerStandsOnTheLineOfTheTabs()
{
    PreviewPane pane(*m_document, *m_selection);
    pane.resize(500, 400);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const auto *tabs = pane.findChild<QTabBar *>();
    const int line = tabs->mapTo(&pane, tabs->tabRect(0).center()).y();
    for (const QToolButton *button : pane.cornerWidget()->findChildren<QToolButton *>()) {
        const int at = button->mapTo(&pane, button->rect().center()).y();
        QVERIFY2(qAbs(at - line) <= 1, qPrintable(QString::number(at - line)));
    }
}

void TestPreview::problemsKeepTheirOrder()
{
    ProblemsModel model(*m_document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto problem = [](const char *message, Severity severity, const char *pointer) {
        Diagnostic result;
        result.severity = severity;
        result.message = QString::fromUtf8(message);
        result.pointer = QString::fromUtf8(pointer);
        return result;
    };
    const Diagnostic a =
        problem("a", Severity::Error, "/components/schemas/Item/properties/name/minLength");
    const Diagnostic b = problem("b", Severity::Warning, "/paths/~1items~1/get");
    const Diagnostic c = problem("c", Severity::Hint, "/info");
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setProblems({a, b, c});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.count(Severity::Error), 1);
    QCOMPARE(model.problem(0).node, at("/components/schemas/Item/properties/name"));
    QCOMPARE(ProblemsModel::keywordOf(model.problem(0)), Keyword::MinLength);
    QCOMPARE(model.index(0, ProblemsModel::PlaceColumn).data().toString(),
             QStringLiteral("Item.name"));
    QCOMPARE(model.index(1, ProblemsModel::SeverityColumn).data().toString(),
             QStringLiteral("Warning"));

    const QPersistentModelIndex last = model.index(2, 0);
    model.setProblems({a, c});
    QVERIFY(last.isValid());
    QCOMPARE(last.row(), 1);
    model.setProblems({b, a, c});
    QCOMPARE(last.row(), 2);
    model.setProblems({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(reset.size(), 0);
}

void TestPreview::problemsOpenTheirPlaces()
{
    Diagnostic ofDependency;
    ofDependency.message = QStringLiteral("a");
    ofDependency.pointer = QStringLiteral("/x-menura/dependencies/admin/conditions/0/when");
    ofDependency.node = m_document->api().id;
    Diagnostic ofField;
    ofField.message = QStringLiteral("b");
    ofField.pointer = QStringLiteral("/components/schemas/Item/properties/name/minLength");
    ProblemsModel model(*m_document);
    model.setProblems({ofDependency, ofField});
    QCOMPARE(model.index(0, ProblemsModel::PlaceColumn).data().toString(),
             QStringLiteral("dependencies admin"));
    ProblemsPane pane(model, *m_selection);
    pane.openNext();
    const BehaviourItem admin{BehaviourItem::Kind::Dependency, QStringLiteral("admin")};
    QCOMPARE(m_selection->item(), admin);
    pane.openNext();
    QCOMPARE(m_selection->node(), at("/components/schemas/Item/properties/name"));
    QCOMPARE(m_selection->keyword(), Keyword::MinLength);
}

void TestPreview::newestJobWins()
{
    QList<int> told;
    LatestJob<int> job([&told](const int &result) { told.append(result); });
    for (int i = 0; i < 10; ++i)
        job.start([i] {
            QThread::msleep(5);
            return i;
        });
    QVERIFY(job.isBusy());
    QTRY_VERIFY(!job.isBusy());
    QCOMPARE(told, (QList<int>{0, 9}));

    job.start([] { return 10; });
    job.cancel();
    QVERIFY(!job.isBusy());
    QTest::qWait(50);
    QCOMPARE(told.size(), 2);
    job.start([] { return 11; });
    QTRY_COMPARE(told.value(2), 11);
}

void TestPreview::jobOfDeadOwnerIsNotTold()
{
    bool wasTold = false;
    {
        LatestJob<int> job([&wasTold](const int &) { wasTold = true; });
        job.start([] {
            QThread::msleep(20);
            return 1;
        });
    }
    QTest::qWait(80);
    QVERIFY(!wasTold);
}

QTEST_MAIN(TestPreview)
#include "test_preview.moc"
