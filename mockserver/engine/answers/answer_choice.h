#pragma once

#include "mockserver/engine/plan/route_plan.h"
#include "mockserver/engine/run/inputs.h"

#include <optional>

namespace Mock
{

/// What a client would like to be answered (RFC 7240): `Prefer: code=404, example=cat`,
/// `Prefer: dynamic=true`; or, as a Prefer field is hard to send from a browser's address bar,
/// `?__code=404&__example=cat&__dynamic=true`. The field wins over the query.
struct Wishes {
    std::optional<int> status;
    QString example;
    std::optional<bool> dynamic;
    QString problem; ///< a wish that cannot be read; empty when all can

    /// Whether to make up a value from the schema, whatever examples there are.
    bool isDynamic() const { return dynamic.value_or(false); }
    bool isEmpty() const { return !status && example.isEmpty() && !isDynamic(); }
    QByteArray applied() const; ///< for Preference-Applied
};

Wishes readWishes(const Request &request, const Inputs &inputs);

/// Which of an operation's responses answers a request, and how.
struct AnswerChoice {
    const AnswerPlan *answer = nullptr;           ///< null: refused
    const AnswerPlan::Example *example = nullptr; ///< null: whichever there is, or made up
    int status = 200;
    QByteArray contentType;
    bool isDynamic = false;
    int refusal = 0; ///< 404, 406, 422 or 500 with the reason in `problem`
    QString problem;
};

/// Without wishes: the response whose example belongs to what was sent, else the operation's
/// success, else its first error; of its media types the one that the Accept field wants most.
AnswerChoice chooseAnswer(const RoutePlan &route, const Wishes &wishes, const QByteArray &accept,
                          const ReadInputs &values);

} // namespace Mock
