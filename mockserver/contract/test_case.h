#pragma once

#include "designer/model/api.h"
#include "mockserver/engine/message.h"

#include <optional>

namespace Mock
{

/// What must be true of an answer. What is not said may be anything.
struct Expectation {
    std::optional<int> status;
    bool isAccepted = false; ///< not refused for what was sent: none of `refusals` and no 5xx
    bool isDeclared = false; ///< as the design declares it: status, header fields, body
    bool isLetIn = false;    ///< a 401 or 403 is not somebody else's doing
    bool isRefused = false;  ///< for what was sent, with one of `refusals`
    QList<int> refusals{400, 413, 415, 422};
    QList<HeaderField> headers;
    Design::Json body;           ///< equal to this (as JSON Schema means equality)
    QString model;               ///< component schema that the body must fit
    Design::JsonObject pointers; ///< values at JSON Pointers into the body
    Design::JsonObject stores;   ///< rows afterwards: a list, or how many; only in process
};

struct TestStep {
    Request request;
    Expectation expect;
};

/// One test of a design: requests in their order and what must come back.
struct TestCase {
    QString name;
    QString group; ///< for people: the route, "tests" for those of the file
    QList<TestStep> steps;
    bool hasSteps = false;        ///< written as a list of them, and not as one request
    Design::JsonObject given;     ///< rows before, by store; others have their fixtures
    Design::JsonObject overrides; ///< results of dependencies that do not run then
    QString pointer;              ///< place in the document
    QString constraint;           ///< that a generated test breaks: "query.limit minimum"
    Design::NodeId route = Design::NodeId::None; ///< that a generated test is about
};

/// The time that tests see: the beginning of 2026, always. Milliseconds since 1970, UTC.
constexpr qint64 testClock = 1'767'225'600'000;

/// The tests of the file (`x-menura.tests`). What has the wrong shape is reported and left out.
QList<TestCase> readTestCases(const Design::Api &api, Design::Diagnostics *diagnostics);

} // namespace Mock
