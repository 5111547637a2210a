#include "designer/openapi/openapi_writer.h"
#include "designer/text/yaml/yaml_writer.h"
#include "tests/studio/keystrokes.h"
#include "tests/studio/window_test.h"

#include <QFile>
#include <QTest>

/// The sample design is a drawing: whoever plays its keystrokes gets the file.
class TestSampleDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleIsDrawnByKeyboard();
    void undoTakesTheDrawingBack();
    void unknownTokensAreSaid();

private:
    static QByteArray read(const QString &name)
    {
        QFile file(QStringLiteral(MENURA_SOURCE_DIR "/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void show(WindowTest &test)
    {
        test.window().resize(2400, 1200);
        test.window().show();
        QVERIFY(QTest::qWaitForWindowActive(&test.window()));
    }
};

void TestSampleDrawing::sampleIsDrawnByKeyboard()
{
    WindowTest test;
    show(test);
    Keystrokes person(test.window());
    const QString script = QString::fromUtf8(read(QStringLiteral("tests/data/drawings/shop.txt")));
    QCOMPARE(person.play(script), QString());

    const Design::Json document = writeOpenApi(test.window().document().api());
    const QByteArray drawn = Design::writeYaml(document);
    const QByteArray wanted = read(QStringLiteral("resources/designs/shop.yaml"));
    if (drawn != wanted) {
        QFile file(QStringLiteral("drawn-shop.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(drawn);
        qWarning("what was drawn is in drawn-shop.yaml");
    }
    QCOMPARE(QString::fromUtf8(drawn), QString::fromUtf8(wanted));
}

void TestSampleDrawing::undoTakesTheDrawingBack()
{
    WindowTest test;
    show(test);
    Keystrokes person(test.window());
    QCOMPARE(person.play(QStringLiteral("<Ctrl+N>")), QString());
    const Design::Api before = test.window().document().api();
    QCOMPARE(person.play(QStringLiteral("<Ctrl+Shift+M>Tag<Return>\n"
                                        "<Ctrl+Shift+R>get /tags -> [Tag]<Return>")),
             QString());
    QVERIFY(test.window().document().api() != before);
    test.window().document().undoStack()->setIndex(0);
    QVERIFY(test.window().document().api() == before);
}

void TestSampleDrawing::unknownTokensAreSaid()
{
    WindowTest test;
    show(test);
    Keystrokes person(test.window());
    const QString said = person.play(QStringLiteral("# a comment\n<to:noSuchThing>"));
    QVERIFY2(said.startsWith(QLatin1String("line 2")), qPrintable(said));
    QVERIFY(!person.play(QStringLiteral("<Hyper+Q>")).isEmpty());
}

QTEST_MAIN(TestSampleDrawing)
#include "test_sample_drawing.moc"
