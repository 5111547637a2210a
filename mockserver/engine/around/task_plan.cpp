#include "mockserver/engine/around/task_plan.h"

#include <algorithm>

namespace Mock
{

TaskPlan TaskPlan::compile(const Design::TaskDesign &design, Design::Diagnostics *diagnostics)
{
    TaskPlan plan;
    plan.design = design;
    const QString &pointer = design.pointer;
    const auto script = [&](const QString &source, const char *member) {
        return Script::compile(source, pointer + QLatin1String(member), diagnostics);
    };
    const auto filledIn = [&](const Design::Json &json, const char *member) {
        return ScriptTemplate::compile(json, pointer + QLatin1String(member), diagnostics);
    };
    plan.when = script(design.when, "/when");
    plan.script = script(design.script, "/run");
    plan.text = filledIn(design.text, "/log");
    plan.url = filledIn(design.url, "/webhook");
    plan.body = filledIn(design.body, "/body");
    for (const Design::JsonObject::Member &header : design.headers)
        plan.headers.append({header.key.toLatin1(), filledIn(header.value, "/headers")});
    return plan;
}

QByteArray fieldValue(const Design::Json &value)
{
    const QString text = textOf(value);
    const bool isLatin =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0xff; });
    QByteArray bytes = isLatin ? text.toLatin1() : text.toUtf8();
    return bytes.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
}

QList<HeaderField> filledHeaders(const QList<QPair<QByteArray, ScriptTemplate>> &headers,
                                 const ScriptScope &scope, QString *problem)
{
    QList<HeaderField> fields;
    for (const auto &[name, value] : headers) {
        const Design::Json text = value.fill(scope, problem);
        if (!text.isUndefined() && !text.isNull())
            fields.append({name, fieldValue(text)});
    }
    return fields;
}

} // namespace Mock
