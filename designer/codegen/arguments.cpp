#include "designer/codegen/arguments.h"

#include "designer/model/component_table.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design::Python
{

namespace
{

bool isJsonType(const QString &media)
{
    const QString type = media.section(u';', 0, 0).trimmed().toLower();
    return type == u"application/json" || type.endsWith(QLatin1String("+json"));
}

/// `Pet` of `#/components/schemas/Pet` or of an array of them: what a body is called by.
QString subjectOf(const Json &schema)
{
    const QString reference = schema.value(u"$ref").toString();
    if (!reference.isEmpty()) {
        QString name = componentPath(reference).name;
        for (const char *ending : {"-Input", "Create", "Update", "Patch", "In"}) {
            const QLatin1String end(ending);
            if (name.endsWith(end) && name.size() > end.size())
                name.chop(end.size());
        }
        return name;
    }
    if (const Json *items = schema.find(u"items"); items && items->find(u"$ref"))
        return subjectOf(*items) + u's';
    for (const Json &member : schema.value(u"anyOf").array()) {
        if (member.find(u"$ref"))
            return subjectOf(member);
    }
    return {};
}

} // namespace

ArgumentWriter::ArgumentWriter(Source &source, Models &models, Module &module)
    : m_source(source)
    , m_models(models)
    , m_module(module)
    , m_types(source, models, module)
{
}

JsonArray ArgumentWriter::parameters(const Source &source, const Json &item, const Json &operation)
{
    JsonArray all;
    const auto add = [&](const Json &list) {
        for (const Json &given : list.array()) {
            const Json parameter = source.followed(given);
            const auto isSame = [&](const Json &known) {
                return known.value(u"name") == parameter.value(u"name") &&
                       known.value(u"in") == parameter.value(u"in");
            };
            const auto known = std::find_if(all.begin(), all.end(), isSame);
            if (known != all.end())
                *known = parameter;
            else if (parameter.value(u"name").isString())
                all.append(parameter);
        }
    };
    add(item.value(u"parameters"));
    add(operation.value(u"parameters"));
    return all;
}

bool ArgumentWriter::isScalar(const Json &schema) const
{
    const Json followed = m_source.followed(schema);
    if (followed.find(u"properties") || followed.find(u"allOf") ||
        followed.find(u"additionalProperties"))
        return false;
    const Json type = followed.value(u"type");
    if (type.toString() == u"object")
        return false;
    if (type.toString() == u"array") {
        const Json item = m_source.followed(followed.value(u"items"));
        return item.value(u"type").toString() != u"array" && isScalar(item);
    }
    for (const char16_t *key : {u"anyOf", u"oneOf"}) {
        for (const Json &member : followed.value(key).array()) {
            if (!isScalar(member))
                return false;
        }
    }
    return true;
}

Argument ArgumentWriter::made(const QString &name, const Json &schema, const QString &usualTitle,
                              Marker marker, bool isRequired, QList<Code> arguments,
                              const QString &hintName, const QString &pointer, bool needsMarker)
{
    static const char *const names[] = {"Path", "Query", "Header", "Cookie",
                                        "Body", "Form",  "File"};
    Argument argument;
    argument.name = name;
    argument.schema = schema;
    TypeHint hint = m_types.hint(schema, hintName, pointer);
    const QList<Code> before = std::exchange(arguments, {});
    arguments += hint.rules;
    for (const Code &note : TypeWriter::notes(schema, usualTitle, hint.extra)) {
        const bool isSaid = std::any_of(before.begin(), before.end(), [&](const Code &said) {
            return said.text.section(u'=', 0, 0) == note.text.section(u'=', 0, 0);
        });
        if (!isSaid)
            arguments.append(note);
    }
    arguments += before;
    argument.type = hint.type;
    if (!arguments.isEmpty() || needsMarker)
        argument.type = subscript(
            m_module.use("typing", "Annotated"),
            {hint.type, call(m_module.use("fastapi", names[static_cast<int>(marker)]), arguments)});
    const Json value = schema.value(u"default");
    if (!value.isUndefined() && !(isRequired && marker == Marker::Path))
        argument.standard = oneLine(m_types.defaultValue(schema, value).code);
    else if (!isRequired)
        argument.standard = text("None");
    return argument;
}

Argument ArgumentWriter::parameter(const Json &parameter, const QString &route, Names *names,
                                   const QString &pointer)
{
    const QString said = parameter.value(u"name").toString();
    const QString place = parameter.value(u"in").toString();
    const bool isPath = place == u"path";
    const bool isHeader = place == u"header";
    QString name = isPath && isIdentifier(said) ? said : variableName(said);
    name = names->unique(names->has(name) ? name + u'_' + place : name);
    const Marker marker = isPath               ? Marker::Path
                          : isHeader           ? Marker::Header
                          : place == u"cookie" ? Marker::Cookie
                                               : Marker::Query;
    Json schema = parameter.value(u"schema");
    const auto lost = [&](const QString &what) {
        m_source.report(pointer, text("%1: %2").arg(said, what));
    };
    const bool isOther = !schema.isUndefined() && !isScalar(schema);
    if (schema.isUndefined()) {
        schema = JsonObject{{text("type"), text("string")}};
        if (parameter.find(u"content"))
            lost(text("FastAPI reads no parameter with a content; it becomes a plain text."));
    } else if (isOther) {
        schema = JsonObject{{text("type"), text("string")}};
        lost(text("FastAPI reads no objects out of parameters; it becomes a plain text."));
    }
    const bool isArray = m_source.followed(schema).value(u"type").toString() == u"array" ||
                         oneLine(m_types.hint(schema, said, pointer).type).startsWith(u"list[");
    const Json explode = parameter.value(u"explode");
    const QString style = parameter.value(u"style").toString();
    if (!isOther &&
        ((explode.isBool() && isArray && explode.toBool() != (marker == Marker::Query)) ||
         (!style.isEmpty() && style != (marker == Marker::Query || marker == Marker::Cookie
                                            ? QLatin1String("form")
                                            : QLatin1String("simple")))))
        lost(text("FastAPI only reads lists as repeated parameters."));
    if (isPath && isArray) {
        schema = JsonObject{{text("type"), text("string")}};
        lost(text("FastAPI reads no lists out of paths; it becomes a plain text."));
    }

    QList<Code> arguments;
    const QString usual = isHeader ? QString(name).replace(u'_', u'-') : name;
    if (isHeader && said == name && said.contains(u'_')) // which FastAPI would make hyphens of
        arguments.append(atom(text("convert_underscores=False")));
    else if (usual != said && !isPath)
        arguments.append(keyword(text("alias"), literal(Json(said))));
    for (const char16_t *key : {u"description", u"deprecated"}) {
        const Json value = parameter.value(key);
        if (!value.isUndefined() && !(value.isBool() && !value.toBool()))
            arguments.append(keyword(QString::fromUtf16(key), literal(value)));
    }
    if (const Json *examples = parameter.find(u"examples"); examples && examples->isObject())
        arguments.append(keyword(text("openapi_examples"), literal(*examples)));
    if (const Json *example = parameter.find(u"example"))
        arguments.append(keyword(text("example"), literal(*example)));
    const bool isRequired = isPath || parameter.value(u"required").toBool();
    Argument argument = made(name, schema, titleOf(said), marker, isRequired, arguments,
                             className(variableName(route) + u'_' + said), pointer,
                             isHeader || place == u"cookie" || isArray);
    argument.place = place;
    argument.said = said;
    return argument;
}

bool ArgumentWriter::isFile(const Json &schema) const
{
    const Json followed = m_source.followed(schema);
    for (const Json &member : followed.value(u"anyOf").array()) {
        if (isFile(member))
            return true;
    }
    if (followed.value(u"type").toString() == u"array")
        return isFile(followed.value(u"items"));
    return followed.value(u"contentMediaType").toString() == u"application/octet-stream" ||
           followed.value(u"format").toString() == u"binary";
}

QList<Argument> ArgumentWriter::members(const Json &schema, Marker marker, bool isEmbedded,
                                        Names *names, const QString &hintName,
                                        const QString &pointer)
{
    QList<Argument> result;
    const Json followed = m_source.followed(schema);
    const JsonArray required = followed.value(u"required").array();
    for (const JsonObject::Member &member : followed.value(u"properties").object()) {
        const QString name = names->unique(variableName(member.key));
        QList<Code> arguments;
        if (name != member.key)
            arguments.append(keyword(text("alias"), literal(Json(member.key))));
        if (isEmbedded)
            arguments.append(atom(text("embed=True")));
        const bool isUpload = marker == Marker::Form && isFile(member.value);
        const bool isRequired = required.contains(Json(member.key));
        const bool isModel = m_models.isModel(m_source.followed(member.value));
        const bool needsMarker = marker == Marker::Form || !isModel || isEmbedded;
        Argument argument =
            made(name, member.value, titleOf(member.key), isUpload ? Marker::File : marker,
                 isRequired, arguments, className(hintName + u'_' + member.key),
                 childPointer(pointer + text("/properties"), member.key), needsMarker);
        if (isUpload) { // a file that is too large for memory is no problem for UploadFile
            const QString file = m_module.use("fastapi", "UploadFile");
            Code &type = argument.type.isBracket() && argument.type.items.size() > 1
                             ? argument.type.items.first()
                             : argument.type;
            QString plain = oneLine(type);
            plain.replace(QLatin1String("bytes"), file);
            type = atom(plain);
        }
        argument.place = text("body");
        argument.said = member.key;
        result.append(argument);
    }
    return result;
}

ArgumentWriter::Body ArgumentWriter::body(const Json &operation, const QString &route, Names *names,
                                          const QString &pointer)
{
    Body result;
    const Json body = m_source.followed(operation.value(u"requestBody"));
    const JsonObject content = body.value(u"content").object();
    if (content.isEmpty())
        return result;
    QString media;
    for (const JsonObject::Member &member : content) {
        const bool isForm = member.key == u"application/x-www-form-urlencoded" ||
                            member.key == u"multipart/form-data";
        if (media.isEmpty() || (isJsonType(member.key) && !isJsonType(media)))
            media = isForm || isJsonType(member.key) ? member.key : media;
    }
    if (const Json note = body.value(u"description"); !note.isUndefined())
        result.extra.insert(text("description"), note);
    for (const JsonObject::Member &member : content) {
        if (member.key == media)
            continue;
        JsonObject others = result.extra.value(u"content").object();
        others.insert(member.key, m_source.inlined(member.value));
        result.extra.insert(text("content"), others);
        if (!media.isEmpty())
            m_source.report(childPointer(pointer + text("/requestBody/content"), member.key),
                            text("FastAPI reads a body of one media type; this one is only "
                                 "documented."));
    }
    const bool isRequired = body.value(u"required").toBool();
    if (media.isEmpty()) {
        result.isRaw = true;
        if (isRequired)
            result.extra.insert(text("required"), true);
        return result;
    }
    const Json object = content.value(media);
    const Json schema =
        object.value(u"schema").isUndefined() ? Json(JsonObject()) : object.value(u"schema");
    const QString place =
        childPointer(pointer + text("/requestBody/content"), media) + text("/schema");
    result.schema = schema;
    const QString hintName = variableName(route) + text("_body");
    const QString component = componentPath(schema.value(u"$ref").toString()).name;
    const bool isOwn = !component.isEmpty() && !m_models.isHidden(component);
    const Json followed = m_source.followed(schema);
    if (!isJsonType(media)) {
        const bool isModel =
            isOwn && media == u"application/x-www-form-urlencoded" && m_models.isModel(followed);
        if (!isModel && followed.find(u"properties")) {
            result.arguments = members(schema, Marker::Form, false, names, hintName, place);
            return result;
        }
        if (!isModel) {
            m_source.report(place, text("FastAPI reads forms with named fields only; the route "
                                        "reads this one itself."));
            result.isRaw = true;
            result.extra.insert(text("content"), m_source.inlined(Json(content)));
            return result;
        }
    } else if (m_models.isHidden(component) ||
               (schema.find(u"properties") &&
                schema.value(u"title").toString().startsWith(QLatin1String("Body_")))) {
        const bool isSingle = followed.value(u"properties").object().size() == 1;
        result.arguments = members(schema, Marker::Body, isSingle, names, hintName, place);
        return result;
    }
    // The body is one value.
    QList<Code> arguments;
    if (media != u"application/json" && isJsonType(media))
        arguments.append(keyword(text("media_type"), literal(Json(media))));
    if (const Json *examples = object.find(u"examples"); examples && examples->isObject())
        arguments.append(keyword(text("openapi_examples"), literal(*examples)));
    const QString title = schema.value(u"title").toString();
    QString name = variableName(title);
    const bool isNamed = !title.isEmpty() && titleOf(name) == title;
    if (!isNamed)
        name = variableName(subjectOf(schema).isEmpty() ? text("body") : subjectOf(schema));
    name = names->unique(names->has(name) ? text("body") : name);
    const bool isModel = m_models.isModel(followed);
    const bool isForm = !isJsonType(media);
    Argument argument =
        made(name, schema, titleOf(name), isForm ? Marker::Form : Marker::Body, isRequired,
             arguments, className(hintName), place, isForm || (!isModel && isScalar(schema)));
    if (const Json *example = object.find(u"example")) {
        JsonObject others = result.extra.value(u"content").object();
        others.insert(media, JsonObject{{text("example"), *example}});
        result.extra.insert(text("content"), others);
    }
    argument.place = text("body");
    result.arguments = {argument};
    result.isWhole = true;
    return result;
}

QList<Code> ArgumentWriter::signature(const QList<Argument> &arguments)
{
    QList<Code> needed;
    QList<Code> others;
    for (const Argument &argument : arguments) {
        const Code code = prefixed(argument.name + text(": "), argument.type);
        if (argument.standard.isEmpty())
            needed.append(code);
        else
            others.append(suffixed(code, text(" = ") + argument.standard));
    }
    return needed + others;
}

} // namespace Design::Python
