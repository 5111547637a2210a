#pragma once

#include "designer/model/api.h"

#include <QStringList>

namespace Mock
{

/// Where somebody types in a JSON text that need not be whole.
struct JsonPlace {
    QStringList path;     ///< keys from the outside; a list is "[]"
    QStringList siblings; ///< keys that stand before it in the same object
    QString begun;        ///< of the key or value that is being typed, without quotation marks
    bool isKey = false;
    bool isInString = false;

    bool operator==(const JsonPlace &) const = default;
};

/// The place at the end of this text.
JsonPlace jsonPlace(QStringView before);

/// What may stand there by the schema: names of fields, or values as JSON (texts without their
/// quotation marks).
QStringList jsonWords(const Design::Api &api, const Design::Schema &schema, const JsonPlace &place);

} // namespace Mock
