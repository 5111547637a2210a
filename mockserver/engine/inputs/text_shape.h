#pragma once

#include "designer/coercion/compile/flat_schema.h"
#include "designer/text/json.h"

#include <QHash>

#include <memory>

namespace Mock
{

/// What text may stand for, as a schema declares it: enough to turn the text of a parameter or a
/// form field into the JSON value that the schema is about.
struct TextShape {
    bool isString = false;
    bool mayHaveCommas = false; ///< a string for which no rule says that it has none
    bool isInteger = false;
    bool isNumber = false;
    bool isBoolean = false;
    bool isNull = false;
    bool isArray = false;
    bool isObject = false;
    bool isOpen = false;                    ///< an object of any members, or of those of `others`
    bool isWriteOnly = false;               ///< a field that no answer shows
    std::shared_ptr<const TextShape> items; ///< of arrays; null: any
    QList<std::shared_ptr<const TextShape>> firstItems; ///< of arrays, before those of `items`
    std::shared_ptr<const TextShape> others;            ///< of members that are not in `fields`
    QHash<QString, std::shared_ptr<const TextShape>> fields;

    /// Shape of a member of an object.
    const TextShape &field(const QString &name) const;
    const TextShape &item(qsizetype index) const;
    bool isScalar() const;   ///< may be a text, number or boolean
    bool isSingle() const;   ///< is one, and nothing with parts
    bool isMereText() const; ///< is a text
    /// Whether an item may be a text with commas in it.
    bool areItemsFree() const;
};

/// The shape that the schema declares, its alternatives together. Six levels deep, and less where
/// there are too many branches: no style of a parameter says more.
TextShape textShapeOf(const Design::Schema &schema, const Design::FindSchema &find);

/// The same, and where the shape is an object or list without a style for it, JSON text is read.
Design::Json valueFromText(const QString &text, const TextShape &shape);

/// The value that the text stands for: a number, boolean or null where the shape has one and the
/// text looks like it, else the text.
Design::Json scalarFromText(const QString &text, const TextShape &shape);

} // namespace Mock
