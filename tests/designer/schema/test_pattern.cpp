#include "designer/schema/patterns/pattern.h"
#include "designer/schema/patterns/pattern_syntax.h"
#include "designer/schema/samples/pattern_sampler.h"
#include "designer/text/json_reader.h"
#include "tests/support/work_timer.h"

#include <QFile>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace Design;

/// ECMA-262 patterns: what is valid, what matches, and what it may cost.
class TestPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void syntax_data();
    void syntax();
    void realPatterns();
    void costly_data();
    void costly();
    void sharedByThreads();
};

void TestPattern::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *pattern, const QString &text, bool expected) {
        QTest::addRow("%s on %s", pattern, qPrintable(text.left(20)))
            << QString::fromUtf8(pattern) << text << expected;
    };
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    row("b", text("abc"), true); // a search, not a full match
    row("", text("abc"), true);
    row("", text(""), true);
    row("^$", text("\n"), false); // `$` is the end, not before a last line feed
    row("^a$", text("a\n"), false);
    row("^.$", text("\n"), false);
    row("^.$", text("\xE2\x80\xA8"), false);    // line separator
    row("^.$", text("\xF0\x9F\x98\x80"), true); // one character outside the BMP
    row("^[^]$", text("\n"), true);
    row("[]", text("a"), false);
    row("^\\d+$", text("\xD9\xA1"), false); // Arabic digit
    row("^\\w$", text("\xC3\xA9"), false);
    row("^\\s$", QString(QChar(0xfeff)), true); // byte order mark
    row("^\\s$", text("\xC2\xA0"), true);
    row("^\\S$", text("\xE3\x80\x80"), false);
    row("^\\cA$", text("\x01"), true);
    row("^[\\b]$", text("\b"), true);
    row("a\\b", text("a b"), true);
    // Patterns that a walk over the text decides, and some that only look like it.
    row("^[A-Z]{3}-[0-9]{4}$", text("ABC-1234"), true);
    row("^[A-Z]{3}-[0-9]{4}$", text("ABC-12345"), false);
    row("^[A-Z]{3}-[0-9]{4}", text("ABC-12345"), true);
    row("^[A-Z]{3}-[0-9]{4}$", text("ABC-123\xD9\xA1"), false);
    row("^[0-9]{2,4}$", text("12345"), false);
    row("^[0-9]{2,4}$", text("1"), false);
    row("^[0-9]+x?[a-c]*$", text("12abc"), true);
    row("^[0-9]+x?[a-c]*$", text("12xx"), false);
    row("^[0-9]+x?[0-9]$", text("123"), true); // the first piece has to give one back
    row("^a*(?:b)a$", text("aba"), true);
    row("^a?b?a$", text("a"), true);
    row("^[^a]$", text("\xC3\xA9"), true);
    row("^a+?$", text("aaa"), true);
    row("^$", text(""), true);
    row("^", text("abc"), true);
    row("^a$|b", text("cb"), true);
    row("^\\x41\\u0042\\u{43}$", text("ABC"), true);
    row("^\\uD83D\\uDE00$", text("\xF0\x9F\x98\x80"), true);
    row("^\\p{Lu}\\P{Lu}$", text("Ab"), true);
    row("^\\p{Letter}+$", text("\xCF\x80x"), true);
    row("^\\p{Script=Greek}$", text("\xCF\x80"), true);
    row("^\\p{Assigned}$", text("a"), true);
    row("^(a)(b)?\\2c$", text("ac"), true); // what has not matched is empty
    row("^(?<n>a)\\k<n>$", text("aa"), true);
    row("^(?!.*\\d)[a-z\\d]+$", text("ab1"), false);
    row("(?<=\\$)\\d+$", text("cost $42"), true);
    row("(?<!\\$)\\b\\d+$", text("cost $42"), false);
    row("(?<=a+)b", text("aaab"), true); // PCRE2 has no such look-behind
    row("(?<=^a*)b", text("caab"), false);
    row("^a{2,3}?$", text("aaa"), true);
    row("^.{1,2097152}$", text("x"), true);
    row("^a{70000}$", text("aaa"), false);
    row("^a{70000}$", QString(70000, u'a'), true);
    row("^a{70000}$", QString(70001, u'a'), false);
    row("^(?:ab){40000}$", QStringLiteral("ab").repeated(40000), true);
    // Sets that nothing is in, and repetitions of them.
    row("[]", text("a"), false);
    row("^[]*?a$", text("a"), true);
    row("^[]??a$", text("a"), true);
    row("^[]{0}a$", text("a"), true);
    row("^[]{1}a$", text("a"), false);
    row("^[^]$", text("\n"), true);
    row("^(?:[\\ud83d]{0}a)$", text("a"), true);
    // Annex B: only without the flag `u`.
    row("^a{1$", text("a{1"), true);
    row("^\\-]$", text("-]"), true);
    row("^\\101$", text("A"), true);
    row("^\\8$", text("8"), true);
    row("^[\\w-.]+$", text("a-."), true);
    row("^\\p{Graph}$", text("p{Graph}"), true);
    row("^\\z$", text("z"), true);
    row("^(?=a)*b$", text("b"), true);
    row("^[\\c]$", text("\\"), true);
    // Not ECMA-262 at all: as PCRE has it.
    row("^(?i)abc$", text("ABC"), true);
    row("^(?P<year>\\d{4})$", text("2024"), true);
}

void TestPattern::matches()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const bool, expected);
    const Pattern compiled(pattern);
    QVERIFY2(compiled.isValid(), qPrintable(compiled.error()));
    QCOMPARE(compiled.search(text), expected ? Pattern::Match::Yes : Pattern::Match::No);
}

void TestPattern::syntax_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<Pattern::Syntax>("expected");
    const auto row = [](const char *pattern, Pattern::Syntax expected) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << expected;
    };
    row("^[a-z]+$", Pattern::Syntax::Unicode);
    row("\\-", Pattern::Syntax::Legacy);
    row("]", Pattern::Syntax::Legacy);
    row("{", Pattern::Syntax::Legacy);
    row("a{,5}", Pattern::Syntax::Legacy);
    row("(?i)a", Pattern::Syntax::Pcre);
    row("(?<n>a)(?<n>b)", Pattern::Syntax::Invalid);
    row("(", Pattern::Syntax::Invalid);
    row(")", Pattern::Syntax::Invalid);
    row("[b-a]", Pattern::Syntax::Invalid);
    row("a{2,1}", Pattern::Syntax::Invalid);
    row("*", Pattern::Syntax::Invalid);
    row("a**", Pattern::Syntax::Invalid);
    row("\\", Pattern::Syntax::Invalid);
    row("\\k<a>(?<b>x)", Pattern::Syntax::Invalid);
}

void TestPattern::syntax()
{
    QFETCH(const QString, pattern);
    QFETCH(const Pattern::Syntax, expected);
    const Pattern compiled(pattern);
    QCOMPARE(compiled.syntax(), expected);
    QCOMPARE(compiled.error().isEmpty(), expected == Pattern::Syntax::Unicode);
}

/// Patterns of real OpenAPI documents, with what JavaScript says about them.
void TestPattern::realPatterns()
{
    QFile file(QStringLiteral(MENURA_TEST_DATA "/patterns.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("patterns.json is not there");
    const Json patterns = readJson(file.readAll()).value;
    QVERIFY(patterns.array().size() > 1000);
    int withoutSample = 0;
    for (const Json &entry : patterns.array()) {
        const QString text = entry.array()[0].toString();
        const bool isUnicode = entry.array()[1].toInt64() == 1;
        const bool isLegacy = entry.array()[2].toInt64() == 1;
        const Pattern pattern(text);
        const bool agrees = isUnicode  ? pattern.syntax() == Pattern::Syntax::Unicode
                            : isLegacy ? pattern.syntax() == Pattern::Syntax::Legacy
                                       : !pattern.parsed();
        QVERIFY2(agrees, qPrintable(text + u' ' + pattern.error()));
        if (!pattern.parsed())
            continue;
        bool isMatched = false;
        SampleRandom random(1);
        for (int i = 0; i < 20 && !isMatched; ++i) {
            const QString made = Regex::sampleText(*pattern.parsed(), {0, 5000}, random);
            isMatched = pattern.search(made) == Pattern::Match::Yes;
        }
        withoutSample += isMatched ? 0 : 1;
        if (!isMatched)
            qInfo().noquote() << "no sample for" << text;
    }
    QVERIFY(withoutSample <= 20);
}

void TestPattern::costly_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    const QString many(5000, u'a');
    const auto row = [](const char *pattern, const QString &text) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << text + u'!';
    };
    row("^(a+)+$", many);
    row("^(a|a)*$", many);
    row("^(a|aa)+$", many);
    row("^(\\w+\\s?)*$", many);
    row("^([a-zA-Z0-9_.+-]+)+@", many);
    row("(a*)*b", many);
    row("(?=(a+))a*b\\1", many);
    row("(?<=(a+)+)c", many); // our own matcher
    row("^(?:(?:a{100}){1000}){1000}$", many);
}

void TestPattern::costly()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    const Pattern compiled(pattern);
    QVERIFY2(compiled.isValid(), qPrintable(compiled.error()));
    const WorkTimer timer;
    const Pattern::Match match = compiled.search(text);
    // A guess at what a loaded machine does with 50 ms of work.
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(match != Pattern::Match::Yes);
}

void TestPattern::sharedByThreads()
{
    const Pattern pattern(QStringLiteral("^(\\w+)-(\\d+)$"));
    std::vector<std::unique_ptr<QThread>> threads;
    std::atomic<int> found = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&pattern, &found] {
            for (int k = 0; k < 500; ++k) {
                const QString text = QStringLiteral("item-%1").arg(k);
                found += pattern.search(text) == Pattern::Match::Yes ? 1 : 0;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(found.load(), 2000);
}

QTEST_GUILESS_MAIN(TestPattern)
#include "test_pattern.moc"
