#include "designer/codegen/main_writer.h"

#include "designer/text/pointer.h"

namespace Design::Python
{

namespace
{

Code texts(const QStringList &list)
{
    Code code{text("["), {}, text("]")};
    for (const QString &item : list)
        code.items.append(literal(Json(item)));
    return code;
}

} // namespace

MainWriter::MainWriter(ProjectParts &parts, const QList<RouterEntry> &routers,
                       NetworkWriter &network)
    : m_parts(parts)
    , m_routers(routers)
    , m_network(network)
{
}

QList<Code> MainWriter::arguments(Module &module)
{
    const Json &document = m_parts.source.flat();
    const Json info = document.value(u"info");
    QList<Code> result;
    const auto add = [&](const char *argument, const Json &value) {
        if (!value.isUndefined() && !(value.isArray() && value.array().isEmpty()))
            result.append(keyword(text(argument), literal(value)));
    };
    add("title", info.value(u"title"));
    add("summary", info.value(u"summary"));
    const QString note = info.value(u"description").toString();
    if (note.contains(u'\n') && !note.contains(QLatin1String("\"\"\"")) && !note.contains(u'\\') &&
        !note.endsWith(u'"')) {
        module.addStatement(text("DESCRIPTION = \"\"\"\\\n") + note + text("\"\"\"\n"));
        result.append(atom(text("description=DESCRIPTION")));
    } else {
        add("description", info.value(u"description"));
    }
    add("version", info.value(u"version"));
    add("terms_of_service", info.value(u"termsOfService"));
    add("contact", info.value(u"contact"));
    add("license_info", info.value(u"license"));
    add("openapi_tags", document.value(u"tags"));
    add("servers", document.value(u"servers"));
    add("openapi_external_docs", document.value(u"externalDocs"));
    Code depends{text("["), {}, text("]")};
    for (const QString &dependency : m_parts.source.behaviour().depends) {
        if (m_parts.dependencies.has(dependency))
            depends.items.append(m_parts.dependencies.depends(dependency, module));
    }
    if (!depends.items.isEmpty())
        result.append(keyword(text("dependencies"), depends));
    return result;
}

QString MainWriter::middleware(Module &module) const
{
    const CorsDesign &cors = m_parts.source.behaviour().cors;
    // Where everything is passed on, the real server says who may read its answers.
    if (!cors.isOn || m_parts.source.behaviour().proxy.isOn())
        return {};
    QList<Code> arguments{atom(module.use("fastapi.middleware.cors", "CORSMiddleware"))};
    const auto add = [&](const char *name, const QStringList &list) {
        if (!list.isEmpty())
            arguments.append(keyword(text(name), texts(list)));
    };
    add("allow_origins", cors.origins);
    if (!cors.originPattern.isEmpty())
        arguments.append(keyword(text("allow_origin_regex"), literal(Json(cors.originPattern))));
    add("allow_methods", cors.methods);
    add("allow_headers", cors.headers);
    add("expose_headers", cors.expose);
    if (cors.allowsCredentials)
        arguments.append(atom(text("allow_credentials=True")));
    if (cors.maxAge != 600)
        arguments.append(atom(QStringLiteral("max_age=%1").arg(cors.maxAge)));
    return laidOut(call(text("app.add_middleware"), arguments), 0) + u'\n';
}

void MainWriter::reportUnsaid()
{
    Source &source = m_parts.source;
    const Json &document = source.flat();
    for (const JsonObject::Member &webhook : document.value(u"webhooks").object())
        source.report(childPointer(text("/webhooks"), webhook.key),
                      text("The webhook is not in the project."));
    const QString shape = source.drawn().value(u"x-menura").value(u"error_shape").toString();
    if (!shape.isEmpty() && shape != u"fastapi")
        source.report(text("/x-menura/error_shape"),
                      text("The project refuses with FastAPI's shape of errors."));
}

Module MainWriter::write()
{
    Module module(text("app.main"));
    module.use("fastapi", "FastAPI");
    reportUnsaid();
    const QList<Code> arguments = this->arguments(module);
    module.addStatement(laidOut(prefixed(text("app = "), call(text("FastAPI"), arguments)), 0) +
                        u'\n');
    const QString middleware = m_network.middleware(module) + this->middleware(module);
    if (!middleware.isEmpty())
        module.addStatement(middleware);
    if (m_parts.errors.hasBodies()) {
        module.use("app.errors", "ErrorAnswer");
        module.use("app.errors", "answer_error");
        module.addStatement(text("app.add_exception_handler(ErrorAnswer, answer_error)\n"));
    }
    QString lines;
    for (qsizetype i = m_routers.size(); i-- > 0;) { // the innermost ones first
        const RouterEntry &router = m_routers[i];
        module.use(text("app.routers"), router.file);
        if (!router.parent.isEmpty())
            lines += QStringLiteral("%1.router.include_router(%2.router)\n")
                         .arg(router.parent, router.file);
    }
    for (const RouterEntry &router : m_routers) {
        if (router.parent.isEmpty())
            lines += QStringLiteral("app.include_router(%1.router)\n").arg(router.file);
    }
    if (!m_parts.login.isEmpty()) {
        module.use("app", "login");
        lines += text("app.include_router(login.router)\n");
    }
    if (!lines.isEmpty())
        module.addStatement(lines);
    return module;
}

QString MainWriter::requirements(const QList<ProjectFile> &files) const
{
    const auto has = [&](const char *word) {
        return std::any_of(files.begin(), files.end(),
                           [&](const ProjectFile &file) { return file.content.contains(word); });
    };
    QStringList lines{text("fastapi>=0.115"), text("pydantic>=2.12"), text("uvicorn"),
                      text("httpx"), text("pytest")};
    if (has("EmailStr") || has("NameEmail"))
        lines.append(text("email-validator"));
    if (has("Form(") || has("UploadFile") || has("OAuth2PasswordRequestForm"))
        lines.append(text("python-multipart"));
    if (has("TypeAliasType"))
        lines.append(text("typing-extensions"));
    lines.sort();
    return lines.join(u'\n') + u'\n';
}

QString MainWriter::readme() const
{
    const Json info = m_parts.source.flat().value(u"info");
    QString result = text("# ") + info.value(u"title").toString() + text("\n\n");
    const QString note = info.value(u"summary").toString();
    if (!note.isEmpty())
        result += note + text("\n\n");
    result += text("A FastAPI project, written by Menura from a design.\n\n"
                   "```sh\n"
                   "python -m venv .venv\n"
                   ".venv/bin/pip install -r requirements.txt\n"
                   ".venv/bin/uvicorn app.main:app --reload\n"
                   ".venv/bin/pytest\n"
                   "```\n\n"
                   "The documentation is at http://127.0.0.1:8000/docs.\n");
    const Diagnostics &findings = m_parts.source.findings();
    if (findings.isEmpty())
        return result;
    result += text("\n## Where the project is not the design\n\n");
    for (const Diagnostic &finding : findings)
        result += text("- `") + finding.pointer + text("`: ") + finding.message + u'\n';
    return result;
}

QString MainWriter::upstreamModule()
{
    return text(R"py("""How other servers are asked."""

import asyncio
from typing import Any

import httpx


async def ask(method: str, url: str, **options: Any) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.request(method, url, **options)


async def call(method: str, url: str, *, retries: int, **options: Any) -> None:
    """Calls a webhook, again after a while when it is not taken."""
    for attempt in range(retries + 1):
        try:
            response = await ask(method, url, **options)
            response.raise_for_status()
            return
        except httpx.HTTPError:
            if attempt == retries:
                raise
            await asyncio.sleep(2**attempt)
)py");
}

} // namespace Design::Python
