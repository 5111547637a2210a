#include "app/studio/bottom_pane.h"
#include "app/studio/message_bar.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/cell_edit.h"
#include "designer/editors/fields_view.h"
#include "mockserver/panel/traffic/traffic_panel.h"
#include "tests/studio/window_test.h"

#include <QPushButton>
#include <QTest>

using namespace Design;

/// The commands of the window, given while somebody is in the middle of something.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_test.reset(); }
    void typedCellIsSaved();
    void typedRowIsSavedAndNoOtherOpened();
    void refusedTextWaitsInItsCell();
    void typedCellIsUndone();
    void requestIsHeldToWhatIsTyped();
    void textOfAnotherCommentStopsNoServer();
    void focusGoesBackToTheEditors();
    void newStoreKeepsRowsOfAModelWithFields();

private:
    MainWindow &window() { return m_test->window(); }
    QAction *action(ActionId id) { return window().actions()[id]; }
    static CellEdit *cell() { return qobject_cast<CellEdit *>(QApplication::focusWidget()); }
    /// Begins to type into the type of the name of ItemCreate.
    bool typeRule(const char *rule);
    Json mostLetters() const;

    std::unique_ptr<WindowTest> m_test;
    FieldsView *m_fields = nullptr;
};

void TestCommands::init()
{
    m_fields = nullptr;
    m_test = std::make_unique<WindowTest>();
    QVERIFY(m_test->openSample());
    window().tabs().look(m_test->at(QStringLiteral("/components/schemas/ItemCreate")));
    for (FieldsView *view : window().tabs().findChildren<FieldsView *>()) {
        if (view->isVisible())
            m_fields = view;
    }
    QVERIFY(m_fields);
}

bool TestCommands::typeRule(const char *rule)
{
    const SchemaTableModel &table = m_fields->table();
    const QModelIndex name =
        table.findRow([](const SchemaRow &row) { return row.name == QLatin1String("name"); });
    m_fields->goTo(name.siblingAtColumn(table.columnOf(SchemaTableModel::Column::Type)), true);
    QTest::keyClick(m_fields, Qt::Key_F2);
    if (cell())
        QTest::keyClicks(cell(), QString::fromLatin1(rule));
    return cell();
}

Json TestCommands::mostLetters() const
{
    const NodeId name =
        m_test->at(QStringLiteral("/components/schemas/ItemCreate/properties/name"));
    return findSchema(m_test->window().document().api(), name)->value(Keyword::MaxLength);
}

void TestCommands::typedCellIsSaved()
{
    QVERIFY(typeRule("string 1..7"));
    QTest::keyClick(cell(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(window().document().fileText().contains("maxLength: 7\n"));
    QVERIFY(!window().document().isModified());
    QTRY_COMPARE(QApplication::focusWidget(), m_fields);
}

void TestCommands::typedRowIsSavedAndNoOtherOpened()
{
    m_fields->setFocus();
    m_fields->addRow();
    QVERIFY(cell());
    QTest::keyClicks(cell(), QStringLiteral("colour: string"));
    QTest::keyClick(cell(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(window().document().fileText().contains("colour:"));
    QTRY_COMPARE(QApplication::focusWidget(), m_fields);
    QCOMPARE(m_fields->table().content(m_fields->currentIndex()).name, QStringLiteral("colour"));
}

void TestCommands::refusedTextWaitsInItsCell()
{
    const QByteArray before = window().document().fileText();
    QVERIFY(typeRule("strin 1.."));
    QTest::keyClick(cell(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(window().document().fileText(), before);
    QVERIFY(cell());
    QCOMPARE(cell()->text(), QStringLiteral("strin 1.."));
}

void TestCommands::typedCellIsUndone()
{
    DesignDocument &document = window().document();
    document.edit(QStringLiteral("Title"),
                  [](Api &api) { api.info.title = QStringLiteral("Other shop"); });
    const Json before = mostLetters();
    QVERIFY(typeRule("string 1..7"));
    QTest::keyClick(cell(), Qt::Key_Z, Qt::ControlModifier);
    // What was typed is a step like any other, and the first one to go back.
    QCOMPARE(mostLetters(), before);
    QCOMPARE(document.api().info.title, QStringLiteral("Other shop"));
    QVERIFY(action(ActionId::Redo)->isEnabled());
    action(ActionId::Redo)->trigger();
    QCOMPARE(mostLetters(), Json(7));
}

void TestCommands::requestIsHeldToWhatIsTyped()
{
    QVERIFY(m_test->startServer());
    auto *traffic = window().findChild<Mock::TrafficPanel *>();
    window().selection().select(m_test->at(QStringLiteral("/paths/~1items~1/post")));
    action(ActionId::SendRequest)->trigger();
    QTRY_COMPARE(traffic->model().rowCount(), 1);
    QCOMPARE(traffic->model().exchange(0).response.status, 201);
    // The key is the window's while a cell is typed into, too.
    window().tabs().look(m_test->at(QStringLiteral("/components/schemas/ItemCreate")));
    QVERIFY(typeRule("string 1..7"));
    QTest::keyClick(cell(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(traffic->model().rowCount(), 2);
    QCOMPARE(mostLetters(), Json(7));
    QCOMPARE(traffic->model().exchange(1).revision, window().document().revision());
}

/// Words of the design that say the same are a revision of it, and nothing to compile.
void TestCommands::textOfAnotherCommentStopsNoServer()
{
    DesignDocument &document = window().document();
    Wording wording = document.wording();
    wording.text.append("# A word at the end\n");
    QVERIFY(document.editText(QStringLiteral("Comment"), document.api(), wording,
                              {NodeId::None, QStringLiteral("text")}));
    window().session().control().setWantedPort(0);
    action(ActionId::ToggleServer)->trigger();
    QTRY_VERIFY(window().session().control().isRunning());
}

void TestCommands::focusGoesBackToTheEditors()
{
    m_fields->setFocus();
    auto *bottom = window().findChild<BottomPane *>();
    action(ActionId::ShowTraffic)->trigger();
    QVERIFY(bottom->isAncestorOf(QApplication::focusWidget()));
    action(ActionId::ShowBottom)->trigger();
    QVERIFY(bottom->isCollapsed());
    QCOMPARE(QApplication::focusWidget(), m_fields);
    auto *regions = window().findChild<Regions *>();
    for (const auto &[region, id] : {std::pair(Regions::Navigator, ActionId::ShowNavigator),
                                     std::pair(Regions::Preview, ActionId::ShowPreview)}) {
        regions->focusRegion(region);
        QVERIFY(QApplication::focusWidget() != m_fields);
        action(id)->trigger();
        QCOMPARE(QApplication::focusWidget(), m_fields);
        action(id)->trigger();
    }
    auto *bar = m_test->find<MessageBar>("messageBar");
    bar->showChoice(QStringLiteral("Well?"), {{QStringLiteral("Go on"), [] {}}});
    QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("messageAction")),
                      Qt::LeftButton);
    QVERIFY(!bar->isVisible());
    QCOMPARE(QApplication::focusWidget(), m_fields);
}

void TestCommands::newStoreKeepsRowsOfAModelWithFields()
{
    const auto model = [this](const QString &store) {
        const Json &menura = window().document().api().menura;
        return menura.value(u"stores").value(store).value(u"model").string();
    };
    window().selection().select(m_test->at(QStringLiteral("/components/schemas/UserInDB")));
    action(ActionId::NewStore)->trigger();
    QCOMPARE(model(QStringLiteral("rows")), QStringLiteral("UserInDB"));
    // The first one is a text with limits.
    QCOMPARE(window().document().api().components.schemas.first().name, QStringLiteral("Tag"));
    window().selection().select(NodeId::None);
    action(ActionId::NewStore)->trigger();
    QCOMPARE(model(QStringLiteral("rows2")), QStringLiteral("ItemCreate"));
}

QTEST_MAIN(TestCommands)
#include "test_commands.moc"
