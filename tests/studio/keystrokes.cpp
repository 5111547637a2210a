#include "tests/studio/keystrokes.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeySequence>
#include <QTest>
#include <QWidget>

static void settle()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
}

QWidget *Keystrokes::target() const
{
    QWidget *popup = QApplication::activePopupWidget();
    if (popup && popup->focusWidget())
        return popup->focusWidget();
    return QApplication::focusWidget() ? QApplication::focusWidget() : &m_window;
}

QString Keystrokes::play(const QString &script)
{
    int number = 0;
    const QStringList lines = script.split(u'\n');
    for (const QString &line : lines) {
        ++number;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString error = playLine(line);
        if (!error.isEmpty())
            return QStringLiteral("line %1, \"%2\": %3").arg(number).arg(line, error);
    }
    return {};
}

QString Keystrokes::playLine(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size()) {
        const qsizetype close = line.at(at) == u'<' ? line.indexOf(u'>', at) : -1;
        // "<" is also a character of the type notation: `<=10`, `<5`.
        if (close > at + 1 && line.at(at + 1).isLetter()) {
            const QString error = playToken(line.mid(at + 1, close - at - 1));
            if (!error.isEmpty())
                return error;
            at = close + 1;
        } else {
            QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(line.at(at)),
                                Qt::NoModifier);
            ++at;
        }
        settle();
    }
    return {};
}

QString Keystrokes::goTo(const QString &name)
{
    const auto all = m_window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->accessibleName() != name || !widget->isVisible() || !widget->isEnabled())
            continue;
        widget->setFocus(Qt::TabFocusReason);
        if (auto *table = qobject_cast<QAbstractItemView *>(widget))
            table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
        return {};
    }
    return QStringLiteral("nothing of the name \"%1\" is to be seen").arg(name);
}

QString Keystrokes::playToken(const QString &token)
{
    static const QString to = QStringLiteral("to:");
    if (token.startsWith(to))
        return goTo(token.mid(to.size()));
    const QKeySequence keys = QKeySequence::fromString(token, QKeySequence::PortableText);
    if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown)
        return QStringLiteral("\"%1\" is no key").arg(token);
    QTest::keyClick(target(), keys[0].key(), keys[0].keyboardModifiers());
    return {};
}
