#include "designer/docs/markdown.h"

#include <QTest>

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocks_data();
    void blocks();
    void inlineText_data();
    void inlineText();
    void longTextsAreQuick();
};

void TestMarkdown::blocks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const char *markdown, const char *html) {
        QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(html);
    };
    row("empty", "", "");
    row("paragraphs", "One\nline.\r\n\r\nTwo.\n", "<p>One line.</p>\n<p>Two.</p>\n");
    row("heading", "## Title ##\ntext", "<h4>Title</h4>\n<p>text</p>\n");
    row("list", "Some:\n- a\n  more\n- b\n", "<p>Some:</p>\n<ul><li>a more</li><li>b</li></ul>\n");
    row("numbers", "1. a\n2. b", "<ol><li>a</li><li>b</li></ol>\n");
    row("code", "```json\n{\"a\": \"<b>\"}\n```\nend",
        "<pre>{&quot;a&quot;: &quot;&lt;b&gt;&quot;}</pre>\n<p>end</p>\n");
    row("unclosed code", "```\n*x*", "<pre>*x*</pre>\n");
    row("quote", "> said\n> so", "<blockquote>said so</blockquote>\n");
}

void TestMarkdown::blocks()
{
    QFETCH(QString, markdown);
    QTEST(Design::markdownToHtml(markdown), "html");
}

void TestMarkdown::inlineText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const char *markdown, const char *html) {
        QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(html);
    };
    row("plain", "a < b & c", "a &lt; b &amp; c");
    row("tags are text", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
    row("bold and italic", "**a _b_** *c*", "<b>a <i>b</i></b> <i>c</i>");
    row("snake_case", "user_name and _other_", "user_name and <i>other</i>");
    row("lonely stars", "2 * 3 * 4", "2 * 3 * 4");
    row("code", "`a < *b*` and ``x`y``", "<code>a &lt; *b*</code> and <code>x`y</code>");
    row("escapes", "\\*no\\* \\`no\\`", "*no* `no`");
    row("link", "[the *docs*](https://example.com/a?b=1&c=2 \"title\")",
        "<a href=\"https://example.com/a?b=1&amp;c=2\">the <i>docs</i></a>");
    row("dangerous link", "[click](javascript:alert(1))", "click)");
    row("quote in a link", "[x](https://e.com/\"onclick=\"a)",
        "<a href=\"https://e.com/&quot;onclick=&quot;a\">x</a>");
    row("bare address", "See https://example.com/x_y.",
        "See <a href=\"https://example.com/x_y\">https://example.com/x_y</a>.");
    row("angle address", "<https://example.com>",
        "<a href=\"https://example.com\">https://example.com</a>");
}

void TestMarkdown::inlineText()
{
    QFETCH(QString, markdown);
    QTEST(Design::markdownToInlineHtml(markdown), "html");
}

void TestMarkdown::longTextsAreQuick()
{
    for (const char *mark : {"*", "`a", "[", "**a_", "<http://", "\\"}) {
        const QString text = QString::fromLatin1(mark).repeated(300'000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!Design::markdownToHtml(text).isEmpty());
        QVERIFY2(timer.elapsed() < 2'000, mark);
        // Just below the length from which on marks are not looked at.
        QVERIFY(!Design::markdownToHtml(text.left(19'000)).isEmpty());
        QVERIFY2(timer.elapsed() < 10'000, mark);
    }
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "test_markdown.moc"
