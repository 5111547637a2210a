#include "designer/codegen/responses.h"

#include "designer/model/operation_keys.h"
#include "designer/text/pointer.h"

namespace Design::Python
{

namespace
{

const QString json = QStringLiteral("application/json");

bool isSuccess(const QString &key)
{
    return key.size() == 3 && key.startsWith(u'2') && key.at(1).isDigit();
}

/// The 422 that FastAPI documents by itself.
bool isUsualRefusal(const QString &key, const Json &response)
{
    return key == u"422" && response.value(u"content")
                                .value(json)
                                .value(u"schema")
                                .value(u"$ref")
                                .toString()
                                .endsWith(QLatin1String("/HTTPValidationError"));
}

/// `{"detail": ...}` as HTTPException answers it, with nothing else to say.
bool isPlainRefusal(const Json &response)
{
    const JsonObject object = response.object();
    const Json media = response.value(u"content").value(json);
    const JsonObject schema{
        {text("type"), text("object")},
        {text("properties"),
         JsonObject{{text("detail"), JsonObject{{text("type"), text("string")}}}}}};
    return object.size() == 2 && response.value(u"content").object().size() == 1 &&
           media.object().size() == 2 && media.value(u"schema") == Json(schema) &&
           media.value(u"example").object().size() == 1 &&
           media.value(u"example").value(u"detail").isString();
}

Json firstExample(const Json &media)
{
    if (const Json *example = media.find(u"example"))
        return *example;
    for (const JsonObject::Member &member : media.value(u"examples").object()) {
        if (const Json *value = member.value.find(u"value"))
            return *value;
    }
    return {};
}

} // namespace

ResponseWriter::ResponseWriter(Source &source, Models &models, Module &module)
    : m_source(source)
    , m_models(models)
    , m_module(module)
    , m_types(source, models, module)
{
}

bool ResponseWriter::needsModel(const Json &schema, int depth) const
{
    constexpr int deepest = 50;
    if (depth > deepest)
        return true;
    if (schema.find(u"$ref"))
        return true;
    for (const JsonObject::Member &member : schema.object()) {
        if (needsModel(member.value, depth + 1))
            return true;
    }
    for (const Json &item : schema.array()) {
        if (needsModel(item, depth + 1))
            return true;
    }
    return false;
}

Code ResponseWriter::model(const Json &schema, const QString &name, const QString &usualTitle,
                           const QString &pointer)
{
    JsonObject said = schema.object();
    if (said.value(u"title").toString() == usualTitle)
        said.remove(u"title");
    return m_types.annotation(Json(said), name, pointer);
}

Code ResponseWriter::response(const Json &given, const QString &name, const QString &usualTitle,
                              const QString &pointer)
{
    const Json response = m_source.followed(given);
    if (isPlainRefusal(response)) {
        const Json example = response.value(u"content").value(json).value(u"example");
        return call(m_module.use("app", "errors") + text(".refusal"),
                    {literal(response.value(u"description")), literal(example.value(u"detail"))});
    }
    JsonObject rest = response.object();
    QList<Code> items;
    const Json media = rest.value(u"content").value(json);
    const Json schema = media.value(u"schema");
    if (needsModel(schema)) {
        items.append(
            prefixed(text("\"model\": "),
                     model(schema, className(name), usualTitle,
                           childPointer(pointer + text("/content"), json) + text("/schema"))));
        JsonObject said = media.object();
        said.remove(u"schema");
        JsonObject content = rest.value(u"content").object();
        if (said.isEmpty())
            content.remove(json);
        else
            content.insert(json, said);
        if (content.isEmpty())
            rest.remove(u"content");
        else
            rest.insert(text("content"), content);
    }
    for (const JsonObject::Member &member : std::as_const(rest))
        items.append(
            prefixed(quoted(member.key) + text(": "), literal(m_source.inlined(member.value))));
    return {text("{"), items, text("}")};
}

QList<Code> ResponseWriter::additional(const JsonObject &responses, const QString &name,
                                       const QString &operationId, const QString &pointer)
{
    Code all{text("{"), {}, text("}")};
    for (const JsonObject::Member &member : responses) {
        const bool isNumber = member.key.size() == 3 && member.key.toInt() > 0;
        const Code value = response(member.value, name + member.key,
                                    titleOf(text("Response_") + member.key + u'_' + operationId),
                                    childPointer(pointer, member.key));
        all.items.append(
            prefixed((isNumber ? member.key : quoted(member.key)) + text(": "), value));
    }
    if (all.items.isEmpty())
        return {};
    return {keyword(text("responses"), all)};
}

AnswerPlan ResponseWriter::plan(const Json &operation, const JsonObject &common,
                                const QString &name, const QString &pointer)
{
    AnswerPlan plan;
    const QString operationId = operation.value(u"operationId").toString();
    const JsonObject responses = operation.value(u"responses").object();
    const QString place = pointer + text("/responses");
    const auto isOwn = [](const JsonObject::Member &member) {
        return member.value.value(u"description").toString() == ownAnswerDescription();
    };
    const auto rankOf = [&isOwn](const JsonObject::Member &member) {
        return std::pair(!isOwn(member), member.key);
    };
    const JsonObject::Member *best = nullptr;
    for (const JsonObject::Member &member : responses) {
        if (isSuccess(member.key) && (!best || rankOf(member) < rankOf(*best)))
            best = &member;
    }
    if (best)
        plan.key = best->key;
    for (const JsonObject::Member &member : responses) {
        if (plan.key.isEmpty() && member.key.toInt() > 0 && isOwn(member))
            plan.key = member.key;
    }
    for (const JsonObject::Member &member : responses) {
        if (plan.key.isEmpty() && member.key.toInt() > 0 && member.key.toInt() < 400)
            plan.key = member.key;
    }
    if (plan.key.isEmpty() && !responses.contains(u"200"))
        m_source.report(place, text("FastAPI documents a 200 for every route that has no other "
                                    "success."));
    JsonObject others;
    for (const JsonObject::Member &member : responses) {
        const bool isCommon = common.value(member.key) == member.value;
        if (member.key != plan.key && !isCommon && !isUsualRefusal(member.key, member.value))
            others.insert(member.key, member.value);
    }
    const Json success = m_source.followed(responses.value(plan.key));
    if (!plan.key.isEmpty())
        plan.status = plan.key.toInt();
    if (plan.status != 200)
        plan.arguments.append(atom(text("status_code=") + plan.key));
    const QString note = success.value(u"description").toString();

    JsonObject rest = success.object();
    rest.remove(u"description");
    const JsonObject content = success.value(u"content").object();
    const bool isBodyless = plan.status == 204 || plan.status == 304 || plan.status < 200;
    if (content.contains(json)) {
        plan.mediaType = json;
        plan.schema = content.value(json).value(u"schema");
        plan.example = firstExample(content.value(json));
        if (!plan.schema.isUndefined() && !plan.schema.object().isEmpty()) {
            const QString where =
                childPointer(childPointer(place, plan.key) + text("/content"), json) +
                text("/schema");
            plan.returns = m_module.use("typing", "Any");
            plan.arguments.append(keyword(text("response_model"),
                                          model(plan.schema, className(name + text("_answer")),
                                                titleOf(text("Response_") + operationId), where)));
        }
        JsonObject media = content.value(json).object();
        media.remove(u"schema");
        JsonObject left = content;
        if (media.isEmpty())
            left.remove(json);
        else
            left.insert(json, media);
        if (left.isEmpty())
            rest.remove(u"content");
        else
            rest.insert(text("content"), left);
    } else if (!content.isEmpty()) {
        const JsonObject::Member &first = content.members().first();
        plan.mediaType = first.key;
        plan.example = firstExample(first.value);
        const Json plain = JsonObject{{text("schema"), JsonObject{{text("type"), text("string")}}}};
        const char *known = first.key == u"text/html"    ? "HTMLResponse"
                            : first.key == u"text/plain" ? "PlainTextResponse"
                                                         : nullptr;
        plan.responseClass =
            known ? m_module.use("fastapi.responses", known) : m_module.use("fastapi", "Response");
        if (known && content.size() == 1 && first.value == plain)
            rest.remove(u"content");
    } else if (!isBodyless) {
        plan.responseClass = m_module.use("fastapi", "Response");
    }
    if (isBodyless && content.isEmpty())
        plan.returns = text("None");
    if (!plan.responseClass.isEmpty())
        plan.returns = plan.responseClass;
    if (!plan.responseClass.isEmpty())
        plan.arguments.append(atom(text("response_class=") + plan.responseClass));
    if (!plan.key.isEmpty() && note != ownAnswerDescription() && !note.isNull())
        plan.arguments.append(keyword(text("response_description"), literal(Json(note))));
    if (!rest.isEmpty() && !plan.key.isEmpty()) // what no argument says, besides the others
        others.insert(plan.key, m_source.inlined(Json(rest)));
    plan.arguments += additional(others, className(name), operationId, place);
    return plan;
}

} // namespace Design::Python
