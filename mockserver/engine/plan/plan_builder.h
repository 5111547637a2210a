#pragma once

#include "designer/coercion/compile/flat_schema.h"
#include "designer/coercion/compile/type_compiler.h"
#include "designer/model/api.h"
#include "designer/schema/schema_compiler.h"
#include "mockserver/engine/engine.h"
#include "mockserver/engine/plan/route_plan.h"

#include <QHash>

namespace Mock
{

struct StorePlan;

/// Makes the plans of a design's routes. Everything that can be known before a request comes is
/// worked out here; what is wrong is reported.
class PlanBuilder
{
public:
    PlanBuilder(const Design::Api &api, Profile profile, quint64 seed);

    RoutePlan build(const QString &path, const Design::PathItem &item,
                    const Design::Operation &operation);

    /// Whether the plans from now on also say what answers of a real server are held to.
    void setChecksAnswers(bool checks) { m_checksAnswers = checks; }

    // For what runs around routes: see AroundBuilder.
    void addParameter(const Design::Parameter &parameter, RoutePlan *route);
    CredentialPlan credential(const QString &scheme) { return credentialPlan(scheme); }
    void compileRow(const Design::Schema &model, StorePlan *plan);

    /// All that the plans point to, to be kept as long as they are.
    QList<std::shared_ptr<const Design::TypeSet>> types() const;
    Design::Diagnostics diagnostics() const;

private:
    // plan_inputs.cpp
    void addParameters(const Design::PathItem &item, const Design::Operation &operation,
                       RoutePlan *route);
    ParameterPlan parameterPlan(const Design::Parameter &parameter, const RoutePlan &route);
    // plan_parameter_models.cpp
    /// Makes a model's plan of a parameter that is an object, and of FastAPI's header fields.
    void gatherModels(RoutePlan *route, const QList<Design::Parameter> &parameters);
    void setModel(const Design::Schema &schema, ParameterPlan *plan);

    void addBody(const Design::Operation &operation, RoutePlan *route);
    void addFastApiBody(const Design::RequestBody &body, RoutePlan *route);
    void addFields(const Design::Type *type, const Design::Schema &schema, BodyPlan *plan);
    ExtraRulePlan extraRulePlan(const Design::Schema &schema);
    void addStrictBody(const Design::RequestBody &body, RoutePlan *route);
    PartPlan partPlan(const Design::Json &encoding, const RoutePlan &route);
    QList<ParameterPlan> partHeaders(const Design::Json &headers, const RoutePlan &route);

    // plan_security.cpp
    void addSecurity(const Design::Operation &operation, RoutePlan *route);
    CredentialPlan credentialPlan(const QString &name, const QStringList &scopes = {});

    // plan_answer.cpp
    using RequestExamples = QHash<QString, RequestExample>;
    void addAnswers(const Design::PathItem &item, const Design::Operation &operation,
                    RoutePlan *route);
    void addContents(const Design::Response &response, const AnswerPlan &start,
                     const RequestExamples &requests, RoutePlan *route);
    std::optional<AnswerPlan::Items> itemsPlan(const Design::Schema &schema);
    void addContent(const Design::Named<Design::MediaType> &media, AnswerPlan *answer);
    ErrorForm::Pointer errorForm(const Design::Schema &schema);
    XmlForm::Pointer xmlForm(const Design::Schema &schema) const;
    QList<AnswerPlan::Header> headerPlans(const Design::Response &response, const QString &title);
    QList<AnswerPlan::ExpectedHeader> expectedHeaders(const Design::Response &response);
    QByteArray headerExample(const Design::Header &header, const QString &name,
                             const QString &title);
    // plan_examples.cpp
    RequestExamples requestExamples(const Design::PathItem &item,
                                    const Design::Operation &operation) const;
    void addExamples(const Design::MediaType &media, const RequestExamples &requests,
                     const QString &title, AnswerPlan *answer);
    /// `isOfSchema`: it illustrates the schema, which need not be an answer.
    void addExample(const Design::Json &value, const QString &name, Design::NodeId node,
                    const QString &title, AnswerPlan *answer, bool isOfSchema = false);
    void addReturned(const Design::Json &value, const QString &name, Design::NodeId node,
                     const QString &title, AnswerPlan *answer, bool isOfSchema);

    /// The form of a stream whose items the design describes, as a whole or one by one.
    StreamForm streamFormOf(const Design::Named<Design::MediaType> &media) const;
    /// The schema of the list of its items.
    Design::Schema streamSchema(const Design::MediaType &media) const;
    /// Names of the properties, those of bases and alternatives included.
    QStringList fieldsOf(const Design::Schema &schema) const;
    /// Without those that are `writeOnly`.
    QStringList shownFieldsOf(const Design::Schema &schema) const;
    const Design::Schema *componentOf(const Design::Schema &schema, QString *name) const;
    void report(Design::Severity severity, const QString &rule, const QString &message,
                Design::NodeId node);
    bool isFastApi() const { return m_profile == Profile::FastApi; }

    const Design::Api &m_api;
    Profile m_profile;
    quint64 m_seed;
    bool m_checksAnswers = false;
    Design::TypeCompiler m_requestTypes;
    Design::TypeCompiler m_formTypes;
    Design::TypeCompiler m_responseTypes;
    Design::TypeCompiler m_rowTypes; ///< of what stores keep
    Design::SchemaCompiler m_schemas;
    Design::FindSchema m_find;
    std::shared_ptr<Design::ExtraRules> m_rules;
    Design::Diagnostics m_diagnostics;
    QHash<Design::NodeId, ErrorForm::Pointer> m_errorForms; ///< by schema
    QHash<Design::NodeId, bool> m_reported;                 ///< examples that were reported already
};

/// The status of an operation's answer when all is well: of the 2xx it declares what FastAPI
/// describes as the route's own, else the lowest; else 200 for `default`, else the route's own with
/// another status, else the first 3xx; and the response that stands there, null without one.
struct SuccessResponse {
    QString name; ///< "201", "2XX", "default"
    int status = 200;
    const Design::Response *response = nullptr;
};
SuccessResponse successResponse(const Design::Api &api, const Design::Operation &operation);

/// 201 for "201", 200 for "2XX", 0 for "default" and whatever is no status.
int statusOfResponse(QStringView name);
/// Whether the name of a response is a range, such as `4XX`.
bool isStatusRange(QStringView name);

/// The parameters of the operation and those of its path that it does not replace.
QList<Design::Parameter> allParameters(const Design::Api &api, const Design::PathItem &item,
                                       const Design::Operation &operation);

} // namespace Mock
