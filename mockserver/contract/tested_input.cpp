#include "mockserver/contract/tested_input.h"

#include "mockserver/contract/parameter_text.h"
#include "mockserver/engine/inputs/xml_body.h"

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

bool isScalar(const Json &value)
{
    return value.isString() || value.isNumber() || value.isBool();
}

/// The texts that a parameter is made of; nothing where it has others inside of them.
std::optional<QStringList> textsOf(const Json &value)
{
    QStringList texts;
    const auto add = [&texts](const Json &one) {
        texts.append(plainText(one));
        return isScalar(one);
    };
    bool isFlat = true;
    if (value.isArray()) {
        for (const Json &item : value.array())
            isFlat = add(item) && isFlat;
    } else if (value.isObject()) {
        for (const JsonObject::Member &member : value.object())
            isFlat = add(member.value) && isFlat;
    } else {
        isFlat = add(value);
    }
    return isFlat ? std::optional(texts) : std::nullopt;
}

bool isForHeader(const QString &text)
{
    return text == text.trimmed() && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() > 31 && c.unicode() < 127 && c != u';';
           });
}

bool hasAny(const QString &text, QStringView characters)
{
    return std::any_of(text.begin(), text.end(),
                       [characters](QChar c) { return characters.contains(c); });
}

/// Whether each text of a list or an object can be told from what separates them.
bool isSeparable(const Parameter &parameter, const Json &value, const QStringList &texts)
{
    QStringList all = texts;
    for (const JsonObject::Member &member : value.object())
        all.append(member.key);
    const bool isHeader = parameter.in == u"header" || parameter.in == u"cookie";
    if (!parameter.rest.value(u"x-collectionFormat").isUndefined() &&
        std::any_of(all.begin(), all.end(),
                    [](const QString &text) { return hasAny(text, u" \t|,"); }))
        return false;
    const QStringView separators = isHeader                               ? u",= "
                                   : parameter.style == u"label"          ? u".,="
                                   : parameter.style == u"matrix"         ? u";,="
                                   : parameter.style == u"spaceDelimited" ? u" ,+"
                                   : parameter.style == u"pipeDelimited"  ? u"|,"
                                   : parameter.style == u"deepObject"     ? u"[]"
                                                                          : u",";
    return std::none_of(all.begin(), all.end(),
                        [&](const QString &text) { return hasAny(text, separators); });
}

bool canSendFlat(const Parameter &parameter, const Json &value)
{
    const std::optional<QStringList> texts = textsOf(value);
    if (!texts)
        return false;
    if (parameter.in == u"header" || parameter.in == u"cookie") {
        if (!std::all_of(texts->begin(), texts->end(), isForHeader))
            return false;
    }
    const bool isQuery = parameter.in == u"query" || isWholeQuery(parameter);
    // An empty segment is another path, an empty value of a field none.
    const bool isEmpty = std::any_of(texts->begin(), texts->end(),
                                     [](const QString &text) { return text.isEmpty(); });
    if (isScalar(value)) {
        const bool isTrimmed = texts->first() == texts->first().trimmed();
        return isQuery ? !(isEmpty && parameter.allowEmptyValue) : !isEmpty && isTrimmed;
    }
    const bool isSpread = isQuery && parameter.explode.value_or(true) &&
                          (parameter.style.isEmpty() || parameter.style == u"form");
    return !texts->isEmpty() && (isSpread || (!isEmpty && isSeparable(parameter, value, *texts)));
}

/// FastAPI repeats names for lists, and knows no other way to write one.
bool canSendToFastApi(const Parameter &parameter, const Json &value)
{
    if (value.isArray() && parameter.in != u"query" && parameter.in != u"header")
        return false;
    // A slash in a segment makes two of it, encoded or not.
    if (parameter.in == u"path" && plainText(value).contains(u'/'))
        return false;
    if (!value.isObject())
        return canSendFlat(parameter, value);
    return std::all_of(value.object().begin(), value.object().end(), [&](const auto &member) {
        return !member.value.isObject() && canSendToFastApi(parameter, member.value);
    });
}

/// A field without values is not sent, and a list in a list is written like none.
bool canBeField(const Json &value)
{
    if (value.isArray()) {
        return !value.array().isEmpty() &&
               std::all_of(value.array().begin(), value.array().end(),
                           [](const Json &item) { return !item.isArray() && canBeField(item); });
    }
    return !value.isNull() && !hasAny(plainText(value), u"\r\n");
}

} // namespace

Json TestedInput::valueIn(const RequestParts &parts) const
{
    switch (kind) {
    case Kind::Parameter:
        return parts.values.value(name);
    case Kind::HeaderModel: {
        JsonObject fields;
        for (const Parameter &parameter : parameters) {
            const Json value = parts.values.value(partName(parameter));
            if (!value.isUndefined())
                fields.insert(headerField(parameter), value);
        }
        return Json(fields);
    }
    case Kind::Json:
    case Kind::Xml:
        return parts.body;
    case Kind::Form:
        return parts.form ? Json(parts.form->values) : Json();
    case Kind::Raw:
        return parts.rawBody.isEmpty() ? Json() : Json(QString::fromUtf8(parts.rawBody));
    }
    return {};
}

RequestParts TestedInput::with(RequestParts parts, const Json &value) const
{
    const auto put = [&parts](const QString &part, const Json &text) {
        if (text.isUndefined())
            parts.values.remove(part);
        else
            parts.values.insert(part, text);
    };
    switch (kind) {
    case Kind::Parameter:
        put(name, value);
        break;
    case Kind::HeaderModel:
        for (const Parameter &parameter : parameters)
            put(partName(parameter), value.value(headerField(parameter)));
        break;
    case Kind::Json:
    case Kind::Xml:
        parts.body = value;
        break;
    case Kind::Form:
        if (value.isUndefined())
            parts.form.reset();
        else if (parts.form)
            parts.form->values = value.object();
        break;
    case Kind::Raw:
        parts.rawBody = plainText(value).toUtf8();
        break;
    }
    return parts;
}

bool TestedInput::canSend(const RequestParts &parts, const Json &value, bool isFastApi) const
{
    if (value.isUndefined())
        return true;
    switch (kind) {
    case Kind::Parameter:
        if (spelling == Spelling::Json)
            return true;
        return isFastApi ? canSendToFastApi(parameters.first(), value)
                         : canSendFlat(parameters.first(), value);
    case Kind::HeaderModel:
        return canSendToFastApi(parameters.first(), value);
    case Kind::Json:
        return true;
    case Kind::Xml: // all is text there, and what is empty is like what is not there
        return parts.xml &&
               jsonEquals(readXml(writeXml(value, *parts.xml), *parts.xml, shape).value, value);
    case Kind::Form:
        return value.isObject() && std::all_of(value.object().begin(), value.object().end(),
                                               [](const JsonObject::Member &member) {
                                                   return canBeField(member.value);
                                               });
    case Kind::Raw:
        return isScalar(value) && !plainText(value).isEmpty();
    }
    return false;
}

} // namespace Mock
