#include "designer/codegen/route_writer.h"

#include "designer/codegen/behaviour_writer.h"
#include "designer/text/pointer.h"

#include <QRegularExpression>

namespace Design::Python
{

namespace
{

/// Members of an Operation Object that the function says by its arguments.
bool isSaid(const QString &key)
{
    static const QSet<QString> said{text("tags"),        text("summary"),    text("description"),
                                    text("operationId"), text("parameters"), text("requestBody"),
                                    text("responses"),   text("deprecated"), text("security"),
                                    text("x-menura")};
    return said.contains(key);
}

} // namespace

RouteWriter::RouteWriter(ProjectParts &parts, RouterFile &file)
    : m_parts(parts)
    , m_source(parts.source)
    , m_file(file)
{
}

RouteWriter::Naming RouteWriter::naming(const RouteEntry &route)
{
    Naming naming;
    static const QRegularExpression odd(text("\\W"));
    const QString id = route.flat.value(u"operationId").toString();
    const QString ending = QString(route.path).replace(odd, text("_")) + u'_' + route.method;
    const QString made = id.endsWith(ending) ? id.chopped(ending.size()) : QString();
    const QString summary = route.flat.value(u"summary").toString();
    const bool isMade = isIdentifier(made);
    QString wanted = isMade ? made : variableName(id);
    if (id.isEmpty())
        wanted = variableName(route.method + u'_' + QString(route.path).remove(u'{').remove(u'}'));
    if (isMade && m_file.functions.has(made))
        wanted = variableName(id);
    naming.function = m_file.functions.unique(wanted);
    if (!id.isEmpty() && !(isMade && naming.function == made))
        naming.arguments.append(keyword(text("operation_id"), literal(Json(id))));
    if (!summary.isNull() && summary != titleOf(naming.function))
        naming.arguments.append(keyword(text("summary"), literal(Json(summary))));
    return naming;
}

QList<Code> RouteWriter::notes(const RouteEntry &route, const ArgumentWriter::Body &body,
                               bool *hasDocstring) const
{
    QList<Code> arguments;
    const QString note = route.flat.value(u"description").toString();
    *hasDocstring = isDocstring(note);
    if (!note.isEmpty() && !*hasDocstring)
        arguments.append(keyword(text("description"), literal(Json(note))));
    if (route.drawn.value(u"deprecated").toBool())
        arguments.append(atom(text("deprecated=True")));
    JsonObject extra;
    if (!body.extra.isEmpty())
        extra.insert(text("requestBody"), Json(body.extra));
    for (const JsonObject::Member &member : route.flat.object()) {
        if (isSaid(member.key))
            continue;
        extra.insert(member.key, member.value);
        if (member.key == u"callbacks")
            m_source.report(childPointer(route.pointer(), member.key),
                            text("Callbacks are documented, but nothing calls them."));
    }
    if (!extra.isEmpty())
        arguments.append(keyword(text("openapi_extra"), literal(Json(extra))));
    return arguments;
}

Code RouteWriter::decorator(const RouteEntry &route, const QList<Code> &arguments) const
{
    const QString path = route.path.mid(m_file.router.fullPrefix.size());
    QList<Code> all{literal(Json(path))};
    all += arguments;
    const QString method = route.method;
    return call(text("@router.") + method, all);
}

QString RouteWriter::exampleAnswer(const RouteEntry &route, const AnswerPlan &plan)
{
    const QString mark =
        text("    # The design's example: what the route really does goes here.\n");
    if (plan.mediaType.isEmpty())
        return plan.responseClass.isEmpty() || plan.status == 204
                   ? text("    return None\n")
                   : QStringLiteral("    return %1(status_code=%2)\n")
                         .arg(plan.responseClass)
                         .arg(plan.status);
    Json value = plan.example;
    if (value.isUndefined())
        value = m_source.sample(route.path, route.method, plan.key, plan.mediaType);
    if (plan.responseClass.isEmpty())
        return mark + text("    return ") +
               laidOut(value.isUndefined() ? atom(text("None")) : literal(value), 4, 7) + u'\n';
    const QString content = value.isString() ? value.string() : QString();
    QList<Code> arguments{literal(Json(content))};
    if (plan.status != 200)
        arguments.append(atom(QStringLiteral("status_code=%1").arg(plan.status)));
    if (plan.responseClass == u"Response" && !plan.mediaType.contains(u'*'))
        arguments.append(keyword(text("media_type"), literal(Json(plan.mediaType))));
    return mark + text("    return ") + laidOut(call(plan.responseClass, arguments), 4, 7) + u'\n';
}

QString RouteWriter::write(const RouteEntry &route)
{
    Module &module = m_file.module;
    const Naming named = naming(route);
    if (route.method == u"trace")
        m_source.report(route.pointer(), text("Servers refuse TRACE before FastAPI sees it."));
    Names names = m_file.functions; // an argument must not hide a name of the module
    ArgumentWriter reader(m_source, m_parts.models, module);
    QList<Argument> arguments;
    static const QRegularExpression oddName(text("\\{(?![A-Za-z_][A-Za-z0-9_]*\\})"));
    if (route.path.contains(oddName))
        m_source.report(route.pointer(), text("FastAPI knows path parameters with names of "
                                              "letters, digits and underlines only."));
    const JsonArray parameters = ArgumentWriter::parameters(m_source, route.item, route.drawn);
    for (const Json &parameter : parameters) {
        const QString said = parameter.value(u"name").toString();
        if (parameter.value(u"in").toString() == u"path" &&
            !route.path.contains(u'{' + said + u'}'))
            continue;
        arguments.append(reader.parameter(parameter, named.function, &names,
                                          route.pointer() + text("/parameters")));
    }
    const ArgumentWriter::Body body =
        reader.body(route.drawn, named.function, &names, route.pointer());
    arguments += body.arguments;

    ResponseWriter responses(m_source, m_parts.models, module);
    const AnswerPlan plan =
        responses.plan(route.flat, m_file.router.responses, named.function, route.pointer());
    bool hasDocstring = false;
    const QList<Code> notes = this->notes(route, body, &hasDocstring);

    BehaviourWriter behaviour(m_parts, module, &names);
    const BehaviourWriter::Written written =
        behaviour.write(route, named.function, plan, arguments, body);
    QList<Code> decoration;
    decoration += plan.arguments;
    QStringList tags;
    for (const Json &tag : route.drawn.value(u"tags").array())
        tags.append(tag.toString());
    QStringList routerTags = m_file.router.tags;
    Code own{text("tags=["), {}, text("]")};
    for (const QString &tag : std::as_const(tags)) {
        if (!routerTags.contains(tag))
            own.items.append(literal(Json(tag)));
    }
    if (!own.items.isEmpty())
        decoration.append(own);
    decoration += named.arguments;
    if (!written.depends.isEmpty())
        decoration.append(Code{text("dependencies=["), written.depends, text("]")});
    decoration += notes;

    QString result = laidOut(decorator(route, decoration), 0) + u'\n';
    const QList<Code> signature = ArgumentWriter::signature(written.before + arguments);
    const QString returns = plan.returns.isEmpty() ? text(":") : text(" -> ") + plan.returns + u':';
    result +=
        laidOut(suffixed(call(text("async def ") + named.function, signature), returns), 0) + u'\n';
    if (hasDocstring)
        result += docstring(route.flat.value(u"description").toString(), 4);
    result += written.body;
    if (!written.isAnswered)
        result += exampleAnswer(route, plan);
    return written.around.isEmpty() ? result : written.around + text("\n\n") + result;
}

} // namespace Design::Python
