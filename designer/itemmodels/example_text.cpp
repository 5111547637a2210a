#include "designer/itemmodels/example_text.h"

#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExampleText)
};

bool isText(const TypeExpression &type)
{
    using Kind = TypeExpression::Kind;
    if (type.kind == Kind::Scalar)
        return type.name == QLatin1String("string") || !type.format.isEmpty();
    return type.kind == Kind::Literals &&
           std::all_of(type.values.begin(), type.values.end(),
                       [](const Json &value) { return value.isString(); });
}

bool takesAnyText(const TypeExpression &type)
{
    using Kind = TypeExpression::Kind;
    return type.kind == Kind::Any || type.kind == Kind::Model || type.kind == Kind::Union;
}

} // namespace

QString exampleText(const Json &value, const TypeExpression &type)
{
    if (value.isUndefined())
        return {};
    if (value.isString()) {
        const ParsedExample again = parseExample(value.string(), type);
        if (!again.error && again.value == value)
            return value.string();
    }
    return QString::fromUtf8(writeJson(value));
}

ParsedExample parseExample(const QString &text, const TypeExpression &type)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    const auto read = readJson(trimmed.toUtf8());
    const bool isQuoted = trimmed.startsWith(QLatin1Char('"'));
    if (isText(type)) {
        if (read.ok() &&
            ((isQuoted && read.value.isString()) || (type.nullable && read.value.isNull())))
            return {read.value, {}};
        return {Json(text), {}};
    }
    if (read.ok())
        return {read.value, {}};
    const bool looksLikeJson =
        isQuoted || trimmed.startsWith(QLatin1Char('{')) || trimmed.startsWith(QLatin1Char('['));
    if (takesAnyText(type) && !looksLikeJson)
        return {Json(trimmed), {}};
    return {
        {},
        NotationError{
            0,
            text.size(),
            Text::tr("An example of this type is JSON: %1").arg(read.diagnostics.value(0).message),
            {}}};
}

Json exampleOf(const Schema &schema)
{
    const Json &single = schema.value(Keyword::Example);
    const JsonArray &several = schema.value(Keyword::Examples).array();
    return single.isUndefined() && !several.isEmpty() ? several.first() : single;
}

void setExample(Schema &schema, const Json &value, bool isVersion30)
{
    JsonArray several = schema.value(Keyword::Examples).array();
    if (schema.has(Keyword::Example) || (isVersion30 && several.isEmpty()))
        return schema.set(Keyword::Example, value);
    if (!several.isEmpty())
        several.removeFirst();
    if (!value.isUndefined())
        several.prepend(value);
    schema.set(Keyword::Examples, several.isEmpty() ? Json() : Json(several));
}

} // namespace Design
