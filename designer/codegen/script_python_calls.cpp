#include "designer/codegen/script_shapes.h"

namespace Design::Python
{

namespace
{

using Kind = Shape::Kind;

/// Methods of a text that have a namesake, and what they give.
struct TextMethod {
    const char *name;
    const char *python;
    Kind gives;
};

const TextMethod textMethods[] = {
    {"startsWith", "startswith", Kind::Other},
    {"endsWith", "endswith", Kind::Other},
    {"toUpperCase", "upper", Kind::Text},
    {"toLowerCase", "lower", Kind::Text},
    {"trim", "strip", Kind::Text},
    {"trimStart", "lstrip", Kind::Text},
    {"trimEnd", "rstrip", Kind::Text},
    {"replaceAll", "replace", Kind::Text},
};

} // namespace

ScriptPython::Result ScriptPython::call(const Node &node)
{
    const Node &callee = node.parts.first();
    const QList<Node> arguments = node.parts.mid(1);
    if (callee.kind == Node::Kind::Name)
        return function(callee.text, arguments);
    if (callee.kind != Node::Kind::Member)
        return fail(text("a function stands where Python needs a value"));
    const Node &object = callee.parts.first();
    const bool isNamed = object.kind == Node::Kind::Name;
    if (isNamed && (object.text == u"Math" || object.text == u"Object" || object.text == u"Array" ||
                    object.text == u"JSON"))
        return function(object.text + u'.' + callee.text, arguments);
    if (object.kind == Node::Kind::Member && object.parts.first().isName(QLatin1String("store")))
        return storeCall(object.text, callee.text, arguments);
    const Result value = write(object);
    return value ? method(*value, callee.text, arguments) : Result();
}

ScriptPython::Result ScriptPython::function(const QString &name, const QList<Node> &arguments)
{
    if (name == u"Math.max" || name == u"Math.min") {
        QStringList values;
        for (const Node &argument : arguments) {
            const bool isSpread = argument.kind == Node::Kind::Spread;
            const Result one = write(isSpread ? argument.parts[0] : argument);
            if (!one)
                return {};
            QString code = one->code;
            if (isSpread && arguments.size() == 1 && code.startsWith(u'[') &&
                code.contains(QLatin1String(" for ")) && code.endsWith(u']'))
                code = code.mid(1).chopped(1); // max(x for x in y)
            else if (isSpread && arguments.size() > 1)
                code.prepend(u'*');
            values.append(code);
        }
        return Expression{name.mid(5) + u'(' + values.join(text(", ")) + u')', memberBinding,
                          shapeWith(Kind::Number)};
    }
    if (name == u"Object.assign") {
        Node merged{Node::Kind::Object, {}, {}, {}};
        for (const Node &argument : arguments) {
            if (argument.kind == Node::Kind::Object)
                merged.parts += argument.parts;
            else
                merged.parts.append({Node::Kind::Spread, {}, {}, {argument}});
        }
        return object(merged);
    }
    const auto values = writeAll(arguments);
    if (!values)
        return {};
    const QString first = values->isEmpty() ? QString() : values->first().code;
    const auto made = [&](const QString &code, Kind kind) {
        return Expression{code, memberBinding, shapeWith(kind)};
    };
    if (values->isEmpty() && name == u"now") {
        m_module.use("datetime", "datetime");
        m_module.use("datetime", "timezone");
        return made(text("datetime.now(timezone.utc)"), Kind::Other);
    }
    if (values->isEmpty() && name == u"uuid") {
        m_module.use("uuid", "uuid4");
        return made(text("str(uuid4())"), Kind::Text);
    }
    if (name == u"random" && values->size() == 2) {
        m_module.use("random", "randint");
        return made(text("randint(") + first + text(", ") + values->at(1).code + u')',
                    Kind::Number);
    }
    if (values->size() != 1)
        return fail(text("%1() has no counterpart").arg(name));
    if (name == u"Math.round") {
        m_module.use("math", "floor"); // JavaScript rounds halves up, Python to even numbers
        return made(text("floor(") + bound(values->first(), sumBinding) + text(" + 0.5)"),
                    Kind::Number);
    }
    if (name == u"Math.floor" || name == u"Math.ceil" || name == u"Math.trunc") {
        const QString python = m_module.use(text("math"), name.mid(5));
        return made(python + u'(' + first + u')', Kind::Number);
    }
    if (name == u"Math.abs")
        return made(text("abs(") + first + u')', Kind::Number);
    if (name == u"Number" || name == u"parseFloat")
        return made(text("float(") + first + u')', Kind::Number);
    if (name == u"parseInt")
        return made(text("int(") + first + u')', Kind::Number);
    if (name == u"String")
        return made(text("str(") + first + u')', Kind::Text);
    if (name == u"Boolean")
        return made(text("bool(") + first + u')', Kind::Other);
    if (name == u"Array.isArray")
        return made(text("isinstance(") + first + text(", list)"), Kind::Other);
    if (name == u"Object.keys")
        return Expression{text("list(") + spread(values->first()) + u')', memberBinding,
                          listOf(shapeWith(Kind::Text))};
    return fail(text("%1() has no counterpart").arg(name));
}

ScriptPython::Result ScriptPython::method(const Expression &object, const QString &name,
                                          const QList<Node> &arguments)
{
    const bool isArrow = arguments.size() == 1 && arguments[0].kind == Node::Kind::Arrow;
    if (isArrow)
        return overList(object, name, arguments.first());
    const auto values = writeAll(arguments);
    if (!values)
        return {};
    const QString code = bound(object, memberBinding);
    const QString first = values->isEmpty() ? QString() : values->first().code;
    for (const TextMethod &known : textMethods) {
        if (name != QLatin1String(known.name) || object.shape.kind == Kind::List)
            continue;
        QStringList given;
        for (const Expression &value : *values)
            given.append(value.code);
        return Expression{code + u'.' + text(known.python) + u'(' + given.join(text(", ")) + u')',
                          memberBinding, shapeWith(known.gives)};
    }
    if (name == u"includes" && values->size() == 1)
        return Expression{bound(values->first(), comparisonBinding + 1) + text(" in ") +
                              bound(object, comparisonBinding + 1),
                          comparisonBinding, shapeWith(Kind::Other)};
    if (name == u"slice" && values->size() <= 2)
        return Expression{code + u'[' + (values->isEmpty() ? QString() : first + u' ') + u':' +
                              (values->size() > 1 ? u' ' + values->at(1).code : QString()) + u']',
                          memberBinding, object.shape};
    if (name == u"split" && values->size() == 1)
        return Expression{first == u"\"\"" ? text("list(") + object.code + u')'
                                           : code + text(".split(") + first + u')',
                          memberBinding, listOf(shapeWith(Kind::Text))};
    if (name == u"join" && values->size() <= 1) {
        const bool isText = itemOf(object.shape).kind == Kind::Text;
        return Expression{
            (first.isEmpty() ? text("\",\"") : bound(values->first(), memberBinding)) +
                text(".join(") + (isText ? object.code : text("map(str, ") + object.code + u')') +
                u')',
            memberBinding, shapeWith(Kind::Text)};
    }
    if (name == u"reverse" && values->isEmpty())
        return Expression{code + text("[::-1]"), memberBinding, object.shape};
    if (name == u"concat" && values->size() == 1)
        return Expression{bound(object, sumBinding) + text(" + ") +
                              bound(values->first(), sumBinding + 1),
                          sumBinding, object.shape};
    if (name == u"toFixed" && values->size() <= 1)
        return Expression{text("format(") + object.code + text(", \".") +
                              (first.isEmpty() ? text("0") : first) + text("f\")"),
                          memberBinding, shapeWith(Kind::Text)};
    if (name == u"toString" && values->isEmpty())
        return Expression{text("str(") + object.code + u')', memberBinding, shapeWith(Kind::Text)};
    return fail(text("“.%1()” has no counterpart").arg(name));
}

ScriptPython::Result ScriptPython::overList(const Expression &object, const QString &name,
                                            const Node &arrow)
{
    if (arrow.names.size() != 1)
        return fail(text("“.%1()” has no counterpart").arg(name));
    const QString variable = variableName(arrow.names.first());
    const QHash<QString, ScriptValue> around = m_local;
    m_local.insert(arrow.names.first(), {variable, itemOf(object.shape)});
    const Result body = write(arrow.parts.first());
    m_local = around;
    if (!body)
        return {};
    const QString loop = text(" for ") + variable + text(" in ") + bound(object, orBinding);
    const QString condition = text(" if ") + bound(*body, orBinding);
    if (name == u"map")
        return Expression{u'[' + body->code + loop + u']', atomBinding, listOf(body->shape)};
    if (name == u"filter")
        return Expression{u'[' + variable + loop + condition + u']', atomBinding, object.shape};
    if (name == u"some" || name == u"every")
        return Expression{(name == u"some" ? text("any(") : text("all(")) + body->code + loop +
                              u')',
                          memberBinding, shapeWith(Kind::Other)};
    if (name == u"find")
        return Expression{text("next((") + variable + loop + condition + text("), None)"),
                          memberBinding, itemOf(object.shape)};
    return fail(text("“.%1()” has no counterpart").arg(name));
}

ScriptPython::Result ScriptPython::storeCall(const QString &store, const QString &name,
                                             const QList<Node> &arguments)
{
    const auto known = m_names.stores.constFind(store);
    if (known == m_names.stores.constEnd())
        return fail(text("there is no store “%1”").arg(store));
    const QString code = m_module.use(text("app.stores"), known->code);
    const Shape &row = known->shape;
    if (arguments.size() == 1 && arguments[0].kind == Node::Kind::Arrow) {
        const Expression all{code + text(".all()"), memberBinding, listOf(row)};
        if (name != u"count")
            return overList(all, name, arguments.first());
        const Result found = overList(all, text("filter"), arguments.first());
        return found ? Result(Expression{text("len(") + found->code + u')', memberBinding,
                                         shapeWith(Kind::Number)})
                     : found;
    }
    struct Method {
        const char *name;
        const char *python;
        Shape shape;
    };
    const Method methods[] = {
        {"get", "get", row},       {"has", "has", shapeWith(Kind::Other)},
        {"find", "find", row},     {"all", "all", listOf(row)},
        {"add", "create", row},    {"count", "count", shapeWith(Kind::Number)},
        {"update", "change", row}, {"remove", "remove", row},
    };
    const auto values = writeAll(arguments);
    if (!values)
        return {};
    QStringList given;
    for (const Expression &value : *values)
        given.append(value.code);
    for (const Method &method : methods) {
        if (name == QLatin1String(method.name))
            return Expression{code + u'.' + text(method.python) + u'(' + given.join(text(", ")) +
                                  u')',
                              memberBinding, method.shape};
    }
    return fail(text("stores have no “%1”").arg(name));
}

} // namespace Design::Python
