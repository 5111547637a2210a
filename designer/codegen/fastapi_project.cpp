#include "designer/codegen/fastapi_project.h"

#include "designer/codegen/main_writer.h"
#include "designer/codegen/route_writer.h"
#include "designer/codegen/test_writer.h"

namespace Design
{

using namespace Python;

namespace
{

Module routerModule(ProjectParts &parts, const RouterEntry &router)
{
    Module module(text("app.routers.") + router.file);
    module.use("fastapi", "APIRouter");
    QList<Code> arguments;
    if (!router.prefix.isEmpty())
        arguments.append(keyword(text("prefix"), literal(Json(router.prefix))));
    Code tags{text("["), {}, text("]")};
    for (const QString &tag : router.tags)
        tags.items.append(literal(Json(tag)));
    if (!tags.items.isEmpty())
        arguments.append(keyword(text("tags"), tags));
    Code depends{text("["), {}, text("]")};
    for (const QString &dependency : router.depends) {
        if (parts.dependencies.has(dependency))
            depends.items.append(parts.dependencies.depends(dependency, module));
    }
    if (!depends.items.isEmpty())
        arguments.append(keyword(text("dependencies"), depends));
    ResponseWriter responses(parts.source, parts.models, module);
    arguments += responses.additional(router.responses, className(router.file), {},
                                      text("/x-menura/routers/") + router.file);
    if (router.isDeprecated)
        arguments.append(atom(text("deprecated=True")));
    module.addStatement(
        laidOut(prefixed(text("router = "), call(text("APIRouter"), arguments)), 0) + u'\n');
    RouterFile file{router, module, {}};
    for (const char *name :
         {"router", "Any",      "Annotated", "list",    "set",   "dict",     "tuple",
          "str",    "int",      "float",     "bool",    "bytes", "upstream", "logger",
          "format", "len",      "max",       "min",     "any",   "all",      "next",
          "date",   "datetime", "time",      "request", "errors"})
        file.functions.take(text(name));
    for (const Named<StoreDesign> &store : parts.source.behaviour().stores)
        file.functions.take(Stores::variable(store.name));
    for (const Named<DependencyDesign> &dependency : parts.source.behaviour().dependencies)
        file.functions.take(Dependencies::functionName(dependency.name));
    RouteWriter writer(parts, file);
    for (const RouteEntry &route : router.routes)
        module.addDefinition(writer.write(route));
    return module;
}

} // namespace

FastApiProject fastApiProject(const Api &api)
{
    ProjectParts parts(api);
    FastApiProject project;
    const auto add = [&](const char *path, const QString &content) {
        project.files.append({text(path), content.toUtf8()});
    };
    const QList<RouterEntry> routers = planRouters(parts.source);
    bool hasUpstream = false;
    bool hasErrors = !parts.source.behaviour().errors.isEmpty() || parts.errors.hasBodies();
    for (const RouterEntry &router : routers) {
        const Module module = routerModule(parts, router);
        project.files.append(
            {text("app/routers/") + router.file + text(".py"), module.text().toUtf8()});
        hasUpstream = hasUpstream || module.text().contains(QLatin1String("upstream."));
        hasErrors = hasErrors || module.uses(text("app"), text("errors"));
    }
    if (!parts.login.isEmpty())
        add("app/login.py", parts.login.write().text());
    NetworkWriter network(parts, routers);
    MainWriter main(parts, routers, network);
    const QString mainText = main.write().text();
    const Module dependencies = parts.dependencies.write();
    hasErrors = hasErrors || dependencies.uses(text("app"), text("errors"));
    if (!dependencies.isEmpty())
        add("app/dependencies.py", dependencies.text());
    if (!parts.stores.isEmpty()) {
        add("app/stores.py", parts.stores.write().text());
        add("app/store.py", Stores::storeClass());
    }
    if (hasErrors || !parts.login.isEmpty())
        add("app/errors.py", parts.errors.write().text());
    if (hasUpstream)
        add("app/upstream.py", MainWriter::upstreamModule());
    if (network.hasFaults() || network.hasProxy())
        add("app/matching.py", NetworkWriter::matchingModule());
    if (network.hasFaults())
        add("app/faults.py", NetworkWriter::faultsModule());
    if (network.hasProxy())
        add("app/proxy.py", NetworkWriter::proxyModule());
    const Module models = parts.models.write();
    if (!models.isEmpty())
        add("app/models.py", models.text());
    add("app/main.py", mainText);
    add("app/__init__.py", {});
    add("app/routers/__init__.py", {});
    TestWriter tests(parts, routers);
    add("tests/__init__.py", {});
    add("tests/test_api.py", tests.write({hasUpstream, network.hasFaults()}).text());
    add("requirements.txt", main.requirements(project.files));
    add("README.md", main.readme());
    std::sort(project.files.begin(), project.files.end(),
              [](const ProjectFile &a, const ProjectFile &b) { return a.path < b.path; });
    project.findings = parts.source.findings();
    return project;
}

} // namespace Design
