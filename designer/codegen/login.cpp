#include "designer/codegen/login.h"

#include "designer/codegen/errors.h"
#include "designer/codegen/stores.h"

namespace Design::Python
{

namespace
{

QString text_(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QString functionName(const QString &what, const QString &scheme)
{
    return what +
           variableName(QString(scheme).replace(QLatin1String("OAuth"), QLatin1String("Oauth")));
}

/// Where its tokens come from: the path under which FastAPI would look for it.
QString tokenPath(const Json &scheme)
{
    const QString url = scheme.value(u"flows").value(u"password").value(u"tokenUrl").toString();
    if (url.isEmpty() || url.contains(QLatin1String("://")))
        return {};
    return url.startsWith(u'/') ? url : u'/' + url;
}

} // namespace

Login::Login(Source &source, Models &models, Errors &errors, Stores &stores)
    : m_source(source)
    , m_models(models)
    , m_errors(errors)
    , m_stores(stores)
{
}

QString Login::userCall(const DependencyDesign &dependency, const QString &credential,
                        const QString &outer, Module &into)
{
    const QString function =
        into.use(text_("app.login"), functionName(text_("user_of_"), dependency.scheme));
    QStringList asked;
    if (!outer.isEmpty())
        asked.append(dependency.scopes.isEmpty() ? outer : u'*' + outer);
    for (const QString &scope : dependency.scopes)
        asked.append(quoted(scope));
    QString scopes = asked.join(text_(", "));
    if (!dependency.scopes.isEmpty())
        scopes = u'[' + scopes + u']';
    return function + u'(' + credential + (scopes.isEmpty() ? QString() : text_(", ") + scopes) +
           u')';
}

Shape Login::userShape(const QString &scheme) const
{
    const LoginDesign *login = m_source.behaviour().logins.find(scheme);
    return login && !login->store.isEmpty() ? m_stores.value(login->store).shape : Shape();
}

QString Login::field(const QString &user, const QString &name, const LoginDesign &login) const
{
    if (login.store.isEmpty() || !m_stores.hasClass(login.store))
        return user + text_(".get(") + quoted(name) + u')';
    const Json model = m_stores.value(login.store).shape.schema;
    return m_models.property(model, name).isUndefined()
               ? QString()
               : user + u'.' + m_models.fieldName(model, name);
}

QString Login::text(const Named<LoginDesign> &named, Module &module)
{
    const LoginDesign &login = named.value;
    const QString &scheme = named.name;
    const Json object = m_source.followed(
        m_source.drawn().value(u"components").value(u"securitySchemes").value(scheme));
    const QString kind = object.value(u"type").toString();
    const bool isKey = kind == u"apiKey";
    const bool isBasic = object.value(u"scheme").toString().toLower() == u"basic";
    const QString all =
        login.store.isEmpty()
            ? functionName({}, scheme).toUpper() + text_("_USERS")
            : module.use(text_("app.stores"), Stores::variable(login.store)) + text_(".all()");
    QString code;
    if (login.store.isEmpty())
        code += laidOut(prefixed(functionName({}, scheme).toUpper() + text_("_USERS: list[Any] = "),
                                 literal(Json(login.users))),
                        0) +
                text_("\n\n\n");
    const QString name = field(text_("user"), login.username, login);
    const QString password = field(text_("user"), login.password, login);
    const QString scopes = field(text_("user"), login.scopes, login);
    const QString disabled =
        login.disabled.isEmpty() ? QString() : field(text_("user"), login.disabled, login);
    const QString challenge = isKey ? text_("APIKey") : isBasic ? text_("Basic") : text_("Bearer");
    const QString refuse = QStringLiteral("raise not_authenticated(%1, \"%2\")\n");
    const QString type =
        isBasic ? module.use("fastapi.security", "HTTPBasicCredentials") : text_("str");
    code += laidOut(suffixed(call(text_("def ") + functionName(text_("user_of_"), scheme),
                                  {atom(text_("credential: ") + type),
                                   atom(text_("scopes: list[str] | None = None"))}),
                             text_(" -> Any:")),
                    0) +
            text_("\n    \"\"\"The user that the credential belongs to.\"\"\"\n");
    QString granted = scopes.isEmpty() ? text_("[]") : scopes + text_(" or []");
    if (isBasic) {
        code += QStringLiteral("    user = next(\n        (user for user in %1 if %2 == "
                               "credential.username), None\n    )\n"
                               "    if user is None or %3 != credential.password:\n        ")
                    .arg(all, name, password) +
                refuse.arg(quoted(text_("Incorrect username or password")), challenge);
    } else if (isKey) {
        code += QStringLiteral("    user = next((user for user in %1 if %2 == credential), None)\n"
                               "    if user is None:\n        ")
                    .arg(all, password) +
                refuse.arg(quoted(text_("Invalid API key")), challenge);
    } else {
        code += QStringLiteral("    token = TOKENS.get(credential)\n"
                               "    if token is None or token.expires < time():\n        ") +
                refuse.arg(quoted(text_("Could not validate credentials")), challenge) +
                QStringLiteral("    user = next((user for user in %1 if %2 == token.username), "
                               "None)\n    if user is None:\n        ")
                    .arg(all, name) +
                refuse.arg(quoted(text_("Could not validate credentials")), challenge);
        granted = text_("token.scopes");
    }
    if (!disabled.isEmpty())
        code += QStringLiteral("    if %1:\n        raise HTTPException(status_code=400, "
                               "detail=\"Inactive user\")\n")
                    .arg(disabled);
    code += QStringLiteral("    check_scopes(scopes or [], %1, \"%2\")\n    return user\n")
                .arg(granted, challenge);

    const QString path = tokenPath(object);
    const Json flat = m_source.flat().value(u"paths").value(path).value(u"post");
    const bool isDrawn = !m_source.drawn().value(u"paths").value(path).value(u"post").isUndefined();
    if (path.isEmpty() || flat.isUndefined() || isDrawn)
        return code;
    ScriptNames none;
    ScriptPython script(m_models, module, none);
    const QString refused = m_errors.raisingNamed(login.failed, script, module, 8, login.pointer);
    const int status = m_source.behaviour().errors.find(login.failed)
                           ? m_source.behaviour().errors.find(login.failed)->status
                           : 400;
    module.use("fastapi.security", "OAuth2PasswordRequestForm");
    module.use("typing", "Annotated");
    module.use("fastapi", "Depends");
    const QString operation = flat.value(u"operationId").toString();
    const QString description =
        flat.value(u"responses").value(QString::number(status)).value(u"description").toString();
    const Code refusals{text_("responses={"),
                        {prefixed(QString::number(status) + text_(": "),
                                  call(module.use("app", "errors") + text_(".refusal"),
                                       {literal(Json(description)),
                                        literal(Json(text_("Incorrect username or password")))}))},
                        text_("}")};
    const Code decorator =
        call(text_("@router.post"), {literal(Json(path)), atom(text_("response_model=Token")),
                                     atom(text_("response_description=\"A token\"")), refusals,
                                     keyword(text_("operation_id"), literal(Json(operation))),
                                     atom(text_("summary=\"Log in\""))});
    const Code form = atom(text_("form: Annotated[OAuth2PasswordRequestForm, Depends()]"));
    code += text_("\n\n") + laidOut(decorator, 0) + u'\n' +
            laidOut(suffixed(call(text_("async def ") + variableName(operation), {form}),
                             text_(" -> Any:")),
                    0) +
            u'\n';
    code += QStringLiteral("    user = next((user for user in %1 if %2 == form.username), None)\n"
                           "    if user is None or %3 != form.password:\n")
                .arg(all, name, password);
    code += refused.isEmpty()
                ? Errors::raisingPlain(400, text_("Incorrect username or password"), module, 8)
                : refused;
    code += scopes.isEmpty()
                ? text_("    scopes = form.scopes\n")
                : QStringLiteral("    allowed = %1 or []\n    scopes = [scope for scope in "
                                 "form.scopes or allowed if scope in allowed]\n")
                      .arg(scopes);
    code += QStringLiteral("    token = new_token(%1, scopes, %2)\n"
                           "    return Token(access_token=token, token_type=\"bearer\")\n")
                .arg(name, QString::number(login.expires / 1000));
    return code;
}

Module Login::write()
{
    Module module(text_("app.login"), text_("Who may log in, and the tokens they get."));
    for (const char *name : {"APIRouter", "HTTPException"})
        module.use("fastapi", name);
    module.use("pydantic", "BaseModel");
    module.use("typing", "Any");
    module.use("typing", "NamedTuple");
    module.use("secrets", "token_urlsafe");
    module.use("time", "time");
    module.addStatement(text_("router = APIRouter()\n"));
    module.addDefinition(text_("class Token(BaseModel):\n"
                               "    access_token: str\n"
                               "    token_type: str\n"));
    module.addDefinition(text_("class GivenToken(NamedTuple):\n"
                               "    username: Any\n"
                               "    scopes: list[str]\n"
                               "    expires: float\n"));
    module.addStatement(text_("TOKENS: dict[str, GivenToken] = {}\n"));
    module.addDefinition(
        text_("def new_token(username: Any, scopes: list[str], seconds: float) -> str:\n"
              "    token = token_urlsafe()\n"
              "    TOKENS[token] = GivenToken(username, scopes, time() + seconds)\n"
              "    return token\n"));
    module.addDefinition(
        text_("def not_authenticated(detail: str, challenge: str) -> HTTPException:\n"
              "    headers = {\"WWW-Authenticate\": challenge}\n"
              "    return HTTPException(status_code=401, detail=detail, headers=headers)\n"));
    module.addDefinition(
        text_("def check_scopes(wanted: list[str], granted: list[str], challenge: str) -> None:\n"
              "    if not set(wanted) <= set(granted):\n"
              "        scope = \" \".join(wanted)\n"
              "        raise not_authenticated(\n"
              "            \"Not enough permissions\", f'{challenge} scope=\"{scope}\"'\n"
              "        )\n"));
    for (const Named<LoginDesign> &login : m_source.behaviour().logins)
        module.addDefinition(text(login, module));
    return module;
}

} // namespace Design::Python
