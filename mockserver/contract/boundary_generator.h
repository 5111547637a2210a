#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "mockserver/contract/boundary_tests.h"
#include "mockserver/contract/request_parts.h"
#include "mockserver/contract/value_cases.h"

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
    BoundaryTests run(const GoOn &goOn);

private:
    /// A value in the body: where it stands, where errors say that it is, and its name in tests.
    struct Spot {
        Design::JsonArray place;
        Design::JsonArray location{Design::Json(QStringLiteral("body"))};
        QString name = QStringLiteral("body");
        bool isExact = true; ///< whether the whole answer to a refused value is known

        Spot member(const QString &key) const;
        Spot item(qsizetype index) const;
        /// The same value, as the alternative of this tag.
        Spot tagged(const QString &tag) const;
    };

    // boundary_generator.cpp
    void addOverrides();
    void addOperation(const QString &path, const Design::PathItem &item,
                      const Design::Operation &operation);
    bool isKey(const QByteArray &header) const;
    void collect(const QList<Design::Parameter> &list, QList<Design::Parameter> *parameters) const;
    void noteOwn(const QString &path, const Design::Operation &operation);
    void note(const QString &name, const QString &constraint);
    void add(const QString &name, const ValueCase &made, const RequestParts &parts,
             const Design::JsonArray &location, const Design::Json &input, bool isExact);
    static ValueCase leftOut();

    // boundary_parameters.cpp
    Design::Json validValue(const Design::Parameter &parameter);
    void addParameter(const Design::Parameter &parameter);
    void addParameterValue(const Design::Parameter &parameter, const InputSchema &input);
    void addParameterItems(const Design::Parameter &parameter, const InputSchema &input);
    /// Whether this text arrives as it is where the parameter stands.
    static bool canBeSent(const Design::Parameter &parameter, const QString &text);

    // boundary_bodies.cpp
    void addJson(const Design::RequestBody &body, const Design::MediaType &media);
    void addValue(const Spot &spot, const Design::Schema &schema, int depth);
    void addInside(const Spot &spot, const InputSchema &input, const Design::Json &valid,
                   int depth);
    void addFields(const Spot &spot, const InputSchema &input, int depth);
    void addExtra(const Spot &spot, const InputSchema &input);

    // boundary_rules.cpp
    struct RuleAnswer {
        bool applies = false;
        bool isBroken = false; ///< its expression fails
        Response response;
    };
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
    CompiledApiPointer compiledWith(const Design::JsonObject &overrides);
    QList<Design::JsonObject> userOverrides() const;

    // boundary_forms.cpp
    void addForm(const Design::RequestBody &body, const Design::Named<Design::MediaType> &media);
    void addFormField(const QString &field, const Design::Schema &schema, bool isRequired);

    const Design::Api m_api;
    const Design::Api m_flat;
    const bool m_isFastApi;
    ValueCases m_values;
    const Design::FindSchema m_find;
    BoundaryTests m_tests;
    Design::JsonObject m_overrides;
    QString m_route;
    Design::NodeId m_operation = Design::NodeId::None;
    QStringList m_constraints;
    QStringList m_own;
    RequestParts m_base;
    QList<QPair<Design::JsonObject, CompiledApiPointer>> m_compiled; ///< by overrides
    bool m_isGathered = false; ///< the body's fields are inputs of their own
};

/// The schema of a field, from the part of a model that is nearest to it.
Design::Schema fieldOf(const InputSchema &input, const QString &name);
bool isRequiredField(const InputSchema &input, const QString &name);

/// What the value of a parameter or form field looks like when it comes back as `input`: text.
Design::Json asSent(const Design::Json &value);

} // namespace Mock
