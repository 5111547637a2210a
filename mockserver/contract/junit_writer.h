#pragma once

#include "mockserver/contract/test_runner.h"

namespace Mock
{

struct TestRecord {
    QString group;
    QString name;
    TestOutcome outcome;
};

/// The outcomes as JUnit XML, a test suite for each group in the order of its first test.
QByteArray junitText(const QString &name, const QList<TestRecord> &records);

} // namespace Mock
