#include "mockserver/contract/judge.h"

#include "mockserver/contract/parameter_text.h"

#include <algorithm>

using namespace Design;

namespace Mock
{

Json asSent(const Json &value)
{
    if (value.isArray()) {
        JsonArray list;
        for (const Json &item : value.array())
            list.append(asSent(item));
        return Json(list);
    }
    if (value.isObject()) {
        JsonObject object;
        for (const JsonObject::Member &member : value.object())
            object.insert(member.key, asSent(member.value));
        return Json(object);
    }
    return value.isUndefined() ? value : Json(plainText(value));
}

bool isFileField(const Schema &schema, const FindSchema &find)
{
    const InputSchema input(schema, find);
    return input.isFile() || (input.type == u"array" &&
                              InputSchema(input.flat.schema(Keyword::Items), find).isFile());
}

Judge::Judge(const FindSchema &find, ValueCases &values, bool isFastApi)
    : m_find(find)
    , m_values(values)
    , m_reading(find)
    , m_rules(find)
    , m_isFastApi(isFastApi)
{
}

Foretold Judge::judge(const TestedInput &input, const Json &value, const Json &known,
                      const QStringList &texts) const
{
    if (!m_isFastApi)
        return strictly(input, value, known, texts);
    switch (input.kind) {
    case TestedInput::Kind::Parameter:
    case TestedInput::Kind::HeaderModel:
        return parameter(input, value, known);
    case TestedInput::Kind::Json:
        return input.isGathered ? fields(input, value, known, texts) : body(input, value, known);
    case TestedInput::Kind::Form:
        return input.isGathered ? fields(input, value, known, texts)
                                : formModel(input, value, known, texts);
    case TestedInput::Kind::Xml: // which FastAPI does not read
    case TestedInput::Kind::Raw:
        break;
    }
    return Foretold::vague();
}

Foretold Judge::strictly(const TestedInput &input, const Json &value, const Json &known,
                         const QStringList &) const
{
    if (value.isUndefined())
        return input.isRequired ? Foretold::refused() : Foretold();
    const bool isText = input.spelling == Spelling::Text;
    Fit fit = isText ? m_rules.fitsAsText(input.schema, value, known)
                     : m_rules.fits(input.schema, value, known);
    // Formats and the like are the validator's: its tests are others.
    if (fit == Fit::Unknown && !isText)
        fit = m_values.accepts(input.schema, value) ? Fit::Yes : Fit::No;
    return fit == Fit::Yes ? Foretold() : fit == Fit::No ? Foretold::refused() : Foretold::vague();
}

Json Judge::modelInput(const InputSchema &model, const Json &value) const
{
    JsonObject input;
    const QStringList names = model.propertyNames();
    for (const QString &name : names) {
        Json field = value.value(name);
        if (field.isUndefined() && !model.isRequired(name))
            field = model.property(name).value(Keyword::Default);
        if (!field.isUndefined() && !field.isNull())
            input.insert(name, field);
    }
    for (const JsonObject::Member &member : value.object()) {
        if (!names.contains(member.key))
            input.insert(member.key, member.value);
    }
    return Json(input);
}

Foretold Judge::parameter(const TestedInput &input, const Json &value, const Json &known) const
{
    if (input.isModel) {
        const InputSchema model(input.schema, m_find);
        return m_reading.read(input.schema, modelInput(model, asSent(value)), input.location,
                              modelInput(model, asSent(known)));
    }
    if (value.isUndefined())
        return input.isRequired ? PlainReading::missing(input.location, nullptr) : Foretold();
    if (value.isObject())
        return Foretold::vague();
    return m_reading.read(input.schema, asSent(value), input.location, asSent(known));
}

Foretold Judge::body(const TestedInput &input, const Json &value, const Json &known) const
{
    if (value.isUndefined() || value.isNull()) // which means no body
        return input.isRequired ? PlainReading::missing(input.location, nullptr) : Foretold();
    return m_reading.read(input.schema, value, input.location, known);
}

Foretold Judge::fields(const TestedInput &input, const Json &value, const Json &known,
                       const QStringList &texts) const
{
    const bool isForm = input.kind == TestedInput::Kind::Form;
    const InputSchema model(input.schema, m_find);
    const bool isOther = !value.isUndefined() && !value.isNull() && !value.isObject();
    Foretold found;
    for (const QString &name : model.propertyNames()) {
        const Schema schema = model.property(name);
        const JsonArray location = input.location + JsonArray{Json(name)};
        const bool isFile = isForm && isFileField(schema, m_find);
        Json field = value.value(name);
        Json base = known.value(name);
        if (isForm && !isFile) {
            field = asSent(field);
            base = asSent(base);
        }
        const bool isAbsent = field.isUndefined() || field.isNull() ||
                              (isForm && field == Json(QString())) ||
                              (isForm && field == Json(JsonArray()));
        if (isAbsent) {
            if (isOther || (input.isRequired && model.isRequired(name)))
                found.add(PlainReading::missing(location, nullptr));
        } else if (!isFile) {
            found.add(m_reading.read(schema, field, location, base));
        } else if (texts.contains(name)) {
            found.add(field.isArray() ? Foretold::refused()
                                      : refusedAs(ErrorType::UploadExpected, location, field));
        }
    }
    return found;
}

Foretold Judge::formModel(const TestedInput &input, const Json &value, const Json &known,
                          const QStringList &texts) const
{
    InputSchema model(input.schema, m_find);
    if (!model.isModel())
        return Foretold::vague();
    const Json form = modelInput(model, asSent(value));
    const Json base = modelInput(model, asSent(known));
    Foretold found = m_reading.read(input.schema, form, input.location, base);
    for (const QString &text : texts)
        found.add(refusedAs(ErrorType::UploadExpected, input.location + JsonArray{Json(text)},
                            form.value(text)));
    // What a missing field quotes has the files in it.
    if (found.isRefused && hasFiles(model))
        found.isVague = true;
    return found;
}

bool Judge::hasFiles(const InputSchema &model) const
{
    const QStringList names = model.propertyNames();
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return isFileField(model.property(name), m_find);
    });
}

} // namespace Mock
