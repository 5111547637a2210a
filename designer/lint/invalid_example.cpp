#include "designer/lint/rules.h"
#include "designer/model/design_text.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design::Rules
{

namespace
{

/// Examples of texts, XML and the like are written as strings, which say nothing about the value.
bool isJsonType(const QString &mediaType)
{
    const QString type = mediaType.section(u';', 0, 0).trimmed().toLower();
    return type.endsWith(QLatin1String("/json")) || type.endsWith(QLatin1String("+json"));
}

class ExampleCheck
{
public:
    ExampleCheck(const LintContext &context, RuleFindings &findings)
        : m_context(context)
        , m_findings(findings)
        , m_compiler(context.api)
    {
    }

    template<class Node>
    void visit(const Node &node)
    {
        if constexpr (Is<Node, Schema>)
            checkSchemaExamples(node);
        else if constexpr (Is<Node, Parameter> || Is<Node, Header>)
            checkExamples(node);
        forEachChildNode(node, [this](const auto &child, const StepView &step) {
            if constexpr (Is<std::remove_cvref_t<decltype(child)>, MediaType>) {
                if (step.name && isJsonType(*step.name))
                    checkExamples(child);
            }
            visit(child);
        });
    }

private:
    /// Parameters, headers and media types have a schema, one example or several named ones.
    template<class Node>
    void checkExamples(const Node &node)
    {
        if (node.schema.isAbsent())
            return;
        check(node.schema, node.example, node.id, QStringLiteral("/example"));
        for (const Named<Example> &named : node.examples) {
            const Example *example = named.isRaw() ? nullptr : resolve(m_context.api, named.value);
            if (example)
                check(node.schema, example->value, named.value.id, QStringLiteral("/value"));
        }
    }

    void checkSchemaExamples(const Schema &schema)
    {
        if (schema.isBoolean())
            return;
        check(schema, schema.value(Keyword::Example), schema.id(), QStringLiteral("/example"));
        check(schema, schema.value(Keyword::Default), schema.id(), QStringLiteral("/default"));
        const JsonArray &examples = schema.value(Keyword::Examples).array();
        for (qsizetype i = 0; i < examples.size(); ++i)
            check(schema, examples.at(i), schema.id(),
                  childPointer(QStringLiteral("/examples"), i));
    }

    void check(const Schema &schema, const Json &value, NodeId node, const QString &suffix)
    {
        if (value.isUndefined())
            return;
        const CompiledSchema compiled = m_compiler.compile(schema);
        ValidateOptions options;
        options.errors = 1;
        // An example may be of a request or of an answer: it need not fit both.
        for (const Direction direction :
             {Direction::None, Direction::Request, Direction::Response}) {
            options.direction = direction;
            if (Design::check(compiled, value, options) != Validation::Invalid)
                return;
        }
        options.direction = Direction::None;
        const Validation validation = validate(compiled, value, options);
        if (validation.errors.isEmpty())
            return;
        const SchemaError &error = rootCause(validation.errors.first());
        const bool isDefault = suffix == QLatin1String("/default");
        m_findings.report(node, isDefault ? defaultWords(error) : exampleWords(error),
                          suffix + error.instance);
    }

    static QString exampleWords(const SchemaError &error)
    {
        return error.instance.isEmpty()
                   ? DesignText::tr("The example %1.").arg(error.message)
                   : DesignText::tr("The example at %1 %2.").arg(error.instance, error.message);
    }

    static QString defaultWords(const SchemaError &error)
    {
        return error.instance.isEmpty()
                   ? DesignText::tr("The default %1.").arg(error.message)
                   : DesignText::tr("The default at %1 %2.").arg(error.instance, error.message);
    }

    const LintContext &m_context;
    RuleFindings &m_findings;
    SchemaCompiler m_compiler;
};

} // namespace

void invalidExample(const LintContext &context, RuleFindings &findings)
{
    ExampleCheck(context, findings).visit(context.api);
}

} // namespace Design::Rules
