#include "designer/looks/column_keeper.h"
#include "designer/looks/column_memory.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace Design;

/// Widths of columns as somebody gives them with the mouse.
class TestColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_tables.clear(); }
    void draggedWidthStays();
    void tablesOfAKindAreAlike();
    void otherKindsAreLeftAlone();
    void memoryIsWrittenAndRead();
    void lessRoomSqueezes();
    void doubleClickFits();
    void clickChoosesNothing();
    void menuGoesBack();

private:
    struct Table {
        explicit Table(const QString &kind);

        QTreeView view;
        QStandardItemModel model{2, 3};
        ColumnKeeper *keeper;
        int fits = 0;
    };

    Table &add(const char *kind)
    {
        m_tables.push_back(std::make_unique<Table>(QString::fromLatin1(kind)));
        return *m_tables.back();
    }
    static int width(const Table &table, int column)
    {
        return table.view.header()->sectionSize(column);
    }
    static QPoint edge(const Table &table, int column)
    {
        const QHeaderView *header = table.view.header();
        return {header->sectionViewportPosition(column) + header->sectionSize(column) - 1,
                header->height() / 2};
    }
    /// The right edge of the column, with the mouse.
    static void drag(const Table &table, int column, int by)
    {
        QWidget *heading = table.view.header()->viewport();
        const QPoint from = edge(table, column);
        QTest::mousePress(heading, Qt::LeftButton, {}, from);
        QTest::mouseMove(heading, from + QPoint(by / 2, 0));
        QTest::mouseMove(heading, from + QPoint(by, 0));
        QTest::mouseRelease(heading, Qt::LeftButton, {}, from + QPoint(by, 0));
    }

    std::vector<std::unique_ptr<Table>> m_tables;
};

TestColumns::Table::Table(const QString &kind)
{
    model.setItem(0, 0,
                  new QStandardItem(QStringLiteral("a text that is quite long as it stands")));
    view.setModel(&model);
    view.header()->setStretchLastSection(false);
    view.header()->setSectionsMovable(false);
    keeper = new ColumnKeeper(
        view, [kind] { return kind; },
        [this] {
            ++fits;
            for (int i = 0; i < 3; ++i)
                view.header()->resizeSection(i, 200);
        });
    view.resize(600 + 2 * view.frameWidth(), 200);
    view.show();
    keeper->refit();
}

void TestColumns::init()
{
    ColumnMemory::shared().restore({});
}

void TestColumns::draggedWidthStays()
{
    Table &table = add("things");
    QVERIFY(!table.keeper->isChosen());
    drag(table, 0, 60);
    QCOMPARE(width(table, 0), 260);
    QVERIFY(table.keeper->isChosen());
    QCOMPARE(width(table, 2), table.view.viewport()->width() - 460); // the last takes the rest
    const int fits = table.fits;
    table.keeper->refit(); // a row was added, say
    QCOMPARE(width(table, 0), 260);
    QCOMPARE(table.fits, fits);
}

void TestColumns::tablesOfAKindAreAlike()
{
    Table &one = add("things");
    Table &other = add("things");
    drag(one, 1, -80);
    QCOMPARE(width(other, 1), 120);
    Table &later = add("things");
    QCOMPARE(width(later, 1), 120);
}

void TestColumns::otherKindsAreLeftAlone()
{
    Table &one = add("things");
    Table &other = add("others");
    drag(one, 1, -80);
    QCOMPARE(width(other, 1), 200);
    QVERIFY(!other.keeper->isChosen());
}

void TestColumns::memoryIsWrittenAndRead()
{
    ColumnMemory &memory = ColumnMemory::shared();
    drag(add("things"), 0, 50);
    const QVariantMap state = memory.state();
    QCOMPARE(state.keys(), QStringList(QStringLiteral("things")));
    m_tables.clear();
    memory.restore({});
    Table &fitted = add("things");
    QCOMPARE(width(fitted, 0), 200);
    memory.restore(state);
    QCOMPARE(width(fitted, 0), 250);
    // What was written for other columns, or by hand, is not taken.
    memory.restore({{QStringLiteral("things"), QVariantList{100, 100}}});
    QCOMPARE(width(fitted, 0), 200);
}

void TestColumns::lessRoomSqueezes()
{
    Table &table = add("things");
    drag(table, 0, 150);
    drag(table, 1, -50);
    table.view.resize(300, 200);
    QApplication::processEvents();
    int all = 0;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(width(table, i) > 10);
        all += width(table, i);
    }
    QCOMPARE(all, table.view.viewport()->width());
    QVERIFY(width(table, 0) > width(table, 1));
    table.view.resize(600 + 2 * table.view.frameWidth(), 200);
    QApplication::processEvents();
    QCOMPARE(width(table, 0), 350); // as it was
}

void TestColumns::doubleClickFits()
{
    Table &table = add("things");
    QTest::mouseDClick(table.view.header()->viewport(), Qt::LeftButton, {}, edge(table, 0));
    const int fitted = width(table, 0);
    QVERIFY(fitted > table.view.fontMetrics().horizontalAdvance(table.model.item(0, 0)->text()));
    QVERIFY(table.keeper->isChosen());
    QCOMPARE(width(add("things"), 0), fitted);
}

void TestColumns::clickChoosesNothing()
{
    Table &table = add("things");
    QWidget *heading = table.view.header()->viewport();
    QTest::mousePress(heading, Qt::LeftButton, {}, QPoint(20, 5));
    table.view.header()->resizeSection(0, 250); // a text has become longer meanwhile
    QTest::mouseRelease(heading, Qt::LeftButton, {}, QPoint(20, 5));
    QVERIFY(!table.keeper->isChosen());
}

void TestColumns::menuGoesBack()
{
    Table &table = add("things");
    const auto reset = [&table] {
        Q_EMIT table.view.header()->customContextMenuRequested(QPoint(5, 5));
        return table.view.findChild<QAction *>(QStringLiteral("resetColumns"));
    };
    QVERIFY(!reset()->isEnabled());
    QApplication::activePopupWidget()->close();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    drag(table, 0, 60);
    QVERIFY(reset()->isEnabled());
    reset()->trigger();
    QCOMPARE(width(table, 0), 200);
    QVERIFY(!table.keeper->isChosen());
    QVERIFY(ColumnMemory::shared().state().isEmpty());
}

QTEST_MAIN(TestColumns)
#include "test_columns.moc"
