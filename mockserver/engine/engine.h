#pragma once

#include "designer/model/api.h"
#include "mockserver/engine/exchange.h"

#include <memory>
#include <optional>

namespace Design
{
struct Inclusions;
} // namespace Design

namespace Mock
{

class State;

enum class Profile {
    FromDesign, ///< what the design's x-menura says, else FastApi for documents that FastAPI wrote,
                ///< else Strict
    FastApi,
    Strict,
};

/// Decides FromDesign: what x-menura says, else FastApi for documents that FastAPI wrote.
Profile profileOf(const Design::Api &api);

/// How refusals are written.
enum class ErrorShape {
    FastApi,  ///< {"detail": ...}
    Problem,  ///< application/problem+json (RFC 9457)
    Declared, ///< the error that the operation declares, filled in; a problem where it has none
};

/// What x-menura says of errors, else what goes with the profile.
ErrorShape errorShapeOf(const Design::Api &api, Profile profile);

struct CompileOptions {
    Profile profile = Profile::FromDesign;
    quint64 seed = 0;     ///< of generated answers
    quint64 revision = 0; ///< carried into each Exchange
    /// The rows of the design's stores, which go on through edits; null: new ones.
    std::shared_ptr<State> state = {};
    /// The time that expressions see, in milliseconds since 1970, UTC; nothing: the real one.
    std::optional<qint64> clock = {};
    /// Results of dependencies that do not run then, as FastAPI's dependency_overrides.
    Design::JsonObject overrides = {};
    /// The hosts that the user lets the design ask (see upstreamHosts()); nothing: all that the
    /// design names. Names as in AllowedHosts; "*": all, too.
    std::optional<QStringList> allowedHosts = {};
    /// The address of a real server that everything is passed on to, instead of what the design
    /// says of proxies; its host is allowed. Empty: the design decides.
    QString proxy = {};
    /// Which parts of the design stand in other files, for those who are told the place of a rule.
    std::shared_ptr<const Design::Inclusions> inclusions = {};
};

class CompiledApiPrivate;

/// A design made ready to answer: routes in order, schemas compiled, answers prepared.
/// Immutable and shared between threads.
class CompiledApi
{
public:
    explicit CompiledApi(std::unique_ptr<const CompiledApiPrivate> d);
    ~CompiledApi();

    Profile profile() const; ///< never FromDesign
    quint64 revision() const;
    qsizetype routeCount() const;
    /// What could not be compiled and how it answers instead.
    const Design::Diagnostics &diagnostics() const;
    /// The rows of its stores; never null.
    const std::shared_ptr<State> &state() const;
    const CompiledApiPrivate &data() const { return *d; }

private:
    std::unique_ptr<const CompiledApiPrivate> d;
};

using CompiledApiPointer = std::shared_ptr<const CompiledApi>;

/// Never fails: parts that cannot be compiled are reported and answer 500 with the reason.
CompiledApiPointer compile(const Design::Api &api, const CompileOptions &options = {});

/// Answers one request. A pure function of its arguments; safe on any thread.
/// `answer` is what came back for the `pending` request of an earlier call with the same request.
Exchange handle(const CompiledApi &api, const Request &request,
                const OutgoingAnswer *answer = nullptr);
/// Whether the design passes requests like this one on to a real server, as far as its head says;
/// its body may then be of any size.
bool passesOn(const CompiledApi &api, const Request &head);
/// The head of an answer to a request that is passed on, as it goes back while the body still
/// comes.
Response passedHead(const CompiledApi &api, const Request &request, const Response &head);
/// Answers the request of an exchange that was `pending`, with what has come back. Delay and mishap
/// stay those of the first time.
Exchange resume(const CompiledApi &api, const Request &request, const Exchange &pending,
                const OutgoingAnswer &answer);
/// The same for those without a network: other servers answer what the design has as samples, and
/// tasks that need no network are done before this returns.
Exchange handleOffline(const CompiledApi &api, const Request &request);

} // namespace Mock
