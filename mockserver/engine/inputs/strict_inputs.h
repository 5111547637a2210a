#pragma once

#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "mockserver/engine/errors/refusal.h"
#include "mockserver/engine/inputs/style_reader.h"
#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

namespace Mock
{

struct ParsedMediaType;

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
    /// Takes the body apart. False when it is no such body at all: see refusal().
    bool readBody();
    void checkBody();

    const Refusal &refusal() const { return m_refusal; } ///< 400: syntax; 415: media type
    bool isTooCostly() const { return m_isTooCostly; }
    const QList<Violation> &violations() const { return m_violations; }
    const ReadInputs &values() const { return m_values; }

private:
    StyledValue given(const ParameterPlan &parameter) const;
    bool refuse(int status, const QString &type, const QString &detail);
    bool chooseMedia();
    bool readDataBody(const Design::ReadText &text, const QString &language);
    bool readStreamBody();
    bool readXmlBody();
    bool hasBoundary(const ParsedMediaType &type);
    bool readFormBody(const ParsedMediaType &type);
    bool readPartsBody(const ParsedMediaType &type);
    void addErrors(const Design::Validation &found, const ParameterPlan *parameter,
                   const Design::Json &value);
    void addViolation(const Design::JsonArray &location, const QString &type,
                      const QString &message, Design::NodeId node,
                      Design::Keyword keyword = Design::Keyword::Unknown);

    const RoutePlan &m_route;
    const Request &m_request;
    const Inputs &m_inputs;
    const BodyPlan::Media *m_media = nullptr; ///< that the body is of
    bool m_isTooCostly = false;
    Refusal m_refusal;
    QList<Violation> m_bodyViolations; ///< found while the body was read
    QList<Violation> m_violations;
    ReadInputs m_values;
};

} // namespace Mock
