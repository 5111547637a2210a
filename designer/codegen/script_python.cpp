#include "designer/codegen/script_shapes.h"

namespace Design::Python
{

namespace
{

using Kind = Shape::Kind;

/// Names that may stand alone in a path of members: `path.item_id`.
QString pathOf(const ScriptNode &node)
{
    if (node.kind == ScriptNode::Kind::Name)
        return node.text;
    const bool isIndex =
        node.kind == ScriptNode::Kind::Index && node.parts[1].kind == ScriptNode::Kind::Text;
    if (node.kind != ScriptNode::Kind::Member && !isIndex)
        return {};
    const QString before = pathOf(node.parts[0]);
    return before.isEmpty() ? QString()
                            : before + u'.' + (isIndex ? node.parts[1].text : node.text);
}

bool isLiteral(const ScriptNode &node, const char *name)
{
    return node.isName(QLatin1String(name));
}

} // namespace

ScriptPython::ScriptPython(Models &models, Module &module, ScriptNames &names)
    : m_models(models)
    , m_module(module)
    , m_names(names)
{
}

ScriptPython::Result ScriptPython::fail(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
    return {};
}

QString ScriptPython::bound(const Expression &expression, int binding)
{
    return expression.binding < binding ? u'(' + expression.code + u')' : expression.code;
}

Shape ScriptPython::shapeOf(const Json &schema, int depth) const
{
    constexpr int deepest = 20;
    if (depth > deepest)
        return {};
    if (m_models.isClass(schema)) {
        Shape shape;
        shape.kind = Kind::Model;
        shape.schema = schema;
        return shape;
    }
    const Json followed = m_models.followed(schema);
    for (const char16_t *key : {u"anyOf", u"oneOf"}) {
        JsonArray others;
        for (const Json &member : followed.value(key).array()) {
            if (member.value(u"type").toString() != u"null")
                others.append(member);
        }
        if (others.size() == 1)
            return shapeOf(others.first(), depth + 1);
    }
    QString type = followed.value(u"type").toString();
    for (const Json &one : followed.value(u"type").array()) {
        if (one.toString() != u"null")
            type = one.toString();
    }
    if (type == u"array")
        return listOf(shapeOf(followed.value(u"items"), depth + 1));
    if (type == u"integer" || type == u"number")
        return shapeWith(Kind::Number);
    if (type == u"string")
        return shapeWith(followed.find(u"format") &&
                                 followed.value(u"format").toString() != u"email"
                             ? Kind::Other
                             : Kind::Text);
    return shapeWith(type.isEmpty() || type == u"object" ? Kind::Unknown : Kind::Other);
}

ScriptPython::Result ScriptPython::expression(const QString &script)
{
    m_problem.clear();
    const std::unique_ptr<Node> node = parseScript(script);
    return node ? write(*node) : fail(text("it is more than a simple expression"));
}

std::optional<QList<ScriptPython::Expression>> ScriptPython::writeAll(const QList<Node> &nodes,
                                                                      qsizetype from)
{
    QList<Expression> result;
    for (qsizetype i = from; i < nodes.size(); ++i) {
        const Result one = write(nodes[i]);
        if (!one)
            return {};
        result.append(*one);
    }
    return result;
}

ScriptPython::Result ScriptPython::write(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Name:
        return name(node);
    case Node::Kind::Number:
        return Expression{node.text, atomBinding, shapeWith(Kind::Number)};
    case Node::Kind::Text:
        return Expression{quoted(node.text), atomBinding, shapeWith(Kind::Text)};
    case Node::Kind::Template: {
        const auto parts = writeAll(node.parts);
        QList<bool> areTexts;
        for (const Node &part : node.parts)
            areTexts.append(part.kind == Node::Kind::Text);
        return parts ? formatted(*parts, areTexts) : Result();
    }
    case Node::Kind::Member:
        return member(node);
    case Node::Kind::Index:
        return index(node);
    case Node::Kind::Call:
        return call(node);
    case Node::Kind::Unary: {
        const Result inner = write(node.parts[0]);
        if (!inner)
            return {};
        if (node.text == u"!")
            return Expression{text("not ") + bound(*inner, notBinding), notBinding,
                              shapeWith(Kind::Other)};
        return Expression{node.text + bound(*inner, signBinding), signBinding,
                          shapeWith(Kind::Number)};
    }
    case Node::Kind::Binary:
        return binary(node);
    case Node::Kind::Conditional: {
        const auto parts = writeAll(node.parts);
        if (!parts)
            return {};
        const Expression &yes = parts->at(1);
        return Expression{bound(yes, orBinding) + text(" if ") + bound(parts->at(0), orBinding) +
                              text(" else ") + bound(parts->at(2), conditionalBinding),
                          conditionalBinding, yes.shape};
    }
    case Node::Kind::Array:
        return list(node);
    case Node::Kind::Object:
        return object(node);
    case Node::Kind::Property:
    case Node::Kind::Spread:
    case Node::Kind::Arrow:
        break;
    }
    return fail(text("a function stands where Python needs a value"));
}

ScriptPython::Result ScriptPython::name(const Node &node)
{
    static const QHash<QString, QString> words{{text("true"), text("True")},
                                               {text("false"), text("False")},
                                               {text("null"), text("None")},
                                               {text("undefined"), text("None")}};
    if (const auto word = words.constFind(node.text); word != words.constEnd())
        return Expression{*word, atomBinding, shapeWith(Kind::Other)};
    if (const auto local = m_local.constFind(node.text); local != m_local.constEnd())
        return Expression{local->code, atomBinding, local->shape};
    const auto known = m_names.values.constFind(node.text);
    if (known != m_names.values.constEnd()) {
        m_names.used.insert(node.text);
        return Expression{known->code, atomBinding, known->shape};
    }
    // All of what is under a name: `{{ path }}`.
    QStringList members;
    Shape shape = shapeWith(Kind::Known);
    QStringList keys = m_names.values.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        if (!key.startsWith(node.text + u'.'))
            continue;
        const ScriptValue value = m_names.values.value(key);
        const QString said = key.mid(node.text.size() + 1);
        m_names.used.insert(key);
        members.append(quoted(said) + text(": ") + value.code);
        shape.members.append({said, value.shape});
    }
    if (!members.isEmpty())
        return Expression{u'{' + members.join(text(", ")) + u'}', atomBinding, shape};
    return fail(text("“%1” has no counterpart").arg(node.text));
}

ScriptPython::Result ScriptPython::memberOf(const Expression &object, const QString &name)
{
    const QString code = bound(object, memberBinding);
    Shape shape;
    switch (object.shape.kind) {
    case Kind::Model: {
        const Json property = m_models.property(object.shape.schema, name);
        if (property.isUndefined())
            return Expression{text("None"), atomBinding, shapeWith(Kind::Other)};
        return Expression{code + u'.' + m_models.fieldName(object.shape.schema, name),
                          memberBinding, shapeOf(property)};
    }
    case Kind::Object:
        return Expression{code + u'.' + name, memberBinding, shapeWith(Kind::Text)};
    case Kind::Known:
        for (const auto &[known, value] : object.shape.members) {
            if (known == name)
                return Expression{code + u'[' + quoted(name) + u']', memberBinding, value};
        }
        return Expression{code + text(".get(") + quoted(name) + u')', memberBinding, {}};
    case Kind::Row: {
        const Json property = m_models.property(object.shape.schema, name);
        return Expression{code + u'[' + quoted(name) + u']', memberBinding, shapeOf(property)};
    }
    case Kind::Unknown:
        return Expression{code + text(".get(") + quoted(name) + u')', memberBinding, {}};
    case Kind::List:
    case Kind::Text:
    case Kind::Number:
    case Kind::Other:
        break;
    }
    return fail(text("“.%1” has no counterpart").arg(name));
}

/// What the names at hand have for the whole path; nothing where they do not know it.
ScriptPython::Result ScriptPython::knownPath(const Node &node)
{
    const QString path = pathOf(node);
    const auto known = m_names.values.constFind(path);
    if (!path.isEmpty() && known != m_names.values.constEnd()) {
        m_names.used.insert(path);
        return Expression{known->code, memberBinding, known->shape};
    }
    return {};
}

ScriptPython::Result ScriptPython::member(const Node &node)
{
    if (const Result path = knownPath(node))
        return path;
    const Result object = write(node.parts[0]);
    if (!object)
        return {};
    if (node.text == u"length" &&
        (object->shape.kind == Kind::List || object->shape.kind == Kind::Text ||
         object->shape.kind == Kind::Unknown))
        return Expression{text("len(") + object->code + u')', memberBinding,
                          shapeWith(Kind::Number)};
    return memberOf(*object, node.text);
}

ScriptPython::Result ScriptPython::index(const Node &node)
{
    if (const Result path = knownPath(node))
        return path;
    const Result object = write(node.parts[0]);
    if (!object)
        return {};
    if (node.parts[1].kind == Node::Kind::Text)
        return memberOf(*object, node.parts[1].text);
    const Result at = write(node.parts[1]);
    if (!at)
        return {};
    return Expression{bound(*object, memberBinding) + u'[' + at->code + u']', memberBinding,
                      itemOf(object->shape)};
}

ScriptPython::Result ScriptPython::binary(const Node &node)
{
    const Node &leftNode = node.parts[0];
    const Node &rightNode = node.parts[1];
    const Result left = write(leftNode);
    const Result right = left ? write(rightNode) : Result();
    if (!right)
        return {};
    const QString &mark = node.text;
    const Shape truth = shapeWith(Kind::Other);
    const bool isEqual = mark.startsWith(u"==");
    if (isEqual || mark.startsWith(u"!=")) {
        const auto isWord = [](const Node &side) {
            return isLiteral(side, "null") || isLiteral(side, "undefined") ||
                   isLiteral(side, "true") || isLiteral(side, "false");
        };
        const bool isIdentity = isWord(leftNode) || isWord(rightNode);
        const QString sign = isIdentity ? (isEqual ? text(" is ") : text(" is not "))
                                        : (isEqual ? text(" == ") : text(" != "));
        return Expression{bound(*left, comparisonBinding + 1) + sign +
                              bound(*right, comparisonBinding + 1),
                          comparisonBinding, truth};
    }
    if (mark == u"&&" || mark == u"||") {
        const bool isAnd = mark == u"&&";
        const int binding = isAnd ? andBinding : orBinding;
        return Expression{bound(*left, binding) + (isAnd ? text(" and ") : text(" or ")) +
                              bound(*right, binding + 1),
                          binding, right->shape};
    }
    if (mark == u"??")
        return Expression{bound(*left, orBinding) + text(" if ") +
                              bound(*left, comparisonBinding + 1) + text(" is not None else ") +
                              bound(*right, conditionalBinding),
                          conditionalBinding, left->shape};
    if (mark == u"%") {
        m_module.use("math", "fmod");
        return Expression{text("fmod(") + left->code + text(", ") + right->code + u')',
                          memberBinding, shapeWith(Kind::Number)};
    }
    if (mark == u"+" && (left->shape.kind == Kind::Text || right->shape.kind == Kind::Text) &&
        left->shape.kind != right->shape.kind)
        return formatted({*left, *right},
                         {leftNode.kind == Node::Kind::Text, rightNode.kind == Node::Kind::Text});
    const bool isProduct = mark == u"*" || mark == u"/";
    const bool isComparison = mark.startsWith(u'<') || mark.startsWith(u'>');
    const int binding = isProduct ? productBinding : isComparison ? comparisonBinding : sumBinding;
    const Shape shape = isComparison                                     ? truth
                        : mark == u"+" && left->shape.kind == Kind::Text ? left->shape
                                                                         : shapeWith(Kind::Number);
    return Expression{bound(*left, isComparison ? binding + 1 : binding) + u' ' + mark + u' ' +
                          bound(*right, binding + 1),
                      binding, shape};
}

QString ScriptPython::spread(const Expression &expression) const
{
    const QString code = bound(expression, memberBinding);
    return expression.shape.kind == Kind::Model ? code + text(".model_dump()") : code;
}

ScriptPython::Result ScriptPython::list(const Node &node)
{
    QStringList items;
    Shape item;
    for (const Node &part : node.parts) {
        const bool isSpread = part.kind == Node::Kind::Spread;
        const Result one = write(isSpread ? part.parts[0] : part);
        if (!one)
            return {};
        items.append((isSpread ? text("*") : QString()) + one->code);
        item = isSpread ? itemOf(one->shape) : one->shape;
    }
    return Expression{u'[' + items.join(text(", ")) + u']', atomBinding, listOf(item)};
}

ScriptPython::Result ScriptPython::object(const Node &node)
{
    QStringList members;
    Shape shape = shapeWith(Kind::Known);
    for (const Node &part : node.parts) {
        const Result one = write(part.parts[0]);
        if (!one)
            return {};
        if (part.kind == Node::Kind::Spread) {
            members.append(text("**") + spread(*one));
            shape.kind = Kind::Unknown;
        } else {
            members.append(quoted(part.text) + text(": ") + one->code);
            shape.members.append({part.text, one->shape});
        }
    }
    return Expression{u'{' + members.join(text(", ")) + u'}', atomBinding, shape};
}

ScriptPython::Result ScriptPython::formatted(const QList<Expression> &parts,
                                             const QList<bool> &areTexts)
{
    // Before Python 3.12 an expression inside must not have the quotes of the text around it.
    QString pattern;
    QStringList values;
    bool isSimple = true;
    QString plain;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (areTexts[i]) {
            QString said = parts[i].code;
            const bool isRaw = said.startsWith(u'r');
            const bool isOther = said.startsWith(u'\'') || isRaw;
            isSimple = isSimple && !isOther;
            said = said.mid(isRaw ? 2 : 1).chopped(1);
            plain += said.replace(u'{', text("{{")).replace(u'}', text("}}"));
            continue;
        }
        QString code = parts[i].code;
        if (code.contains(u'"') && !code.contains(u'\''))
            code.replace(u'"', u'\'');
        isSimple =
            isSimple && !code.contains(u'"') && !code.contains(u'\\') && !code.startsWith(u'{');
        plain += u'{' + code + u'}';
        values.append(parts[i].code);
    }
    if (isSimple)
        return Expression{text("f\"") + plain + u'"', atomBinding, shapeWith(Kind::Text)};
    QStringList joined;
    for (qsizetype i = 0; i < parts.size(); ++i)
        joined.append(areTexts[i] || parts[i].shape.kind == Kind::Text
                          ? bound(parts[i], sumBinding)
                          : text("str(") + parts[i].code + u')');
    return Expression{joined.join(text(" + ")), sumBinding, shapeWith(Kind::Text)};
}

std::optional<Code> ScriptPython::templateCode(const Json &json)
{
    if (json.isArray()) {
        Code list{text("["), {}, text("]")};
        for (const Json &item : json.array()) {
            const auto one = templateCode(item);
            if (!one)
                return {};
            list.items.append(*one);
        }
        return list;
    }
    if (json.isObject()) {
        Code dictionary{text("{"), {}, text("}")};
        for (const JsonObject::Member &member : json.object()) {
            const auto one = templateCode(member.value);
            if (!one)
                return {};
            dictionary.items.append(prefixed(quoted(member.key) + text(": "), *one));
        }
        return dictionary;
    }
    const QList<TemplatePiece> pieces =
        json.isString() ? templatePieces(json.string()) : QList<TemplatePiece>();
    const bool hasExpression =
        std::any_of(pieces.begin(), pieces.end(),
                    [](const TemplatePiece &piece) { return piece.isExpression; });
    if (!hasExpression)
        return literal(json);
    QList<Expression> parts;
    QList<bool> areTexts;
    for (const TemplatePiece &piece : pieces) {
        const Result part = piece.isExpression
                                ? expression(piece.text)
                                : Result(Expression{quoted(piece.text), atomBinding, {}});
        if (!part)
            return {};
        parts.append(*part);
        areTexts.append(!piece.isExpression);
    }
    if (parts.size() == 1)
        return atom(parts.first().code);
    const Result whole = formatted(parts, areTexts);
    return whole ? std::optional<Code>(atom(whole->code)) : std::nullopt;
}

} // namespace Design::Python
