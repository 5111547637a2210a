#include "designer/model/locate.h"
#include "designer/model/operation_keys.h"
#include "designer/schema/samples/sampler.h"
#include "mockserver/engine/compiled_api_p.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/plan/plan_builder.h"

#include <QSet>

using Design::Json;
using Design::NodeId;

namespace Mock
{

namespace
{

/// The names of the properties of an object, those of its bases and alternatives included; given
/// `hidden`, those that no answer shows go there.
void collectFields(const Design::Api &api, const Design::Schema &schema, QSet<NodeId> *seen,
                   QStringList *fields, QStringList *hidden = nullptr)
{
    const Design::Schema *target = resolve(api, schema);
    if (!target || seen->contains(target->id()))
        return;
    seen->insert(target->id());
    for (const auto &property : target->members(Design::Keyword::Properties)) {
        const Design::Schema *value = property.isRaw() ? nullptr : resolve(api, property.value);
        const bool isHidden = hidden && ((value && value->flag(Design::Keyword::WriteOnly)) ||
                                         property.value.flag(Design::Keyword::WriteOnly));
        QStringList *into = isHidden ? hidden : fields;
        if (!into->contains(property.name))
            into->append(property.name);
    }
    for (const auto keyword :
         {Design::Keyword::AllOf, Design::Keyword::AnyOf, Design::Keyword::OneOf}) {
        for (const Design::Schema &part : target->schemas(keyword))
            collectFields(api, part, seen, fields, hidden);
    }
}

/// Whether the schema says nothing at all: `{}` or `true`, apart from notes.
bool isOpen(const Design::Schema &schema)
{
    if (schema.isAbsent() || schema.booleanValue().value_or(false))
        return true;
    for (const Design::Schema::Entry &entry : schema.entries()) {
        const bool isNote = entry.keyword == Design::Keyword::Title ||
                            entry.keyword == Design::Keyword::Description ||
                            entry.keyword == Design::Keyword::Unknown;
        if (!isNote)
            return false;
    }
    return !schema.isBoolean();
}

/// The text of a header field in style `simple` (OpenAPI 3.1, section 4.8.21.1).
QByteArray headerText(const Json &value)
{
    QByteArray text;
    if (value.isString()) {
        text = value.string().toUtf8();
    } else if (value.isBool()) {
        text = value.toBool() ? "true" : "false";
    } else if (value.isArray()) {
        QByteArrayList items;
        for (const Json &item : value.array())
            items.append(headerText(item));
        text = items.join(", ");
    } else if (value.isObject()) {
        QByteArrayList items;
        for (const auto &member : value.object())
            items.append(member.key.toUtf8() + ',' + headerText(member.value));
        text = items.join(',');
    } else {
        text = value.numberText();
    }
    for (char &c : text) { // RFC 9110 section 5.5: a field stays on its line
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return text.trimmed();
}

/// Fields that say how the message is sent: what the design says of them is no example to copy.
bool isFraming(const QString &name)
{
    static const QSet<QString> names{
        QStringLiteral("connection"),        QStringLiteral("content-encoding"),
        QStringLiteral("content-length"),    QStringLiteral("content-type"),
        QStringLiteral("keep-alive"),        QStringLiteral("te"),
        QStringLiteral("transfer-encoding"), QStringLiteral("trailer"),
        QStringLiteral("upgrade"),
    };
    return names.contains(name.toLower());
}

} // namespace

bool isStatusRange(QStringView name)
{
    return name.size() == 3 && name.endsWith(QLatin1String("XX"), Qt::CaseInsensitive);
}

int statusOfResponse(QStringView name)
{
    if (isStatusRange(name))
        return name.first(1).toInt() * 100;
    bool ok = false;
    const int status = name.toInt(&ok);
    return ok && status >= 100 && status <= 599 ? status : 0;
}

/// How well a response answers a valid request: the lower the better.
struct AnswerRank {
    enum Kind { Own, Success, SuccessRange, Default, OwnOther, Redirect, None };
    Kind kind = None;
    int status = 0;

    bool isBetter(const AnswerRank &other) const
    {
        if (kind != other.kind)
            return kind < other.kind;
        return kind <= SuccessRange && status < other.status; // of others the first
    }
};

static AnswerRank answerRank(const Design::Named<Design::Response> &response)
{
    const int status = statusOfResponse(response.name);
    const bool isOwn = response.value.description == Design::ownAnswerDescription();
    if (response.isRaw())
        return {};
    if (status >= 200 && status < 300) {
        if (isStatusRange(response.name)) // for what no status of its own stands for
            return {AnswerRank::SuccessRange, status};
        return {isOwn ? AnswerRank::Own : AnswerRank::Success, status};
    }
    if (response.name == u"default")
        return {AnswerRank::Default, 200};
    if (status > 0 && isOwn)
        return {AnswerRank::OwnOther, status};
    return status >= 300 && status < 400 ? AnswerRank{AnswerRank::Redirect, status} : AnswerRank();
}

SuccessResponse successResponse(const Design::Api &api, const Design::Operation &operation)
{
    const Design::Named<Design::Response> *best = nullptr;
    AnswerRank rank;
    for (const auto &response : operation.responses) {
        const AnswerRank own = answerRank(response);
        if (own.isBetter(rank)) {
            best = &response;
            rank = own;
        }
    }
    if (!best)
        return {};
    return {best->name, rank.status, resolve(api, best->value)};
}

QStringList PlanBuilder::fieldsOf(const Design::Schema &schema) const
{
    QSet<NodeId> seen;
    QStringList fields;
    collectFields(m_api, schema, &seen, &fields);
    return fields;
}

QStringList PlanBuilder::shownFieldsOf(const Design::Schema &schema) const
{
    if (isFastApi()) // has no such thing: it shows a SecretStr, though as asterisks
        return fieldsOf(schema);
    QSet<NodeId> seen;
    QStringList fields;
    QStringList hidden;
    collectFields(m_api, schema, &seen, &fields, &hidden);
    return fields;
}

void PlanBuilder::addAnswers(const Design::PathItem &item, const Design::Operation &operation,
                             RoutePlan *route)
{
    const RequestExamples requests = requestExamples(item, operation);
    for (const auto &named : operation.responses) {
        const Design::Response *response = named.isRaw() ? nullptr : resolve(m_api, named.value);
        if (!response)
            continue;
        AnswerPlan start;
        start.response = named.name;
        start.status = statusOfResponse(named.name);
        if (start.status == 0)
            start.status = 200;
        start.hasBody = !isBodyless(start.status);
        start.node = response->id;
        start.headers = headerPlans(*response, route->title);
        if (m_checksAnswers)
            start.expected = expectedHeaders(*response);
        addContents(*response, start, requests, route);
    }
    const SuccessResponse success = successResponse(m_api, operation);
    AnswerPlan &main = route->answer;
    bool isFound = false;
    for (const AnswerPlan &answer : route->answers) {
        const bool isIt = answer.response == success.name && success.response;
        if (isIt && (!isFound || (answer.isJson && !main.isJson))) {
            main = answer;
            isFound = true;
        }
    }
    main.status = success.status;
    if (isFound)
        return;
    main.contentType = "application/json";
    main.isOpen = true;
    main.hasBody = !isBodyless(success.status) && isFastApi();
}

void PlanBuilder::addContents(const Design::Response &response, const AnswerPlan &start,
                              const RequestExamples &requests, RoutePlan *route)
{
    const qsizetype before = route->answers.size();
    for (const auto &media : response.content) {
        if (media.isRaw())
            continue;
        AnswerPlan answer = start;
        addContent(media, &answer);
        if (answer.hasBody)
            addExamples(media.value, requests, route->title, &answer);
        route->answers.append(answer);
    }
    if (route->answers.size() > before)
        return;
    AnswerPlan answer = start;
    answer.contentType = "application/json";
    answer.isOpen = true;
    answer.hasBody = false;
    route->answers.append(answer);
}

void PlanBuilder::addContent(const Design::Named<Design::MediaType> &media, AnswerPlan *answer)
{
    QByteArray type = media.name.toLatin1();
    answer->mediaType = type;
    answer->isJson = parseMediaType(type).isJson();
    const bool isRange = type.contains('*');
    if (isRange) {
        answer->isJson = type.startsWith("*") || type.startsWith("application/");
        type = answer->isJson             ? "application/json"
               : type.startsWith("text/") ? "text/plain"
                                          : "application/octet-stream";
    }
    if (isFastApi() && type.startsWith("text/") && !type.contains("charset"))
        type += "; charset=utf-8";
    answer->contentType = type;
    answer->stream = streamFormOf(media);
    const bool isStream = answer->stream != StreamForm::None;
    const Design::Schema schema = isStream ? streamSchema(media.value) : media.value.schema;
    answer->isOpen = isOpen(schema);
    if (answer->isOpen)
        return;
    answer->schema = m_schemas.compile(schema);
    if (m_checksAnswers && !answer->isJson)
        answer->shape = textShapeOf(schema, m_find);
    if (isFastApi() && answer->status < 300)
        answer->type = m_responseTypes.compile(schema);
    if (parseMediaType(answer->mediaType).isXml())
        answer->xml = xmlForm(schema);
    const bool isError = answer->status >= 400 || answer->response == u"default";
    if (isError && (answer->isJson || answer->xml) &&
        errorShapeOf(m_api, m_profile) == ErrorShape::Declared)
        answer->errorForm = errorForm(schema);
    answer->fields = shownFieldsOf(schema);
    answer->items = itemsPlan(schema);
}

/// The list that the answer is, or the first one that it holds.
std::optional<AnswerPlan::Items> PlanBuilder::itemsPlan(const Design::Schema &schema)
{
    const auto listOf = [&](const Design::Schema &part,
                            const QString &member) -> std::optional<AnswerPlan::Items> {
        const Design::Schema *target = resolve(m_api, part);
        const Design::Schema item =
            target ? target->schema(Design::Keyword::Items) : Design::Schema();
        const QStringList fields = item.isAbsent() ? QStringList() : shownFieldsOf(item);
        if (fields.isEmpty())
            return std::nullopt;
        return AnswerPlan::Items{member, m_schemas.compile(item), fields};
    };
    if (auto items = listOf(schema, {}))
        return items;
    const Design::Schema *target = resolve(m_api, schema);
    if (!target)
        return std::nullopt;
    for (const auto &property : target->members(Design::Keyword::Properties)) {
        if (auto items = property.isRaw() ? std::nullopt : listOf(property.value, property.name))
            return items;
    }
    return std::nullopt;
}

XmlForm::Pointer PlanBuilder::xmlForm(const Design::Schema &schema) const
{
    QString component;
    componentOf(schema, &component);
    return xmlFormOf(schema, component, m_find);
}

ErrorForm::Pointer PlanBuilder::errorForm(const Design::Schema &schema)
{
    // Most operations share their errors.
    const Design::Schema *target = resolve(m_api, schema);
    const NodeId id = target ? target->id() : NodeId::None;
    ErrorForm::Pointer &form = m_errorForms[id];
    if (!form || id == NodeId::None)
        form = errorFormOf(schema, m_find);
    return form;
}

QList<AnswerPlan::Header> PlanBuilder::headerPlans(const Design::Response &response,
                                                   const QString &title)
{
    QList<AnswerPlan::Header> headers;
    for (const auto &named : response.headers) {
        const Design::Header *header = named.isRaw() ? nullptr : resolve(m_api, named.value);
        if (!header || isFraming(named.name))
            continue;
        const QByteArray text = headerExample(*header, named.name, title);
        if (!text.isEmpty())
            headers.append({named.name.toLatin1(), text});
    }
    return headers;
}

QList<AnswerPlan::ExpectedHeader> PlanBuilder::expectedHeaders(const Design::Response &response)
{
    QList<AnswerPlan::ExpectedHeader> headers;
    for (const auto &named : response.headers) {
        const Design::Header *header = named.isRaw() ? nullptr : resolve(m_api, named.value);
        if (!header || isFraming(named.name))
            continue;
        AnswerPlan::ExpectedHeader expected;
        expected.name = named.name;
        expected.isRequired = header->required;
        expected.node = header->id;
        expected.style = {ParameterStyle::Form::Simple, header->explode.value_or(false)};
        Design::Schema schema = header->schema;
        if (schema.isAbsent() && !header->content.isEmpty() && !header->content.first().isRaw()) {
            const bool isJson = parseMediaType(header->content.first().name.toLatin1()).isJson();
            expected.style.form = isJson ? ParameterStyle::Form::Json : ParameterStyle::Form::Plain;
            schema = header->content.first().value.schema;
        }
        if (!schema.isAbsent()) {
            expected.schema = m_schemas.compile(schema);
            expected.shape = textShapeOf(schema, m_find);
        }
        headers.append(expected);
    }
    return headers;
}

QByteArray PlanBuilder::headerExample(const Design::Header &header, const QString &name,
                                      const QString &title)
{
    Design::Schema schema = header.schema;
    Json value = header.example;
    for (const auto &named : header.examples) {
        const Design::Example *example = named.isRaw() ? nullptr : resolve(m_api, named.value);
        if (value.isUndefined() && example)
            value = example->value;
    }
    for (const auto &media : header.content) {
        if (!schema.isAbsent() || media.isRaw())
            continue;
        schema = media.value.schema;
        if (value.isUndefined())
            value = media.value.example;
    }
    if (value.isUndefined() && !schema.isAbsent()) {
        Design::SampleOptions options;
        options.seed = m_seed;
        options.path = title;
        options.name = name;
        options.bytes = 1'000;
        value = sample(m_schemas.compile(schema), options).value;
    }
    return headerText(value);
}

} // namespace Mock
