#include "app/studio/editor_tabs.h"
#include "app/studio/regions.h"
#include "designer/editors/cell_edit.h"
#include "designer/editors/fields_view.h"
#include "designer/looks/code_editor.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/problems_model.h"
#include "designer/storage/design_file.h"
#include "tests/studio/window_test.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTreeView>

using namespace Design;

/// Checks of somebody picky, by their numbers; those that need more stand in tests of their own.
class TestChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_test.reset(); }
    void check03NothingVanishesWhileTyping();
    void check04OneHistoryForEverything();
    void check05RenameIsFollowedEverywhere();
    void check10ClickToSourceBothWays();
    void check17KeyboardReachesEveryRegion();
    void fixesAreOffered();

private:
    MainWindow &window() { return m_test->window(); }
    const Api &api() { return window().document().api(); }
    FieldsView *tableOf(const char *model)
    {
        window().tabs().look(
            m_test->at(QLatin1String("/components/schemas/") + QString::fromLatin1(model)));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (FieldsView *view : window().tabs().findChildren<FieldsView *>()) {
            if (view->isVisible())
                return view;
        }
        return nullptr;
    }

    std::unique_ptr<WindowTest> m_test;
};

void TestChecks::init()
{
    m_test = std::make_unique<WindowTest>();
    QVERIFY(m_test->openSample());
}

void TestChecks::check03NothingVanishesWhileTyping()
{
    FieldsView *view = tableOf("ItemCreate");
    view->setFocus();
    view->addRow();
    auto *editor = qobject_cast<CellEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("half_typ: strin"));
    editor->setCursorPosition(4);
    const quint64 revision = window().document().revision();
    // Long enough for the check, the preview and the server to have caught up with everything.
    QTest::qWait(1500);
    QCOMPARE(QApplication::focusWidget(), editor);
    QCOMPARE(editor->text(), QStringLiteral("half_typ: strin"));
    QCOMPARE(editor->cursorPosition(), 4);
    QCOMPARE(window().document().revision(), revision);
}

void TestChecks::check04OneHistoryForEverything()
{
    QList<Json> values{writeOpenApi(api())};
    const auto note = [&] { values.append(writeOpenApi(api())); };
    const auto cell = [](FieldsView *view, const char *name, SchemaTableModel::Column column) {
        return view->table()
            .findRow([&](const SchemaRow &row) { return row.name == QString::fromLatin1(name); })
            .siblingAtColumn(view->table().columnOf(column));
    };
    using Column = SchemaTableModel::Column;
    for (int round = 0; round < 5; ++round) {
        FieldsView *view = tableOf("ItemCreate");
        SchemaTableModel &table = view->table();
        QVERIFY(table.setData(cell(view, "name", Column::Type),
                              QStringLiteral("string 1..%1").arg(50 + round)));
        note();
        QVERIFY(table.toggleRequired(cell(view, "tax", Column::Required)));
        note();
        QVERIFY(table.moveField(cell(view, "price", Column::Name), round % 2 == 0 ? -1 : 1));
        note();
        window().selection().select(m_test->at(QStringLiteral("/components/schemas/Tag")));
        window().actions()[ActionId::Duplicate]->trigger();
        note();
        window().selection().select(m_test->at(QStringLiteral("/paths/~1items~1/get")));
        window().actions()[ActionId::Duplicate]->trigger();
        note();
        window().actions()[ActionId::Delete]->trigger();
        note();
    }
    QCOMPARE(values.size(), 31);
    for (qsizetype i = values.size() - 2; i >= 0; --i) {
        window().actions()[ActionId::Undo]->trigger();
        QVERIFY2(writeOpenApi(api()) == values.at(i), qPrintable(QString::number(i)));
    }
    QVERIFY(!window().document().isModified());
    for (qsizetype i = 1; i < values.size(); ++i) {
        window().actions()[ActionId::Redo]->trigger();
        QVERIFY2(writeOpenApi(api()) == values.at(i), qPrintable(QString::number(i)));
    }
}

void TestChecks::check05RenameIsFollowedEverywhere()
{
    const auto *problems = window().findChild<ProblemsModel *>();
    const NodeId item = m_test->at(QStringLiteral("/components/schemas/ItemResponse"));
    window().selection().select(item);
    window().actions()[ActionId::Rename]->trigger();
    const Json before = writeOpenApi(api());
    const int steps = window().document().undoStack()->count();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Article"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(api().components.schemas.contains(u"Article"));
    const QByteArray text = designText(api(), FileFormat::Json);
    QVERIFY(!text.contains("schemas/ItemResponse"));
    QCOMPARE(text.count("#/components/schemas/Article"), 3);
    QTest::qWait(500);
    for (int row = 0; row < problems->rowCount(); ++row)
        QVERIFY(problems->problem(row).severity == Severity::Hint);
    QCOMPARE(window().document().undoStack()->count(), steps + 1);
    window().actions()[ActionId::Undo]->trigger();
    QVERIFY(writeOpenApi(api()) == before);
}

void TestChecks::check10ClickToSourceBothWays()
{
    auto *source = m_test->find<CodeEditor>("openApiSource");
    auto *navigator = m_test->find<QTreeView>("navigator");
    const auto lineOf = [source](const char *text, int from = 0) {
        for (int line = from; line < source->lines(); ++line) {
            if (source->text(line).contains(QLatin1String(text)))
                return line;
        }
        return -1;
    };
    const auto isBarred = [source](int line) { return source->markersAtLine(line) != 0; };
    window().actions()[ActionId::ShowDocument]->trigger();
    QTRY_VERIFY(lineOf("openapi: 3.1.0") >= 0);

    // Selecting a node bars its lines, and the focus stays where it is.
    navigator->setFocus();
    const NodeId price =
        m_test->at(QStringLiteral("/components/schemas/ItemCreate/properties/price"));
    window().selection().select(price);
    QTest::qWait(200);
    QVERIFY(navigator->hasFocus());
    QVERIFY(isBarred(lineOf("exclusiveMinimum: 0", lineOf("    ItemCreate:"))));
    QVERIFY(!isBarred(lineOf("openapi: 3.1.0")));

    // A click on a line selects what it says.
    const auto xOf = [&](int line) {
        const int position = source->positionFromLineIndex(line, source->indentation(line) + 2);
        return QPoint(static_cast<int>(source->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION,
                                                             0UL, static_cast<long>(position))),
                      static_cast<int>(source->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION,
                                                             0UL, static_cast<long>(position))) +
                          4);
    };
    const NodeId tag = m_test->at(QStringLiteral("/components/schemas/Tag"));
    const int pattern = lineOf("pattern: ^[a-z0-9-]+$");
    source->ensureLineVisible(pattern);
    QTest::mouseClick(source->viewport(), Qt::LeftButton, Qt::NoModifier, xOf(pattern));
    QCOMPARE(window().selection().node(), tag);
    QCOMPARE(window().selection().keyword(), Keyword::Pattern);
    QVERIFY(isBarred(pattern));

    // Folds and the place that is in view stay when something is changed elsewhere.
    source->recolor();
    source->foldLine(lineOf("info:"));
    const int title = lineOf("title: Shop");
    QTRY_VERIFY(!source->SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE,
                                       static_cast<unsigned long>(title)));
    const int top = source->firstVisibleLine();
    window().document().edit(QStringLiteral("Longer"), [price](Api &api) {
        editSchema(api, price, [](Schema &schema) { schema.set(Keyword::Maximum, Json(77)); });
    });
    QTRY_VERIFY(lineOf("maximum: 77") >= 0);
    QVERIFY(!source->SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE,
                                   static_cast<unsigned long>(title)));
    QCOMPARE(source->firstVisibleLine(), top);
}

void TestChecks::check17KeyboardReachesEveryRegion()
{
    window().actions()[ActionId::ShowTraffic]->trigger();
    const QWidget *regions = &window().regions();
    QSet<const QWidget *> visited;
    for (int step = 0; step < 4; ++step) {
        window().actions()[ActionId::NextRegion]->trigger();
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus && focus->isVisible() && regions->isAncestorOf(focus));
        visited.insert(focus);
    }
    QCOMPARE(visited.size(), 4);
    const QWidget *last = QApplication::focusWidget();
    window().actions()[ActionId::NextRegion]->trigger();
    window().actions()[ActionId::PreviousRegion]->trigger();
    QCOMPARE(QApplication::focusWidget(), last);
    // A text takes Tab for itself, so Esc is the way out of it.
    auto *source = m_test->find<CodeEditor>("openApiSource");
    window().actions()[ActionId::EditAsText]->trigger();
    QVERIFY(source->hasFocus());
    QTest::keyClick(source, Qt::Key_Tab);
    QVERIFY(source->hasFocus());
    QTest::keyClick(source, Qt::Key_Escape);
    QVERIFY(!source->hasFocus());
    QVERIFY(window().tabs().isAncestorOf(QApplication::focusWidget()));
    // Tab alone goes through the rest of the window and comes back: no control keeps it.
    window().actions()[ActionId::ShowDocs]->trigger();
    auto *navigator = m_test->find<QTreeView>("navigator");
    navigator->setFocus();
    QSet<const QWidget *> stops;
    int steps = 0;
    do {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        stops.insert(QApplication::focusWidget());
    } while (QApplication::focusWidget() != navigator && ++steps < 200);
    QVERIFY2(steps < 200, qPrintable(QApplication::focusWidget()->objectName()));
    QVERIFY(stops.size() > 10);
    for (ActionId id : {ActionId::SaveAs, ActionId::Quit, ActionId::Undo, ActionId::SendRequest})
        QVERIFY(!window().actions()[id]->shortcut().isEmpty());
}

void TestChecks::fixesAreOffered()
{
    const auto *problems = window().findChild<ProblemsModel *>();
    FieldsView *view = tableOf("ItemCreate");
    SchemaTableModel &table = view->table();
    const QModelIndex name =
        table.findRow([](const SchemaRow &row) { return row.name == QLatin1String("name"); });
    QVERIFY(table.setData(name.siblingAtColumn(table.columnOf(SchemaTableModel::Column::Rules)),
                          QStringLiteral(">=9 <=3")));
    const auto hasEmptyRange = [&] {
        for (int row = 0; row < problems->rowCount(); ++row) {
            if (problems->problem(row).rule == QLatin1String("empty-range"))
                return row;
        }
        return -1;
    };
    QTRY_VERIFY(hasEmptyRange() >= 0);
    auto *list = m_test->find<QTreeView>("problems");
    list->setCurrentIndex(list->model()->index(hasEmptyRange(), 0));
    window().actions()[ActionId::FixProblem]->trigger();
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().last()->text(), QStringLiteral("Swap minLength and maxLength"));
    menu->actions().last()->trigger();
    menu->close();
    QTRY_COMPARE(hasEmptyRange(), -1);
    window().actions()[ActionId::Undo]->trigger();
    QTRY_VERIFY(hasEmptyRange() >= 0);
}

QTEST_MAIN(TestChecks)
#include "test_checks.moc"
