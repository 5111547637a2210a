#include "mockserver/script/script.h"

#include "mockserver/script/script_runtime.h"

#include <QRegularExpression>

using Design::Json;

namespace Mock
{

namespace
{

const QHash<QString, ScriptName> &knownNames()
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
    return known;
}

/// The names in the text. Words inside texts and members of other objects count as well: a name
/// too many costs a little time, one too few would be undefined.
ScriptNames namesIn(const QString &source)
{
    const QHash<QString, ScriptName> &known = knownNames();
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

/// `deps.user.name` as its words; empty where the expression is anything else.
QStringList wordsOfName(const QString &source)
{
    static const QRegularExpression form(
        QStringLiteral("^[A-Za-z_$][A-Za-z0-9_$]*(\\.[A-Za-z_$][A-Za-z0-9_$]*)*$"));
    return form.match(source).hasMatch() ? source.split(u'.') : QStringList();
}

/// As JavaScript sees it.
bool isTruthy(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Undefined:
    case Json::Type::Null:
        return false;
    case Json::Type::Boolean:
        return value.toBool();
    case Json::Type::Integer:
    case Json::Type::Number:
        return value.toDouble() != 0;
    case Json::Type::String:
        return !value.string().isEmpty();
    case Json::Type::Array:
    case Json::Type::Object:
        break;
    }
    return true;
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
    const QStringList words = wordsOfName(script.m_source);
    const auto root = knownNames().constFind(words.value(0));
    script.m_isName = root != knownNames().constEnd() && *root < ScriptName::Store;
    if (script.m_isName) {
        script.m_root = *root;
        script.m_steps = words.mid(1);
    }
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

Json Script::named(const ScriptScope &scope) const
{
    Json value = m_isName ? scope.value(m_root) : Json();
    for (const QString &step : m_steps)
        value = value.value(step); // of what is no object: undefined
    return value;
}

ScriptResult evaluate(const Script &script, const ScriptScope &scope)
{
    if (const Json value = script.named(scope); !value.isUndefined())
        return {value, isTruthy(value), {}, false};
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
