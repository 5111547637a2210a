#include "designer/codegen/steps_writer.h"

namespace Design::Python
{

QString seconds(int milliseconds)
{
    return QString::number(milliseconds / 1000.0);
}

StepsWriter::StepsWriter(Errors &errors, Module &module, ScriptPython &script)
    : m_errors(errors)
    , m_module(module)
    , m_script(script)
{
}

QString StepsWriter::write(const QList<TaskDesign> &steps, const QString &what, int indent)
{
    QString body;
    for (const TaskDesign &step : steps) {
        const QString done = lines(step, what, indent);
        if (step.when.isEmpty()) {
            body += done;
            continue;
        }
        const auto when = m_script.expression(step.when);
        body += when ? QString(indent, u' ') + text("if ") + when->code + text(":\n") +
                           indented(done, 4)
                     : m_errors.missing(what, step.when, step.pointer, indent);
    }
    return body;
}

QString StepsWriter::lines(const TaskDesign &step, const QString &what, int indent)
{
    const QString margin(indent, u' ');
    QString lines;
    if (step.delay > 0)
        lines += margin + QStringLiteral("await %1.sleep(%2)\n")
                              .arg(m_module.useModule(text("asyncio")), seconds(step.delay));
    if (step.kind == TaskDesign::Kind::Webhook)
        return lines + call(step, what, indent);
    if (step.kind == TaskDesign::Kind::Script) {
        const auto script = m_script.expression(step.script);
        return lines + (script ? margin + script->code + u'\n'
                               : m_errors.missing(what, step.script, step.pointer, indent));
    }
    const auto line = m_script.templateCode(step.text);
    m_module.use("logging", "getLogger");
    m_module.addOnce(text("logger = getLogger(\"uvicorn.error\")\n"));
    return lines + (line ? margin + text("logger.info(") + oneLine(*line) + text(")\n")
                         : m_errors.missing(what, templateExpressions(step.text).join(text("; ")),
                                            step.pointer, indent));
}

QString StepsWriter::call(const TaskDesign &step, const QString &what, int indent)
{
    const auto url = m_script.templateCode(step.url);
    const auto headers = m_script.templateCode(Json(step.headers));
    const auto body = m_script.templateCode(step.body);
    if (!url || !headers || !body)
        return m_errors.missing(what, templateExpressions(step.body).join(text("; ")), step.pointer,
                                indent);
    m_module.use("app", "upstream");
    QList<Code> arguments{literal(Json(step.method)), *url};
    if (!step.headers.isEmpty())
        arguments.append(keyword(text("headers"), *headers));
    if (!step.body.isUndefined())
        arguments.append(keyword(text("json"), *body));
    arguments.append(atom(QStringLiteral("retries=%1").arg(step.retries)));
    const Code made = prefixed(text("await "), Python::call(text("upstream.call"), arguments));
    return QString(indent, u' ') + laidOut(made, indent) + u'\n';
}

} // namespace Design::Python
