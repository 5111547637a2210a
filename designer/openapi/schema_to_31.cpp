#include "designer/model/children.h"
#include "designer/openapi/schema_conversion.h"

namespace Design
{

namespace
{

Schema nullSchema()
{
    Schema schema = Schema::empty(NodeId::None);
    schema.setTypes({QStringLiteral("null")});
    return schema;
}

void convertNullable(Schema &schema)
{
    const bool isNullable = schema.flag(Keyword::Nullable);
    schema.remove(Keyword::Nullable);
    if (!isNullable)
        return;
    QStringList types = schema.types();
    if (!types.isEmpty()) {
        if (!types.contains(QStringLiteral("null")))
            types.append(QStringLiteral("null"));
        schema.setTypes(types);
        return;
    }
    // Without a type the flag says nothing in 3.0.3; people who write it beside a combination of
    // schemas mean that null is allowed.
    for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
        if (schema.has(keyword)) {
            schema.setSchemas(keyword, schema.schemas(keyword) + QList<Schema>{nullSchema()});
            return;
        }
    }
    if (schema.has(Keyword::AllOf)) {
        Schema parts = Schema::empty(NodeId::None);
        parts.setSchemas(Keyword::AllOf, schema.schemas(Keyword::AllOf));
        const QList<Schema> &all = schema.schemas(Keyword::AllOf);
        const QList<Schema> choices{all.size() == 1 ? all.first() : parts, nullSchema()};
        schema.remove(Keyword::AllOf);
        schema.setSchemas(Keyword::AnyOf, choices);
    }
}

void convertBound(Schema &schema, Keyword bound, Keyword exclusive)
{
    const Json flag = schema.value(exclusive);
    if (!flag.isBool())
        return;
    const Json limit = schema.value(bound);
    if (flag.toBool() && limit.isNumber()) {
        schema.set(exclusive, limit);
        schema.remove(bound);
    } else {
        schema.remove(exclusive);
    }
}

void convertAnnotations(Schema &schema)
{
    const Json example = schema.value(Keyword::Example);
    if (!example.isUndefined() && !schema.has(Keyword::Examples)) {
        schema.set(Keyword::Examples, JsonArray{example});
        schema.remove(Keyword::Example);
    }
    const QString format = schema.text(Keyword::Format);
    if (format == QLatin1String("byte")) {
        schema.remove(Keyword::Format);
        schema.set(Keyword::ContentEncoding, QStringLiteral("base64"));
    } else if (format == QLatin1String("binary")) {
        schema.remove(Keyword::Format);
        schema.set(Keyword::ContentMediaType, QStringLiteral("application/octet-stream"));
    }
}

} // namespace

Schema schemaTo31(const Schema &schema)
{
    if (schema.isAbsent() || schema.isBoolean())
        return schema;
    if (const Reference reference = schema.reference(); !reference.isNull()) {
        // Whatever stands beside `$ref` has no effect in 3.0, and would have one in 3.1.
        Schema link = Schema::empty(schema.id());
        link.setReference(Keyword::Ref, reference);
        return link;
    }
    Schema converted = schema;
    changeEachChild(converted, [](Schema &child) {
        child = schemaTo31(child);
        return true;
    });
    convertNullable(converted);
    convertBound(converted, Keyword::Minimum, Keyword::ExclusiveMinimum);
    convertBound(converted, Keyword::Maximum, Keyword::ExclusiveMaximum);
    convertAnnotations(converted);
    return converted;
}

} // namespace Design
