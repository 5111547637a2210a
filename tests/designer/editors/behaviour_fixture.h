#pragma once

#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/route_editor.h"
#include "tests/designer/editors/editor_fixture.h"

#include <QAbstractItemModelTester>
#include <QFile>

#include <memory>

namespace Design
{

/// The same for what runs around routes: one page or route at a time.
class BehaviourFixture : public EditorFixture
{
public:
    using EditorFixture::show;

    BehaviourFixture()
        : EditorFixture(text())
    {
    }

    /// tests/data/designs/around_routes.yaml
    static QByteArray text()
    {
        QFile file(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/designs/around_routes.yaml"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    BehaviourPage *show(BehaviourItem::Kind kind, const QString &name = {})
    {
        BehaviourPage *made = makeBehaviourPage(kind, {document, selection, &checkBrackets});
        page.reset(made);
        made->setItem(BehaviourItem{kind, name});
        for (MembersView *view : made->findChildren<MembersView *>())
            new QAbstractItemModelTester(
                view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, made);
        show(*made);
        return made;
    }

    RouteEditor *showRoute(qsizetype path = 0)
    {
        auto *editor = new RouteEditor(document, selection);
        page.reset(editor);
        editor->setExpressionCheck(&checkBrackets);
        editor->setOperation(operation(path).id);
        show(*editor);
        return editor;
    }

    /// A table of what is shown, by the name that a screen reader says.
    MembersView *table(const char *name) const
    {
        for (MembersView *view : page->findChildren<MembersView *>()) {
            if (view->accessibleName() == QLatin1String(name))
                return view;
        }
        return nullptr;
    }

    /// Stands for the engine's compiler of expressions: balanced brackets.
    static QString checkBrackets(const QString &expression)
    {
        return expression.count(u'(') == expression.count(u')')
                   ? QString()
                   : QStringLiteral("A bracket is open.");
    }

    std::unique_ptr<QWidget> page;
};

} // namespace Design
