#include "designer/model/notation_words.h"

#include <QRegularExpression>

#include <array>

namespace Design
{

namespace Notation
{

const QList<ScalarWord> &scalarWords()
{
    static const QList<ScalarWord> words{
        {u"string", u"string", nullptr, true},
        {u"integer", u"integer", nullptr, true},
        {u"number", u"number", nullptr, true},
        {u"boolean", u"boolean", nullptr, true},
        {u"null", u"null", nullptr, true},
        // formats of strings: JSON Schema 2020-12, section 7.3, and OpenAPI's registry
        {u"date", u"string", u"date", true},
        {u"date-time", u"string", u"date-time", true},
        {u"time", u"string", u"time", true},
        {u"duration", u"string", u"duration", true},
        {u"email", u"string", u"email", true},
        {u"idn-email", u"string", u"idn-email", true},
        {u"hostname", u"string", u"hostname", true},
        {u"idn-hostname", u"string", u"idn-hostname", true},
        {u"ipv4", u"string", u"ipv4", true},
        {u"ipv6", u"string", u"ipv6", true},
        {u"uri", u"string", u"uri", true},
        {u"uri-reference", u"string", u"uri-reference", true},
        {u"iri", u"string", u"iri", true},
        {u"uri-template", u"string", u"uri-template", true},
        {u"uuid", u"string", u"uuid", true},
        {u"json-pointer", u"string", u"json-pointer", true},
        {u"regex", u"string", u"regex", true},
        {u"byte", u"string", u"byte", true},
        {u"binary", u"string", u"binary", true},
        {u"password", u"string", u"password", true},
        {u"int32", u"integer", u"int32", true},
        {u"int64", u"integer", u"int64", true},
        {u"double", u"number", u"double", true},
        {u"float32", u"number", u"float", true},
        // what people type who come from Python, TypeScript or a database
        {u"str", u"string", nullptr, false},
        {u"text", u"string", nullptr, false},
        {u"int", u"integer", nullptr, false},
        {u"float", u"number", nullptr, false},
        {u"decimal", u"number", nullptr, false},
        {u"bool", u"boolean", nullptr, false},
        {u"none", u"null", nullptr, false},
        {u"url", u"string", u"uri", false},
        {u"datetime", u"string", u"date-time", false},
        {u"emailstr", u"string", u"email", false},
        {u"httpurl", u"string", u"uri", false},
        {u"base64", u"string", u"byte", false},
        {u"file", u"string", u"binary", false},
    };
    return words;
}

bool needsQuotes(const QString &modelName)
{
    static const QRegularExpression word(QStringLiteral("^[A-Za-z_]\\w*([.-]\\w+)*$"));
    if (!word.match(modelName).hasMatch())
        return true;
    // Words are also read without regard to case, but only where no model has that very name.
    static const QSet<QString> reserved = [] {
        QSet<QString> names;
        for (const ScalarWord &scalar : scalarWords())
            names.insert(QString::fromUtf16(scalar.word));
        for (const char16_t *other :
             {u"any",        u"nothing", u"object",    u"list",       u"map",      u"dict",
              u"optional",   u"of",      u"or",        u"and",        u"unique",   u"multiple",
              u"default",    u"format",  u"read-only", u"write-only", u"readonly", u"writeonly",
              u"deprecated", u"closed",  u"no",        u"by",         u"told",     u"exactly",
              u"pattern",    u"json",    u"array",     u"set",        u"union",    u"literal",
              u"step",       u"true",    u"false",     u"chars",      u"char",     u"items",
              u"item",       u"fields",  u"field"})
            names.insert(QString::fromUtf16(other));
        return names;
    }();
    return reserved.contains(modelName);
}

QString valueKind(const TypeExpression &type)
{
    using Kind = TypeExpression::Kind;
    switch (type.kind) {
    case Kind::Scalar:
        return type.name;
    case Kind::List:
    case Kind::Tuple:
        return QStringLiteral("array");
    case Kind::Map:
    case Kind::Object:
        return QStringLiteral("object");
    case Kind::All: {
        for (const TypeExpression &part : type.parts) {
            const QString kind =
                part.kind == Kind::Model ? QStringLiteral("object") : valueKind(part);
            if (!kind.isEmpty())
                return kind;
        }
        return {};
    }
    case Kind::Literals: {
        QString kind;
        for (const Json &value : type.values) {
            if (value.isNull())
                continue;
            const QString name = value.isString()    ? QStringLiteral("string")
                                 : value.isInteger() ? QStringLiteral("integer")
                                 : value.isNumber()  ? QStringLiteral("number")
                                 : value.isBool()    ? QStringLiteral("boolean")
                                                     : QString();
            if (name.isEmpty() || (!kind.isEmpty() && kind != name))
                return {};
            kind = name;
        }
        return kind;
    }
    default:
        return {};
    }
}

bool isRuleOf(Keyword keyword, const QString &kind)
{
    switch (keyword) {
    case Keyword::MultipleOf:
    case Keyword::Minimum:
    case Keyword::ExclusiveMinimum:
    case Keyword::Maximum:
    case Keyword::ExclusiveMaximum:
        return kind == QLatin1String("integer") || kind == QLatin1String("number");
    case Keyword::MinLength:
    case Keyword::MaxLength:
    case Keyword::Pattern:
    case Keyword::ContentEncoding:
    case Keyword::ContentMediaType:
    case Keyword::ContentSchema:
        return kind == QLatin1String("string");
    case Keyword::PrefixItems:
    case Keyword::Items:
    case Keyword::ItemsArray:
    case Keyword::AdditionalItems:
    case Keyword::Contains:
    case Keyword::MinContains:
    case Keyword::MaxContains:
    case Keyword::MinItems:
    case Keyword::MaxItems:
    case Keyword::UniqueItems:
    case Keyword::UnevaluatedItems:
        return kind == QLatin1String("array");
    case Keyword::Properties:
    case Keyword::PatternProperties:
    case Keyword::AdditionalProperties:
    case Keyword::PropertyNames:
    case Keyword::Required:
    case Keyword::DependentRequired:
    case Keyword::DependentSchemas:
    case Keyword::Dependencies:
    case Keyword::MinProperties:
    case Keyword::MaxProperties:
    case Keyword::UnevaluatedProperties:
        return kind == QLatin1String("object");
    case Keyword::Format:
        return kind == QLatin1String("string") || kind == QLatin1String("integer") ||
               kind == QLatin1String("number");
    default:
        return false;
    }
}

bool isAnnotation(Keyword keyword)
{
    return keyword == Keyword::Default || keyword == Keyword::ReadOnly ||
           keyword == Keyword::WriteOnly || keyword == Keyword::Deprecated;
}

void sortRules(QList<TypeRule> &rules)
{
    static constexpr std::array order{
        Keyword::MinLength,
        Keyword::MaxLength,
        Keyword::MinItems,
        Keyword::MaxItems,
        Keyword::MinProperties,
        Keyword::MaxProperties,
        Keyword::Minimum,
        Keyword::ExclusiveMinimum,
        Keyword::Maximum,
        Keyword::ExclusiveMaximum,
        Keyword::MultipleOf,
        Keyword::UniqueItems,
        Keyword::Format,
        Keyword::Pattern,
        Keyword::AdditionalProperties,
        Keyword::Discriminator,
        Keyword::OneOf,
        Keyword::Default,
        Keyword::ReadOnly,
        Keyword::WriteOnly,
        Keyword::Deprecated,
    };
    const auto rank = [](Keyword keyword) {
        return std::find(order.begin(), order.end(), keyword) - order.begin();
    };
    std::stable_sort(rules.begin(), rules.end(), [&](const TypeRule &a, const TypeRule &b) {
        return rank(a.keyword) < rank(b.keyword);
    });
}

} // namespace Notation

const QStringList &typeWords()
{
    static const QStringList words = [] {
        QStringList list;
        for (const Notation::ScalarWord &scalar : Notation::scalarWords()) {
            if (scalar.isShown)
                list.append(QString::fromUtf16(scalar.word));
        }
        list.append({QStringLiteral("object"), QStringLiteral("any"), QStringLiteral("int"),
                     QStringLiteral("float"), QStringLiteral("bool")});
        return list;
    }();
    return words;
}

QList<Keyword> legalRules(const TypeExpression &type)
{
    QList<Keyword> rules;
    const QString kind = Notation::valueKind(type);
    using enum Keyword;
    for (Keyword keyword : {MinLength, MaxLength, MinItems, MaxItems, MinProperties, MaxProperties,
                            Minimum, ExclusiveMinimum, Maximum, ExclusiveMaximum, MultipleOf,
                            UniqueItems, Format, Pattern, AdditionalProperties}) {
        if (!Notation::isRuleOf(keyword, kind))
            continue;
        if (keyword == AdditionalProperties && type.kind == TypeExpression::Kind::Map)
            continue;
        rules.append(keyword);
    }
    if (type.kind == TypeExpression::Kind::Union)
        rules.append({Discriminator, OneOf});
    rules.append({Default, ReadOnly, WriteOnly, Deprecated});
    return rules;
}

const Json &TypeExpression::rule(Keyword keyword) const
{
    static const Json none;
    for (const TypeRule &rule : rules) {
        if (rule.keyword == keyword)
            return rule.value;
    }
    return none;
}

bool TypeExpression::operator==(const TypeExpression &) const = default;

} // namespace Design
