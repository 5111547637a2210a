#include "designer/codegen/test_writer.h"

#include "designer/text/pointer.h"

#include <QRegularExpression>

namespace Design::Python
{

namespace
{

QString assertion(const QString &left, const Json &right)
{
    const bool isWord = right.isBool() || right.isNull();
    const QString start = text("    assert ") + left + (isWord ? text(" is ") : text(" == "));
    return start + laidOut(literal(right), 4, static_cast<int>(start.size()) - 4) + u'\n';
}

} // namespace

TestWriter::TestWriter(ProjectParts &parts, const QList<RouterEntry> &routers)
    : m_parts(parts)
    , m_routers(routers)
{
}

QString TestWriter::expectation(const Json &expect, const QString &pointer)
{
    if (expect.isInteger())
        return assertion(text("response.status_code"), expect);
    QString code;
    for (const JsonObject::Member &member : expect.object()) {
        if (member.key == u"status") {
            code += assertion(text("response.status_code"), member.value);
        } else if (member.key == u"body") {
            code += assertion(text("response.json()"), member.value);
        } else if (member.key == u"headers") {
            for (const JsonObject::Member &header : member.value.object())
                code += assertion(QStringLiteral("response.headers[%1]").arg(quoted(header.key)),
                                  header.value);
        } else if (member.key == u"at") {
            for (const JsonObject::Member &place : member.value.object()) {
                QString path = text("response.json()");
                for (const QString &token : pointerTokens(place.key)) {
                    bool isIndex = false;
                    token.toInt(&isIndex);
                    path += u'[' + (isIndex ? token : quoted(token)) + u']';
                }
                code += assertion(path, place.value);
            }
        } else if (member.key == u"stores") {
            for (const JsonObject::Member &store : member.value.object()) {
                if (!m_parts.source.behaviour().stores.contains(store.key))
                    continue;
                const QString name = Stores::variable(store.key);
                code += store.value.isInteger()
                            ? assertion(name + text(".count()"), store.value)
                            : assertion(QStringLiteral("rows(%1)").arg(name), store.value);
            }
        } else if (member.key == u"model") {
            const QString model = m_parts.models.use(Models::reference(member.value.toString()));
            if (!model.isEmpty())
                code +=
                    QStringLiteral("    models.%1.model_validate(response.json())\n").arg(model);
        } else {
            m_parts.source.report(childPointer(pointer, member.key),
                                  text("The project's tests do not check this."));
        }
    }
    return code;
}

QString TestWriter::step(const Json &step, const QString &pointer)
{
    const QString request = step.value(u"request").toString();
    const QString method = request.section(u' ', 0, 0);
    QList<Code> arguments{literal(Json(method.toUpper())),
                          literal(Json(request.section(u' ', 1).trimmed()))};
    for (const auto &[key, argument] :
         {std::pair{"headers", "headers"}, {"body", "json"}, {"form", "content"}}) {
        if (const Json *value = step.find(text(key)))
            arguments.append(keyword(text(argument), literal(*value)));
    }
    if (step.find(u"form") && !step.find(u"headers"))
        arguments.append(keyword(text("headers"),
                                 literal(JsonObject{{text("content-type"),
                                                     text("application/x-www-form-urlencoded")}})));
    const QString start = text("response = ");
    return text("    ") + start +
           laidOut(call(text("client.request"), arguments), 4, static_cast<int>(start.size())) +
           u'\n' + expectation(step.value(u"expect"), pointer + text("/expect"));
}

QString TestWriter::test(const Json &test, Module &module, Names *names, const QString &pointer)
{
    const QString title = test.value(u"name").toString();
    const QString wanted =
        variableName(title.isEmpty() ? test.value(u"request").toString() : title);
    QString code = QStringLiteral("def test_%1() -> None:\n").arg(names->unique(wanted));
    for (const JsonObject::Member &store : test.value(u"given").object()) {
        if (m_parts.source.behaviour().stores.contains(store.key))
            code += text("    ") +
                    laidOut(call(module.use(text("app.stores"), Stores::variable(store.key)) +
                                     text(".reset"),
                                 {literal(store.value)}),
                            4) +
                    u'\n';
    }
    for (const JsonObject::Member &replaced : test.value(u"overrides").object()) {
        if (!m_parts.dependencies.has(replaced.key))
            continue;
        const QString function = oneLine(m_parts.dependencies.depends(replaced.key, module))
                                     .section(u'(', 1)
                                     .section(u')', 0, 0)
                                     .section(u',', 0, 0);
        const Shape shape = m_parts.dependencies.shape(replaced.key);
        Code value = literal(replaced.value);
        if (shape.kind == Shape::Kind::Model) {
            const QString model = m_parts.models.use(shape.schema.value(u"$ref").toString());
            value = call(text("models.") + model + text(".model_construct"),
                         {prefixed(text("**"), value)});
        }
        code += text("    ") +
                laidOut(prefixed(
                            QStringLiteral("app.dependency_overrides[%1] = lambda: ").arg(function),
                            value),
                        4) +
                u'\n';
    }
    const Json &steps = test.value(u"steps");
    if (steps.isArray()) {
        for (qsizetype i = 0; i < steps.array().size(); ++i)
            code += step(steps.array().at(i), childPointer(pointer + text("/steps"), i));
    } else {
        code += step(test, pointer);
    }
    return code;
}

void TestWriter::addUpstream(Module &module)
{
    Code samples{text("["), {}, text("]")};
    for (const RouterEntry &router : m_routers) {
        for (const RouteEntry &route : router.routes) {
            if (!route.behaviour.upstream || route.behaviour.upstream->sample.isUndefined())
                continue;
            QString pattern;
            for (const TemplatePiece &piece :
                 templatePieces(route.behaviour.upstream->url.toString()))
                pattern += piece.isExpression ? text(".*")
                                              : QRegularExpression::escape(piece.text)
                                                    .replace(text("\\/"), text("/"))
                                                    .replace(text("\\:"), text(":"))
                                                    .replace(text("\\-"), text("-"));
            samples.items.append(
                {text("("),
                 {literal(Json(pattern)), literal(route.behaviour.upstream->sample)},
                 text(")")});
        }
    }
    module.useModule(text("re"));
    module.useModule(text("httpx"));
    module.use("app", "upstream");
    module.use("typing", "Any");
    module.addStatement(text("# What other servers answer, by a pattern of the address.\n") +
                        laidOut(prefixed(text("SAMPLES = "), samples), 0) + u'\n');
    module.addDefinition(
        text("async def answer_sample(method: str, url: str, **options: Any) -> httpx.Response:\n"
             "    request = httpx.Request(method, url)\n"
             "    for pattern, sample in SAMPLES:\n"
             "        if re.fullmatch(pattern, url):\n"
             "            return httpx.Response(200, json=sample, request=request)\n"
             "    raise httpx.ConnectError(\"tests have no network\")\n"));
}

Module TestWriter::write(const Network &network)
{
    Module module(text("tests.test_api"));
    module.use("app.main", "app");
    module.use("fastapi.testclient", "TestClient");
    module.addStatement(text("client = TestClient(app)\n"));
    if (network.hasUpstream)
        addUpstream(module);
    const JsonArray &tests = m_parts.source.behaviour().tests;
    QString fixture;
    if (!m_parts.stores.isEmpty()) {
        module.use("app.store", "STORES");
        fixture += text("    for store in STORES.values():\n        store.reset()\n");
    }
    if (network.hasFaults) {
        module.use("app", "faults");
        fixture += text("    monkeypatch.setattr(faults, \"is_on\", False)\n");
    }
    if (network.hasUpstream)
        fixture += text("    monkeypatch.setattr(upstream, \"ask\", answer_sample)\n");
    fixture += text("    app.dependency_overrides.clear()\n");
    module.useModule(text("pytest"));
    module.addDefinition(text("@pytest.fixture(autouse=True)\n") +
                         (network.hasUpstream || network.hasFaults
                              ? text("def fresh(monkeypatch: pytest.MonkeyPatch) -> None:\n")
                              : text("def fresh() -> None:\n")) +
                         text("    \"\"\"Each test begins with the rows of the design.\"\"\"\n") +
                         fixture);
    Names names;
    QString all;
    QList<QString> functions;
    for (qsizetype i = 0; i < tests.size(); ++i)
        functions.append(test(tests[i], module, &names, childPointer(text("/x-menura/tests"), i)));
    all = functions.join(u'\n');
    if (all.contains(QLatin1String("rows("))) {
        module.use("app.store", "Store");
        module.use("typing", "Any");
        module.addDefinition(text("def rows(store: Store[Any]) -> list[dict[str, Any]]:\n"
                                  "    return [jsonable_encoder(row) for row in store.all()]\n"));
        module.use("fastapi.encoders", "jsonable_encoder");
    }
    if (all.contains(QLatin1String("models.")))
        module.use("app", "models");
    for (const Named<StoreDesign> &store : m_parts.source.behaviour().stores) {
        const QString name = Stores::variable(store.name);
        if (all.contains(name + text(".count(")) || all.contains(text("rows(") + name))
            module.use(text("app.stores"), name);
    }
    for (const QString &function : std::as_const(functions))
        module.addDefinition(function);
    module.addDefinition(text("def test_document() -> None:\n"
                              "    response = client.get(\"/openapi.json\")\n"
                              "    assert response.status_code == 200\n"));
    return module;
}

} // namespace Design::Python
