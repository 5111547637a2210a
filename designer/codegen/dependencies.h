#pragma once

#include "designer/codegen/arguments.h"
#include "designer/codegen/script_python.h"

namespace Design::Python
{

class Errors;
class Login;
class Stores;

/// app/dependencies.py: the security schemes and the dependencies of the design.
class Dependencies
{
public:
    Dependencies(Source &source, Models &models, Errors &errors, Stores &stores, Login &login);

    static QString module() { return QStringLiteral("app.dependencies"); }

    static QString functionName(const QString &dependency)
    {
        return QStringLiteral("get_") + variableName(dependency);
    }
    bool has(const QString &dependency) const;
    /// `Depends(get_admin)` in another module, or `Security(get_admin, scopes=["me"])`.
    Code depends(const QString &dependency, Module &into, const QStringList &scopes = {});
    /// The dependency as an argument, whose value the function needs.
    Argument argument(const QString &dependency, Module &into, const QString &name,
                      const QStringList &scopes = {});
    Shape shape(const QString &dependency);
    /// What a plain security requirement of an operation needs.
    QList<Code> security(const Json &requirements, Module &into, const QString &pointer);
    /// The object of a security scheme; empty where FastAPI has no class for it.
    QString schemeName(const QString &scheme, bool isOptional);

    Module write();

private:
    /// Whether something that needs it asks for scopes.
    bool isAskedForScopes(const QString &dependency) const;
    struct Written {
        QString function;
        QString text;
        Code type;
        Shape shape;
    };

    const Written &written(const QString &dependency);
    void write(const QString &name, const DependencyDesign &design, Written *into);
    /// The scheme's object itself, or the function that only lets in who has one of its tokens.
    QString checkedName(const QString &scheme, const Json &object, const QString &variable,
                        bool isOptional);
    static Code securityOf(const QString &variable, const Json &scopes, Module &into);

    Source &m_source;
    Models &m_models;
    Errors &m_errors;
    Stores &m_stores;
    Login &m_login;
    Module m_module;
    Names m_names;
    QStringList m_order;
    QHash<QString, Written> m_written;
    QList<std::pair<QString, QString>> m_schemes; ///< variable, its statement
    QList<std::pair<QString, QString>> m_checks;  ///< function, its text
};

} // namespace Design::Python
