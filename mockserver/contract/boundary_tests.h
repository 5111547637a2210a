#pragma once

#include "mockserver/contract/test_case.h"
#include "mockserver/engine/engine.h"

#include <QMap>

#include <functional>

namespace Mock
{

/// A rule of an input: "query.limit minimum".
struct Constraint {
    QString name;
    QString why; ///< no test breaks it; empty when one does
};

/// The tests that follow from the constraints of a design.
struct BoundaryTests {
    QList<TestCase> cases;
    /// By route: every constraint of its inputs, those without a case included.
    QMap<QString, QList<Constraint>> constraints;
    /// Routes that have no valid request to begin with, and why.
    QMap<QString, QString> problems;
};

/// Told after each path: the tests that are new, how many paths are done and how many there are.
/// Says whether to go on.
using OnRoute = std::function<bool(const QList<TestCase> &made, qsizetype done, qsizetype all)>;

/// For every parameter and everything inside of bodies the values on both sides of each of its
/// constraints, and every spelling that is taken; the rest of the request is valid. What must come
/// of each is worked out from the design in the plainest way, and not by the engine that is tested:
/// in FastAPI's profile the whole body of a refusal. Dependencies that ask who somebody is are
/// replaced by the first user who may log in. Then requests without credentials, with malformed and
/// with wrong ones; and for every error rule a request that it applies to.
BoundaryTests boundaryTests(const Design::Api &api, Profile profile = Profile::FromDesign,
                            const OnRoute &onRoute = {});

} // namespace Mock
