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
    TypeWriter(const Api &api, const NodeLink &link, const DocsWords &words)
        : m_api(api)
        , m_link(link)
        , m_words(words)
    {
    }

    QString html(const Schema &schema, int depth = 0) const
    {
        if (schema.isAbsent() || depth > deepest)
            return m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "anything"));
        if (schema.isBoolean())
            return schema.booleanValue().value_or(true)
                       ? m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "anything"))
                       : m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "nothing"));
        if (schema.has(Keyword::Ref))
            return reference(schema.reference());
        QStringList words = alternatives(schema, depth);
        if (words.isEmpty())
            words = ownTypes(schema, depth);
        if (schema.flag(Keyword::Nullable))
            words += QStringLiteral("null");
        words.removeDuplicates();
        return words.join(m_words(QT_TRANSLATE_NOOP("Design::DocsWords", " or ")));
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
        return parts.isEmpty() ? QStringList()
                               : QStringList(parts.join(
                                     m_words(QT_TRANSLATE_NOOP("Design::DocsWords", " and "))));
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
            return {m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "object"))};
        if (schema.has(Keyword::Items))
            return {typed(schema, QStringLiteral("array"), depth)};
        return {schema.has(Keyword::Enum)
                    ? m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "value"))
                    : m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "anything"))};
    }

    QString typed(const Schema &schema, const QString &type, int depth) const
    {
        if (type == QLatin1String("array")) {
            const Schema items = schema.schema(Keyword::Items);
            return items.isAbsent() ? m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "list"))
                                    : m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "list of %1"))
                                          .arg(html(items, depth + 1));
        }
        if (type == QLatin1String("object") && !schema.has(Keyword::Properties)) {
            const Schema values = schema.schema(Keyword::AdditionalProperties);
            if (!values.isAbsent() && !values.isBoolean())
                return m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "map of %1"))
                    .arg(html(values, depth + 1));
        }
        const QString format = schema.text(Keyword::Format);
        if (type != QLatin1String("null") && !format.isEmpty())
            return QStringLiteral("%1 (%2)").arg(type.toHtmlEscaped(), format.toHtmlEscaped());
        return type.toHtmlEscaped();
    }

    const Api &m_api;
    const NodeLink &m_link;
    const DocsWords &m_words;
};

/// How many of something there may be.
struct CountedWords {
    const char *exactly;
    const char *between;
    const char *atLeast;
    const char *atMost;
};
constexpr CountedWords characterWords{
    QT_TRANSLATE_N_NOOP("Design::DocsWords", "exactly %1 character(s)"),
    QT_TRANSLATE_N_NOOP("Design::DocsWords", "%1 to %2 character(s)"),
    QT_TRANSLATE_N_NOOP("Design::DocsWords", "at least %1 character(s)"),
    QT_TRANSLATE_N_NOOP("Design::DocsWords", "at most %1 character(s)")};
constexpr CountedWords itemWords{QT_TRANSLATE_N_NOOP("Design::DocsWords", "exactly %1 item(s)"),
                                 QT_TRANSLATE_N_NOOP("Design::DocsWords", "%1 to %2 item(s)"),
                                 QT_TRANSLATE_N_NOOP("Design::DocsWords", "at least %1 item(s)"),
                                 QT_TRANSLATE_N_NOOP("Design::DocsWords", "at most %1 item(s)")};
constexpr CountedWords fieldWords{QT_TRANSLATE_N_NOOP("Design::DocsWords", "exactly %1 field(s)"),
                                  QT_TRANSLATE_N_NOOP("Design::DocsWords", "%1 to %2 field(s)"),
                                  QT_TRANSLATE_N_NOOP("Design::DocsWords", "at least %1 field(s)"),
                                  QT_TRANSLATE_N_NOOP("Design::DocsWords", "at most %1 field(s)")};

/// Collects the rules of one schema.
class RuleWriter
{
public:
    RuleWriter(const Schema &schema, const DocsWords &words)
        : m_schema(schema)
        , m_say(words)
    {
    }

    QStringList words()
    {
        numbers();
        range(Keyword::MinLength, Keyword::MaxLength, characterWords);
        text(Keyword::Pattern, m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "matches %1")));
        range(Keyword::MinItems, Keyword::MaxItems, itemWords);
        if (m_schema.flag(Keyword::UniqueItems))
            m_words += m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "all different"));
        range(Keyword::MinProperties, Keyword::MaxProperties, fieldWords);
        const Schema others = m_schema.schema(Keyword::AdditionalProperties);
        if (others.isBoolean() && !others.booleanValue().value_or(true))
            m_words += m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "no other fields"));
        allowed();
        if (m_schema.has(Keyword::Default))
            m_words += m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "default: %1"))
                           .arg(jsonText(m_schema.value(Keyword::Default)));
        ofParts();
        flag(Keyword::ReadOnly,
             m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "read-only: never sent by a client")));
        flag(Keyword::WriteOnly,
             m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "write-only: never part of an answer")));
        flag(Keyword::Deprecated, m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "deprecated")));
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
            m_words += words.arg(numberText(m_schema.value(keyword)));
    }

    void numbers()
    {
        // OpenAPI 3.0 has boolean exclusiveMinimum and exclusiveMaximum beside the limit.
        const bool isAbove = m_schema.value(Keyword::ExclusiveMinimum).toBool();
        const bool isBelow = m_schema.value(Keyword::ExclusiveMaximum).toBool();
        const Json least = m_schema.value(Keyword::Minimum);
        const Json most = m_schema.value(Keyword::Maximum);
        if (least.isNumber() && most.isNumber() && !isAbove && !isBelow) {
            m_words += m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "%1 to %2"))
                           .arg(numberText(least), numberText(most));
            limit(Keyword::MultipleOf,
                  m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "a multiple of %1")));
            return;
        }
        limit(Keyword::ExclusiveMinimum,
              m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "greater than %1")));
        limit(Keyword::Minimum,
              isAbove ? m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "greater than %1"))
                      : m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "at least %1")));
        limit(Keyword::ExclusiveMaximum,
              m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "less than %1")));
        limit(Keyword::Maximum, isBelow
                                    ? m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "less than %1"))
                                    : m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "at most %1")));
        limit(Keyword::MultipleOf,
              m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "a multiple of %1")));
    }

    void range(Keyword least, Keyword most, const CountedWords &words)
    {
        const QString from = numberText(m_schema.value(least));
        const QString to = numberText(m_schema.value(most));
        const bool hasLeast = m_schema.has(least);
        const bool hasMost = m_schema.has(most);
        const auto said = [this](const char *form, const QString &number) {
            return m_say.counted(form, number.toLongLong());
        };
        if (hasLeast && hasMost && from == to)
            m_words += said(words.exactly, to).arg(to);
        else if (hasLeast && hasMost)
            m_words += said(words.between, to).arg(from, to);
        else if (hasLeast)
            m_words += said(words.atLeast, from).arg(from);
        else if (hasMost)
            m_words += said(words.atMost, to).arg(to);
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
                m_words += ruleWords(alternatives.first(), m_say);
        }
        for (const QString &rule : ruleWords(m_schema.schema(Keyword::Items), m_say))
            m_words += m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "each item: ")) + rule;
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
        QString rule = m_say(QT_TRANSLATE_NOOP("Design::DocsWords", "one of %1"))
                           .arg(words.join(QStringLiteral(", ")));
        if (values.size() > shown)
            rule += m_say(QT_TRANSLATE_NOOP("Design::DocsWords", " and %1 more"))
                        .arg(values.size() - shown);
        m_words += rule;
    }

    const Schema &m_schema;
    const DocsWords &m_say;
    QStringList m_words;
};

} // namespace

QString typeHtml(const Api &api, const Schema &schema, const NodeLink &link, const DocsWords &words)
{
    return TypeWriter(api, link, words).html(schema);
}

QStringList ruleWords(const Schema &schema, const DocsWords &words)
{
    if (schema.isAbsent() || schema.isBoolean())
        return {};
    return RuleWriter(schema, words).words();
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
