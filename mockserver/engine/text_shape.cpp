#include "mockserver/engine/text_shape.h"

#include "designer/text/json_reader.h"
#include "designer/text/number.h"

using Design::Json;
using Design::Keyword;

namespace Mock
{

namespace
{

const TextShape &anything()
{
    static const TextShape shape{};
    return shape;
}

void addType(const QString &type, TextShape *shape)
{
    shape->isString |= type == u"string";
    shape->isInteger |= type == u"integer";
    shape->isNumber |= type == u"number";
    shape->isBoolean |= type == u"boolean";
    shape->isNull |= type == u"null";
    shape->isArray |= type == u"array";
    shape->isObject |= type == u"object";
}

void addValue(const Json &value, TextShape *shape)
{
    shape->isString |= value.isString();
    shape->isInteger |= value.isInteger();
    shape->isNumber |= value.type() == Json::Type::Number;
    shape->isBoolean |= value.isBool();
    shape->isNull |= value.isNull();
}

void merge(const TextShape &other, TextShape *shape)
{
    shape->isString |= other.isString;
    shape->isInteger |= other.isInteger;
    shape->isNumber |= other.isNumber;
    shape->isBoolean |= other.isBoolean;
    shape->isNull |= other.isNull;
    shape->isArray |= other.isArray;
    shape->isObject |= other.isObject;
    shape->isOpen |= other.isOpen;
    if (!shape->items)
        shape->items = other.items;
    if (!shape->others)
        shape->others = other.others;
    for (auto it = other.fields.begin(); it != other.fields.end(); ++it) {
        if (!shape->fields.contains(it.key()))
            shape->fields.insert(it.key(), it.value());
    }
}

constexpr int mostLevels = 6;
constexpr int mostShapes = 2'000;

} // namespace

const TextShape &TextShape::field(const QString &name) const
{
    const auto it = fields.constFind(name);
    if (it != fields.cend())
        return **it;
    return others ? *others : anything();
}

const TextShape &TextShape::item() const
{
    return items ? *items : anything();
}

namespace
{

TextShape shapeOf(const Design::Schema &schema, const Design::FindSchema &find, int depth,
                  int *budget)
{
    TextShape shape;
    if (depth == 0 || schema.isAbsent() || --*budget < 0)
        return shape;
    const auto inner = [&](const Design::Schema &part) {
        return std::make_shared<const TextShape>(shapeOf(part, find, depth - 1, budget));
    };
    const Design::FlatSchema flat(schema, find);
    for (const Design::Schema &part : flat.parts()) {
        for (const QString &type : part.types())
            addType(type, &shape);
        shape.isWriteOnly |= part.flag(Keyword::WriteOnly);
        if (part.types().isEmpty()) {
            for (const Json &value : part.value(Keyword::Enum).array())
                addValue(value, &shape);
            if (part.has(Keyword::Const))
                addValue(part.value(Keyword::Const), &shape);
        }
        for (const auto &member : part.members(Keyword::Properties)) {
            if (!member.isRaw())
                shape.fields.insert(member.name, inner(member.value));
        }
        for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
            for (const Design::Schema &member : part.schemas(keyword))
                merge(shapeOf(member, find, depth - 1, budget), &shape);
        }
        for (const Keyword keyword : {Keyword::If, Keyword::Then, Keyword::Else}) {
            if (part.has(keyword))
                merge(shapeOf(part.schema(keyword), find, depth - 1, budget), &shape);
        }
    }
    shape.isObject |= !shape.fields.isEmpty() && flat.types().isEmpty();
    if (flat.has(Keyword::Items)) {
        shape.items = inner(flat.schema(Keyword::Items));
        shape.isArray |= flat.types().isEmpty();
    }
    const Design::Schema others = flat.schema(Keyword::AdditionalProperties);
    if (flat.has(Keyword::AdditionalProperties))
        shape.others = inner(others);
    shape.isOpen = shape.isObject && (shape.fields.isEmpty() || !others.isAbsent()) &&
                   others.booleanValue().value_or(true);
    shape.isNull |= flat.isNullable();
    return shape;
}

} // namespace

TextShape textShapeOf(const Design::Schema &schema, const Design::FindSchema &find)
{
    int budget = mostShapes;
    return shapeOf(schema, find, mostLevels, &budget);
}

Json valueFromText(const QString &text, const TextShape &shape)
{
    const bool looksSo =
        (shape.isObject && text.startsWith(u'{')) || (shape.isArray && text.startsWith(u'['));
    if (looksSo) {
        const Design::ReadText json = Design::readJson(text.toUtf8());
        if (json.ok())
            return json.value;
    }
    return scalarFromText(text, shape);
}

Json scalarFromText(const QString &text, const TextShape &shape)
{
    const QByteArray latin = text.toLatin1();
    if (shape.isInteger || shape.isNumber) {
        const bool fits =
            Design::isNumberText(latin) && (shape.isNumber || Design::hasIntegralValue(latin));
        if (fits)
            return Json::number(latin);
    }
    if (shape.isBoolean && (text == u"true" || text == u"false"))
        return Json(text == u"true");
    if (shape.isNull && !shape.isString && (text.isEmpty() || text == u"null"))
        return Json(nullptr);
    return Json(text);
}

} // namespace Mock
