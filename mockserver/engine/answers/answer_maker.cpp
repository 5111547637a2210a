#include "mockserver/engine/answers/answer_maker.h"

#include "designer/coercion/reading.h"
#include "designer/schema/patterns/pattern.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/answers/answer_items.h"
#include "mockserver/engine/errors/refusal.h"

#include <algorithm>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

/// What the request says about fields of the answer; later ones win: body, query, path.
JsonObject namedValues(const AnswerPlan &answer, const ReadInputs &inputs)
{
    JsonObject named;
    const auto take = [&](const QString &name, const Json &value) {
        if (!value.isUndefined() && answer.fields.contains(name))
            named.insert(name, value);
    };
    for (const JsonObject::Member &member : inputs.body.object())
        take(member.key, member.value);
    for (const JsonObject::Member &member : inputs.other) {
        if (!member.value.isNull())
            take(member.key, member.value);
    }
    const QString last = inputs.path.isEmpty() ? QString() : inputs.path.members().last().key;
    for (const JsonObject::Member &member : inputs.path)
        take(member.key == last ? fieldOf(last, answer.fields) : member.key, member.value);
    return named;
}

/// A number for its text, and the text for a number: paths and fields may differ in that.
Json otherForm(const Json &value)
{
    if (value.isNumber())
        return Json(QString::fromLatin1(value.numberText()));
    bool isNumber = false;
    const qint64 number = value.string().toLongLong(&isNumber);
    return isNumber ? Json(number) : Json();
}

/// The value with as many of the named ones in it as leave it valid.
Json withNamed(const AnswerPlan &answer, const Json &value, const JsonObject &named)
{
    if (named.isEmpty() || !value.isObject())
        return value;
    Design::ValidateOptions options;
    options.direction = Design::Direction::Response;
    JsonObject all = value.object();
    for (const JsonObject::Member &member : named)
        all.insert(member.key, member.value);
    if (isValid(answer.schema, Json(all), options))
        return Json(all);
    JsonObject some = value.object();
    for (const JsonObject::Member &member : named) {
        for (const Json &form : {member.value, otherForm(member.value)}) {
            JsonObject more = some;
            more.insert(member.key, form);
            if (!form.isUndefined() && isValid(answer.schema, Json(more), options)) {
                some = more;
                break;
            }
        }
    }
    return Json(some);
}

/// Where the randomness of an answer comes from: its address, whatever the method, so that a thing
/// stays the same when it is read, listed or changed.
QString samplePath(const RoutePlan &route, const ReadInputs &inputs)
{
    if (inputs.path.isEmpty())
        return route.title;
    QString path = route.path;
    for (const JsonObject::Member &member : inputs.path) {
        path += u'/';
        path += member.value.isString() ? member.value.string()
                                        : QString::fromUtf8(Design::writeJson(member.value));
    }
    return path;
}

/// Where the design says nothing about the answer: what was sent.
Json everything(const ReadInputs &inputs)
{
    JsonObject all = inputs.path;
    for (const JsonObject::Member &member : inputs.other)
        all.insert(member.key, member.value);
    if (inputs.body.isUndefined())
        return all.isEmpty() ? Json(nullptr) : Json(all);
    if (!inputs.body.isObject())
        return all.isEmpty() ? inputs.body : Json(all);
    for (const JsonObject::Member &member : inputs.body.object())
        all.insert(member.key, member.value);
    return Json(all);
}

/// The value with null in place of what no JSON text can hold: NaN, infinities, halves of
/// characters.
Json writable(const Json &value)
{
    if (!hasUnwritable(value))
        return value;
    if (value.isArray()) {
        JsonArray items;
        for (const Json &item : value.array())
            items.append(writable(item));
        return Json(std::move(items));
    }
    JsonObject members;
    for (const JsonObject::Member &member : value.object())
        members.insert(member.key, writable(member.value));
    return value.isObject() ? Json(std::move(members)) : Json(nullptr);
}

} // namespace

MadeAnswer makeAnswer(const RoutePlan &route, const AnswerChoice &choice, const ReadInputs &inputs,
                      quint64 seed)
{
    const AnswerPlan &answer = *choice.answer;
    MadeAnswer made;
    if (choice.example) {
        made.value = choice.example->value;
        made.source = choice.example->name.isEmpty()
                          ? TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the example"))
                          : TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the example \"%1\""),
                                      {choice.example->name});
        return made;
    }
    const Json listed = choice.isDynamic ? Json() : listedExample(route, answer, inputs);
    if (!listed.isUndefined()) {
        made.value = listed;
        made.source = TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the example of the list"));
    } else if (!answer.examples.isEmpty() && !choice.isDynamic) {
        made.value = answer.examples.first().value;
        made.source = TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the example"));
    } else if (answer.isOpen) {
        made.value = writable(everything(inputs));
        made.source = TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "what was sent"));
        return made;
    } else {
        Design::SampleOptions options;
        options.seed = seed;
        options.direction = Design::Direction::Response;
        options.path = samplePath(route, inputs);
        options.useExamples = !choice.isDynamic;
        const Design::Sample sample = Design::sample(answer.schema, options);
        made.value = sample.isFound() ? sample.value : sample.nearest;
        made.isMadeUp = true;
        made.isNear = !sample.isFound() && !made.value.isUndefined();
        if (!sample.isFound()) {
            made.problem = sample.reason;
            made.source =
                TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the nearest to a valid value"));
            return made;
        }
        made.value = withItems(route, answer, sample.value, inputs, [&](const JsonObject &path) {
            AnswerChoice item;
            item.answer = &route.item->answer;
            item.isDynamic = choice.isDynamic;
            ReadInputs named;
            named.path = path;
            return makeAnswer(*route.item, item, named, seed).value;
        });
        made.source = TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "a made-up value"));
    }
    if (!answer.isOpen)
        made.value = withNamed(answer, made.value, namedValues(answer, inputs));
    return made;
}

Json filterAnswer(const AnswerPlan &answer, const Json &value, QList<Design::ReadError> *errors)
{
    if (answer.type && answer.isJson) {
        Design::Reading reading({Json(QStringLiteral("response"))});
        const Json filtered = reading.read(*answer.type, value);
        errors->append(reading.errors());
        return filtered;
    }
    if (answer.isOpen || (value.isString() && !answer.isJson))
        return value; // the text of a document is not a value of its schema
    Design::ValidateOptions options;
    options.direction = Design::Direction::Response;
    const Design::Validation found = validate(answer.schema, value, options);
    if (found.isValid())
        return value;
    for (const Design::SchemaError &error : found.errors) {
        Design::ReadError violation;
        violation.type = Design::ErrorType::ValueError;
        violation.location = {Json(QStringLiteral("response")), Json(error.instance)};
        violation.input = error.actual;
        violation.context = {{QStringLiteral("text"), error.message}};
        violation.node = error.schema;
        violation.keyword = error.keyword;
        errors->append(violation);
    }
    return {};
}

bool breaksForeignPatternsOnly(const QList<Design::ReadError> &errors)
{
    const auto isForeign = [](const Design::ReadError &error) {
        if (error.type != Design::ErrorType::StringPatternMismatch)
            return false;
        const Design::Pattern pattern(error.context.value(u"pattern").toString());
        return pattern.syntax() != Design::Pattern::Syntax::Unicode ||
               pattern.search(error.input.string()) == Design::Pattern::Match::Yes;
    };
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), isForeign);
}

} // namespace Mock
