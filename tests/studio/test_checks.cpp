#include "app/studio/files/file_control.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/cell_edit.h"
#include "designer/editors/fields_view.h"
#include "designer/looks/code_editor.h"
#include "designer/map/map_pane.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/problems_model.h"
#include "designer/storage/design_file.h"
#include "tests/studio/window_test.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Design;

namespace
{

/// Uses one model in seven places.
const char *const petsDesign = R"(openapi: 3.1.0
info: {title: Pets, version: '1'}
x-menura:
  stores:
    pets: {model: Pet, fixtures: [{id: 1, kind: cat}]}
paths:
  /pets/{id}:
    get:
      x-menura: {action: read pets}
      operationId: read_pet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
    put:
      operationId: put_pet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      responses:
        '200': {description: ok}
components:
  schemas:
    Pet: {type: object, required: [id], properties: {id: {type: integer}, kind: {type: string}}}
    Dog:
      allOf: [{$ref: '#/components/schemas/Pet'}]
    Cage:
      type: object
      properties:
        inhabitant: {$ref: '#/components/schemas/Pet'}
        guests: {type: array, items: {$ref: '#/components/schemas/Pet'}}
        by_name: {type: object, additionalProperties: {$ref: '#/components/schemas/Pet'}}
)";

/// Whether the widget looks different with the focus than without.
bool showsFocus(QWidget &window, QWidget &widget)
{
    const QRect place(widget.mapTo(&window, QPoint()), widget.size());
    const QRect around = place.adjusted(-3, -3, 3, 3) & window.rect();
    const QImage with = window.grab(around).toImage();
    widget.clearFocus();
    const QImage without = window.grab(around).toImage();
    widget.setFocus(Qt::TabFocusReason);
    return with != without;
}

} // namespace

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
    // While the check, the preview and the problems catch up with everything.
    QTest::qWait(5000);
    QCOMPARE(QApplication::focusWidget(), editor);
    QCOMPARE(editor->text(), QStringLiteral("half_typ: strin"));
    QCOMPARE(editor->cursorPosition(), 4);
    QCOMPARE(window().document().revision(), revision);
}

void TestChecks::check04OneHistoryForEverything()
{
    DesignDocument &document = window().document();
    const QByteArray file = document.fileText();
    const auto written = [&] { return designText(api(), FileFormat::Yaml, document.wording()); };
    struct Step {
        QByteArray saved;              ///< what would be saved after it
        std::function<bool()> isShown; ///< whether undo has led to its place
    };
    QList<Step> steps{{written(), {}}};
    const auto note = [&](const std::function<bool()> &isShown) {
        steps.append({written(), isShown});
    };
    const auto isAt = [&](const QString &pointer) {
        return [this, pointer] { return window().tabs().currentItem() == m_test->at(pointer); };
    };
    const auto cell = [](FieldsView *view, const char *name, SchemaTableModel::Column column) {
        return view->table()
            .findRow([&](const SchemaRow &row) { return row.name == QString::fromLatin1(name); })
            .siblingAtColumn(view->table().columnOf(column));
    };
    using Column = SchemaTableModel::Column;
    const auto isModel = isAt(QStringLiteral("/components/schemas/ItemCreate"));
    const auto isRoute = isAt(QStringLiteral("/paths/~1items~1/get"));
    for (int round = 0; round < 5; ++round) {
        FieldsView *view = tableOf("ItemCreate");
        SchemaTableModel &table = view->table();
        QVERIFY(table.setData(cell(view, "name", Column::Type),
                              QStringLiteral("string 1..%1").arg(50 + round)));
        note(isModel);
        QVERIFY(table.toggleRequired(cell(view, "tax", Column::Required)));
        note(isModel);
        QVERIFY(table.moveField(cell(view, "price", Column::Name), round % 2 == 0 ? -1 : 1));
        note(isModel);
        const NodeId route = m_test->at(QStringLiteral("/paths/~1items~1/get"));
        document.edit(QStringLiteral("Summary"), [&](Api &api) {
            editNode<Operation>(api, route, [round](Operation &operation) {
                operation.summary = QString::number(round);
            });
        });
        note(isRoute);
        window()
            .actions()[round % 2 == 0 ? ActionId::NewDependency : ActionId::NewScheme]
            ->trigger();
        note({});
        document.edit(QStringLiteral("Move"), [&](Api &api) {
            JsonObject menura = api.menura.object();
            menura.insert(QStringLiteral("map"),
                          JsonObject{{QStringLiteral("Tag"), JsonArray{round, 20}}});
            api.menura = menura;
        });
        note([this] {
            const auto *map = window().findChild<MapPane *>();
            return map && map->isVisible();
        });
    }
    QCOMPARE(steps.size(), 31);
    QCOMPARE(document.undoStack()->count(), 30);
    for (qsizetype i = steps.size() - 2; i >= 0; --i) {
        window().actions()[ActionId::Undo]->trigger();
        QVERIFY2(written() == steps.at(i).saved, qPrintable(QString::number(i)));
        const auto &isShown = steps.at(i + 1).isShown;
        QVERIFY2(!isShown || isShown(), qPrintable(QString::number(i)));
    }
    QVERIFY(!document.isModified());
    QCOMPARE(written(), file);
    QVERIFY(document.save());
    QCOMPARE(document.fileText(), file);
    for (qsizetype i = 1; i < steps.size(); ++i) {
        window().actions()[ActionId::Redo]->trigger();
        QVERIFY2(written() == steps.at(i).saved, qPrintable(QString::number(i)));
    }
}

void TestChecks::check05RenameIsFollowedEverywhere()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pets.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(petsDesign) > 0);
    file.close();
    QVERIFY(window().files().openFile(path));
    const auto *problems = window().findChild<ProblemsModel *>();
    const NodeId item = m_test->at(QStringLiteral("/components/schemas/Pet"));
    window().selection().select(item);
    window().actions()[ActionId::Rename]->trigger();
    const Json before = writeOpenApi(api());
    const int steps = window().document().undoStack()->count();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Animal"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(api().components.schemas.contains(u"Animal"));
    const QByteArray text = designText(api(), FileFormat::Json);
    QVERIFY(!text.contains("schemas/Pet\""));
    QCOMPARE(text.count("#/components/schemas/Animal\""), 6);
    QVERIFY(text.contains(R"("model": "Animal")")); // and the seventh, in a store
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
        QWidget *stop = QApplication::focusWidget();
        stops.insert(stop);
        QVERIFY2(showsFocus(window(), *stop),
                 qPrintable(QString::fromLatin1(stop->metaObject()->className()) + u' ' +
                            stop->objectName() + u' ' + stop->accessibleName()));
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
