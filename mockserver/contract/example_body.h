#pragma once

#include "designer/model/api.h"
#include "designer/schema/schema_compiler.h"
#include "mockserver/engine/message.h"

#include <QHash>

namespace Mock
{

/// The first example of a parameter or media type (`example`, then `examples`) that its schema
/// accepts; undefined when there is none.
Design::Json givenExample(const Design::Api &api, const Design::Json &example,
                          const Design::NamedList<Design::Example> &examples,
                          const Design::CompiledSchema &schema);

/// How the parts of a multipart body are sent, by field, or by place ("0") where it is a list.
struct FormParts {
    QHash<QString, QByteArray> contentTypes;  ///< else by what they are
    QHash<QString, QList<HeaderField>> heads; ///< other header fields
    QHash<QString, Design::Parameter> styles; ///< of fields that are written like parameters
    QStringList texts;                        ///< files that are sent as if they were none
};

/// What an `encoding` asks for: the first content type of each, and the headers that must be there.
FormParts formParts(const Design::Api &api, Design::SchemaCompiler &compiler,
                    const Design::Json &encoding);

struct ExampleBody {
    QByteArray contentType; ///< with the boundary where there is one
    QByteArray bytes;
    Design::Json value;
    QString problem; ///< why there is no valid one; empty when there is
};

/// A body that the request body accepts, in the best known of its media types: JSON, then forms,
/// then whatever stands first.
ExampleBody exampleBody(const Design::Api &api, Design::SchemaCompiler &compiler,
                        const Design::RequestBody &body, const QString &place, quint64 seed);

/// The fields of an object as a form of this media type, to which the boundary is added where it
/// needs one. What the schema calls binary is sent as a file.
QByteArray formBody(const Design::Json &fields, const Design::Schema &schema, QByteArray *mediaType,
                    const FormParts &parts = {});

} // namespace Mock
