#include "designer/docs/schema_words.h"

#include "designer/model/locate.h"
#include "designer/text/json_writer.h"

namespace Design
{

namespace
{

constexpr int deepest = 8; // alternatives and lists inside one another

QString jsonText(const Json &value)
{
    return QString::fromUtf8(writeJson(value));
}

QString numberText(const Json &value)
{
    return value.isNumber() ? QString::fromLatin1(value.numberText()) : jsonText(value);
}

class TypeWriter
{
public:
    TypeWriter(const Api &api, const NodeLink &link)
        : m_api(api)
        , m_link(link)
    {
    }

    QString html(const Schema &schema, int depth = 0) const
    {
        if (schema.isAbsent() || depth > deepest)
            return QStringLiteral("anything");
        if (schema.isBoolean())
            return schema.booleanValue().value_or(true) ? QStringLiteral("anything")
                                                        : QStringLiteral("nothing");
        if (schema.has(Keyword::Ref))
            return reference(schema.reference());
        QStringList words = alternatives(schema, depth);
        if (words.isEmpty())
            words = ownTypes(schema, depth);
        if (schema.flag(Keyword::Nullable))
            words += QStringLiteral("null");
        words.removeDuplicates();
        return words.join(QStringLiteral(" or "));
    }

private:
    QString reference(const Reference &reference) const
    {
        const Named<Schema> *model = findNamedSchema(m_api, reference.component);
        if (model)
            return m_link(reference.component, model->name);
        return reference.text.section(u'/', -1).toHtmlEscaped();
    }

    QStringList alternatives(const Schema &schema, int depth) const
    {
        QStringList words;
        for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
            for (const Schema &alternative : schema.schemas(keyword))
                words += html(alternative, depth + 1);
        }
        if (!words.isEmpty() || schema.has(Keyword::Properties))
            return words;
        QStringList parts;
        for (const Schema &part : schema.schemas(Keyword::AllOf)) {
            if (part.has(Keyword::Ref))
                parts += html(part, depth + 1);
        }
        return parts.isEmpty() ? QStringList() : QStringList(parts.join(QStringLiteral(" and ")));
    }

    QStringList ownTypes(const Schema &schema, int depth) const
    {
        if (schema.has(Keyword::Const))
            return {QStringLiteral("<span class=\"literal\">%1</span>")
                        .arg(jsonText(schema.value(Keyword::Const)).toHtmlEscaped())};
        QStringList words;
        for (const QString &type : schema.types())
            words += typed(schema, type, depth);
        if (!words.isEmpty())
            return words;
        if (schema.has(Keyword::Properties))
            return {QStringLiteral("object")};
        if (schema.has(Keyword::Items))
            return {typed(schema, QStringLiteral("array"), depth)};
        return {schema.has(Keyword::Enum) ? QStringLiteral("value") : QStringLiteral("anything")};
    }

    QString typed(const Schema &schema, const QString &type, int depth) const
    {
        if (type == QLatin1String("array")) {
            const Schema items = schema.schema(Keyword::Items);
            return items.isAbsent() ? QStringLiteral("list")
                                    : QStringLiteral("list of ") + html(items, depth + 1);
        }
        if (type == QLatin1String("object") && !schema.has(Keyword::Properties)) {
            const Schema values = schema.schema(Keyword::AdditionalProperties);
            if (!values.isAbsent() && !values.isBoolean())
                return QStringLiteral("map of ") + html(values, depth + 1);
        }
        const QString format = schema.text(Keyword::Format);
        if (type != QLatin1String("null") && !format.isEmpty())
            return QStringLiteral("%1 (%2)").arg(type.toHtmlEscaped(), format.toHtmlEscaped());
        return type.toHtmlEscaped();
    }

    const Api &m_api;
    const NodeLink &m_link;
};

/// Collects the rules of one schema.
class RuleWriter
{
public:
    explicit RuleWriter(const Schema &schema)
        : m_schema(schema)
    {
    }

    QStringList words()
    {
        numbers();
        range(Keyword::MinLength, Keyword::MaxLength, QStringLiteral("character"));
        text(Keyword::Pattern, QStringLiteral("matches %1"));
        range(Keyword::MinItems, Keyword::MaxItems, QStringLiteral("item"));
        if (m_schema.flag(Keyword::UniqueItems))
            m_words += QStringLiteral("all different");
        range(Keyword::MinProperties, Keyword::MaxProperties, QStringLiteral("field"));
        const Schema others = m_schema.schema(Keyword::AdditionalProperties);
        if (others.isBoolean() && !others.booleanValue().value_or(true))
            m_words += QStringLiteral("no other fields");
        allowed();
        if (m_schema.has(Keyword::Default))
            m_words += QStringLiteral("default: ") + jsonText(m_schema.value(Keyword::Default));
        ofParts();
        flag(Keyword::ReadOnly, QStringLiteral("read-only: never sent by a client"));
        flag(Keyword::WriteOnly, QStringLiteral("write-only: never part of an answer"));
        flag(Keyword::Deprecated, QStringLiteral("deprecated"));
        return m_words;
    }

private:
    void flag(Keyword keyword, const QString &words)
    {
        if (m_schema.flag(keyword))
            m_words += words;
    }

    void text(Keyword keyword, const QString &form)
    {
        if (m_schema.has(keyword))
            m_words += form.arg(m_schema.text(keyword));
    }

    void limit(Keyword keyword, const QString &words)
    {
        if (m_schema.value(keyword).isNumber())
            m_words += words + numberText(m_schema.value(keyword));
    }

    void numbers()
    {
        // OpenAPI 3.0 has boolean exclusiveMinimum and exclusiveMaximum beside the limit.
        const bool isAbove = m_schema.value(Keyword::ExclusiveMinimum).toBool();
        const bool isBelow = m_schema.value(Keyword::ExclusiveMaximum).toBool();
        const Json least = m_schema.value(Keyword::Minimum);
        const Json most = m_schema.value(Keyword::Maximum);
        if (least.isNumber() && most.isNumber() && !isAbove && !isBelow) {
            m_words += QStringLiteral("%1 to %2").arg(numberText(least), numberText(most));
            limit(Keyword::MultipleOf, QStringLiteral("a multiple of "));
            return;
        }
        limit(Keyword::ExclusiveMinimum, QStringLiteral("greater than "));
        limit(Keyword::Minimum,
              isAbove ? QStringLiteral("greater than ") : QStringLiteral("at least "));
        limit(Keyword::ExclusiveMaximum, QStringLiteral("less than "));
        limit(Keyword::Maximum,
              isBelow ? QStringLiteral("less than ") : QStringLiteral("at most "));
        limit(Keyword::MultipleOf, QStringLiteral("a multiple of "));
    }

    void range(Keyword least, Keyword most, const QString &unit)
    {
        const QString from = numberText(m_schema.value(least));
        const QString to = numberText(m_schema.value(most));
        const bool hasLeast = m_schema.has(least);
        const bool hasMost = m_schema.has(most);
        const auto counted = [&unit](const QString &number) {
            return number + u' ' + unit +
                   (number == QLatin1String("1") ? QString() : QStringLiteral("s"));
        };
        if (hasLeast && hasMost && from == to)
            m_words += QStringLiteral("exactly ") + counted(to);
        else if (hasLeast && hasMost)
            m_words += QStringLiteral("%1 to %2").arg(from, counted(to));
        else if (hasLeast)
            m_words += QStringLiteral("at least ") + counted(from);
        else if (hasMost)
            m_words += QStringLiteral("at most ") + counted(to);
    }

    // `T or null` is written as two alternatives, and the rules of a list's items concern the list.
    void ofParts()
    {
        for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
            QList<Schema> alternatives = m_schema.schemas(keyword);
            alternatives.removeIf([](const Schema &alternative) {
                return alternative.types() == QStringList(QStringLiteral("null"));
            });
            if (alternatives.size() == 1)
                m_words += ruleWords(alternatives.first());
        }
        for (const QString &rule : ruleWords(m_schema.schema(Keyword::Items)))
            m_words += QStringLiteral("each item: ") + rule;
    }

    void allowed()
    {
        const JsonArray values = m_schema.value(Keyword::Enum).array();
        if (values.isEmpty())
            return;
        constexpr qsizetype shown = 30;
        QStringList words;
        for (const Json &value : values.mid(0, shown))
            words += jsonText(value);
        QString rule = QStringLiteral("one of ") + words.join(QStringLiteral(", "));
        if (values.size() > shown)
            rule += QStringLiteral(" and %1 more").arg(values.size() - shown);
        m_words += rule;
    }

    const Schema &m_schema;
    QStringList m_words;
};

} // namespace

QString typeHtml(const Api &api, const Schema &schema, const NodeLink &link)
{
    return TypeWriter(api, link).html(schema);
}

QStringList ruleWords(const Schema &schema)
{
    if (schema.isAbsent() || schema.isBoolean())
        return {};
    return RuleWriter(schema).words();
}

Json declaredExample(const Api &api, const Schema &schema)
{
    const Schema *target = resolve(api, schema);
    if (!target || target->isAbsent())
        return {};
    const JsonArray examples = target->value(Keyword::Examples).array();
    return examples.isEmpty() ? target->value(Keyword::Example) : examples.first();
}

} // namespace Design
