#pragma once

#include "designer/model/keyword.h"
#include "designer/text/diagnostic.h"
#include "designer/text/json.h"
#include "mockserver/engine/around/outgoing.h"
#include "mockserver/engine/message.h"
#include "mockserver/engine/trace_text.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace Mock
{

struct PendingTasks;

/// What a request went through, always in this order.
enum class StepKind {
    Route,
    ReadBody,
    Dependencies,
    Path,
    Query,
    Header,
    Cookie,
    Body,
    Answer,
    Filter,
    After
};
enum class Outcome { Passed, Failed, Skipped };

struct Step {
    StepKind kind = StepKind::Route;
    Outcome outcome = Outcome::Passed;
    QString text; ///< what happened, in one line for people: "GET /items/{item_id}"
    Design::NodeId node = Design::NodeId::None; ///< what the step was about
    qint64 nanoseconds = 0;
    QString pointer = {}; ///< place in the document, where that is no node
    TraceText said = {};  ///< the same as `text`, for windows
};

/// One rule of the design that a request (or our own answer) broke.
struct Violation {
    Design::Json location;                      ///< FastAPI's loc: ["body", "price"]
    QString type;                               ///< pydantic's error type: "greater_than"
    QString message;                            ///< "Input should be greater than 0"
    Design::Json input;                         ///< what was sent
    Design::Json context;                       ///< ctx; undefined when the type has none
    Design::NodeId node = Design::NodeId::None; ///< the schema, parameter or body that says so
    Design::Keyword keyword = Design::Keyword::Unknown; ///< the constraint of that schema
    QString pointer = {}; ///< place in the document, where that is no node
    TraceText said = {};  ///< where the message is Menura's own: the same for windows
};

/// What the design has go wrong with an answer on its way.
struct Mishap {
    enum class Kind {
        None,
        Drop,     ///< the connection ends without an answer
        Reset,    ///< it is torn down
        Truncate, ///< it ends in the middle of the answer
        Slow,     ///< the body comes at `pace`
    };
    Kind kind = Kind::None;
    int pace = 0; ///< bytes a second
};

/// A status for the traffic only: there was nobody left to send an answer to.
constexpr int clientHasGone = 499;

/// The one record of a request and its answer: traffic panel, log, tests and exports read it.
struct Exchange {
    quint64 number = 0;   ///< counts from 1 in one server
    QDateTime time;       ///< when the request was complete, UTC
    quint64 revision = 0; ///< of the design that answered
    Request request;
    Response response;
    Design::NodeId operation = Design::NodeId::None; ///< the route, once it was found
    QString route;                                   ///< "GET /items/{item_id}"; empty without one
    QList<Step> steps;
    QList<Violation> violations;
    QStringList nearestRoutes; ///< for a 404: the closest ones, best first
    qint64 nanoseconds = 0;    ///< from complete request to finished answer, delays not counted
    int delay = 0; ///< milliseconds that the design has the answer wait before it leaves
    Mishap mishap = {};
    /// Set: this is no answer yet. Whoever has a network sends it, and handles the request again
    /// with what came back.
    std::optional<OutgoingRequest> pending = {};
    std::shared_ptr<const PendingTasks> tasks = {}; ///< to be done after the answer; null: none
    /// The answer is not there yet, or not all of it (a status of 0: nothing of it). It comes
    /// again, under its number, when it has ended.
    bool isUnderWay = false;
    int tasksLeft = 0; ///< how many of its tasks have not ended; it comes again when they have
};

} // namespace Mock
