#pragma once

#include "mockserver/contract/test_case.h"
#include "mockserver/engine/engine.h"

#include <QHash>

#include <functional>

namespace Mock
{

/// The tests that follow from the constraints of a design.
struct BoundaryTests {
    QList<TestCase> cases;
    /// By route: every constraint of its inputs, those without a case included.
    QHash<QString, QStringList> constraints;
    /// Routes that have no valid request to begin with, and why.
    QHash<QString, QString> problems;
};

/// For every parameter and every field of a JSON body the values on both sides of each of its
/// constraints; the rest of the request is valid. In FastAPI's profile the whole body of a refusal
/// is foretold from the constraint alone. Dependencies that ask who somebody is are replaced by
/// the first user who may log in. And for every error rule a request that it applies to.
///
/// `goOn` is asked before each route, with how many are done and how many there are; when it says
/// no, the tests made so far come back.
using GoOn = std::function<bool(qsizetype done, qsizetype all)>;
BoundaryTests boundaryTests(const Design::Api &api, Profile profile = Profile::FromDesign,
                            const GoOn &goOn = {});

} // namespace Mock
