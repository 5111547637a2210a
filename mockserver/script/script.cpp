#include "mockserver/script/script.h"

#include "mockserver/script/script_runtime.h"

#include <QRegularExpression>

namespace Mock
{

namespace
{

/// The names in the text. Words inside texts and members of other objects count as well: a name
/// too many costs a little time, one too few would be undefined.
ScriptNames namesIn(const QString &source)
{
    static const QHash<QString, ScriptName> known{
        {QStringLiteral("path"), ScriptName::Path},
        {QStringLiteral("query"), ScriptName::Query},
        {QStringLiteral("header"), ScriptName::Header},
        {QStringLiteral("cookie"), ScriptName::Cookie},
        {QStringLiteral("body"), ScriptName::Body},
        {QStringLiteral("deps"), ScriptName::Deps},
        {QStringLiteral("result"), ScriptName::Result},
        {QStringLiteral("item"), ScriptName::Item},
        {QStringLiteral("status"), ScriptName::Status},
        {QStringLiteral("params"), ScriptName::Params},
        {QStringLiteral("request"), ScriptName::Request},
        {QStringLiteral("store"), ScriptName::Store},
        {QStringLiteral("now"), ScriptName::Chance},
        {QStringLiteral("uuid"), ScriptName::Chance},
        {QStringLiteral("random"), ScriptName::Chance},
        {QStringLiteral("Date"), ScriptName::Chance},
    };
    static const QRegularExpression word(QStringLiteral("[A-Za-z_$][A-Za-z0-9_$]*"));
    ScriptNames names;
    QRegularExpressionMatchIterator words = word.globalMatch(source);
    while (words.hasNext()) {
        const auto name = known.constFind(words.next().captured());
        if (name != known.constEnd())
            names |= *name;
    }
    return names;
}

} // namespace

Script Script::compile(const QString &source, const QString &pointer,
                       Design::Diagnostics *diagnostics)
{
    Script script;
    script.m_source = source.trimmed();
    script.m_pointer = pointer;
    if (script.isNull())
        return script;
    script.m_names = namesIn(source);
    script.m_error = ScriptRuntime::current().check(script.m_source);
    if (!script.m_error.isEmpty() && diagnostics) {
        Design::Diagnostic diagnostic;
        diagnostic.rule = QStringLiteral("expression");
        diagnostic.message = QStringLiteral("The expression `%1` cannot be read: %2")
                                 .arg(script.m_source, script.m_error);
        diagnostic.pointer = pointer;
        diagnostics->append(diagnostic);
    }
    return script;
}

ScriptResult evaluate(const Script &script, const ScriptScope &scope)
{
    ScriptResult result = ScriptRuntime::current().evaluate(script, scope);
    if (!result.ok()) {
        result.error =
            QStringLiteral("The expression `%1` failed: %2").arg(script.source(), result.error);
        if (!script.pointer().isEmpty())
            result.error += QStringLiteral(" (%1)").arg(script.pointer());
    }
    return result;
}

} // namespace Mock
