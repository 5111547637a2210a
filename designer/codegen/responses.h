#pragma once

#include "designer/codegen/models.h"

namespace Design::Python
{

/// What a route says of its answers.
struct AnswerPlan {
    int status = 200;
    QList<Code> arguments; ///< of the decorator: status_code, response_model, responses ...
    QString returns;       ///< annotation of the function; empty: none
    QString responseClass; ///< of Starlette, where the answer is no JSON; else empty
    QString mediaType;     ///< of the answer; empty: it has no body
    Json schema;           ///< of the answer's JSON; undefined when it says nothing
    Json example;          ///< that the design gives; undefined without one
    QString key;           ///< the status as the design has it
};

/// Reads the answers of routes out of the plain document.
class ResponseWriter
{
public:
    ResponseWriter(Source &source, Models &models, Module &module);

    /// `common` are the Response Objects that the router says already.
    AnswerPlan plan(const Json &operation, const JsonObject &common, const QString &name,
                    const QString &pointer);
    /// `responses={...}` of a route or a router; nothing when there are none.
    QList<Code> additional(const JsonObject &responses, const QString &name,
                           const QString &operationId, const QString &pointer);

private:
    Code response(const Json &response, const QString &name, const QString &usualTitle,
                  const QString &pointer);
    Code model(const Json &schema, const QString &name, const QString &usualTitle,
               const QString &pointer);
    bool needsModel(const Json &schema, int depth = 0) const;

    Source &m_source;
    Models &m_models;
    Module &m_module;
    TypeWriter m_types;
};

} // namespace Design::Python
