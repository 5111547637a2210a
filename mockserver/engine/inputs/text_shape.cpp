#include "mockserver/engine/inputs/text_shape.h"

#include "designer/text/json_reader.h"
#include "designer/text/number.h"

#include <algorithm>

using Design::Json;
using Design::JsonArray;
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
    shape->mayHaveCommas |= other.mayHaveCommas;
    shape->isInteger |= other.isInteger;
    shape->isNumber |= other.isNumber;
    shape->isBoolean |= other.isBoolean;
    shape->isNull |= other.isNull;
    shape->isArray |= other.isArray;
    shape->isObject |= other.isObject;
    shape->isOpen |= other.isOpen;
    if (shape->firstItems.isEmpty())
        shape->firstItems = other.firstItems;
    if (!shape->items)
        shape->items = other.items;
    if (!shape->others)
        shape->others = other.others;
    for (auto it = other.fields.begin(); it != other.fields.end(); ++it) {
        if (!shape->fields.contains(it.key()))
            shape->fields.insert(it.key(), it.value());
    }
}

/// Whether a text that the schema describes may have commas: its choices and format can tell.
bool mayHaveCommas(const Design::FlatSchema &flat)
{
    static const QStringList plain{
        QStringLiteral("date"),     QStringLiteral("date-time"), QStringLiteral("time"),
        QStringLiteral("uuid"),     QStringLiteral("ipv4"),      QStringLiteral("ipv6"),
        QStringLiteral("hostname"), QStringLiteral("byte"),      QStringLiteral("base64url"),
    };
    const auto hasComma = [](const Json &value) { return value.toString().contains(u','); };
    if (flat.has(Keyword::Const))
        return hasComma(flat.value(Keyword::Const).value);
    if (flat.has(Keyword::Enum)) {
        const JsonArray choices = flat.value(Keyword::Enum).value.array();
        return std::any_of(choices.begin(), choices.end(), hasComma);
    }
    return !plain.contains(flat.value(Keyword::Format).value.toString());
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

const TextShape &TextShape::item(qsizetype index) const
{
    if (index < firstItems.size())
        return *firstItems[index];
    return items ? *items : anything();
}

bool TextShape::isScalar() const
{
    return isString || isInteger || isNumber || isBoolean;
}

bool TextShape::isSingle() const
{
    return isScalar() && !isArray && !isObject;
}

bool TextShape::isMereText() const
{
    return isSingle() && !isInteger && !isNumber && !isBoolean;
}

bool TextShape::areItemsFree() const
{
    const auto isFree = [](const auto &item) { return !item->isScalar() || item->mayHaveCommas; };
    const bool isOpenEnded = firstItems.isEmpty() || items;
    return std::any_of(firstItems.begin(), firstItems.end(), isFree) ||
           (isOpenEnded && (!items || isFree(items)));
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
    const bool isOwnText = flat.types().contains(QLatin1String("string")) ||
                           flat.has(Keyword::Enum) || flat.has(Keyword::Const);
    shape.mayHaveCommas |= isOwnText && mayHaveCommas(flat);
    shape.isObject |= !shape.fields.isEmpty() && flat.types().isEmpty();
    for (const Design::Schema &first : flat.schemas(Keyword::PrefixItems))
        shape.firstItems.append(inner(first));
    if (flat.has(Keyword::Items))
        shape.items = inner(flat.schema(Keyword::Items));
    shape.isArray |= (shape.items || !shape.firstItems.isEmpty()) && flat.types().isEmpty();
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
