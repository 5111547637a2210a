#include "app/studio/bottom_pane.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/api_editor.h"
#include "designer/editors/text_edit.h"
#include "designer/looks/code_view.h"
#include "tests/studio/window_test.h"

#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace Design;

/// Drawing from an empty window, with the keyboard alone.
class TestDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newDesignBeginsWithItsTitle();
    void collapsedPartTakesNoRoom();

private:
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QTest::qWait(1);
    }
};

void TestDrawing::newDesignBeginsWithItsTitle()
{
    WindowTest test;
    test.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&test.window()));
    const auto *tree = test.find<QTreeView>("navigator");
    QCOMPARE(tree->model()->rowCount(), 2); // nothing is open: no design to say something about
    test.window().actions()[ActionId::New]->trigger();
    QCOMPARE(test.window().tabs().title(0), QStringLiteral("About the API"));
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(QStringLiteral("Shop"));
    press(Qt::Key_Tab);
    type(QStringLiteral("2"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Sells things"));
    press(Qt::Key_Tab);
    type(QStringLiteral("All of it."));
    const Info &info = test.window().document().api().info;
    QCOMPARE(info.title, QStringLiteral("Shop"));
    QCOMPARE(info.version, QStringLiteral("2"));
    QCOMPARE(info.summary, QStringLiteral("Sells things"));
    QCOMPARE(info.description, QStringLiteral("All of it."));
    QCOMPARE(tree->model()->index(0, 0).data().toString(), QStringLiteral("Shop"));
    // The preview shows what is said about the whole, and nothing of what is in it.
    QTRY_VERIFY(
        test.find<CodeView>("openApiSource")->text().contains(QStringLiteral("All of it.")));
    QVERIFY(!test.find<CodeView>("openApiSource")->text().contains(QStringLiteral("paths")));
    // A run of typing is one step.
    QCOMPARE(test.window().document().undoStack()->count(), 4);
    while (test.window().document().undoStack()->canUndo())
        test.window().document().undoStack()->undo();
    QCOMPARE(info.title, QStringLiteral("New API"));
    QVERIFY(!test.window().actions()[ActionId::Delete]->isEnabled());
}

void TestDrawing::collapsedPartTakesNoRoom()
{
    WindowTest test;
    QVERIFY(test.openSample());
    test.window().resize(1200, 800);
    test.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&test.window()));
    auto *bottom = test.window().findChild<BottomPane *>();
    const auto gap = [&] {
        const QWidget *tabs = &test.window().tabs();
        return bottom->mapTo(&test.window(), QPoint()).y() -
               tabs->mapTo(&test.window(), QPoint(0, tabs->height())).y();
    };
    for (int height : {800, 600, 900}) {
        test.window().resize(1200, height);
        QCoreApplication::processEvents();
        QVERIFY(bottom->isCollapsed());
        QCOMPARE(bottom->height(), bottom->headHeight());
        QVERIFY(gap() <= 2);
        const QWidget *all = bottom->parentWidget();
        QCOMPARE(bottom->geometry().bottom(), all->rect().bottom());
    }
}

QTEST_MAIN(TestDrawing)
#include "test_drawing.moc"
