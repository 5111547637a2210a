#pragma once

#include "mockserver/engine/answers/answer_choice.h"
#include "mockserver/engine/around/around_run.h"
#include "mockserver/engine/around/proxy.h"
#include "mockserver/engine/compiled_api_p.h"
#include "mockserver/engine/errors/refusal.h"
#include "mockserver/engine/run/inputs.h"
#include "mockserver/engine/trace.h"

namespace Mock
{

/// One request on its way through the engine: the pipeline, step by step.
class RequestRun
{
public:
    RequestRun(const CompiledApiPrivate &api, const Request &request, const OutgoingAnswer *answer);
    Exchange run();
    /// Instead of run(): whether a real server is going to answer.
    bool isPassedOn();

private:
    bool isFastApi() const { return m_api.profile == Profile::FastApi; }

    void handle();
    void check(const RoutePlan &route);
    /// False when the design lets the request fail: the response is set.
    bool meetFaults(const Design::FaultDesign &faults);
    // request_proxy.cpp
    const ProxyPlan *proxyOf(const RoutePlan *route) const;
    void passOn(const RoutePlan *route, const ProxyPlan &proxy);
    void checkRequest(const RoutePlan &route);
    void takeAnswer(const RoutePlan *route, const OutgoingRequest &sent, const ProxyPlan &proxy);
    void noteUnknown();
    void noteUpstream(const ProxyPlan &proxy, const TraceText &why);
    void failProxy(const ProxyPlan &proxy, int status, const QString &why);
    bool answerOwnPage(const QString &path);
    /// The route of the request, or null with the refusal in the response.
    const RoutePlan *findRoute();
    /// The route behind the base path of one of its servers; else the path that fits but for the
    /// method, where there is one.
    const RoutePlan *findBehindBase(const QString &path, QString *otherPath);
    Router::Found findIn(const QString &path) const;
    const RoutePlan *foundRoute(const QString &path, const Router::Found &found);
    void takeApart(const RoutePlan &route, const QString &path);
    /// Whether the route is at the server that the client asks for (`__server=URL`), if it does.
    bool isAtServer(const RoutePlan &route, const Inputs &inputs);
    void refuseMethod(const QString &path);
    void refuseMethod(const QString &nearest, Design::NodeId node, const QByteArray &allow);
    void refusePath(const QString &path);
    QString withoutRoot(const QString &path) const;
    /// `root` stood before the path.
    bool redirectSlash(const QString &path, const QString &root);

    bool runDependencies(const RoutePlan &route, const Inputs &inputs);
    /// Answers with the refusal in the shape of the design; route is null where none was found.
    void refuse(const RoutePlan *route, const Refusal &refusal);
    bool checkSecurity(const RoutePlan &route, const Inputs &inputs);
    void runFastApi(const RoutePlan &route, const Inputs &inputs);
    void runStrict(const RoutePlan &route, const Inputs &inputs);
    void answer(const RoutePlan &route, const Inputs &inputs, const ReadInputs &values);
    void refuseChoice(const RoutePlan &route, const AnswerChoice &choice);
    void refuseInputs(const RoutePlan &route, const QList<Design::ReadError> &errors);
    void sendAnswer(const RoutePlan &route, const AnswerChoice &choice, const Design::Json &value);
    void failAnswer(const AnswerPlan &plan, StepKind step, const QString &text);
    void skipFrom(StepKind first);

    const CompiledApiPrivate &m_api;
    const Request &m_request;
    const OutgoingAnswer *m_answer; ///< of the upstream that was asked before; null: none was
    Exchange m_exchange;
    Trace m_trace;
    std::unique_ptr<AroundRun> m_around; ///< null where nothing runs around the route
    QStringList m_pathValues;
    bool m_isOwnPage = false; ///< of the documentation
};

/// The step that reads the parameters of a place.
StepKind stepOf(ParameterPlan::Place place);

} // namespace Mock
