#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QString>

namespace Mock
{

/// How a value is written into a path, query, header or form field (OpenAPI 3.1, 4.8.12.2).
struct ParameterStyle {
    enum class Form {
        Simple,
        Label,
        Matrix,
        Form,
        SpaceDelimited,
        PipeDelimited,
        TabDelimited, ///< Swagger 2.0 only
        DeepObject,
        Json, ///< `content` of a JSON type
        Plain ///< `content` of any other type: the text as it is
    };

    Form form = Form::Form;
    bool explode = true;
};

/// How one field of a form is sent: an Encoding Object (OpenAPI 3.1, section 4.8.15).
struct FieldEncoding {
    ParameterStyle style;
    bool hasStyle = false;        ///< the design says how; else objects are JSON
    QByteArrayList contentTypes;  ///< of its part of a multipart body, ranges too; empty: any
    bool refusesReserved = false; ///< `allowReserved: false`, in so many words
};

} // namespace Mock
