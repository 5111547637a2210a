#pragma once

#include "designer/codegen/script_python.h"

// What the two parts of ScriptPython share. Only they include it.

namespace Design::Python
{

// How strongly Python binds: conditional, or, and, not, comparison, sum, product, sign, member.
constexpr int conditionalBinding = 1;
constexpr int orBinding = 2;
constexpr int andBinding = 3;
constexpr int notBinding = 4;
constexpr int comparisonBinding = 5;
constexpr int sumBinding = 7;
constexpr int productBinding = 8;
constexpr int signBinding = 9;
constexpr int memberBinding = 19;
constexpr int atomBinding = 20;

inline Shape shapeWith(Shape::Kind kind)
{
    Shape shape;
    shape.kind = kind;
    return shape;
}

inline Shape listOf(const Shape &item)
{
    Shape shape = shapeWith(Shape::Kind::List);
    shape.members = {{QString(), item}};
    return shape;
}

inline Shape itemOf(const Shape &list)
{
    return list.kind == Shape::Kind::List && !list.members.isEmpty() ? list.members.first().second
                                                                     : Shape();
}

} // namespace Design::Python
