#pragma once

#include "designer/openapi/swagger2/origins.h"

#include <QStringList>

namespace Design::Swagger2
{

/// A parameter of an operation or a path, which may be shared with others.
struct PlacedParameter {
    JsonObject parameter;
    QString from;   ///< pointer of the parameter itself
    QString use;    ///< pointer of what stands in the list: the parameter, or a reference to it
    Json reference; ///< where it is shared

    bool isShared() const { return reference.isObject(); }
};

/// The media types in a `consumes` or `produces`.
QStringList mediaTypes(const Json &list);

/// The Request Body Object of a body parameter. `place` is that of the parameter and of the body.
Json convertedBody(const JsonObject &parameter, const QStringList &consumes, const Place &place,
                   Origins &origins);

/// The Request Body Object of form parameters, which stands at the pointer `to`.
Json convertedForm(const QList<PlacedParameter> &fields, const QStringList &consumes,
                   const QString &to, Origins &origins);

/// A Response Object.
Json convertedResponse(const Json &response, const QStringList &produces, const Place &place,
                       Origins &origins);

} // namespace Design::Swagger2
