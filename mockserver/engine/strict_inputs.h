#pragma once

#include "designer/schema/validator.h"
#include "mockserver/engine/inputs.h"
#include "mockserver/engine/refusal.h"
#include "mockserver/engine/route_plan.h"

namespace Mock
{

/// Reads and checks the inputs by OpenAPI's own rules: text becomes the JSON value that the schema
/// declares, and JSON Schema says whether it is valid.
class StrictReader
{
public:
    StrictReader(const RoutePlan &route, const Request &request, const Inputs &inputs)
        : m_route(route)
        , m_request(request)
        , m_inputs(inputs)
    {
    }

    void readParameters(ParameterPlan::Place place);
    /// Takes the body apart. False when it is no such body at all; see status() and detail().
    bool readBody();
    void checkBody();

    /// 0: all is well so far. 400: parameters, syntax of the body; 415; 422: rules of the body.
    int status() const { return m_status; }
    const QString &detail() const { return m_detail; }
    const QList<ProblemEntry> &problems() const { return m_problems; }
    const QList<Violation> &violations() const { return m_violations; }
    const ReadInputs &values() const { return m_values; }

private:
    Design::Json given(const ParameterPlan &parameter) const;
    bool refuse(int status, const QString &detail);
    bool readJsonBody();
    bool readFormBody(const QByteArray &contentType);
    void addErrors(const Design::Validation &found, const ParameterPlan *parameter);

    const RoutePlan &m_route;
    const Request &m_request;
    const Inputs &m_inputs;
    const BodyPlan::Media *m_media = nullptr; ///< that the body is of
    int m_status = 0;
    QString m_detail;
    QList<ProblemEntry> m_problems;
    QList<Violation> m_violations;
    ReadInputs m_values;
};

} // namespace Mock
