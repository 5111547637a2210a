#pragma once

#include "designer/coercion/compile/flat_schema.h"
#include "designer/text/json.h"

#include <memory>

namespace Mock
{

/// What the errors of a design look like, as its schema declares them: enough to tell where a
/// message, a code or a list of details goes. Immutable.
struct ErrorForm {
    enum class Kind { Any, Text, Integer, Number, Flag, List, Object, Choice };
    using Pointer = std::shared_ptr<const ErrorForm>;
    struct Member {
        QString name;
        bool isRequired = false;
        Pointer form;
    };

    Kind kind = Kind::Any;
    Design::JsonArray allowed; ///< `enum` or `const`; empty: anything
    QString format;
    qint64 mostLength = -1; ///< of a text, in characters; -1: any
    qint64 fewestItems = 0;
    qint64 mostItems = -1;
    QList<Member> members;
    Pointer item;           ///< of a list
    Pointer other;          ///< of members of any name
    QList<Pointer> choices; ///< alternatives, in the design's order
};

ErrorForm::Pointer errorFormOf(const Design::Schema &schema, const Design::FindSchema &find);

} // namespace Mock
