#include "mockserver/script/script_template.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

QString textOf(const Json &value)
{
    if (value.isString())
        return value.string();
    return value.isUndefined() ? QString() : QString::fromUtf8(Design::writeJson(value));
}

ScriptTemplate ScriptTemplate::compile(const Json &json, const QString &pointer,
                                       Design::Diagnostics *diagnostics)
{
    ScriptTemplate result;
    result.m_json = json;
    result.m_root =
        std::make_shared<const Node>(compileNode(json, pointer, diagnostics, &result.m_names));
    return result;
}

ScriptNames ScriptTemplate::names() const
{
    return m_names;
}

ScriptTemplate::Node ScriptTemplate::compileNode(const Json &json, const QString &pointer,
                                                 Design::Diagnostics *diagnostics,
                                                 ScriptNames *names)
{
    Node node;
    if (json.isString()) {
        for (const Design::TemplatePiece &piece : Design::templatePieces(json.string())) {
            if (!piece.isExpression) {
                node.pieces.append({piece.text, {}});
                continue;
            }
            const Script script = Script::compile(piece.text, pointer, diagnostics);
            *names |= script.names();
            node.pieces.append({{}, script});
            node.isConstant = false;
        }
        return node;
    }
    const auto add = [&](const Json &child, const QString &at) {
        node.children.push_back(compileNode(child, at, diagnostics, names));
        node.isConstant = node.isConstant && node.children.back().isConstant;
    };
    for (qsizetype i = 0; i < json.array().size(); ++i)
        add(json.array()[i], Design::childPointer(pointer, i));
    for (const JsonObject::Member &member : json.object())
        add(member.value, Design::childPointer(pointer, member.key));
    return node;
}

Json ScriptTemplate::fill(const ScriptScope &scope, QString *error) const
{
    return m_root ? fillNode(*m_root, m_json, scope, error) : Json();
}

Json ScriptTemplate::fillNode(const Node &node, const Json &json, const ScriptScope &scope,
                              QString *error)
{
    if (node.isConstant)
        return json;
    if (json.isString()) {
        QString text;
        for (const Piece &piece : node.pieces) {
            if (piece.script.isNull()) {
                text += piece.text;
                continue;
            }
            const ScriptResult result = evaluate(piece.script, scope);
            if (!result.ok()) {
                *error = result.error;
                return {};
            }
            if (node.pieces.size() == 1)
                return result.value.isUndefined() ? Json(nullptr) : result.value;
            text += textOf(result.value);
        }
        return Json(text);
    }
    if (json.isArray()) {
        JsonArray list;
        for (size_t i = 0; i < node.children.size(); ++i) {
            list.append(
                fillNode(node.children[i], json.array()[static_cast<qsizetype>(i)], scope, error));
            if (list.last().isUndefined())
                return {};
        }
        return Json(list);
    }
    JsonObject object;
    size_t at = 0;
    for (const JsonObject::Member &member : json.object()) {
        const Json value = fillNode(node.children[at++], member.value, scope, error);
        if (value.isUndefined())
            return {};
        object.insert(member.key, value);
    }
    return Json(object);
}

} // namespace Mock
