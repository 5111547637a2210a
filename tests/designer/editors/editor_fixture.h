#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/editors/cell_edit.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QWidget>

namespace Design
{

/// A design with editors over it, and somebody who only has a keyboard.
class EditorFixture
{
public:
    explicit EditorFixture(const QByteArray &design)
    {
        // Qt says so where a table is told of an editor that it has given up already.
        static const QRegularExpression stranger(QStringLiteral("does not belong to this view"));
        QTest::failOnWarning(stranger);
        const LoadedApi loaded = readOpenApi(design);
        document.reset(loaded.api);
    }

    void show(QWidget &editor)
    {
        editor.resize(1000, 700);
        editor.show();
        QApplication::setActiveWindow(&editor);
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        settle();
    }

    static void settle()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    /// A key that is no text; counted.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        QTest::keyClick(target(), key, modifiers);
        settle();
    }

    void type(const QString &text)
    {
        for (QChar c : text)
            QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(c),
                                Qt::NoModifier);
        settle();
    }

    /// Text, then a key.
    void type(const char *text, Qt::Key key) { type(QByteArray(text), key); }
    void type(const QByteArray &text, Qt::Key key)
    {
        type(QString::fromUtf8(text));
        press(key);
    }

    /// The cell that is being typed into, or null.
    static CellEdit *cell() { return qobject_cast<CellEdit *>(QApplication::focusWidget()); }

    NodeId schema(const char *name) const
    {
        const auto &schemas = document.api().components.schemas;
        const qsizetype at = schemas.indexOf(QString::fromUtf8(name));
        return at < 0 ? NodeId::None : schemas.at(at).value.id();
    }

    const Operation &operation(qsizetype path, qsizetype method = 0) const
    {
        return document.api().paths.at(path).value.operations.at(method);
    }

    QByteArray written(NodeId node, int indent = 0) const
    {
        return writeJson(writeNode(document.api(), node), indent);
    }

    /// Controls that a screen reader could not name.
    static QStringList nameless(const QWidget &editor)
    {
        QStringList found;
        for (const QWidget *widget : editor.findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<const QLineEdit *>(widget) ||
                                   qobject_cast<const QAbstractButton *>(widget) ||
                                   qobject_cast<const QComboBox *>(widget) ||
                                   qobject_cast<const QAbstractItemView *>(widget);
            const bool isInner = qobject_cast<const QComboBox *>(widget->parentWidget()) ||
                                 widget->objectName().startsWith(QLatin1String("qt_")) ||
                                 widget->inherits("QHeaderView") ||
                                 widget->inherits("QComboBoxListView");
            if (!isControl || isInner)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
                found.append(QString::fromLatin1(widget->metaObject()->className()));
        }
        return found;
    }

    DesignDocument document;
    Selection selection;
    int keys = 0;

private:
    static QWidget *target() { return QApplication::focusWidget(); }
};

} // namespace Design
