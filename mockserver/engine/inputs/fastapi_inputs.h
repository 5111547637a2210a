#pragma once

#include "designer/coercion/read_error.h"
#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

namespace Mock
{

/// A body as FastAPI has it after reading and before checking it.
struct FastApiBody {
    enum class Kind { Absent, Value, Bytes, Form };

    Kind kind = Kind::Absent;
    Design::Json value;                             ///< of a JSON body; the text of bytes
    bool isText = true;                             ///< bytes are UTF-8
    QList<QPair<QString, Design::Json>> formFields; ///< in the order of the body
    int status = 0;                                 ///< what to refuse with, 0 to go on
    QString detail;                                 ///< why, for a 400
    Design::ReadError jsonError;                    ///< why, for a 422
};

/// Reads the body by its content type, before anything else is looked at.
FastApiBody readFastApiBody(const RoutePlan &route, const Request &request, const Inputs &inputs);

/// Reads the inputs as FastAPI does; what is wrong with them is appended to the errors.
class FastApiReader
{
public:
    FastApiReader(const RoutePlan &route, const Inputs &inputs)
        : m_route(route)
        , m_inputs(inputs)
    {
    }

    void readParameters(ParameterPlan::Place place);
    void readBody(const FastApiBody &body);

    const QList<Design::ReadError> &errors() const { return m_errors; }
    const ReadInputs &values() const { return m_values; }
    bool isExhausted() const { return m_isExhausted; }

    /// An error would have to quote bytes that no JSON can carry, on which FastAPI fails.
    bool isUnwritable() const { return m_isUnwritable; }

private:
    enum class Given { Value, Text, Bytes }; ///< of JSON; bytes of UTF-8; other bytes

    Design::Json given(const ParameterPlan &parameter) const;
    Design::Json given(ParameterPlan::Place place, const QString &name, bool isSequence) const;
    /// All that came in the place, under the names of the model.
    Design::JsonObject modelInput(const ParameterPlan &parameter) const;
    QStringList namesIn(ParameterPlan::Place place) const;
    void readModel(const ParameterPlan &parameter);
    Design::Json formValue(const BodyPlan::Field &field, const FastApiBody &body) const;
    static Design::Json allOf(const FastApiBody &body, const QString &name);
    Design::Json readOne(const Design::JsonArray &location, const Design::Type &type,
                         const Design::Json &value, Given given);
    /// Checks what the types do not cover; undefined when a rule is broken.
    Design::Json checked(const Design::JsonArray &location, const ExtraRulePlan &rules,
                         const Design::Json &value);
    /// A missing value is its default, or an error.
    Design::Json missing(const Design::JsonArray &location, bool isRequired,
                         const Design::Json &fallback, Design::NodeId node);
    void readFields(const FastApiBody &body);

    const RoutePlan &m_route;
    const Inputs &m_inputs;
    QList<Design::ReadError> m_errors;
    ReadInputs m_values;
    bool m_isExhausted = false;
    bool m_isUnwritable = false;
};

} // namespace Mock
