#pragma once

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
        DeepObject,
        Json
    };

    Form form = Form::Form;
    bool explode = true;
};

using ParameterStyles = QHash<QString, ParameterStyle>;

} // namespace Mock
