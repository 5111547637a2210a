#include "designer/model/schema_json.h"

#include "designer/model/keyword_check.h"
#include "designer/model/place.h"

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
    SchemaReader(const NewId &newId, Diagnostics *diagnostics)
        : m_newId(newId)
        , m_diagnostics(diagnostics)
    {
    }

    Schema read(const Json &json, const Place &place)
    {
        if (json.isBool())
            return Schema::boolean(m_newId(), json.toBool());
        if (!json.isObject()) {
            report(place, QStringLiteral("A schema must be an object, true or false."));
            return {};
        }
        Schema schema = Schema::empty(m_newId());
        schema.reserve(json.object().size());
        for (const JsonObject::Member &member : json.object())
            schema.append(entry(member, Place(place, member.key)));
        return schema;
    }

private:
    Schema::Entry entry(const JsonObject::Member &member, const Place &place)
    {
        const Json &value = member.value;
        Keyword keyword = keywordFromName(member.key);
        if (keyword == Keyword::Items && value.isArray())
            keyword = Keyword::ItemsArray;
        switch (keyword == Keyword::Unknown ? KeywordShape::Value : keywordShape(keyword)) {
        case KeywordShape::Value:
            break;
        case KeywordShape::Reference:
            if (value.isString() && !value.string().isEmpty())
                return {keyword, {}, Reference{value.string(), NodeId::None}};
            report(place, QStringLiteral("“%1” must be a reference (a string).").arg(member.key));
            return {keyword, {}, value};
        case KeywordShape::OneSchema:
            if (isSchema(value))
                return {keyword, {}, QList<Schema>{read(value, place)}};
            report(place, QStringLiteral("“%1” must be a schema.").arg(member.key));
            return {keyword, {}, value};
        case KeywordShape::SchemaList:
            return {keyword, {}, list(value, place)};
        case KeywordShape::SchemaMap:
            return {keyword, {}, map(keyword, value, place)};
        }
        if (keyword == Keyword::Unknown)
            return {keyword, member.key, value};
        if (const QString expected = expectedValue(keyword, value); !expected.isEmpty())
            report(place, QStringLiteral("“%1” must be %2.").arg(member.key, expected));
        return {keyword, {}, value};
    }

    /// A list with something else than schemas in it stays as it is.
    Schema::Payload list(const Json &value, const Place &place)
    {
        bool fine = value.isArray();
        if (!fine)
            report(place, QStringLiteral("A list of schemas is expected here."));
        for (qsizetype i = 0; i < value.array().size(); ++i) {
            if (!isSchema(value.array().at(i))) {
                report(Place(place, i),
                       QStringLiteral("A schema must be an object, true or false."));
                fine = false;
            }
        }
        if (!fine)
            return value;
        QList<Schema> schemas;
        schemas.reserve(value.array().size());
        for (qsizetype i = 0; i < value.array().size(); ++i)
            schemas.append(read(value.array().at(i), Place(place, i)));
        return schemas;
    }

    Schema::Payload map(Keyword keyword, const Json &value, const Place &place)
    {
        if (!value.isObject()) {
            report(
                place,
                QStringLiteral("“%1” must be an object with schemas.").arg(keywordName(keyword)));
            return value;
        }
        NamedList<Schema> schemas;
        schemas.reserve(value.object().size());
        for (const JsonObject::Member &member : value.object()) {
            // `dependencies` of drafts 4 to 7 also takes lists of property names.
            const bool isNames = keyword == Keyword::Dependencies && member.value.isArray();
            if (isSchema(member.value))
                schemas.append({member.key, read(member.value, Place(place, member.key)), {}});
            else
                schemas.append({member.key, {}, member.value});
            if (!isSchema(member.value) && !isNames) {
                report(Place(place, member.key),
                       QStringLiteral("A schema must be an object, true or false."));
            }
        }
        return schemas;
    }

    void report(const Place &place, const QString &message)
    {
        if (m_diagnostics) {
            m_diagnostics->append({Severity::Error,
                                   QStringLiteral("invalid-schema"),
                                   message,
                                   place.pointer(),
                                   {},
                                   NodeId::None});
        }
    }

    const NewId &m_newId;
    Diagnostics *m_diagnostics;
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
    return readSchema(json, newId, Place(pointer), diagnostics);
}

Schema readSchema(const Json &json, const NewId &newId, const Place &place,
                  Diagnostics *diagnostics)
{
    return SchemaReader(newId, diagnostics).read(json, place);
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
