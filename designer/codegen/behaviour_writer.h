#pragma once

#include "designer/codegen/project_parts.h"
#include "designer/codegen/responses.h"
#include "designer/codegen/router_plan.h"

namespace Design::Python
{

/// Writes what a route does: error rules, store, upstream, answer, computed fields and tasks, in
/// the order in which the design asks for them.
class BehaviourWriter
{
public:
    /// `names` are those of the function so far.
    BehaviourWriter(ProjectParts &parts, Module &module, Names *names);

    struct Written {
        QList<Code> depends;     ///< dependencies whose results nobody needs
        QList<Argument> before;  ///< arguments that what is done needs
        QString body;            ///< empty: the route has nothing of its own to do
        bool isAnswered = false; ///< the body returns the answer
        QString around;          ///< what stands before the function in the module
    };
    Written write(const RouteEntry &route, const QString &function, const AnswerPlan &plan,
                  const QList<Argument> &arguments, const ArgumentWriter::Body &body);

private:
    /// A value on its way to the answer.
    struct Value {
        Code code;
        Shape shape;
        bool isThere = false;
    };

    void nameInputs(const QList<Argument> &arguments, const ArgumentWriter::Body &body);
    void nameDepends();
    void addDepends(Written *written);
    QString rules(bool areAfter);
    QString lookUp();
    QString keyCode();
    bool sharesFields(const Json &body, const Json &row) const;
    Code fields(QString *lines);
    QString act(Value *value);
    QString listing() const;
    QString askUpstream();
    QString answer(Value *value);
    QString compute(Value *value);
    QString tasks(int status);
    QString returned(const Value &value, const AnswerPlan &plan);
    bool usesResult() const;
    bool hasRow() const;
    void reportUnsaid();

    ProjectParts &m_parts;
    Module &m_module;
    Names *m_names;
    const RouteEntry *m_route = nullptr;
    QList<Argument> m_arguments;
    ArgumentWriter::Body m_body;
    QString m_function;
    QString m_around;
    QString m_row; ///< the variable of the row that the action is about
    bool m_hasLooked = false;
    ScriptNames m_known;
    ScriptPython m_script;
};

} // namespace Design::Python
