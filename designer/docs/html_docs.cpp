#include "designer/docs/html_docs.h"

#include "designer/docs/docs_writer.h"
#include "designer/text/pointer.h"

namespace Design
{

static QString pageAround(const QString &title, const QString &body)
{
    static const QString form = QStringLiteral(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%1</title>
<style>
:root { color-scheme: light dark; --text: #1d2327; --dim: #5b6770; --line: #d8dee3; --panel: #f2f5f7;
  --link: #0b6e69; --bad: #b3261e; --warning: #8a5300; --base: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6eaed; --dim: #9aa7b0; --line: #36424b; --panel: #222b31; --link: #5fd0c5;
    --bad: #ff8a80; --warning: #ffc266; --base: #171d21; } }
body { margin: 0 auto; padding: 2rem 1.5rem 6rem; max-width: 62rem; color: var(--text);
  background: var(--base); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h2 { margin-top: 3rem; } h3 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th { color: var(--dim); font-weight: 500; } td, th { border-bottom: 1px solid var(--line);
  padding: .4rem .8rem .4rem 0; text-align: left; }
code, pre { font: .9em/1.45 ui-monospace, monospace; background: var(--panel); border-radius: 4px; }
code { padding: .1em .3em; } pre { padding: .8rem 1rem; overflow-x: auto; }
.dim { color: var(--dim); } .bad { color: var(--bad); font-size: .85em; }
.warning { color: var(--warning); }
</style>
</head>
<body>
%2</body>
</html>
)");
    return form.arg(title.toHtmlEscaped(), body);
}

QString docsPage(const Api &api, const DocsOptions &options)
{
    DocsWriter writer(api, options);
    writer.writeOverview();
    for (const Named<PathItem> &path : api.paths) {
        if (!path.isRaw())
            writer.writePath(path);
    }
    for (const Named<Schema> &model : api.components.schemas) {
        if (!model.isRaw())
            writer.writeModel(model);
    }
    return options.target == DocsTarget::Page ? pageAround(api.info.title, writer.html())
                                              : writer.html();
}

/// The member of a map that has the name; null when absent or malformed.
template <class T>
static const Named<T> *member(const NamedList<T> &list, const QString &name)
{
    const qsizetype at = list.indexOf(name);
    return at < 0 || list.at(at).isRaw() ? nullptr : &list.at(at);
}

// True if the steps (of a pointer) lead to something that has a part of its own.
static bool writePart(DocsWriter &writer, const Api &api, const QStringList &steps)
{
    const QString kind = steps.value(0);
    if (kind == QLatin1String("paths") || kind == QLatin1String("webhooks")) {
        const auto &paths = kind == QLatin1String("paths") ? api.paths : api.webhooks;
        const Named<PathItem> *path = member(paths, steps.value(1));
        if (!path)
            return false;
        if (const Operation *operation = path->value.operation(steps.value(2)))
            writer.writeOperation(*path, *operation);
        else
            writer.writePath(*path);
        return true;
    }
    if (kind != QLatin1String("components"))
        return false;
    const Components &components = api.components;
    const QString name = steps.value(2);
    if (steps.value(1) == QLatin1String("schemas")) {
        const auto *model = member(components.schemas, name);
        if (model)
            writer.writeModel(*model);
        return model;
    }
    if (steps.value(1) == QLatin1String("parameters")) {
        const auto *parameter = member(components.parameters, name);
        if (parameter)
            writer.writeParameter(*parameter);
        return parameter;
    }
    if (steps.value(1) == QLatin1String("requestBodies")) {
        const auto *body = member(components.requestBodies, name);
        if (body)
            writer.writeRequestBody(*body);
        return body;
    }
    if (steps.value(1) == QLatin1String("responses")) {
        const auto *response = member(components.responses, name);
        if (response)
            writer.writeResponse(*response);
        return response;
    }
    return false;
}

QString docsForNode(const Api &api, const NodeIndex &index, NodeId node, const DocsOptions &options)
{
    DocsWriter writer(api, options);
    if (!writePart(writer, api, pointerTokens(index.pointer(node))))
        writer.writeOverview();
    return options.target == DocsTarget::Page ? pageAround(api.info.title, writer.html())
                                              : writer.html();
}

} // namespace Design
