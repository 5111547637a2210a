#pragma once

#include "designer/model/locate.h"
#include "mockserver/engine/exchange.h"

namespace Mock
{

/// Why a request was not answered as it hoped, in words, and what of the design says so.
struct Why {
    QString sentence; ///< "body.price is -5, must be greater than 0"; empty when nothing is wrong
    QString place;    ///< "ItemCreate.price · exclusiveMinimum"; empty when no place says so
    Design::NodeId node = Design::NodeId::None;
    Design::Keyword keyword = Design::Keyword::Unknown;

    bool isEmpty() const { return sentence.isEmpty(); }
    bool operator==(const Why &) const = default;
};

/// api and index are those of the design that answered, as far as it is still at hand.
Why why(const Exchange &exchange, const Design::Api &api, const Design::NodeIndex &index);

/// The same for one of several broken rules.
Why why(const Violation &violation, const Design::Api &api, const Design::NodeIndex &index);

QString locationWords(const Design::Json &location); ///< "body.tags[0]"
QString ruleWords(const Violation &violation);       ///< "minimum", "required"
QString wantedWords(const Violation &violation);     ///< "greater than 0"
/// What is said to somebody whose JSON was not read as JSON for its Content-Type; else empty.
QString readAsTextWords(const Exchange &exchange);
QString gotWords(const Violation &violation); ///< `-5`, `""`, "nothing"

/// What Menura says of it, in the language of the window; the words of an answer as they are.
QString stepWords(const Step &step);
QString messageWords(const Violation &violation);
QString stepName(StepKind kind);               ///< "query"
QString outcomeWord(Outcome outcome);          ///< "passed", "failed", "not reached"
QString statusWords(int status);               ///< "422 Unprocessable Content"
QString statusWords(const Exchange &exchange); ///< also "in flight", "200 OK, in flight"

} // namespace Mock
