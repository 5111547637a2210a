#pragma once

#include "designer/model/notation.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

namespace Design
{

inline Json json(const QString &text)
{
    const ReadText read = readJson(text.toUtf8());
    return read.value;
}

inline Api designWith(const QStringList &models, const QString &version = QStringLiteral("3.1.0"))
{
    Api api;
    api.openapi = version;
    for (const QString &name : models) {
        Schema schema = Schema::empty(api.newId());
        schema.set(Keyword::Type, QStringLiteral("object"));
        api.components.schemas.insert(name, schema);
    }
    return api;
}

inline Api sampleDesign()
{
    return designWith({QStringLiteral("Tag"), QStringLiteral("User"), QStringLiteral("Team"),
                       QStringLiteral("Base"), QStringLiteral("Date"), QStringLiteral("string"),
                       QStringLiteral("Page[Item]")});
}

inline QString writtenSchema(const Schema &schema)
{
    return QString::fromUtf8(writeJson(writeSchema(schema)));
}

inline Schema schemaFrom(const QString &text, Api &api)
{
    Schema schema = readSchema(json(text), [&api] { return api.newId(); });
    Api holder = api;
    holder.components.schemas.insert(QStringLiteral("InTheTest"), schema);
    resolveReferences(holder);
    return holder.components.schemas.last().value;
}

} // namespace Design
