#include "designer/codegen/behaviour_writer.h"

#include "designer/model/expressions/route_uses.h"

#include <QRegularExpression>

#include <algorithm>

namespace Design::Python
{

namespace
{

using ActionKind = ActionDesign::Kind;

const QString step = QStringLiteral("    ");

bool mentions(const QString &script, const char *name)
{
    const QRegularExpression word(QStringLiteral("(?<![\\w.])%1(?!\\w)").arg(text(name)));
    return script.contains(word);
}

QString statement(const QString &start, const Code &code)
{
    return step + start + laidOut(code, 4, static_cast<int>(start.size())) + u'\n';
}

} // namespace

BehaviourWriter::BehaviourWriter(ProjectParts &parts, Module &module, Names *names)
    : m_parts(parts)
    , m_module(module)
    , m_names(names)
    , m_script(parts.models, module, m_known)
{
    for (const Named<StoreDesign> &store : parts.source.behaviour().stores)
        m_known.stores.insert(store.name, parts.stores.value(store.name));
}

bool BehaviourWriter::hasRow() const
{
    const ActionKind kind = m_route->behaviour.action.kind;
    return kind == ActionKind::Read || kind == ActionKind::Update || kind == ActionKind::Patch ||
           kind == ActionKind::Delete;
}

void BehaviourWriter::nameInputs(const QList<Argument> &arguments, const ArgumentWriter::Body &body)
{
    for (const Argument &argument : arguments) {
        if (argument.place.isEmpty())
            continue;
        const ScriptValue value{argument.name, m_script.shapeOf(argument.schema)};
        const bool isBody = argument.place == u"body" && body.isWhole;
        m_known.values.insert(isBody ? text("body") : argument.place + u'.' + argument.said, value);
    }
    Shape plain;
    plain.kind = Shape::Kind::Text;
    m_known.values.insert(text("request.method"), {text("request.method"), plain});
    m_known.values.insert(text("request.url"), {text("str(request.url)"), plain});
    m_known.values.insert(text("request.route"), {quoted(m_route->path), plain});
}

void BehaviourWriter::nameDepends()
{
    const Behaviour &behaviour = m_parts.source.behaviour();
    const QStringList routers = routersOf(behaviour, m_route->path, m_route->behaviour);
    QStringList names = dependsOf(behaviour, routers, m_route->behaviour);
    // What they need has run as well.
    for (qsizetype i = 0; i < names.size(); ++i) {
        const DependencyDesign *design = behaviour.dependencies.find(names[i]);
        for (const QString &need : design ? design->needs : QStringList()) {
            if (!names.contains(need))
                names.append(need);
        }
    }
    if (!mentions(routeExpressions(behaviour, m_route->behaviour).join(u'\n'), "deps"))
        return;
    for (const QString &name : std::as_const(names)) {
        if (m_parts.dependencies.has(name))
            m_known.values.insert(text("deps.") + name,
                                  {variableName(name), m_parts.dependencies.shape(name)});
    }
}

bool BehaviourWriter::usesResult() const
{
    const RouteBehaviour &design = m_route->behaviour;
    QString all = templateExpressions(design.answer).join(u'\n');
    for (const TaskDesign &task : design.tasks)
        all += u'\n' + task.when + u'\n' + task.script + u'\n' +
               (templateExpressions(task.text) + templateExpressions(task.body) +
                templateExpressions(task.url))
                   .join(u'\n');
    for (const ErrorRule &rule : design.errors)
        all += u'\n' + rule.when;
    return mentions(all, "result");
}

void BehaviourWriter::addDepends(Written *written)
{
    const Json drawn = m_route->drawn.value(u"security");
    const Json security = drawn.isUndefined() ? m_parts.source.drawn().value(u"security") : drawn;
    written->depends = m_parts.dependencies.security(security, m_module, m_route->pointer());
    QStringList needed;
    for (const QString &name : std::as_const(m_known.used)) {
        if (name.startsWith(QLatin1String("deps.")))
            needed.append(name.mid(5));
    }
    needed.sort();
    const QStringList &depends = m_route->behaviour.depends;
    const qsizetype listed =
        countOfUnnamedDepends(m_parts.source.behaviour(), m_route->behaviour);
    Names given;
    for (qsizetype i = 0; i < depends.size(); ++i) {
        const QString &name = depends[i];
        if (!m_parts.dependencies.has(name))
            continue;
        if (i >= listed)
            written->before.append(m_parts.dependencies.argument(
                name, m_module, given.unique(variableName(name))));
        else
            written->depends.append(m_parts.dependencies.depends(name, m_module));
        needed.removeAll(name);
    }
    for (const QString &name : std::as_const(needed))
        written->before.append(m_parts.dependencies.argument(name, m_module, variableName(name)));
    const auto needs = [&](const char *name) { return m_known.used.contains(text(name)); };
    if (needs("request.method") || needs("request.url") || m_body.isRaw) {
        Argument request;
        request.name = text("request");
        request.type = atom(m_module.use("fastapi", "Request"));
        written->before.prepend(request);
    }
    if (!m_route->behaviour.tasks.isEmpty()) {
        Argument tasks;
        tasks.name = text("background_tasks");
        tasks.type = atom(m_module.use("fastapi", "BackgroundTasks"));
        written->before.append(tasks);
    }
}

QString BehaviourWriter::keyCode()
{
    const ActionDesign &action = m_route->behaviour.action;
    if (!action.key.isEmpty()) {
        const auto key = m_script.expression(action.key);
        return key ? key->code : QString();
    }
    for (qsizetype i = m_arguments.size(); i-- > 0;) {
        if (m_arguments[i].place == u"path")
            return m_arguments[i].name;
    }
    return text("None");
}

QString BehaviourWriter::lookUp()
{
    if (std::exchange(m_hasLooked, true))
        return {};
    const ActionDesign &action = m_route->behaviour.action;
    const StoreDesign *store = m_parts.source.behaviour().stores.find(action.store);
    const QString key = keyCode();
    if (!store || key.isEmpty())
        return m_parts.errors.missing(text("The key of a row"), action.key,
                                      action.pointer + text("/key"), 4);
    const QString variable = m_module.use(text("app.stores"), Stores::variable(action.store));
    QString code =
        QStringLiteral("    %1 = %2.get(%3)\n    if %1 is None:\n").arg(m_row, variable, key);
    const QString named =
        m_parts.errors.raisingNamed(store->missing, m_script, m_module, 8, action.pointer);
    return code +
           (named.isEmpty()
                ? Errors::raisingPlain(404, rowName(action.store) + text(" not found"), m_module, 8)
                : named);
}

QString BehaviourWriter::rules(bool areAfter)
{
    QString code;
    for (const ErrorRule &rule : m_route->behaviour.errors) {
        if (mentions(rule.when, "result") != areAfter)
            continue;
        const ErrorAnswer *named = m_parts.source.behaviour().errors.find(rule.error);
        const ErrorAnswer &answer = named ? *named : rule.answer;
        const QString scripts =
            rule.when + u'\n' +
            (templateExpressions(answer.detail) + templateExpressions(answer.body)).join(u'\n');
        if (hasRow() && mentions(scripts, "item"))
            code += lookUp();
        QStringList conditions;
        if (!rule.when.isEmpty()) {
            const auto when = m_script.expression(rule.when);
            if (!when) {
                code += m_parts.errors.missing(text("The condition of an error rule"), rule.when,
                                               rule.pointer + text("/when"), 4);
                continue;
            }
            conditions.append(rule.every > 0 && when->binding < 4 ? u'(' + when->code + u')'
                                                                  : when->code);
        }
        if (rule.every > 0) {
            QString counter = m_function + text("_calls");
            while (m_around.contains(counter + text(" = ")))
                counter += u'_';
            m_module.use("itertools", "count");
            m_around += counter + text(" = count(1)\n");
            conditions.append(QStringLiteral("next(%1) % %2 == 0").arg(counter).arg(rule.every));
        }
        const bool isAlways = conditions.isEmpty();
        if (!isAlways)
            code += step + text("if ") + conditions.join(text(" and ")) + text(":\n");
        code += m_parts.errors.raising(rule, m_script, m_module, isAlways ? 4 : 8);
    }
    return code;
}

bool BehaviourWriter::sharesFields(const Json &body, const Json &row) const
{
    const QStringList sent = m_parts.models.properties(body);
    const QStringList kept = m_parts.models.properties(row);
    return sent.isEmpty() || kept.isEmpty() ||
           std::any_of(sent.begin(), sent.end(),
                       [&](const QString &field) { return kept.contains(field); });
}

Code BehaviourWriter::fields(QString *lines)
{
    const ActionDesign &action = m_route->behaviour.action;
    const StoreDesign &store = *m_parts.source.behaviour().stores.find(action.store);
    const Json model = m_parts.stores.value(action.store).shape.schema;
    const bool isPatch = action.kind == ActionKind::Patch;
    const bool isCreate = action.kind == ActionKind::Create;
    QList<Code> members;
    QString whole;
    for (const Argument &argument : std::as_const(m_arguments)) {
        const bool isBody = argument.place == u"body";
        if (isBody && m_body.isWhole) {
            if (!sharesFields(argument.schema, model))
                continue;
            const bool isModel = m_script.shapeOf(argument.schema).kind == Shape::Kind::Model;
            whole = argument.name;
            if (isModel)
                whole += isPatch ? text(".model_dump(exclude_unset=True)") : text(".model_dump()");
            members.prepend(atom(text("**") + whole));
        } else if (isBody || (isCreate && argument.place == u"path" &&
                              !m_parts.models.property(model, argument.said).isUndefined() &&
                              m_parts.models.property(m_body.schema, argument.said).isUndefined() &&
                              !action.set.contains(argument.said))) {
            members.append(atom(quoted(argument.said) + text(": ") + argument.name));
        }
    }
    for (const JsonObject::Member &member : action.set) {
        const auto value = m_script.templateCode(member.value);
        if (value)
            members.append(prefixed(quoted(member.key) + text(": "), *value));
        else
            *lines += m_parts.errors.missing(text("A field that the action sets"),
                                             templateExpressions(member.value).join(text("; ")),
                                             action.pointer + text("/set"), 4);
    }
    Code values{text("{"), members, text("}")};
    if (members.size() == 1 && !whole.isEmpty())
        values = atom(whole);
    const QList<ServerField> computed = Stores::expressions(store, !isCreate);
    if (computed.isEmpty() || action.kind == ActionKind::Delete)
        return values;
    const QString variable = m_names->unique(text("values"));
    *lines += statement(variable + text(" = "), values);
    const ScriptValue row = m_known.values.value(text("item"));
    Shape shape;
    shape.kind = Shape::Kind::Row;
    shape.schema = model;
    m_known.values.insert(text("item"), {variable, shape});
    for (const ServerField &field : computed) {
        const auto value = m_script.expression(field.expression);
        *lines += value ? QStringLiteral("    %1[%2] = %3\n")
                              .arg(variable, quoted(field.field), value->code)
                        : m_parts.errors.missing(text("A field that the server sets"),
                                                 field.expression, field.pointer, 4);
    }
    m_known.values.insert(text("item"), row);
    return atom(variable);
}

QString BehaviourWriter::listing() const
{
    QStringList given;
    const auto add = [&](const char *argument, std::initializer_list<const char *> inputs) {
        for (const char *input : inputs) {
            for (const Argument &known : m_arguments) {
                if (known.place == u"query" && known.said == text(input) &&
                    !given.join(u' ').contains(text(argument) + u'='))
                    given.append(text(argument) + u'=' + known.name);
            }
        }
    };
    add("skip", {"skip", "offset"});
    add("limit", {"limit"});
    add("search", {"search", "q"});
    add("sort", {"sort", "order_by"});
    for (const QString &field : m_route->behaviour.action.filter) {
        for (const Argument &known : m_arguments) {
            if (known.said == field && known.place == u"query")
                given.append(field + u'=' + known.name);
        }
    }
    return given.join(text(", "));
}

QString BehaviourWriter::act(Value *value)
{
    const ActionDesign &action = m_route->behaviour.action;
    const StoreDesign *store = m_parts.source.behaviour().stores.find(action.store);
    if (!store)
        return {};
    const QString name = m_module.use(text("app.stores"), Stores::variable(action.store));
    QString lines;
    value->isThere = true;
    value->shape = m_parts.stores.value(action.store).shape;
    if (action.kind == ActionKind::Read) {
        lines = lookUp();
        value->code = atom(m_row);
        return lines;
    }
    if (action.kind == ActionKind::List) {
        Shape list;
        list.kind = Shape::Kind::List;
        list.members = {{QString(), value->shape}};
        value->shape = list;
        const QString given = listing();
        QList<Code> arguments;
        for (const QString &one : given.split(text(", "), Qt::SkipEmptyParts))
            arguments.append(atom(one));
        value->code =
            given.isEmpty() ? atom(name + text(".all()")) : call(name + text(".select"), arguments);
        return lines;
    }
    const bool isNew = action.kind == ActionKind::Create;
    const bool isGone = action.kind == ActionKind::Delete;
    if (!isNew && (!store->missing.isEmpty() ||
                   mentions(templateExpressions(Json(action.set)).join(u'\n'), "item")))
        lines += lookUp();
    const Code values = isGone ? Code() : fields(&lines);
    QList<Code> arguments;
    if (!isNew) {
        const QString key = keyCode();
        if (key.isEmpty())
            return lines + m_parts.errors.missing(text("The key of a row"), action.key,
                                                  action.pointer + text("/key"), 4);
        arguments.append(atom(key));
    }
    if (!isGone)
        arguments.append(values);
    const char *method = isNew                               ? ".create"
                         : isGone                            ? ".remove"
                         : action.kind == ActionKind::Update ? ".replace"
                                                             : ".change";
    value->code = call(name + text(method), arguments);
    if (store->conflict.isEmpty())
        return lines;
    m_module.use("app.store", "Conflict");
    const QString result = m_names->unique(text("result"));
    QString inner = statement(result + text(" = "), value->code);
    lines += text("    try:\n") + indented(inner, 4) + text("    except Conflict:\n") +
             m_parts.errors.raisingNamed(store->conflict, m_script, m_module, 8, action.pointer);
    value->code = atom(result);
    return lines;
}

QString BehaviourWriter::answer(Value *value)
{
    const RouteBehaviour &design = m_route->behaviour;
    const Json &given = design.answer;
    const QList<TemplatePiece> pieces =
        given.isString() ? templatePieces(given.string()) : QList<TemplatePiece>();
    if (pieces.size() == 1 && pieces.first().isExpression) {
        const auto one = m_script.expression(pieces.first().text);
        if (one) {
            *value = {atom(one->code), one->shape, true};
            return {};
        }
    } else if (const auto code = m_script.templateCode(given)) {
        Shape shape;
        shape.kind = given.isObject() ? Shape::Kind::Known : Shape::Kind::Unknown;
        *value = {*code, shape, true};
        return {};
    }
    *value = {atom(text("None")), {}, true};
    return m_parts.errors.missing(text("The answer of a route"),
                                  templateExpressions(given).join(text("; ")),
                                  m_route->pointer() + text("/x-menura/answer"), 4);
}

QString BehaviourWriter::compute(Value *value)
{
    const JsonObject &computed = m_route->behaviour.computed;
    if (computed.isEmpty())
        return {};
    QString lines;
    const bool isList = value->shape.kind == Shape::Kind::List;
    const Shape shape = isList && !value->shape.members.isEmpty()
                            ? value->shape.members.first().second
                            : value->shape;
    QString item = oneLine(value->code);
    if (isList || !isIdentifier(item)) {
        item = m_names->unique(text("row"));
        if (!isList)
            lines += statement(item + text(" = "), value->code);
    }
    const ScriptValue before = m_known.values.value(text("item"));
    m_known.values.insert(text("item"), {item, shape});
    const bool isModel = shape.kind == Shape::Kind::Model;
    QList<Code> members{atom(text("**") + item + (isModel ? text(".model_dump()") : QString()))};
    for (const JsonObject::Member &member : computed) {
        const auto made = m_script.expression(member.value.toString());
        if (made)
            members.append(atom(quoted(member.key) + text(": ") + made->code));
        else
            lines += m_parts.errors.missing(text("A computed field"), member.value.toString(),
                                            m_route->pointer() + text("/x-menura/computed"), 4);
    }
    m_known.values.insert(text("item"), before);
    Code row{text("{"), members, text("}")};
    const QString rows = oneLine(value->code);
    value->shape = {};
    value->code = row;
    if (isList)
        value->code = atom(u'[' + oneLine(row) + text(" for ") + item + text(" in ") + rows + u']');
    return lines;
}

BehaviourWriter::Written BehaviourWriter::write(const RouteEntry &route, const QString &function,
                                                const AnswerPlan &plan,
                                                const QList<Argument> &arguments,
                                                const ArgumentWriter::Body &body)
{
    m_route = &route;
    m_arguments = arguments;
    m_body = body;
    m_function = function;
    Written written;
    reportUnsaid();
    nameInputs(arguments, body);
    nameDepends();
    const RouteBehaviour &design = route.behaviour;
    if (hasRow()) {
        const QString wanted = variableName(rowName(design.action.store));
        m_row = m_names->unique(m_names->has(wanted) ? text("stored_") + wanted : wanted);
        m_known.values.insert(text("item"),
                              {m_row, m_parts.stores.value(design.action.store).shape});
    }
    QString code = rules(false);
    Value value;
    QString middle = act(&value);
    const bool hasResult = usesResult() || design.upstream;
    const bool isCall = value.isThere && !isIdentifier(oneLine(value.code));
    if (isCall && hasResult) {
        const QString result = m_names->unique(text("result"));
        middle += statement(result + text(" = "), value.code);
        value.code = atom(result);
    } else if (isCall && !design.answer.isUndefined() && design.action.kind != ActionKind::List) {
        middle += statement({}, value.code);
    }
    if (value.isThere)
        m_known.values.insert(text("result"), {oneLine(value.code), value.shape});
    if (design.upstream) {
        middle += askUpstream();
        value = {atom(text("result")), {}, true};
        m_known.values.insert(text("result"), {text("result"), {}});
    }
    const QString after = rules(true);
    if (!after.isEmpty() && design.action.kind != ActionKind::None) {
        m_module.use("app.store", "transaction");
        middle = text("    with transaction():\n") + indented(middle + after, 4);
    } else {
        middle += after;
    }
    code += middle;
    if (!design.answer.isUndefined())
        code += answer(&value);
    if (value.isThere)
        code += compute(&value);
    code += tasks(plan.status);
    // Behind what always raises nothing is reached.
    const QString last = code.section(u'\n', -2, -2);
    written.isAnswered = value.isThere || last.startsWith(QLatin1String("    raise "));
    if (last.startsWith(QLatin1String("    raise ")))
        value.isThere = false;
    if (value.isThere)
        code += returned(value, plan);
    written.body = code;
    written.around = m_around;
    addDepends(&written);
    return written;
}

QString BehaviourWriter::returned(const Value &value, const AnswerPlan &plan)
{
    const bool isBodyless = plan.status == 204 || plan.status == 304 ||
                            (plan.mediaType.isEmpty() && !plan.key.isEmpty());
    if (isBodyless) {
        QString code = value.code.isBracket() ? statement({}, value.code) : QString();
        if (!plan.responseClass.isEmpty())
            code += QStringLiteral("    return %1(status_code=%2)\n")
                        .arg(plan.responseClass)
                        .arg(plan.status);
        return code.isEmpty() ? text("    return None\n") : code;
    }
    if (!plan.responseClass.isEmpty()) {
        QList<Code> arguments{atom(text("str(") + oneLine(value.code) + u')')};
        if (plan.status != 200)
            arguments.append(atom(QStringLiteral("status_code=%1").arg(plan.status)));
        if (plan.responseClass == u"Response" && !plan.mediaType.contains(u'*'))
            arguments.append(keyword(text("media_type"), literal(Json(plan.mediaType))));
        return statement(text("return "), call(plan.responseClass, arguments));
    }
    return statement(text("return "), value.code);
}

} // namespace Design::Python
