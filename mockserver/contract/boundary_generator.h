#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "mockserver/contract/boundary_tests.h"
#include "mockserver/contract/example_requests.h"
#include "mockserver/contract/judge.h"

#include <QSet>

#include <functional>

namespace Mock
{

/// An input that the expression of a rule names, and what to try for it.
struct RuleSlot {
    QString part;  ///< "query.limit"; of the body: "body"
    QString field; ///< of the body
    Design::JsonArray values;
};

/// Makes the generated tests, operation by operation: a valid request, and from it the requests
/// in which one input is another one of the cases that its schema has.
class BoundaryGenerator
{
public:
    BoundaryGenerator(const Design::Api &api, Profile profile);
    BoundaryTests run(const OnRoute &onRoute);

private:
    /// A value inside of an input: where it stands, and its name in tests.
    struct Spot {
        Design::JsonArray place;
        QString name;
        QList<Design::NodeId> around; ///< the schemas on the way to it, which may come again

        Spot at(const Design::Json &step) const;
        /// The same value, as one of several alternatives.
        Spot as(const QString &alternative) const;
    };

    // boundary_generator.cpp
    void addOverrides();
    void addOperation(const QString &path, const Design::PathItem &item,
                      const Design::Operation &operation);
    bool makeBase(const QString &path, const Design::PathItem &item,
                  const Design::Operation &operation, const QList<Design::Parameter> &parameters);
    bool isKnownToBeTaken() const;
    bool checkWithServer();
    void collect(const QList<Design::Parameter> &list, QList<Design::Parameter> *parameters) const;
    void noteOwn(const QString &path, const Design::Operation &operation);
    void note(const QString &name, const QString &constraint, const QString &why = {});
    void finishConstraints(qsizetype firstCase);
    /// Whether the server takes this request for one that breaks nothing.
    bool isTakenByServer(const RequestParts &parts);
    void push(const QString &name, const ValueCase &made, const RequestParts &parts,
              const Foretold &foretold, bool isExact);
    static ValueCase leftOut();

    // boundary_inputs.cpp
    QList<TestedInput> inputsOf(const QList<Design::Parameter> &parameters) const;
    TestedInput headerModel(const QList<Design::Parameter> &parameters) const;
    Design::Json validValue(const Design::Parameter &parameter);
    void addInput(const TestedInput &input);
    void addBody(const Design::RequestBody &body);
    void addMedia(const Design::RequestBody &body, const Design::Named<Design::MediaType> &media);
    void addContentType(const TestedInput &input);
    void addFiles(const TestedInput &input, const Design::Json &encoding);
    void addWhole(const QString &note, const QString &constraint, const RequestParts &parts,
                  const Foretold &foretold);

    // boundary_values.cpp
    void addCase(const Spot &spot, const ValueCase &made);
    void addValue(const Spot &spot, const Design::Schema &schema);
    void addInside(const Spot &spot, const InputSchema &input, const Design::Json &valid);
    void addFields(const Spot &spot, const InputSchema &input);
    void addField(const Spot &spot, const Design::Schema &schema);
    void addItems(const Spot &spot, const InputSchema &input, const Design::Json &valid);
    void addAlternatives(const Spot &spot, const InputSchema &input);
    void addExtra(const Spot &spot, const InputSchema &input);
    bool takes(const Design::Json &value);

    // boundary_rules.cpp
    struct RuleAnswer {
        bool applies = false;
        bool isBroken = false; ///< its expression fails
        Response response;
    };
    QStringList dependenciesOf(const QString &path, const Design::Operation &operation) const;
    QList<Design::ErrorRule> rulesOf(const QString &path, const Design::Operation &operation) const;
    void appease(const QList<Design::ErrorRule> &rules);
    void addRules(const Design::Operation &operation, const QList<Design::ErrorRule> &rules);
    /// `keys` of the rows that the route may be about.
    void addRule(const Design::ErrorRule &rule, const Design::JsonArray &keys);
    bool tryValues(const QList<RuleSlot> &inputs, int most,
                   const std::function<bool(const RequestParts &)> &isIt) const;
    static RuleAnswer askRule(const CompiledApi &api, const Request &request,
                              const Design::ErrorRule &rule);
    void addRuleTest(const Design::ErrorRule &rule, const RequestParts &parts,
                     const Design::JsonObject &overrides, const RuleAnswer &answer);
    void expectRule(const Design::ErrorRule &rule, const Response &answered,
                    Expectation *expect) const;
    CompiledApiPointer compiledWith(const Design::JsonObject &overrides);
    QList<Design::JsonObject> userOverrides() const;

    // boundary_security.cpp
    void addSecurity(const Design::Operation &operation);
    void addWrongForms(const Design::Named<QStringList> &use, const RequestParts &bare);
    /// `rest`: the request as it is but for a valid credential of this scheme.
    void addWrongTokens(const Design::Named<QStringList> &use, const RequestParts &rest);
    void addCombinations(const QList<Design::SecurityRequirement> &alternatives,
                         const RequestParts &bare);
    /// The credentials of some of the schemes that are needed together.
    RequestParts withSome(RequestParts parts, const Design::SecurityRequirement &requirement,
                          const QStringList &schemes) const;
    TestCase securityTest(const QString &text, const RequestParts &parts) const;
    void addRefusal(const QString &note, const QString &constraint, const RequestParts &parts,
                    int status, const QString &detail);
    const Design::SecurityScheme *schemeOf(const QString &name) const;
    bool anyDependency(const QString &scheme,
                       const std::function<bool(const Design::DependencyDesign &)> &is) const;
    /// Whether a dependency wants a user of the scheme, whom no token of the design leads to.
    bool isUserAsked(const QString &scheme) const;

    const Design::Api m_api;
    const Design::Api m_flat;
    const Design::Behaviour m_behaviour;
    const bool m_isFastApi;
    const bool m_isInFastApisWords; ///< refusals look as FastAPI's do
    ValueCases m_values;
    Design::SchemaCompiler m_schemas;
    ExampleRequests m_examples;
    const Design::FindSchema m_find;
    const Judge m_judge;
    BoundaryTests m_tests;
    Design::JsonObject m_overrides;
    QList<QPair<Design::JsonObject, CompiledApiPointer>> m_compiled; ///< by overrides

    // of the operation
    QString m_route;
    Design::NodeId m_operation = Design::NodeId::None;
    QList<Constraint> m_constraints;
    QStringList m_own;
    QStringList m_dependencies;
    RequestParts m_base;
    QString m_blocked; ///< why there is no valid request; empty when there is one
    QSet<QByteArray> m_sent;

    // of the input
    const TestedInput *m_input = nullptr;
};

} // namespace Mock
