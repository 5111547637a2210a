#include "designer/schema/inference.h"

#include "designer/schema/formats/format.h"

#include <QHash>

namespace Design
{

namespace
{

/// The format that a text must be meant to have. Formats that nearly every text has say nothing.
Format suggestedFormat(const QString &text)
{
    if (text.contains(QLatin1String("://")))
        return hasFormat(Format::Uri, QStringView(text)) ? Format::Uri : Format::Unknown;
    for (const Format format : {Format::DateTime, Format::Date, Format::Time, Format::Uuid,
                                Format::Ipv4, Format::Email}) {
        if (hasFormat(format, QStringView(text)))
            return format;
    }
    // "::" and "a::b" are IPv6 addresses too, but hardly meant as such.
    const bool isLong = text.count(u':') > 2;
    return isLong && hasFormat(Format::Ipv6, QStringView(text)) ? Format::Ipv6 : Format::Unknown;
}

class Inference
{
public:
    explicit Inference(const NewId &newId)
        : m_newId(newId)
    {
    }

    Schema infer(const QList<Json> &samples) const
    {
        Schema schema = Schema::empty(m_newId());
        const QStringList types = typesOf(samples);
        if (types.isEmpty())
            return schema;
        schema.setTypes(types);
        addFormat(samples, &schema);
        addItems(samples, &schema);
        addProperties(samples, &schema);
        return schema;
    }

private:
    /// In the order in which they appear; a fraction among whole numbers makes them all numbers.
    static QStringList typesOf(const QList<Json> &samples)
    {
        QStringList types;
        for (const Json &sample : samples) {
            switch (sample.type()) {
            case Json::Type::Undefined:
                break;
            case Json::Type::Null:
                types.append(QStringLiteral("null"));
                break;
            case Json::Type::Boolean:
                types.append(QStringLiteral("boolean"));
                break;
            case Json::Type::Integer:
                types.append(QStringLiteral("integer"));
                break;
            case Json::Type::Number:
                types.append(QStringLiteral("number"));
                break;
            case Json::Type::String:
                types.append(QStringLiteral("string"));
                break;
            case Json::Type::Array:
                types.append(QStringLiteral("array"));
                break;
            case Json::Type::Object:
                types.append(QStringLiteral("object"));
                break;
            }
        }
        types.removeDuplicates();
        if (types.contains(QLatin1String("number")))
            types.removeAll(QStringLiteral("integer"));
        // "string or null" is how people say it.
        if (types.removeAll(QStringLiteral("null")) > 0)
            types.append(QStringLiteral("null"));
        return types;
    }

    static void addFormat(const QList<Json> &samples, Schema *schema)
    {
        Format common = Format::Unknown;
        bool isFirst = true;
        for (const Json &sample : samples) {
            if (!sample.isString())
                continue;
            const Format format = suggestedFormat(sample.string());
            if (format == Format::Unknown || (!isFirst && format != common))
                return;
            common = format;
            isFirst = false;
        }
        if (!isFirst)
            schema->set(Keyword::Format, formatName(common));
    }

    void addItems(const QList<Json> &samples, Schema *schema) const
    {
        QList<Json> items;
        for (const Json &sample : samples)
            items += sample.array();
        if (!items.isEmpty())
            schema->setSchema(Keyword::Items, infer(items));
    }

    void addProperties(const QList<Json> &samples, Schema *schema) const
    {
        qsizetype objects = 0;
        QStringList names;
        QHash<QString, QList<Json>> values;
        for (const Json &sample : samples) {
            objects += sample.isObject() ? 1 : 0;
            for (const JsonObject::Member &member : sample.object()) {
                QList<Json> &list = values[member.key];
                if (list.isEmpty())
                    names.append(member.key);
                list.append(member.value);
            }
        }
        NamedList<Schema> properties;
        JsonArray required;
        for (const QString &name : std::as_const(names)) {
            properties.append(Named<Schema>{name, infer(values.value(name)), {}});
            if (values.value(name).size() == objects)
                required.append(name);
        }
        if (!properties.isEmpty())
            schema->setMembers(Keyword::Properties, properties);
        if (!required.isEmpty())
            schema->set(Keyword::Required, required);
    }

    const NewId &m_newId;
};

} // namespace

Schema inferSchema(const Json &sample, const NewId &newId)
{
    return inferSchema(QList<Json>{sample}, newId);
}

Schema inferSchema(const QList<Json> &samples, const NewId &newId)
{
    return Inference(newId).infer(samples);
}

} // namespace Design
