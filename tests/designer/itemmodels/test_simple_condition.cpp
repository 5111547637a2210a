#include "designer/itemmodels/members/simple_condition.h"

#include <QTest>

using namespace Design;
using Operator = SimpleCondition::Operator;

/// Conditions that can be picked, as expressions and back.
class TestSimpleCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndReadAgain_data();
    void isWrittenAndReadAgain();
    void otherSpellingsAreRead_data();
    void otherSpellingsAreRead();
    void othersAreTyped_data();
    void othersAreTyped();
};

void TestSimpleCondition::isWrittenAndReadAgain_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("op");
    QTest::addColumn<QString>("value"); // of a text; numbers and null see below
    QTest::addColumn<QString>("expression");
    const auto row = [](const char *subject, Operator op, const char *value,
                        const char *expression) {
        QTest::newRow(expression) << QString::fromUtf8(subject) << static_cast<int>(op)
                                  << QString::fromUtf8(value) << QString::fromUtf8(expression);
    };
    row("query.q", Operator::Equal, "x", "query.q === 'x'");
    row("query.q", Operator::NotEqual, "", "query.q !== ''");
    row("header['x-token']", Operator::Equal, "it's", "header['x-token'] === 'it\\'s'");
    row("body.name", Operator::Equal, "a\\b", "body.name === 'a\\\\b'");
    row("body.name", Operator::Contains, "ü", "body.name?.includes('ü')");
    row("path.email", Operator::BeginsWith, "spam", "path.email?.startsWith('spam')");
    row("path.email", Operator::EndsWith, ".org", "path.email?.endsWith('.org')");
    row("deps.user.name", Operator::Less, "b", "deps.user.name < 'b'");
}

void TestSimpleCondition::isWrittenAndReadAgain()
{
    QFETCH(QString, subject);
    QFETCH(int, op);
    QFETCH(QString, value);
    const SimpleCondition condition{subject, static_cast<Operator>(op), value};
    QTEST(expressionOf(condition), "expression");
    QCOMPARE(simpleCondition(expressionOf(condition)), std::optional(condition));
}

void TestSimpleCondition::otherSpellingsAreRead_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *expression, const char *written) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(written);
    };
    row("query.q == \"x\"", "query.q === 'x'");
    row("query.q != 'x'", "query.q !== 'x'");
    row(" body.quantity>3 ", "body.quantity > 3");
    row("body.quantity >= 0.5", "body.quantity >= 0.5");
    row("body.quantity<=3", "body.quantity <= 3");
    row("deps.user === null", "deps.user === null");
    row("deps.user == null", "deps.user == null");
    row("query.q === undefined", "query.q == null");
    row("query.q !== undefined", "query.q != null");
    row("body.ok === true", "body.ok === true");
    row("path.email.startsWith('spam')", "path.email?.startsWith('spam')");
}

void TestSimpleCondition::otherSpellingsAreRead()
{
    QFETCH(QString, expression);
    const auto condition = simpleCondition(expression);
    QVERIFY(condition);
    QTEST(expressionOf(*condition), "written");
}

void TestSimpleCondition::othersAreTyped_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *expression :
         {"", "always", "query.q", "query.a === 1 && query.b === 2", "body.quantity > item.stock",
          "1 < query.a", "store.items.count() > 3", "query.q === 'a' + 'b'", "query.q === [1]",
          "!body.ok", "query.q.includes(query.r)", "query.q === 'it's'"})
        QTest::newRow(expression) << QString::fromUtf8(expression);
}

void TestSimpleCondition::othersAreTyped()
{
    QFETCH(QString, expression);
    QCOMPARE(simpleCondition(expression), std::nullopt);
}

QTEST_GUILESS_MAIN(TestSimpleCondition)
#include "test_simple_condition.moc"
