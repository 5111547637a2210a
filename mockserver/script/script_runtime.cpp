#include "mockserver/script/script_runtime.h"

#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/script/number_spelling.h"
#include "mockserver/script/script_host.h"
#include "mockserver/script/script_prelude.h"
#include "mockserver/script/script_watchdog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QThread>
#include <QThreadStorage>

#include <utility>

using Design::Json;
using Design::JsonObject;

namespace Mock
{

namespace
{

/// More expressions than a design has; edited ones leave their old forms behind.
constexpr qsizetype mostFunctions = 5'000;
constexpr int plainNames = 11; ///< those that are JSON values

/// One for each thread. Not thread_local: QThread::wait() returns before such destructors have run,
/// and the program could be ending, Qt's own statics with it, while an engine still takes itself
/// apart. What lies in a QThreadStorage is gone when wait() returns.
QThreadStorage<ScriptRuntime *> &runtimes()
{
    static QThreadStorage<ScriptRuntime *> storage;
    return storage;
}

QString jsonText(const Json &value)
{
    return value.isUndefined() ? QStringLiteral("null")
                               : QString::fromUtf8(Design::writeJson(value));
}

/// The value with numbers written as they were in what the expression has seen.
Json exact(const Json &value, const Script &script, const ScriptScope &scope)
{
    if (!value.isObject() && !value.isArray())
        return value;
    NumberSpelling spelling;
    for (int bit = 0; bit < plainNames; ++bit) {
        const auto name = static_cast<ScriptName>(1u << bit);
        if (script.uses(name))
            spelling.note(scope.value(name));
    }
    return spelling.restored(value);
}

/// "TypeError: ... (line 2)"; the line only where there is more than one.
QString messageOf(const QJSValue &error, const QString &source)
{
    const int line = error.property(QStringLiteral("lineNumber")).toInt() - 1;
    const QString text = error.toString();
    return source.contains(u'\n') && line > 0 ? QStringLiteral("%1 (line %2)").arg(text).arg(line)
                                              : text;
}

} // namespace

QString ScriptBridge::call(const QString &store, const QString &operation, const QString &arguments)
{
    QString error = QStringLiteral("there are no stores here");
    JsonObject answer;
    if (host) {
        error.clear();
        const Json list = Design::readJson(arguments.toUtf8()).value;
        const Json value = host->callStore(store, operation, list.array(), &error);
        answer.insert(QStringLiteral("value"), value.isUndefined() ? Json(nullptr) : value);
    }
    if (!error.isEmpty())
        answer.insert(QStringLiteral("error"), error);
    return jsonText(answer);
}

double ScriptBridge::random()
{
    constexpr double scale = 1.0 / 9007199254740992.0; // 2^53: every value fits a double
    return host ? static_cast<double>(host->random() >> 11) * scale : 0.5;
}

double ScriptBridge::now()
{
    return static_cast<double>(host ? host->now() : QDateTime::currentMSecsSinceEpoch());
}

ScriptRuntime &ScriptRuntime::current()
{
    ScriptRuntime *&runtime = runtimes().localData();
    if (!runtime) {
        runtime = new ScriptRuntime;
        // The main thread's would outlive the application otherwise, which Qt does not allow.
        if (QCoreApplication::instance() &&
            QThread::currentThread() == QCoreApplication::instance()->thread())
            qAddPostRoutine([] { runtimes().setLocalData(nullptr); });
    }
    return *runtime;
}

ScriptRuntime::ScriptRuntime()
    : m_engine(std::make_unique<QJSEngine>())
    , m_bridge(new ScriptBridge)
{
    const QJSValue bridge = m_engine->newQObject(m_bridge); // the engine's from now on
    const QJSValue prelude = m_engine->evaluate(scriptPrelude());
    // The host is three plain functions: whoever held the object itself could delete it.
    const QJSValue facade = m_engine->evaluate(
        QStringLiteral("(function (b) { return Object.freeze({call: (s, o, a) => b.call(s, o, a), "
                       "random: () => b.random(), now: () => b.now()}); })"));
    m_run = prelude.call({facade.call({bridge}), m_engine->globalObject()});
    if (m_run.isError() || !m_run.isCallable())
        qWarning("The script prelude failed: %s", qUtf8Printable(m_run.toString()));
    m_watchdog = std::make_unique<ScriptWatchdog>(m_engine.get());
}

ScriptRuntime::~ScriptRuntime() = default;

QJSValue ScriptRuntime::function(const QString &source)
{
    const auto known = m_functions.constFind(source);
    if (known != m_functions.constEnd())
        return *known;
    if (m_functions.size() >= mostFunctions)
        m_functions.clear();
    // An expression may close the function around it and so run at once: the limits hold here, too.
    m_watchdog->arm(std::chrono::milliseconds(250));
    const QString head = QStringLiteral("(function (%1) { 'use strict'; ").arg(scriptParameters());
    QJSValue compiled =
        m_engine->evaluate(head + QStringLiteral("return (\n%1\n); })").arg(source));
    static const QRegularExpression returns(QStringLiteral("\\breturn\\b"));
    if (compiled.isError() && source.contains(returns)) { // statements that return something
        const QJSValue body = m_engine->evaluate(head + u'\n' + source + QLatin1String("\n})"));
        if (!body.isError())
            compiled = body;
    }
    const bool isStopped = m_watchdog->disarm();
    if (!isStopped && !compiled.isError() && !compiled.isCallable())
        compiled = m_engine->newErrorObject(QJSValue::SyntaxError, QStringLiteral("unbalanced"));
    if (isStopped)
        compiled = m_engine->newErrorObject(QJSValue::SyntaxError, QStringLiteral("it never ends"));
    m_functions.insert(source, compiled);
    return compiled;
}

QString ScriptRuntime::check(const QString &source)
{
    const QJSValue compiled = function(source);
    return compiled.isError() ? messageOf(compiled, source) : QString();
}

ScriptResult ScriptRuntime::evaluate(const Script &script, const ScriptScope &scope)
{
    ScriptResult result;
    const QJSValue expression = function(script.source());
    if (expression.isError()) {
        result.error = messageOf(expression, script.source());
        return result;
    }
    QJSValue wanted = m_engine->newArray();
    QJSValue texts = m_engine->newArray();
    quint32 count = 0;
    for (int bit = 0; bit < plainNames; ++bit) {
        const auto name = static_cast<ScriptName>(1u << bit);
        if (!script.uses(name) || scope.value(name).isUndefined())
            continue;
        wanted.setProperty(count, bit);
        texts.setProperty(count, jsonText(scope.value(name)));
        ++count;
    }
    ScriptHost *outer = std::exchange(m_bridge->host, scope.host);
    m_watchdog->arm(scope.limit);
    const QJSValue answer = m_run.call({expression, wanted, texts});
    result.isTimeout = m_watchdog->disarm();
    m_bridge->host = outer;
    if (result.isTimeout) {
        m_engine->collectGarbage();
        result.error = QStringLiteral("it was stopped: it takes longer than %1 ms, or too much "
                                      "memory")
                           .arg(scope.limit.count());
    } else if (answer.isError() || !answer.isArray()) {
        result.error = messageOf(answer, script.source());
    } else {
        const QJSValue text = answer.property(0);
        if (text.isString())
            result.value = exact(Design::readJson(text.toString().toUtf8()).value, script, scope);
        result.isTrue = answer.property(1).toBool();
    }
    return result;
}

} // namespace Mock
