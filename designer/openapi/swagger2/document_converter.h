#pragma once

#include "designer/openapi/swagger2/media_parts.h"

namespace Design::Swagger2
{

/// Goes through a document of 2.0 and writes what it finds as one of 3.0. References still lead to
/// where things were.
class DocumentConverter
{
public:
    /// Both outlive this object.
    DocumentConverter(const Json &document, Origins &origins);

    Json convert();

private:
    JsonArray servers(const Json &schemes) const;
    JsonObject components();
    Json pathItem(const Json &item, const Place &place);
    Json operation(const JsonObject &operation, const QList<PlacedParameter> &shared,
                   const Place &place);
    JsonObject responses(const JsonObject &responses, const QStringList &produces,
                         const Place &place);
    Json requestBody(const QList<PlacedParameter> &parameters, const QStringList &consumes,
                     const QString &to);
    JsonArray convertedParameters(const QList<PlacedParameter> &parameters, const QString &to);
    QList<PlacedParameter> placed(const Json &parameters, const QString &from) const;

    const Json &m_document;
    Origins &m_origins;
    const QStringList m_consumes;
    const QStringList m_produces;
};

} // namespace Design::Swagger2
