#pragma once

#include "designer/codegen/script_python.h"

namespace Design::Python
{

class Errors;
class Stores;

/// app/login.py: who may log in, the tokens they get, and the routes that give them out.
class Login
{
public:
    Login(Source &source, Models &models, Errors &errors, Stores &stores);

    bool isEmpty() const { return m_source.behaviour().logins.isEmpty(); }
    bool has(const QString &scheme) const { return m_source.behaviour().logins.contains(scheme); }
    /// The call that gives the user of a dependency's credential, or refuses it. `outer`: the
    /// variable with the scopes that those ask for who need it; empty where nobody does.
    QString userCall(const DependencyDesign &dependency, const QString &credential,
                     const QString &outer, Module &into);
    Shape userShape(const QString &scheme) const;

    Module write();

private:
    QString text(const Named<LoginDesign> &login, Module &module);
    QString field(const QString &user, const QString &name, const LoginDesign &login) const;

    Source &m_source;
    Models &m_models;
    Errors &m_errors;
    Stores &m_stores;
};

} // namespace Design::Python
