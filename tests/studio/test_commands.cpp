#include "app/studio/bottom_pane.h"
#include "app/studio/message_bar.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/cell_edit.h"
#include "designer/editors/fields_view.h"
#include "designer/editors/text_edit.h"
#include "mockserver/panel/requests/json_body_edit.h"
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
    void typedTextIsTakenBackBeforeTheDesign();
    void takenTextIsTheDesignsToTakeBack();
    void everyFieldTakesItsTextBackFirst_data();
    void everyFieldTakesItsTextBackFirst();
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
    action(ActionId::Undo)->trigger();
    // What was typed is a step like any other, and the first one to go back.
    QCOMPARE(mostLetters(), before);
    QCOMPARE(document.api().info.title, QStringLiteral("Other shop"));
    QVERIFY(action(ActionId::Redo)->isEnabled());
    action(ActionId::Redo)->trigger();
    QCOMPARE(mostLetters(), Json(7));
}

void TestCommands::typedTextIsTakenBackBeforeTheDesign()
{
    QVERIFY(!window().document().undoStack()->canUndo());
    QVERIFY(typeRule("string 1..7"));
    QTest::keyClick(cell(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(cell());
    QVERIFY(cell()->text() != QLatin1String("string 1..7"));
    const QString before = cell()->text();
    for (const auto &[key, modifiers] :
         {std::pair(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier),
          std::pair(Qt::Key_Y, Qt::KeyboardModifiers(Qt::ControlModifier))}) {
        QTest::keyClick(cell(), key, modifiers);
        QCOMPARE(cell()->text(), QStringLiteral("string 1..7"));
        QTest::keyClick(cell(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(cell()->text(), before);
    }
    QTest::keyClick(cell(), Qt::Key_Y, Qt::ControlModifier);
    QTest::keyClick(cell(), Qt::Key_Return);
    QCOMPARE(mostLetters(), Json(7));
}

void TestCommands::takenTextIsTheDesignsToTakeBack()
{
    window().tabs().look(m_test->at(QStringLiteral("/paths/~1items~1/post")));
    LineEdit *path = nullptr;
    for (auto *line : window().tabs().findChildren<LineEdit *>()) {
        if (line->isVisible() && line->text() == QLatin1String("/items/"))
            path = line;
    }
    QVERIFY(path);
    path->setFocus();
    path->selectAll();
    QTest::keyClicks(path, QStringLiteral("/things"));
    QTest::keyClick(path, Qt::Key_Return);
    QVERIFY(window().document().api().paths.contains(QStringLiteral("/things")));
    path->setFocus();
    QTest::keyClick(path, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window().document().api().paths.contains(QStringLiteral("/items/")));
    QTest::keyClick(path, Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(window().document().api().paths.contains(QStringLiteral("/things")));
}

void TestCommands::everyFieldTakesItsTextBackFirst_data()
{
    QTest::addColumn<ActionId>("page");
    QTest::newRow("route") << ActionId::ShowProblems;
    QTest::newRow("traffic") << ActionId::ShowTraffic;
    QTest::newRow("request") << ActionId::ShowTry;
    QTest::newRow("prompt") << ActionId::NewModel;
    QTest::newRow("palette") << ActionId::GoToAnything;
}

static QString textOf(const QWidget *field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->text();
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    return text ? text->toPlainText() : qobject_cast<const CodeEditor *>(field)->text();
}

void TestCommands::everyFieldTakesItsTextBackFirst()
{
    QFETCH(const ActionId, page);
    window().tabs().look(m_test->at(QStringLiteral("/paths/~1items/post")));
    action(page)->trigger();
    DesignDocument &document = window().document();
    QList<QWidget *> fields;
    for (auto *field : window().findChildren<QWidget *>()) {
        const auto *line = qobject_cast<QLineEdit *>(field);
        const bool isField = (line && !line->isReadOnly()) || qobject_cast<TextEdit *>(field) ||
                             qobject_cast<Mock::JsonBodyEdit *>(field);
        if (isField && field->isVisible() && field->isEnabled())
            fields.append(field);
    }
    QVERIFY(fields.size() > 2);
    // What opens over the window closes when another field has the focus.
    std::sort(fields.begin(), fields.end(),
              [](const QWidget *a, const QWidget *b) { return a->hasFocus() > b->hasFocus(); });
    for (QWidget *field : fields) {
        if (!field->isVisible())
            continue;
        const QString title = document.api().info.title;
        document.edit(QStringLiteral("Title"),
                      [](Api &api) { api.info.title += QLatin1Char('!'); });
        field->setFocus();
        const QByteArray name =
            (QString::fromLatin1(field->metaObject()->className()) + u' ' + field->accessibleName())
                .toUtf8();
        const QString before = textOf(field);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        if (before.isEmpty())
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("9"));
        else
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
        QVERIFY2(textOf(field) != before, name.constData());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(textOf(field) == before, name.constData());
        QVERIFY2(document.api().info.title != title, name.constData());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(document.api().info.title == title, name.constData());
    }
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
    QCOMPARE(model(QStringLiteral("user_in_dbs")), QStringLiteral("UserInDB"));
    // The first one is a text with limits.
    QCOMPARE(window().document().api().components.schemas.first().name, QStringLiteral("Tag"));
    window().selection().select(NodeId::None);
    action(ActionId::NewStore)->trigger();
    QCOMPARE(model(QStringLiteral("item_creates")), QStringLiteral("ItemCreate"));
}

QTEST_MAIN(TestCommands)
#include "test_commands.moc"
