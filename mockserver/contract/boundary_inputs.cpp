#include "designer/model/locate.h"
#include "mockserver/contract/boundary_generator.h"
#include "mockserver/contract/parameter_text.h"
#include "mockserver/engine/inputs/media_type.h"

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

const QByteArray otherType = QByteArrayLiteral("application/x-menura-other");

Schema schemaOf(const Parameter &parameter)
{
    return parameter.content.isEmpty() ? parameter.schema : parameter.content.first().value.schema;
}

bool isForm(const ParsedMediaType &type)
{
    return type.type == "application/x-www-form-urlencoded" || type.type == "multipart/form-data";
}

/// pydantic says "Save Data" of `save_data`, FastAPI "Save-Data" of a parameter of its own.
bool isFieldOfModel(const Parameter &parameter)
{
    return parameter.in == u"header" && parameter.name.contains(u'-') &&
           parameter.schema.text(Keyword::Title)
                   .compare(QString(parameter.name).replace(u'-', u' '), Qt::CaseInsensitive) == 0;
}

/// The media type itself, or one that no other range of the body is nearer to.
QByteArray typeInRange(const QString &range, const RequestBody &body)
{
    const QByteArray text = range.toLatin1();
    if (!text.contains('*'))
        return text;
    for (const QByteArray &type :
         {QByteArrayLiteral("application/json"), QByteArrayLiteral("text/plain"),
          QByteArrayLiteral("image/png")}) {
        const int fit = mediaTypeFit(type, text);
        const bool isNearest =
            fit > 0 &&
            std::none_of(body.content.begin(), body.content.end(), [&](const auto &other) {
                return mediaTypeFit(type, other.name.toLatin1()) > fit;
            });
        if (isNearest)
            return type;
    }
    return QByteArray(text).replace('*', "x-menura-example");
}

ValueCase brokenJson()
{
    return {QStringLiteral("no JSON"), {}, false, QStringLiteral("syntax")};
}

} // namespace

Json BoundaryGenerator::validValue(const Parameter &parameter)
{
    const Schema schema = schemaOf(parameter);
    const Json given =
        givenExample(m_flat, parameter.example, parameter.examples, m_schemas.compile(schema));
    return given.isUndefined() ? m_values.valid(schema, m_route + partName(parameter)) : given;
}

QList<TestedInput> BoundaryGenerator::inputsOf(const QList<Parameter> &parameters) const
{
    QList<TestedInput> inputs;
    const bool hasHeaderModel =
        m_isFastApi && std::any_of(parameters.begin(), parameters.end(), isFieldOfModel);
    if (hasHeaderModel)
        inputs.append(headerModel(parameters));
    for (const Parameter &parameter : parameters) {
        if (hasHeaderModel && parameter.in == u"header")
            continue;
        TestedInput input;
        input.name = partName(parameter);
        input.schema = schemaOf(parameter);
        input.parameters = {parameter};
        input.isRequired = parameter.required || parameter.in == u"path";
        input.isOwn = m_own.contains(input.name);
        input.location = {Json(parameter.in), Json(parameter.name)};
        const bool isJson = !parameter.content.isEmpty() && !m_isFastApi &&
                            parameter.content.first().name.contains(QLatin1String("json"));
        input.spelling = isJson ? Spelling::Json : Spelling::Text;
        const auto isHere = [&](const Parameter &other) { return other.in == parameter.in; };
        input.isModel = m_isFastApi && InputSchema(input.schema, m_find).isModel() &&
                        parameter.in != u"path" && parameter.content.isEmpty() &&
                        std::count_if(parameters.begin(), parameters.end(), isHere) == 1;
        if (input.isModel)
            input.location = {Json(parameter.in)};
        inputs.append(input);
    }
    return inputs;
}

TestedInput BoundaryGenerator::headerModel(const QList<Parameter> &parameters) const
{
    TestedInput input;
    input.kind = TestedInput::Kind::HeaderModel;
    input.name = QStringLiteral("header");
    input.spelling = Spelling::Text;
    input.location = {Json(input.name)};
    input.isModel = true;
    NamedList<Schema> members;
    input.schema = Schema::empty(NodeId::None);
    input.schema.setTypes({QStringLiteral("object")});
    for (const Parameter &parameter : parameters) {
        if (parameter.in != u"header")
            continue;
        input.parameters.append(parameter);
        input.isOwn = input.isOwn && m_own.contains(partName(parameter));
        members.append({headerField(parameter), parameter.schema, {}});
        input.schema.setRequired(headerField(parameter), parameter.required);
        input.isRequired = input.isRequired || parameter.required;
    }
    input.schema.setMembers(Keyword::Properties, members);
    return input;
}

void BoundaryGenerator::addInput(const TestedInput &input)
{
    m_input = &input;
    const Json base = input.valueIn(m_base);
    const bool isParameter = input.kind == TestedInput::Kind::Parameter;
    if (isParameter && input.isRequired && input.parameters.first().in != u"path") {
        RequestParts parts = input.with(m_base, {});
        addWhole(leftOut().note, leftOut().constraint, parts, m_judge.judge(input, {}, base));
    }
    if (isParameter && input.spelling == Spelling::Json) {
        RequestParts parts = m_base;
        parts.texts.insert(input.name, QStringLiteral("{"));
        addWhole(brokenJson().note, brokenJson().constraint, parts, Foretold::refused());
    }
    addValue({{}, input.name, {}}, input.schema);
    m_input = nullptr;
}

void BoundaryGenerator::addBody(const RequestBody &body)
{
    const Named<MediaType> *best = nullptr; // what FastAPI reads: JSON, else a form
    for (const Named<MediaType> &media : body.content) {
        if (media.isRaw())
            continue;
        const ParsedMediaType type = parseMediaType(media.name.toLatin1());
        const bool isBetter =
            !best || (type.isJson() && !parseMediaType(best->name.toLatin1()).isJson());
        if (!m_isFastApi)
            addMedia(body, media);
        else if (isBetter && (type.isJson() || isForm(type)))
            best = &media;
    }
    if (best)
        addMedia(body, *best);
}

void BoundaryGenerator::addMedia(const RequestBody &body, const Named<MediaType> &media)
{
    const RequestParts base = m_base;
    const QByteArray name = typeInRange(media.name, body);
    const ParsedMediaType type = parseMediaType(name);
    TestedInput input;
    input.name = QStringLiteral("body");
    if (!m_isFastApi && body.content.size() > 1)
        input.name += u'(' + media.name + u')';
    input.location = {Json(QStringLiteral("body"))};
    input.schema = media.value.schema;
    input.isRequired = body.required;
    const QString component = input.schema.reference().text.section(u'/', -1);
    const Schema *model = resolve(m_flat, input.schema);
    const Json given = givenExample(m_flat, media.value.example, media.value.examples,
                                    m_schemas.compile(input.schema));
    const bool isBase = type.isJson() && base.contentType == name && !base.body.isUndefined();
    const Json valid = isBase                ? base.body
                       : given.isUndefined() ? m_values.valid(input.schema, m_route)
                                             : given;
    m_base.contentType = name;
    m_base.body = {};
    m_base.rawBody.clear();
    const bool isObject = InputSchema(input.schema, m_find).type == u"object";
    if (type.isJson()) {
        input.kind = TestedInput::Kind::Json;
        input.isGathered = m_isFastApi && component.startsWith(u"Body_");
        m_base.body = valid;
    } else if (type.isXml() && !m_isFastApi) {
        input.kind = TestedInput::Kind::Xml;
        input.shape = textShapeOf(input.schema, m_find);
        m_base.xml = xmlFormOf(input.schema, component, m_find);
        m_base.body = valid;
    } else if (isForm(type) && isObject) {
        input.kind = TestedInput::Kind::Form;
        input.spelling = Spelling::Text;
        // A model that a form fills is told what else was sent; inputs of their own are not.
        input.isGathered = component.isEmpty() || component.startsWith(u"Body_");
        m_base.form = RequestForm{name, model ? *model : Schema(), valid.object(),
                                  formParts(m_flat, m_schemas, media.value.encoding)};
    } else if (!isForm(type) && !m_isFastApi && !valid.isObject() && !valid.isArray() &&
               !valid.isNull()) {
        input.kind = TestedInput::Kind::Raw;
        input.spelling = Spelling::Text;
        m_base.rawBody = plainText(valid).toUtf8();
    } else {
        note(input.name, QStringLiteral("schema"),
             QStringLiteral("bodies of %1 are not taken apart").arg(media.name));
        m_base = base;
        return;
    }
    if (!input.canSend(m_base, input.valueIn(m_base), m_isFastApi)) {
        note(input.name, QStringLiteral("schema"),
             QStringLiteral("no valid value was found that %1 can carry").arg(media.name));
        m_base = base;
        return;
    }
    m_input = &input;
    if (body.required) {
        RequestParts parts = input.with(m_base, {});
        parts.rawBody.clear();
        parts.contentType = input.kind == TestedInput::Kind::Form ? name : QByteArray();
        addWhole(leftOut().note, leftOut().constraint, parts,
                 m_judge.judge(input, {}, input.valueIn(m_base)));
    }
    if (type.isJson()) {
        RequestParts parts = m_base;
        parts.rawBody = "{";
        const QString error = QStringLiteral("Expecting property name enclosed in double quotes");
        addWhole(brokenJson().note, brokenJson().constraint, parts,
                 refusedAs(ErrorType::BodyJsonInvalid, input.location + JsonArray{Json(1)},
                           JsonObject(), {{QStringLiteral("error"), error}}));
    }
    if (input.kind == TestedInput::Kind::Xml) {
        RequestParts parts = m_base;
        parts.rawBody = "<unfinished";
        addWhole(QStringLiteral("broken XML"), QStringLiteral("XML"), parts, Foretold::refused());
    }
    const auto takesOther = [](const Named<MediaType> &one) {
        return mediaTypeMatches(otherType, one.name.toLatin1());
    };
    if (std::none_of(body.content.begin(), body.content.end(), takesOther))
        addContentType(input);
    addValue({{}, input.name, {}}, input.schema);
    if (input.kind == TestedInput::Kind::Form)
        addFiles(input, media.value.encoding);
    m_input = nullptr;
    m_base = base;
}

/// A body that says that it is something else.
void BoundaryGenerator::addContentType(const TestedInput &input)
{
    RequestParts parts = m_base;
    Request request = parts.request();
    parts.rawBody = request.body;
    parts.form.reset();
    parts.contentType = otherType;
    Foretold foretold = Foretold::refused();
    if (m_isFastApi) {
        if (input.kind != TestedInput::Kind::Json)
            return;
        // What is not declared as JSON stays text, and nothing where fields are wanted.
        const Json text(QString::fromUtf8(request.body));
        foretold = m_judge.judge(input, input.isGathered ? Json() : text, {});
    }
    if (foretold.isRefused)
        addWhole(QStringLiteral("as %1").arg(QLatin1String(otherType)),
                 QStringLiteral("content type"), parts, foretold);
}

/// Files that come as text, and parts that say that they are something else.
void BoundaryGenerator::addFiles(const TestedInput &input, const Json &encoding)
{
    if (!m_base.form || m_base.form->mediaType.startsWith("application/"))
        return;
    const InputSchema model(input.schema, m_find);
    for (const JsonObject::Member &member : m_base.form->values) {
        const QString name = input.name + u'.' + member.key;
        if (m_isFastApi && isFileField(model.property(member.key), m_find)) {
            RequestParts parts = m_base;
            parts.form->parts.texts = {member.key};
            push(name, {QStringLiteral("a text"), {}, false, QStringLiteral("type")}, parts,
                 m_judge.judge(input, Json(m_base.form->values), Json(m_base.form->values),
                               {member.key}),
                 true);
            note(name, QStringLiteral("type"));
        }
        const QString wanted = encoding.value(member.key).value(u"contentType").toString();
        if (m_isFastApi || wanted.isEmpty())
            continue;
        note(name, QStringLiteral("contentType"),
             wanted.startsWith(u"*/*") ? QStringLiteral("any type may come") : QString());
        RequestParts parts = m_base;
        parts.form->parts.contentTypes.insert(member.key, otherType);
        if (!wanted.startsWith(u"*/*") && m_blocked.isEmpty())
            push(name,
                 {QStringLiteral("as %1").arg(QLatin1String(otherType)),
                  {},
                  false,
                  QStringLiteral("contentType")},
                 parts, Foretold::refused(), true);
        for (const HeaderField &head : m_base.form->parts.heads.value(member.key)) {
            const QString constraint =
                QStringLiteral("header %1").arg(QString::fromLatin1(head.name));
            RequestParts without = m_base;
            without.form->parts.heads[member.key].removeIf(
                [&head](const HeaderField &other) { return other.name == head.name; });
            note(name, constraint);
            if (m_blocked.isEmpty())
                push(name,
                     {QStringLiteral("without its %1").arg(constraint), {}, false, constraint},
                     without, Foretold::refused(), true);
        }
    }
}

/// Something about the whole input that is no value of it.
void BoundaryGenerator::addWhole(const QString &text, const QString &constraint,
                                 const RequestParts &parts, const Foretold &foretold)
{
    note(m_input->name, constraint);
    if (foretold.isRefused && m_blocked.isEmpty())
        push(m_input->name, {text, {}, false, constraint}, parts, foretold, m_input->isOwn);
}

} // namespace Mock
