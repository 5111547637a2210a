#pragma once

#include "mockserver/script/script.h"

#include <QHash>
#include <QJSEngine>
#include <QObject>

#include <memory>

namespace Mock
{

class ScriptWatchdog;

/// What JavaScript calls; answers with the host of the scope that is being evaluated.
class ScriptBridge : public QObject
{
    Q_OBJECT

public:
    ScriptHost *host = nullptr;

    Q_INVOKABLE QString call(const QString &store, const QString &operation,
                             const QString &arguments);
    Q_INVOKABLE double random();
    Q_INVOKABLE double now();
};

/// The JavaScript engine of one thread, with the expressions that it has compiled.
class ScriptRuntime
{
public:
    /// The calling thread's.
    static ScriptRuntime &current();
    ~ScriptRuntime();

    /// What is wrong with the expression; empty when it can be compiled.
    QString check(const QString &source);
    ScriptResult evaluate(const Script &script, const ScriptScope &scope);

private:
    ScriptRuntime();
    /// The expression as a function; an error when it cannot be compiled.
    QJSValue function(const QString &source);

    std::unique_ptr<QJSEngine> m_engine;
    ScriptBridge *m_bridge = nullptr; ///< the engine's child
    QJSValue m_run;
    QHash<QString, QJSValue> m_functions;       ///< by source
    std::unique_ptr<ScriptWatchdog> m_watchdog; ///< last: stops before the engine goes
};

} // namespace Mock
