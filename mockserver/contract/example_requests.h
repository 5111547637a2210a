#pragma once

#include "designer/model/api.h"
#include "mockserver/contract/parameter_text.h"
#include "mockserver/engine/message.h"

#include <memory>

namespace Mock
{

/// A request that the design accepts, made from its own examples and models.
struct ExampleRequest {
    Request request;
    QList<HeaderField> credentials; ///< those among the headers
    TextPairs queryCredentials;     ///< and those in the query
    Design::Json body;              ///< what request.body says, undefined without one
    QString problem;                ///< why there is no valid one; empty when there is
    bool isValid() const { return problem.isEmpty(); }
};

/// Makes valid example requests for the operations of one design, the same ones for the same seed.
/// They carry every required input, and the optional ones that the design gives examples for.
/// Credentials are tokens that the design names, else of the right form ("Bearer example").
class ExampleRequests
{
public:
    explicit ExampleRequests(const Design::Api &api, quint64 seed = 0);
    ~ExampleRequests();

    ExampleRequest make(const Design::Named<Design::PathItem> &path,
                        const Design::Operation &operation);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Mock
