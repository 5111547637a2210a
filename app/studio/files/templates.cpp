#include "app/studio/files/templates.h"

#include <QCoreApplication>

namespace
{

struct Row {
    const char *file;
    const char *title;
    const char *line;
    const char *shows;
};

const Row rows[] = {
    {"shop", QT_TRANSLATE_NOOP("Templates", "Shop"),
     QT_TRANSLATE_NOOP("Templates", "Items and users of an online shop"),
     QT_TRANSLATE_NOOP("Templates", "models, rules, made-up answers")},
    {"stores", QT_TRANSLATE_NOOP("Templates", "Stores"),
     QT_TRANSLATE_NOOP("Templates", "Rows that are made, listed, changed and deleted"),
     QT_TRANSLATE_NOOP("Templates", "stores, search, references")},
    {"inputs", QT_TRANSLATE_NOOP("Templates", "Inputs"),
     QT_TRANSLATE_NOOP("Templates", "What a request can bring with it"),
     QT_TRANSLATE_NOOP("Templates", "paths, queries, headers, cookies, bodies")},
    {"dependencies", QT_TRANSLATE_NOOP("Templates", "Users"),
     QT_TRANSLATE_NOOP("Templates", "Who may do what, with a login and tokens"),
     QT_TRANSLATE_NOOP("Templates", "dependencies, security, scopes")},
    {"errors", QT_TRANSLATE_NOOP("Templates", "Errors"),
     QT_TRANSLATE_NOOP("Templates", "What is answered when something is in the way"),
     QT_TRANSLATE_NOOP("Templates", "named errors, error rules")},
    {"routers", QT_TRANSLATE_NOOP("Templates", "Routers"),
     QT_TRANSLATE_NOOP("Templates", "Routes that have something in common"),
     QT_TRANSLATE_NOOP("Templates", "prefixes, tags, inherited dependencies")},
    {"tasks", QT_TRANSLATE_NOOP("Templates", "Tasks"),
     QT_TRANSLATE_NOOP("Templates", "What goes on after the answer has left"),
     QT_TRANSLATE_NOOP("Templates", "background tasks, webhooks")},
    {"upstream", QT_TRANSLATE_NOOP("Templates", "Upstream"),
     QT_TRANSLATE_NOOP("Templates", "Another server is asked, and its answer mapped"),
     QT_TRANSLATE_NOOP("Templates", "upstreams, expressions, samples")},
};

} // namespace

QList<Template> templates()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Templates", text); };
    QList<Template> result;
    for (const Row &row : rows)
        result.append({tr(row.title), tr(row.line), tr(row.shows),
                       QStringLiteral(":/menura/designs/%1.yaml").arg(QLatin1String(row.file))});
    return result;
}
