#include "designer/codegen/dependencies.h"

#include "designer/codegen/errors.h"
#include "designer/codegen/login.h"
#include "designer/codegen/steps_writer.h"
#include "designer/codegen/stores.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design::Python
{

namespace
{

/// The class of fastapi.security for a Security Scheme Object; empty where there is none.
QString schemeClass(const Json &object)
{
    const QString type = object.value(u"type").toString();
    const QString http = object.value(u"scheme").toString().toLower();
    const JsonObject flows = object.value(u"flows").object();
    if (type == u"apiKey") {
        const QString in = object.value(u"in").toString();
        return in == u"query"    ? text("APIKeyQuery")
               : in == u"cookie" ? text("APIKeyCookie")
                                 : text("APIKeyHeader");
    }
    if (type == u"http")
        return http == u"bearer"   ? text("HTTPBearer")
               : http == u"basic"  ? text("HTTPBasic")
               : http == u"digest" ? text("HTTPDigest")
                                   : QString();
    if (type == u"oauth2") {
        const bool isPassword = flows.size() == 1 && flows.contains(u"password");
        const bool isCode = flows.size() == 1 && flows.contains(u"authorizationCode");
        return isPassword ? text("OAuth2PasswordBearer")
               : isCode   ? text("OAuth2AuthorizationCodeBearer")
                          : text("OAuth2");
    }
    return type == u"openIdConnect" ? text("OpenIdConnect") : QString();
}

QList<Code> schemeArguments(const QString &name, const Json &object)
{
    QList<Code> arguments;
    const auto add = [&](const char *argument, const Json &value) {
        if (!value.isUndefined() && !(value.isObject() && value.object().isEmpty()))
            arguments.append(keyword(text(argument), literal(value)));
    };
    const Json flows = object.value(u"flows");
    if (name.startsWith(QLatin1String("APIKey")))
        add("name", object.value(u"name"));
    if (name == u"HTTPBearer")
        add("bearerFormat", object.value(u"bearerFormat"));
    if (name == u"OpenIdConnect")
        add("openIdConnectUrl", object.value(u"openIdConnectUrl"));
    if (name == u"OAuth2")
        add("flows", flows);
    const Json flow = name == u"OAuth2PasswordBearer"            ? flows.value(u"password")
                      : name == u"OAuth2AuthorizationCodeBearer" ? flows.value(u"authorizationCode")
                                                                 : Json();
    for (const char *key : {"authorizationUrl", "tokenUrl", "refreshUrl", "scopes"})
        add(key, flow.value(text(key)));
    return arguments;
}

/// At the top level of the module.
QString statementAt(const QString &start, const Code &code)
{
    return laidOut(prefixed(start, code), 0) + u'\n';
}

/// `yield`, and the status that the request comes to.
QString watched(const QString &status, const QString &request, const QString &result,
                Module &module)
{
    module.use("fastapi", "HTTPException");
    module.use("fastapi.exceptions", "RequestValidationError");
    return QStringLiteral("    %1 = %2.scope[\"route\"].status_code or 200\n"
                          "    try:\n"
                          "        yield %3\n"
                          "    except HTTPException as error:\n"
                          "        %1 = error.status_code\n"
                          "        raise\n"
                          "    except RequestValidationError:\n"
                          "        %1 = 422\n"
                          "        raise\n"
                          "    except Exception:\n"
                          "        %1 = 500\n"
                          "        raise\n")
        .arg(status, request, result);
}

/// What the value of a scheme's object is compared with, and the challenge of its refusals.
struct Credential {
    QString type;
    QString code; ///< `%1`: the value
    QString challenge;
};

/// Of the schemes whose credentials are one text.
std::optional<Credential> credentialOf(const QString &schemeClass)
{
    if (schemeClass.startsWith(QLatin1String("APIKey")))
        return Credential{text("str"), text("%1"), text("APIKey")};
    if (schemeClass.startsWith(QLatin1String("OAuth2")) && schemeClass != u"OAuth2")
        return Credential{text("str"), text("%1"), text("Bearer")};
    if (schemeClass == u"HTTPBearer")
        return Credential{text("HTTPAuthorizationCredentials"), text("%1.credentials"),
                          text("Bearer")};
    if (schemeClass == u"HTTPBasic")
        return Credential{text("HTTPBasicCredentials"), text("f\"{%1.username}:{%1.password}\""),
                          text("Basic")};
    return {};
}

Json listOf(const QStringList &texts)
{
    JsonArray list;
    for (const QString &one : texts)
        list.append(Json(one));
    return Json(list);
}

bool isString(const QString &schemeClass)
{
    return !schemeClass.startsWith(QLatin1String("HTTP"));
}

} // namespace

Dependencies::Dependencies(Source &source, Models &models, Errors &errors, Stores &stores,
                           Login &login)
    : m_source(source)
    , m_models(models)
    , m_errors(errors)
    , m_stores(stores)
    , m_login(login)
    , m_module(module(), text("What routes need before they run."))
{
}

bool Dependencies::has(const QString &dependency) const
{
    return m_source.behaviour().dependencies.contains(dependency);
}

QString Dependencies::schemeName(const QString &scheme, bool isOptional)
{
    const Json all = m_source.drawn().value(u"components").value(u"securitySchemes");
    const Json object = m_source.followed(all.value(scheme));
    const QString name = schemeClass(object);
    if (name.isEmpty()) {
        m_source.report(childPointer(text("/components/securitySchemes"), scheme),
                        text("FastAPI has no class for this security scheme; it is left out."));
        return {};
    }
    QString variable =
        variableName(QString(scheme).replace(QLatin1String("OAuth"), QLatin1String("Oauth")));
    if (isOptional)
        variable.prepend(text("optional_"));
    for (const auto &[known, statement] : std::as_const(m_schemes)) {
        if (known == variable)
            return checkedName(scheme, object, variable, isOptional);
    }
    QList<Code> arguments = schemeArguments(name, object);
    if (scheme != name)
        arguments.append(keyword(text("scheme_name"), literal(Json(scheme))));
    if (const Json *note = object.find(u"description"))
        arguments.append(keyword(text("description"), literal(*note)));
    if (isOptional)
        arguments.append(atom(text("auto_error=False")));
    m_module.use("fastapi.security", name.toLatin1().constData());
    m_names.take(variable);
    m_schemes.append({variable, statementAt(variable + text(" = "), call(name, arguments))});
    return checkedName(scheme, object, variable, isOptional);
}

QString Dependencies::checkedName(const QString &scheme, const Json &object,
                                  const QString &variable, bool isOptional)
{
    const JsonObject tokens = object.value(u"x-menura").value(u"tokens").object();
    if (tokens.isEmpty())
        return variable;
    const auto credential = credentialOf(schemeClass(object));
    if (isOptional || m_login.has(scheme) || !credential) {
        m_source.report(childPointer(text("/components/securitySchemes"), scheme) +
                            text("/x-menura/tokens"),
                        text("The project accepts every credential of the right form."));
        return variable;
    }
    const QString function = text("known_") + variable;
    const QString table = variable.toUpper() + text("_TOKENS");
    for (const auto &[known, check] : std::as_const(m_checks)) {
        if (known == function)
            return function;
    }
    JsonObject scopes;
    for (const JsonObject::Member &token : tokens)
        scopes.insert(token.key, Json(token.value.value(u"scopes").array()));
    m_schemes.append({table, statementAt(table + text(" = "), literal(Json(scopes)))});
    m_module.use("typing", "Annotated");
    if (credential->type != u"str")
        m_module.use("fastapi.security", credential->type.toLatin1().constData());
    const Code given =
        subscript(text("Annotated"), {atom(credential->type), securityOf(variable, {}, m_module)});
    const QList<Code> arguments{
        atom(text("security_scopes: ") + m_module.use("fastapi.security", "SecurityScopes")),
        prefixed(text("credential: "), given)};
    const QString raise = text("        raise ");
    const Code refused =
        call(m_module.use("fastapi", "HTTPException"),
             {atom(text("status_code=401")),
              keyword(text("detail"), literal(text("Invalid authentication credentials"))),
              keyword(text("headers"),
                      literal(JsonObject{{text("WWW-Authenticate"), credential->challenge}}))});
    const QString body =
        statementAt({}, suffixed(call(text("async def ") + function, arguments),
                                 QStringLiteral(" -> %1:").arg(credential->type))) +
        QStringLiteral("    scopes = %1.get(%2)\n    if scopes is None:\n")
            .arg(table, QString(credential->code).replace(text("%1"), text("credential"))) +
        raise + laidOut(refused, 8, 6) +
        text("\n    if not set(security_scopes.scopes) <= "
             "set(scopes):\n") +
        Errors::raisingPlain(403, text("Not enough permissions"), m_module, 8) +
        text("    return credential\n");
    m_checks.append({function, body});
    return function;
}

Code Dependencies::securityOf(const QString &variable, const Json &scopes, Module &into)
{
    if (scopes.array().isEmpty())
        return call(into.use("fastapi", "Depends"), {atom(variable)});
    return call(into.use("fastapi", "Security"),
                {atom(variable), keyword(text("scopes"), literal(scopes))});
}

QList<Code> Dependencies::security(const Json &requirements, Module &into, const QString &pointer)
{
    QList<Code> result;
    const JsonArray all = requirements.array();
    if (all.size() == 1) {
        for (const JsonObject::Member &member : all.first().object()) {
            const QString variable = schemeName(member.key, false);
            if (!variable.isEmpty())
                result.append(securityOf(into.use(module(), variable), member.value, into));
        }
        if (all.first().object().size() > 1)
            m_source.report(pointer, text("FastAPI documents schemes that are needed together as "
                                          "alternatives; it asks for all of them."));
        return result;
    }
    // Any of several: none of them may refuse alone.
    QStringList names;
    QList<Code> parameters;
    QStringList conditions;
    bool isPublic = false;
    for (const Json &requirement : all) {
        isPublic = isPublic || requirement.object().isEmpty();
        for (const JsonObject::Member &member : requirement.object()) {
            const QString variable = schemeName(member.key, true);
            if (variable.isEmpty())
                continue;
            m_module.use("typing", "Annotated");
            m_module.use("typing", "Any");
            const QString argument = variable.mid(text("optional_").size());
            names.append(argument);
            conditions.append(argument + text(" is None"));
            parameters.append(prefixed(
                argument + text(": "),
                subscript(text("Annotated"),
                          {atom(text("Any")), securityOf(variable, member.value, m_module)})));
        }
    }
    if (names.isEmpty())
        return {};
    if (isPublic)
        m_source.report(pointer, text("FastAPI cannot document that a route may also be used "
                                      "without any of its schemes."));
    const QString function =
        text("get_") + names.join(text("_or_")) + (isPublic ? text("_or_nothing") : QString());
    const bool isKnown = std::any_of(m_checks.begin(), m_checks.end(),
                                     [&](const auto &check) { return check.first == function; });
    if (!isKnown) {
        QString body =
            laidOut(suffixed(call(text("async def ") + function, parameters), text(" -> None:")),
                    0) +
            u'\n';
        if (isPublic)
            body += text("    return None\n");
        else
            body += text("    if ") + conditions.join(text(" and ")) + text(":\n") +
                    Errors::raisingPlain(401, text("Not authenticated"), m_module, 8);
        m_checks.append({function, body});
    }
    return {call(into.use("fastapi", "Depends"), {atom(into.use(module(), function))})};
}

const Dependencies::Written &Dependencies::written(const QString &dependency)
{
    const auto known = m_written.constFind(dependency);
    if (known != m_written.constEnd())
        return *known;
    Written &opened = m_written[dependency];
    opened.function = functionName(dependency);
    opened.type = atom(text("Any"));
    const DependencyDesign *design = m_source.behaviour().dependencies.find(dependency);
    Written made = opened;
    if (design)
        write(dependency, *design, &made);
    m_order.append(dependency);
    return *m_written.insert(dependency, made);
}

Code Dependencies::depends(const QString &dependency, Module &into, const QStringList &scopes)
{
    const QString function = into.use(module(), written(dependency).function);
    const DependencyDesign *design = m_source.behaviour().dependencies.find(dependency);
    QList<Code> arguments{atom(function)};
    if (!scopes.isEmpty())
        arguments.append(keyword(text("scopes"), literal(listOf(scopes))));
    if (design && !design->isCached)
        arguments.append(atom(text("use_cache=False")));
    if (design && !design->exit.isEmpty() && design->scope == DependencyDesign::ExitScope::Function)
        arguments.append(keyword(text("scope"), literal(Json(text("function")))));
    return call(into.use("fastapi", scopes.isEmpty() ? "Depends" : "Security"), arguments);
}

bool Dependencies::isAskedForScopes(const QString &dependency) const
{
    const NamedList<DependencyDesign> &all = m_source.behaviour().dependencies;
    QStringList asking;
    for (const Named<DependencyDesign> &one : all) {
        if (!one.value.scopes.isEmpty())
            asking += one.value.needs;
    }
    for (qsizetype i = 0; i < asking.size(); ++i) {
        if (asking[i] == dependency)
            return true;
        const DependencyDesign *design = all.find(asking[i]);
        for (const QString &need : design ? design->needs : QStringList()) {
            if (!asking.contains(need))
                asking.append(need);
        }
    }
    return false;
}

Shape Dependencies::shape(const QString &dependency)
{
    return written(dependency).shape;
}

Argument Dependencies::argument(const QString &dependency, Module &into, const QString &name,
                                const QStringList &scopes)
{
    Argument argument;
    argument.name = name;
    const Shape shape = this->shape(dependency);
    QString type = into.use("typing", "Any");
    if (shape.kind == Shape::Kind::Model) {
        const QString model = m_models.use(shape.schema.value(u"$ref").toString());
        type = model.isEmpty() ? type : into.use(Models::module(), model);
    } else if (shape.kind == Shape::Kind::Text) {
        type = text("str");
    } else if (shape.kind == Shape::Kind::Known) {
        type = text("dict[str, Any]");
    }
    argument.type =
        subscript(into.use("typing", "Annotated"), {atom(type), depends(dependency, into, scopes)});
    return argument;
}

void Dependencies::write(const QString &name, const DependencyDesign &design, Written *into)
{
    QList<Argument> arguments;
    Names names;
    ScriptNames known;
    for (const Named<StoreDesign> &store : m_source.behaviour().stores)
        known.stores.insert(store.name, m_stores.value(store.name));
    for (const QString &need : design.needs) {
        if (!has(need))
            continue;
        const QString argument = names.unique(variableName(need));
        arguments.append(this->argument(need, m_module, argument, design.scopes));
        known.values.insert(text("deps.") + need, {argument, shape(need)});
    }
    ScriptValue result{text("None"), {}};
    if (!design.scheme.isEmpty()) {
        const Json all = m_source.drawn().value(u"components").value(u"securitySchemes");
        const QString type = schemeClass(m_source.followed(all.value(design.scheme)));
        const QString variable = schemeName(design.scheme, design.isOptional);
        if (!variable.isEmpty()) {
            Argument argument;
            const bool isKey = type.startsWith(QLatin1String("APIKey"));
            argument.name = names.unique(isString(type) ? isKey ? text("key") : text("token")
                                                        : text("credentials"));
            QString hint =
                type == u"HTTPBasic" ? m_module.use("fastapi.security", "HTTPBasicCredentials")
                : isString(type)     ? text("str")
                                 : m_module.use("fastapi.security", "HTTPAuthorizationCredentials");
            if (design.isOptional)
                hint += text(" | None");
            argument.type =
                subscript(m_module.use("typing", "Annotated"),
                          {atom(hint), securityOf(variable, listOf(design.scopes), m_module)});
            arguments.append(argument);
            result.code = argument.name;
            result.shape.kind = Shape::Kind::Text;
            if (type == u"HTTPBasic")
                result.shape.kind = Shape::Kind::Object;
            else if (!isString(type))
                result.code += text(".credentials");
        }
    }
    ArgumentWriter reader(m_source, m_models, m_module);
    QStringList members;
    Shape inputs;
    inputs.kind = Shape::Kind::Known;
    ScriptPython script(m_models, m_module, known);
    for (const Json &given : design.parameters) {
        const Json parameter = m_source.followed(given);
        const Argument argument =
            reader.parameter(parameter, name, &names, design.pointer + text("/parameters"));
        arguments.append(argument);
        const ScriptValue value{argument.name, script.shapeOf(argument.schema)};
        known.values.insert(argument.place + u'.' + argument.said, value);
        known.values.insert(text("params.") + argument.said, value);
        members.append(quoted(argument.said) + text(": ") + argument.name);
        inputs.members.append({argument.said, value.shape});
    }
    if (design.scheme.isEmpty() && !members.isEmpty())
        result = {u'{' + members.join(text(", ")) + u'}', inputs};

    QString body;
    if (design.isUser && m_login.has(design.scheme)) {
        const QString user = names.unique(text("user"));
        QString outer;
        if (isAskedForScopes(name)) {
            Argument asked;
            asked.name = names.unique(text("security_scopes"));
            asked.type = atom(m_module.use("fastapi.security", "SecurityScopes"));
            arguments.prepend(asked);
            outer = asked.name + text(".scopes");
        }
        const QString found = m_login.userCall(design, result.code, outer, m_module);
        body += design.isOptional ? QStringLiteral("    %1 = %2 if %3 is not None else None\n")
                                        .arg(user, found, result.code.section(u'.', 0, 0))
                                  : QStringLiteral("    %1 = %2\n").arg(user, found);
        result = {user, m_login.userShape(design.scheme)};
    }
    known.values.insert(text("result"), result);
    for (const ErrorRule &rule : design.conditions) {
        if (rule.when.isEmpty()) {
            body += m_errors.raising(rule, script, m_module, 4);
            continue;
        }
        const auto when = script.expression(rule.when);
        body += when ? text("    if ") + when->code + text(":\n") +
                           m_errors.raising(rule, script, m_module, 8)
                     : m_errors.missing(text("A condition of the dependency %1").arg(name),
                                        rule.when, rule.pointer + text("/when"), 4);
    }
    QString answer = result.code;
    into->shape = result.shape;
    if (!design.result.isEmpty()) {
        const auto made = script.expression(design.result);
        if (made) {
            answer = made->code;
            into->shape = made->shape;
        } else {
            body += m_errors.missing(text("The result of the dependency %1").arg(name),
                                     design.result, design.pointer + text("/result"), 4);
        }
    }
    m_module.use("typing", "Any");
    QString type = text("Any");
    if (design.exit.isEmpty()) {
        body += text("    return ") + answer + u'\n';
    } else {
        const QString kept = names.unique(text("result"));
        body += QStringLiteral("    %1 = %2\n").arg(kept, answer);
        known.values.insert(text("result"), {kept, into->shape});
        const QString status = names.unique(text("status"));
        Shape number;
        number.kind = Shape::Kind::Number;
        known.values.insert(text("status"), {status, number});
        const QString steps = StepsWriter(m_errors, m_module, script)
                                  .write(design.exit, text("What leaves a dependency"), 8);
        if (known.used.contains(text("status"))) {
            Argument request;
            request.name = names.unique(text("request"));
            request.type = atom(m_module.use("fastapi", "Request"));
            arguments.prepend(request);
            body += watched(status, request.name, kept, m_module);
        } else {
            body += QStringLiteral("    try:\n        yield %1\n").arg(kept);
        }
        body += text("    finally:\n") + steps;
        type = m_module.use("collections.abc", "AsyncIterator") + text("[Any]");
    }
    QString function = laidOut(suffixed(call(text("async def ") + into->function,
                                             ArgumentWriter::signature(arguments)),
                                        QStringLiteral(" -> %1:").arg(type)),
                               0) +
                       u'\n';
    function += docstring(isDocstring(design.description) ? design.description : QString(), 4);
    into->text = function + body;
}

Module Dependencies::write()
{
    for (const Named<DependencyDesign> &dependency : m_source.behaviour().dependencies)
        written(dependency.name);
    for (const auto &[name, statement] : std::as_const(m_schemes))
        m_module.addStatement(statement);
    for (const auto &[name, function] : std::as_const(m_checks))
        m_module.addDefinition(function);
    for (const QString &name : std::as_const(m_order))
        m_module.addDefinition(m_written.value(name).text);
    return m_module;
}

} // namespace Design::Python
