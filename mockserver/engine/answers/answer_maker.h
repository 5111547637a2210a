#pragma once

#include "designer/coercion/read_error.h"
#include "mockserver/engine/answers/answer_choice.h"
#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"
#include "mockserver/engine/trace_text.h"

namespace Mock
{

/// A value to answer with, or why there is none.
struct MadeAnswer {
    Design::Json value;    ///< undefined when there is none
    TraceText source;      ///< for people: "example", "made up", "what was sent"
    QString problem;       ///< why there is none
    bool isMadeUp = false; ///< from the schema, with no word of the design
    bool isNear = false;   ///< it breaks rules of the design, as every value would
};

/// The value that a route answers a valid request with: the example that was chosen as it is, else
/// the first valid one or one made up from the schema, with what the request named put into the
/// fields of the same name. The same request gets the same answer.
MadeAnswer makeAnswer(const RoutePlan &route, const AnswerChoice &choice, const ReadInputs &inputs,
                      quint64 seed);

/// The answer as its response model lets it through: unknown fields left out, the rest in the
/// model's order. Undefined, with the errors, when it breaks the model.
Design::Json filterAnswer(const AnswerPlan &answer, const Design::Json &value,
                          QList<Design::ReadError> *errors);

/// Whether nothing is broken but patterns that Rust reads otherwise than ECMA-262, by which values
/// are made up.
bool breaksForeignPatternsOnly(const QList<Design::ReadError> &errors);

} // namespace Mock
