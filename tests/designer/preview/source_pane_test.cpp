#include "tests/designer/preview/source_pane_test.h"

#include "designer/openapi/openapi_reader.h"
#include "tests/designer/preview/shop_text.h"

#include <QAbstractButton>
#include <QTest>

using namespace Design;

void SourcePaneTest::open()
{
    m_document = std::make_unique<DesignDocument>();
    m_selection = std::make_unique<Selection>();
    const LoadedApi loaded = readOpenApi(QByteArray(shopText));
    QVERIFY(loaded.ok);
    m_document->reset(loaded.api);
    m_selection->select(at("/components/schemas/Item"));
    m_pane = std::make_unique<PreviewPane>(*m_document, *m_selection);
    m_pane->resize(500, 400);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    view()->setFocus();
    QTRY_VERIFY(m_pane->source()->shownText().contains(QLatin1String("Item")));
}

void SourcePaneTest::close()
{
    m_pane.reset();
    m_selection.reset();
    m_document.reset();
}

NodeId SourcePaneTest::at(const char *pointer) const
{
    return m_document->index().nodeAt(QString::fromUtf8(pointer));
}

void SourcePaneTest::typeBehind(const char *text, const char *typed, bool behindLine)
{
    const QString wanted = QString::fromUtf8(text);
    for (int line = 0; line < view()->lines(); ++line) {
        const auto found = view()->text(line).indexOf(wanted);
        if (found < 0)
            continue;
        const auto column = behindLine
                                ? view()->text(line).trimmed().size() + view()->indentation(line)
                                : found + wanted.size();
        view()->setCursorPosition(line, static_cast<int>(column));
        for (const char *key = typed; *key; ++key) {
            if (*key == '\n')
                QTest::keyClick(view(), Qt::Key_Return);
            else
                QTest::keyClick(view(), *key);
        }
        return;
    }
    QFAIL(text);
}

void SourcePaneTest::typeOver(const char *text, const char *typed)
{
    const QString wanted = QString::fromUtf8(text);
    for (int line = 0; line < view()->lines(); ++line) {
        const auto found = static_cast<int>(view()->text(line).indexOf(wanted));
        if (found < 0)
            continue;
        view()->setSelection(line, found, line, found + static_cast<int>(wanted.size()));
        QTest::keyClicks(view(), QString::fromUtf8(typed));
        return;
    }
    QFAIL(text);
}

QString SourcePaneTest::written() const
{
    return QString::fromUtf8(designText(m_document->api(), FileFormat::Yaml));
}

QString SourcePaneTest::message() const
{
    const auto *button = m_pane->findChild<QAbstractButton *>(QStringLiteral("sourceMessage"));
    return button->isVisible() ? button->text() : QString();
}
