#include "mockserver/contract/boundary_generator.h"
#include "mockserver/contract/json_place.h"
#include "mockserver/contract/parameter_text.h"

using namespace Design;

namespace Mock
{

namespace
{

Schema schemaOf(const Parameter &parameter)
{
    return parameter.content.isEmpty() ? parameter.schema : parameter.content.first().value.schema;
}

} // namespace

Json BoundaryGenerator::validValue(const Parameter &parameter)
{
    const Schema schema = schemaOf(parameter);
    if (!parameter.example.isUndefined() && m_values.accepts(schema, parameter.example))
        return parameter.example;
    return m_values.valid(schema, m_route + partName(parameter));
}

bool BoundaryGenerator::canBeSent(const Parameter &parameter, const QString &text)
{
    // Neither an empty segment nor one with blanks around it would arrive.
    if (parameter.in != u"query" && (text.isEmpty() || text != text.trimmed()))
        return false;
    if (parameter.in != u"header" && parameter.in != u"cookie")
        return true;
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() > 31 && c.unicode() < 127 && c != u';'; });
}

void BoundaryGenerator::addParameter(const Parameter &parameter)
{
    const QString name = partName(parameter);
    const InputSchema input(schemaOf(parameter), m_find);
    if (parameter.required && parameter.in != u"path") {
        RequestParts parts = m_base;
        parts.values.remove(name);
        add(name, leftOut(), parts, {Json(parameter.in), Json(parameter.name)}, nullptr,
            m_own.contains(name));
    }
    if (!parameter.content.isEmpty() || input.type == u"object")
        return;
    if (input.type == u"array")
        addParameterItems(parameter, input);
    else
        addParameterValue(parameter, input);
}

void BoundaryGenerator::addParameterValue(const Parameter &parameter, const InputSchema &input)
{
    const QString name = partName(parameter);
    const bool isOwn = m_own.contains(name);
    const Json base = m_base.values.value(name);
    const Json valid = base.isUndefined() ? validValue(parameter) : base;
    QStringList constraints;
    for (const ValueCase &made : m_values.make(input, Spelling::Text, valid, &constraints)) {
        // What a dependency thinks of a valid value is its own matter.
        if ((made.isAccepted && !isOwn) || !canBeSent(parameter, plainText(made.value)))
            continue;
        RequestParts parts = m_base;
        parts.values.insert(name, made.value);
        add(name, made, parts, {Json(parameter.in), Json(parameter.name)}, asSent(made.value),
            isOwn);
    }
    for (const QString &constraint : std::as_const(constraints))
        note(name, constraint);
}

/// A list in the query, whose name is repeated: how many items it has, and each case of one item.
/// (In other places FastAPI and OpenAPI write lists in different ways.)
void BoundaryGenerator::addParameterItems(const Parameter &parameter, const InputSchema &input)
{
    const QString name = partName(parameter);
    const bool isRepeated = parameter.in == u"query" && parameter.explode.value_or(true) &&
                            (parameter.style.isEmpty() || parameter.style == u"form");
    if (!isRepeated)
        return;
    const bool isOwn = m_own.contains(name);
    const JsonArray location{Json(parameter.in), Json(parameter.name)};
    Json valid = m_base.values.value(name);
    if (valid.array().isEmpty())
        valid = m_values.filled(input, m_route + name);
    QStringList constraints;
    for (const ValueCase &made : m_values.make(input, Spelling::Text, valid, &constraints)) {
        if ((made.isAccepted && !isOwn) || made.value.array().isEmpty())
            continue; // no items: the parameter is not there
        RequestParts parts = m_base;
        parts.values.insert(name, made.value);
        add(name, made, parts, location, asSent(made.value), isOwn);
    }
    const Schema items = input.flat.schema(Keyword::Items);
    if (!items.isAbsent() && !valid.array().isEmpty()) {
        const InputSchema item(items, m_find);
        QStringList inner;
        for (const ValueCase &made :
             m_values.make(item, Spelling::Text, valid.array().first(), &inner)) {
            if (made.isAccepted && !isOwn)
                continue;
            RequestParts parts = m_base;
            parts.values.insert(name, replaced(valid, {Json(0)}, made.value));
            add(name + QLatin1String(".0"), made, parts, location + JsonArray{Json(0)},
                asSent(made.value), isOwn && !input.flat.flag(Keyword::UniqueItems));
        }
        for (const QString &constraint : std::as_const(inner))
            note(name + QLatin1String(".0"), constraint);
    }
    for (const QString &constraint : std::as_const(constraints)) {
        if (constraint != u"minItems" || input.flat.length(Keyword::MinItems).value > 1)
            note(name, constraint);
    }
}

} // namespace Mock
