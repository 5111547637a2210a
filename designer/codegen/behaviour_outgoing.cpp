#include "designer/codegen/behaviour_writer.h"
#include "designer/codegen/steps_writer.h"

// What leaves the project: requests to other servers, and tasks behind the answer.

namespace Design::Python
{

QString BehaviourWriter::askUpstream()
{
    const UpstreamDesign &upstream = *m_route->behaviour.upstream;
    const auto url = m_script.templateCode(upstream.url);
    const auto headers = m_script.templateCode(Json(upstream.headers));
    const auto body = m_script.templateCode(upstream.body);
    if (!url || !headers || !body)
        return m_parts.errors.missing(text("The request to another server"),
                                      templateExpressions(upstream.url).join(text("; ")),
                                      upstream.pointer, 4);
    m_module.useModule(text("httpx"));
    m_module.use("app", "upstream");
    QList<Code> arguments{literal(Json(upstream.method.toUpper())), *url};
    if (!upstream.headers.isEmpty())
        arguments.append(keyword(text("headers"), *headers));
    if (!upstream.body.isUndefined())
        arguments.append(keyword(text("json"), *body));
    arguments.append(atom(text("timeout=") + seconds(upstream.timeout)));
    const QString named =
        m_parts.errors.raisingNamed(upstream.failed, m_script, m_module, 8, upstream.pointer);
    const QString start = text("response = ");
    QString code = text("    try:\n        ") + start +
                   laidOut(prefixed(text("await "), call(text("upstream.ask"), arguments)), 8,
                           static_cast<int>(start.size())) +
                   u'\n';
    if (named.isEmpty())
        code += text("    except httpx.TimeoutException:\n") +
                Errors::raisingPlain(504, text("Gateway Timeout"), m_module, 8);
    code += text("    except httpx.HTTPError:\n") +
            (named.isEmpty() ? Errors::raisingPlain(502, text("Bad Gateway"), m_module, 8) : named);
    for (const Named<QString> &status : upstream.statuses)
        code += QStringLiteral("    if response.status_code == %1:\n").arg(status.name) +
                m_parts.errors.raisingNamed(status.value, m_script, m_module, 8, upstream.pointer);
    code += text("    if not response.is_success:\n") +
            (named.isEmpty() ? Errors::raisingPlain(502, text("Bad Gateway"), m_module, 8) : named);
    return code + text("    result = response.json()\n");
}

QString BehaviourWriter::tasks(int status)
{
    const QList<TaskDesign> &tasks = m_route->behaviour.tasks;
    if (tasks.isEmpty())
        return {};
    Shape number;
    number.kind = Shape::Kind::Number;
    m_known.values.insert(text("status"), {text("status"), number});
    QString body = StepsWriter(m_parts.errors, m_module, m_script).write(tasks, text("A task"), 8);
    if (m_known.used.contains(text("status")))
        body.prepend(QStringLiteral("        status = %1\n").arg(status));
    const QString function = m_names->unique(text("after"));
    return QStringLiteral("\n    async def %1() -> None:\n%2\n    "
                          "background_tasks.add_task(%1)\n")
        .arg(function, body);
}

void BehaviourWriter::reportUnsaid()
{
    if (!m_route->behaviour.login.isEmpty())
        m_parts.source.report(
            m_route->pointer() + text("/x-menura/login"),
            text("Only the path of a scheme's tokenUrl gives out tokens in the project."));
}

} // namespace Design::Python
