#include "designer/model/schema_json.h"

#include "designer/model/schema_check.h"

#include <algorithm>
#include <memory>

namespace Design
{

namespace
{

bool isSchema(const Json &json)
{
    return json.isObject() || json.isBool();
}

class SchemaReader
{
public:
    explicit SchemaReader(const SchemaContext &context)
        : m_context(context)
    {
    }

    /// Precondition: isSchema(json).
    Schema read(const Json &json)
    {
        if (json.isBool())
            return Schema::boolean(m_context.newId(), json.toBool());
        Schema schema = Schema::empty(m_context.newId());
        schema.reserve(json.object().size());
        for (const JsonObject::Member &member : json.object())
            schema.append(entry(member.key, member.value));
        return schema;
    }

private:
    Schema::Entry entry(const QString &key, const Json &value)
    {
        Keyword keyword = keywordFromName(key);
        if (keyword == Keyword::Unknown)
            return {keyword, key, value};
        if (keyword == Keyword::Items && value.isArray())
            keyword = Keyword::ItemsArray;
        return {keyword, {}, payload(keywordShape(keyword), value)};
    }

    /// What has the wrong shape for its keyword stays plain JSON.
    Schema::Payload payload(KeywordShape shape, const Json &value)
    {
        switch (shape) {
        case KeywordShape::Value:
            break;
        case KeywordShape::Reference:
            if (value.isString() && !value.string().isEmpty())
                return reference(value.string());
            break;
        case KeywordShape::OneSchema:
            if (isSchema(value))
                return QList<Schema>{read(value)};
            break;
        case KeywordShape::SchemaList:
            if (value.isArray() &&
                std::all_of(value.array().begin(), value.array().end(), isSchema))
                return list(value.array());
            break;
        case KeywordShape::SchemaMap:
            if (value.isObject())
                return map(value.object());
            break;
        }
        return value;
    }

    Reference reference(const QString &text) const
    {
        return {text, m_context.component ? m_context.component(text) : NodeId::None};
    }

    QList<Schema> list(const JsonArray &values)
    {
        QList<Schema> schemas;
        schemas.reserve(values.size());
        for (const Json &value : values)
            schemas.append(read(value));
        return schemas;
    }

    NamedList<Schema> map(const JsonObject &values)
    {
        NamedList<Schema> schemas;
        schemas.reserve(values.size());
        for (const JsonObject::Member &member : values) {
            if (isSchema(member.value))
                schemas.append({member.key, read(member.value), {}});
            else
                schemas.append({member.key, {}, member.value});
        }
        return schemas;
    }

    const SchemaContext &m_context;
};

Json payloadJson(const Schema::Entry &entry, const LinkText &linkText)
{
    if (const Json *value = std::get_if<Json>(&entry.payload))
        return *value;
    if (const Reference *reference = std::get_if<Reference>(&entry.payload)) {
        const bool isBound = linkText && reference->component != NodeId::None;
        return isBound ? linkText(*reference) : reference->text;
    }
    if (const auto *schemas = std::get_if<QList<Schema>>(&entry.payload)) {
        if (keywordShape(entry.keyword) == KeywordShape::OneSchema)
            return schemas->isEmpty() ? Json() : writeSchema(schemas->first(), linkText);
        JsonArray array;
        array.reserve(schemas->size());
        for (const Schema &schema : *schemas)
            array.append(writeSchema(schema, linkText));
        return array;
    }
    JsonObject object;
    for (const Named<Schema> &member : std::get<NamedList<Schema>>(entry.payload))
        object.insert(member.name,
                      member.isRaw() ? member.raw : writeSchema(member.value, linkText));
    return object;
}

} // namespace

NewId nodeIdsFrom(quint32 first)
{
    return [next = std::make_shared<quint32>(first)] { return static_cast<NodeId>((*next)++); };
}

Schema readSchema(const Json &json, const NewId &newId, const QString &pointer,
                  Diagnostics *diagnostics)
{
    const Schema schema = readSchema(json, SchemaContext{newId, {}});
    if (!diagnostics)
        return schema;
    if (schema.isAbsent()) {
        diagnostics->append({Severity::Error,
                             QStringLiteral("invalid-schema"),
                             QStringLiteral("A schema must be an object, true or false."),
                             pointer,
                             {},
                             NodeId::None});
    } else {
        checkSchema(schema, Place(pointer), *diagnostics);
    }
    return schema;
}

Schema readSchema(const Json &json, const SchemaContext &context)
{
    return isSchema(json) ? SchemaReader(context).read(json) : Schema();
}

Json writeSchema(const Schema &schema, const LinkText &linkText)
{
    if (schema.isAbsent())
        return {};
    if (schema.isBoolean())
        return *schema.booleanValue();
    JsonObject object;
    for (const Schema::Entry &entry : schema.entries()) {
        if (Json value = payloadJson(entry, linkText); !value.isUndefined())
            object.insert(entry.key(), value);
    }
    return object;
}

Schema withNewIds(const Schema &schema, const NewId &newId)
{
    if (schema.isAbsent())
        return {};
    if (schema.isBoolean())
        return Schema::boolean(newId(), *schema.booleanValue());
    Schema copy = Schema::empty(newId());
    copy.reserve(schema.entries().size());
    for (Schema::Entry entry : schema.entries()) {
        if (auto *schemas = std::get_if<QList<Schema>>(&entry.payload)) {
            for (Schema &child : *schemas)
                child = withNewIds(child, newId);
        } else if (auto *members = std::get_if<NamedList<Schema>>(&entry.payload)) {
            for (Named<Schema> &member : *members) {
                if (!member.isRaw())
                    member.value = withNewIds(member.value, newId);
            }
        }
        copy.append(std::move(entry));
    }
    return copy;
}

} // namespace Design
