#include "designer/codegen/errors.h"

#include "designer/model/expressions/route_uses.h"

#include <QRegularExpression>

namespace Design::Python
{

namespace
{

const char *const refusalHelper =
    "def refusal(description: str, detail: str) -> dict[str, Any]:\n"
    "    \"\"\"How a route documents an HTTPException that it raises.\"\"\"\n"
    "    schema = {\"type\": \"object\", \"properties\": {\"detail\": {\"type\": \"string\"}}}\n"
    "    content = {\"schema\": schema, \"example\": {\"detail\": detail}}\n"
    "    return {\"description\": description, \"content\": {\"application/json\": content}}\n";

const char *const answerClass =
    "class ErrorAnswer(Exception):\n"
    "    \"\"\"An answer with a body of its own, which HTTPException cannot have.\"\"\"\n"
    "\n"
    "    def __init__(\n"
    "        self, status_code: int, body: Any, headers: dict[str, str] | None = None\n"
    "    ) -> None:\n"
    "        self.status_code = status_code\n"
    "        self.body = body\n"
    "        self.headers = headers\n";

const char *const answerHandler =
    "async def answer_error(request: Request, error: ErrorAnswer) -> JSONResponse:\n"
    "    return JSONResponse(jsonable_encoder(error.body), error.status_code, error.headers)\n";

/// The template with its expressions replaced by names.
Json renamed(const Json &json, const QHash<QString, QString> &names)
{
    if (json.isString()) {
        QString result;
        for (const TemplatePiece &piece : templatePieces(json.string()))
            result += piece.isExpression
                          ? QLatin1String("{{ ") + names.value(piece.text) + QLatin1String(" }}")
                          : piece.text;
        return Json(result);
    }
    if (json.isArray()) {
        JsonArray list;
        for (const Json &item : json.array())
            list.append(renamed(item, names));
        return Json(list);
    }
    if (json.isObject()) {
        JsonObject object;
        for (const JsonObject::Member &member : json.object())
            object.insert(member.key, renamed(member.value, names));
        return Json(object);
    }
    return json;
}

} // namespace

Errors::Errors(Source &source, Models &models)
    : m_source(source)
    , m_models(models)
{
}

bool Errors::hasBodies() const
{
    const Json &document = m_source.drawn();
    for (const Named<ErrorAnswer> &error : m_source.behaviour().errors) {
        if (!error.value.body.isUndefined())
            return true;
    }
    for (const JsonObject::Member &path : document.value(u"paths").object()) {
        for (const JsonObject::Member &operation : path.value.object()) {
            for (const Json &rule : operation.value.value(u"x-menura").value(u"errors").array()) {
                if (rule.find(u"body"))
                    return true;
            }
        }
    }
    return false;
}

QString Errors::name(const QString &name, Module &into)
{
    if (into.name() == u"app.errors")
        return name;
    return into.use("app", "errors") + u'.' + name;
}

std::optional<Code> Errors::answerCode(const ErrorAnswer &answer, ScriptPython &script,
                                       Module &into)
{
    const bool hasBody = !answer.body.isUndefined();
    QList<Code> arguments;
    const QString status = QString::number(answer.status);
    if (hasBody) {
        const auto body = script.templateCode(answer.body);
        if (!body)
            return {};
        arguments = {atom(status), *body};
    } else {
        arguments = {atom(text("status_code=") + status)};
        if (!answer.detail.isUndefined()) {
            const auto detail = script.templateCode(answer.detail);
            if (!detail)
                return {};
            arguments.append(keyword(text("detail"), *detail));
        }
    }
    if (!answer.headers.isEmpty()) {
        const auto headers = script.templateCode(Json(answer.headers));
        if (!headers)
            return {};
        arguments.append(keyword(text("headers"), *headers));
    }
    return call(hasBody ? name(text("ErrorAnswer"), into) : into.use("fastapi", "HTTPException"),
                arguments);
}

QString Errors::missing(const QString &what, const QString &script, const QString &pointer,
                        int indent)
{
    m_source.report(pointer, text("%1 is more than a simple expression: the project raises "
                                  "NotImplementedError there.")
                                 .arg(what));
    return comment(text("JavaScript: ") + script, indent) + QString(indent, u' ') +
           text("raise NotImplementedError(%1)\n").arg(quoted(what));
}

QString Errors::raisingPlain(int status, const QString &detail, Module &into, int indent)
{
    const QString raise = text("raise ");
    return QString(indent, u' ') + raise +
           laidOut(call(into.use("fastapi", "HTTPException"),
                        {atom(text("status_code=%1").arg(status)),
                         keyword(text("detail"), literal(Json(detail)))}),
                   indent, static_cast<int>(raise.size())) +
           u'\n';
}

QString Errors::raising(const ErrorRule &rule, ScriptPython &script, Module &into, int indent)
{
    const QString named = raisingNamed(rule.error, script, into, indent, rule.pointer);
    if (!named.isEmpty())
        return named;
    const auto code = answerCode(rule.answer, script, into);
    if (!code)
        return missing(text("The answer of an error rule"),
                       templateExpressions(rule.answer.body.isUndefined() ? rule.answer.detail
                                                                          : rule.answer.body)
                           .join(text("; ")),
                       rule.pointer, indent);
    return QString(indent, u' ') + text("raise ") + laidOut(*code, indent, 6) + u'\n';
}

QList<std::pair<QString, QString>> Errors::arguments(const ErrorAnswer &answer)
{
    static const QRegularExpression last(text("([A-Za-z_][A-Za-z0-9_]*)(?:['\"]\\])?$"));
    QList<std::pair<QString, QString>> result;
    Names names;
    for (const QString &script : errorExpressions(answer)) {
        const bool isKnown = std::any_of(result.begin(), result.end(),
                                         [&](const auto &one) { return one.second == script; });
        if (isKnown)
            continue;
        const QRegularExpressionMatch match = last.match(script);
        result.append(
            {names.unique(variableName(match.hasMatch() ? match.captured(1) : text("value"))),
             script});
    }
    return result;
}

QString Errors::raisingNamed(const QString &name, ScriptPython &script, Module &into, int indent,
                             const QString &pointer)
{
    const ErrorAnswer *answer = m_source.behaviour().errors.find(name);
    if (!answer)
        return {};
    QList<Code> given;
    for (const auto &[argument, expression] : arguments(*answer)) {
        const auto value = script.expression(expression);
        if (!value)
            return missing(text("A value in the error %1").arg(name), expression, pointer, indent);
        given.append(keyword(argument, atom(value->code)));
    }
    const QString function = Errors::name(variableName(name), into);
    return QString(indent, u' ') + text("raise ") + laidOut(call(function, given), indent, 6) +
           u'\n';
}

Module Errors::write()
{
    Module module(text("app.errors"), text("What is answered when something is wrong."));
    module.use("typing", "Any");
    module.addDefinition(text(refusalHelper));
    const bool areBodies = hasBodies();
    if (areBodies) {
        module.use("fastapi", "Request");
        module.use("fastapi.encoders", "jsonable_encoder");
        module.use("fastapi.responses", "JSONResponse");
        module.addDefinition(text(answerClass));
        module.addDefinition(text(answerHandler));
    }
    for (const Named<ErrorAnswer> &error : m_source.behaviour().errors) {
        ScriptNames names;
        QHash<QString, QString> given;
        QList<Code> parameters;
        for (const auto &[argument, expression] : arguments(error.value)) {
            names.values.insert(argument, {argument, {}});
            given.insert(expression, argument);
            parameters.append(atom(argument + text(": Any")));
        }
        ErrorAnswer answer = error.value;
        answer.detail = renamed(answer.detail, given);
        answer.body = renamed(answer.body, given);
        answer.headers = renamed(Json(answer.headers), given).object();
        ScriptPython script(m_models, module, names);
        const auto code = answerCode(answer, script, module);
        const QString type =
            answer.body.isUndefined() ? text("HTTPException") : text("ErrorAnswer");
        QString function =
            laidOut(suffixed(call(text("def ") + variableName(error.name), parameters),
                             text(" -> ") + type + u':'),
                    0) +
            u'\n';
        function += docstring(isDocstring(answer.description) ? answer.description : QString(), 4);
        function += text("    return ") + laidOut(code ? *code : atom(text("None")), 4, 7) + u'\n';
        module.addDefinition(function);
    }
    return module;
}

} // namespace Design::Python
