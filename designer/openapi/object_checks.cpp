#include "designer/openapi/object_checks.h"

#include "designer/model/access_tokens.h"
#include "designer/model/children.h"
#include "designer/model/design_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace Design
{

namespace
{

const QString missingMember = QStringLiteral("missing-member");
const QString exclusiveMembers = QStringLiteral("exclusive-members");
const QString invalidMember = QStringLiteral("invalid-member");

/// Whether the object has the member, whatever its value.
template<class T>
bool has(const T &object, const QString &key, bool isSet)
{
    return isSet || object.rest.wasWritten(key);
}

void requireText(const Json &object, const QString &key, const Place &place,
                 StructureFindings &findings)
{
    if (!object.find(key))
        findings.reportMissing(place, key);
    else if (!object.find(key)->isString())
        findings.report(Place(place, key), invalidMember,
                        DesignText::tr("“%1” must be a string.").arg(key));
}

/// External Documentation Object, section 4.8.11.
void checkExternalDocs(const Json &docs, const Place &parent, StructureFindings &findings)
{
    if (docs.isUndefined())
        return;
    const QString key = QStringLiteral("externalDocs");
    const Place place(parent, key);
    if (!docs.isObject())
        findings.report(place, invalidMember, DesignText::tr("“externalDocs” must be an object."));
    else
        requireText(docs, QStringLiteral("url"), place, findings);
}

template<class T>
void checkExamples(const T &object, const Place &place, StructureFindings &findings)
{
    if (!object.example.isUndefined() &&
        has(object, QStringLiteral("examples"), !object.examples.isEmpty())) {
        findings.report(place, exclusiveMembers,
                        DesignText::tr("“example” and “examples” exclude one another."));
    }
}

/// Parameters and headers: sections 4.8.12 and 4.8.21.
template<class T>
void checkSchemaOrContent(const T &object, const Place &place, StructureFindings &findings)
{
    const bool hasSchema = has(object, QStringLiteral("schema"), !object.schema.isAbsent());
    const bool hasContent = has(object, QStringLiteral("content"), !object.content.isEmpty());
    if (hasSchema && hasContent) {
        findings.report(place, exclusiveMembers,
                        DesignText::tr("“schema” and “content” exclude one another."));
    } else if (!hasSchema && !hasContent) {
        findings.report(place, missingMember,
                        DesignText::tr("“schema” (or “content”) is missing here."));
    }
    if (hasContent && object.content.size() != 1) {
        findings.report(place, invalidMember,
                        DesignText::tr("“content” must have exactly one media type here."));
    }
    checkExamples(object, place, findings);
}

const QStringList &stylesOf(const QString &in)
{
    static const QStringList path{QStringLiteral("matrix"), QStringLiteral("label"),
                                  QStringLiteral("simple")};
    static const QStringList query{QStringLiteral("form"), QStringLiteral("spaceDelimited"),
                                   QStringLiteral("pipeDelimited"), QStringLiteral("deepObject")};
    static const QStringList header{QStringLiteral("simple")};
    static const QStringList cookie{QStringLiteral("form")};
    static const QStringList none;
    return in == QLatin1String("path")     ? path
           : in == QLatin1String("query")  ? query
           : in == QLatin1String("header") ? header
           : in == QLatin1String("cookie") ? cookie
                                           : none;
}

void checkStyle(const QString &style, const QString &in, const Place &place,
                StructureFindings &findings)
{
    // 3.2 has styles of its own; so may a document of a later version.
    if (style.isEmpty() || stylesOf(in).isEmpty() || findings.version == SpecVersion::V32)
        return;
    if (!stylesOf(in).contains(style)) {
        findings.report(
            Place(place, u"style"), invalidMember,
            DesignText::tr("Style “%1” does not exist for %2 parameters; it must be %3.")
                .arg(style, in, stylesOf(in).join(QStringLiteral(" or "))));
    }
}

/// Server Variable Object, section 4.8.6.
void checkVariable(const Json &variable, const Place &place, StructureFindings &findings)
{
    if (!variable.isObject()) {
        findings.report(place, invalidMember,
                        DesignText::tr("A server variable must be an object."));
        return;
    }
    requireText(variable, QStringLiteral("default"), place, findings);
    if (const Json *values = variable.find(u"enum")) {
        const JsonArray &list = values->array();
        const bool isFine =
            !list.isEmpty() &&
            std::all_of(list.begin(), list.end(), [](const Json &v) { return v.isString(); });
        if (!isFine) {
            findings.report(Place(place, u"enum"), invalidMember,
                            DesignText::tr("“enum” must be a list of at least one string."));
        }
    }
}

/// OAuth Flow Object, section 4.8.29.
void checkFlow(const QString &name, const Json &flow, const Place &place,
               StructureFindings &findings)
{
    if (!flow.isObject()) {
        findings.report(place, invalidMember, DesignText::tr("An OAuth flow must be an object."));
        return;
    }
    const bool hasPage =
        name == QLatin1String("implicit") || name == QLatin1String("authorizationCode");
    if (hasPage)
        requireText(flow, QStringLiteral("authorizationUrl"), place, findings);
    if (name != QLatin1String("implicit"))
        requireText(flow, QStringLiteral("tokenUrl"), place, findings);
    if (!flow.value(u"scopes").isObject())
        findings.report(place, missingMember,
                        DesignText::tr("“scopes” (an object) is missing here."));
}

/// A member of the document's x-menura that is one of a few words.
void checkChoice(const Api &api, const QString &key, const QList<QStringView> &words,
                 const Place &place, StructureFindings &findings)
{
    const Json *value = api.menura.find(key);
    if (!value || (value->isString() && words.contains(QStringView(value->string()))))
        return;
    QStringList names;
    for (const QStringView word : words)
        names.append(word.toString());
    findings.node = api.id;
    findings.report(
        Place(Place(place, u"x-menura"), key), QStringLiteral("extension"),
        DesignText::tr("“%1” must be %2.").arg(key, names.join(QStringLiteral(" or "))));
}

} // namespace

void StructureFindings::reportMissing(const Place &place, const QString &key)
{
    report(place, missingMember, DesignText::tr("“%1” is missing here.").arg(key));
}

/// Section 4.8.1.
void checkObject(const Api &api, const Place &place, StructureFindings &findings)
{
    if (!has(api, QStringLiteral("info"), !isDefault(api.info)))
        findings.reportMissing(place, QStringLiteral("info"));
    const bool hasPaths = has(api, QStringLiteral("paths"), !api.paths.isEmpty());
    const bool hasOther = has(api, QStringLiteral("webhooks"), !api.webhooks.isEmpty()) ||
                          has(api, QStringLiteral("components"), !isDefault(api.components));
    if (findings.version == SpecVersion::V30 && !hasPaths) {
        findings.reportMissing(place, QStringLiteral("paths"));
    } else if (!hasPaths && !hasOther) {
        findings.report(
            place, missingMember,
            DesignText::tr("One of “paths”, “webhooks” and “components” must be there."));
    }
    checkChoice(api, QStringLiteral("error_shape"), {u"fastapi", u"problem+json", u"declared"},
                place, findings);
    for (const Named<PathItem> &path : api.paths) {
        if (!path.name.startsWith(u'/') && !path.name.startsWith(QLatin1String("x-"))) {
            findings.node = path.isRaw() ? api.id : path.value.id;
            findings.report(
                Place(Place(place, u"paths"), path.name), QStringLiteral("invalid-path"),
                DesignText::tr("The path “%1” must begin with a slash.").arg(path.name));
        }
    }
    findings.node = api.id;
    checkExternalDocs(api.externalDocs, place, findings);
}

/// Sections 4.8.2 to 4.8.4.
void checkObject(const Info &info, const Place &place, StructureFindings &findings)
{
    if (!has(info, QStringLiteral("title"), !info.title.isEmpty()))
        findings.reportMissing(place, QStringLiteral("title"));
    if (!has(info, QStringLiteral("version"), !info.version.isEmpty()))
        findings.reportMissing(place, QStringLiteral("version"));
    if (!info.contact.isUndefined() && !info.contact.isObject()) {
        findings.report(Place(place, u"contact"), invalidMember,
                        DesignText::tr("“contact” must be an object."));
    }
    if (info.license.isUndefined())
        return;
    const Place license(place, u"license");
    if (!info.license.isObject()) {
        findings.report(license, invalidMember, DesignText::tr("“license” must be an object."));
        return;
    }
    requireText(info.license, QStringLiteral("name"), license, findings);
    if (info.license.find(u"identifier") && info.license.find(u"url")) {
        findings.report(license, exclusiveMembers,
                        DesignText::tr("“identifier” and “url” exclude one another."));
    }
}

/// Sections 4.8.5 and 4.8.6.
void checkObject(const Server &server, const Place &place, StructureFindings &findings)
{
    if (!has(server, QStringLiteral("url"), !server.url.isEmpty()))
        findings.reportMissing(place, QStringLiteral("url"));
    if (server.variables.isUndefined())
        return;
    const Place variables(place, u"variables");
    if (!server.variables.isObject())
        findings.report(variables, invalidMember, DesignText::tr("“variables” must be an object."));
    for (const JsonObject::Member &variable : server.variables.object())
        checkVariable(variable.value, Place(variables, variable.key), findings);
}

/// Section 4.8.12.
void checkObject(const Parameter &parameter, const Place &place, StructureFindings &findings)
{
    const QString in = parameter.in;
    if (!has(parameter, QStringLiteral("name"), !parameter.name.isEmpty()))
        findings.reportMissing(place, QStringLiteral("name"));
    if (!has(parameter, QStringLiteral("in"), !in.isEmpty()))
        findings.reportMissing(place, QStringLiteral("in"));
    const bool isNewPlace =
        findings.version == SpecVersion::V32 && in == QLatin1String("querystring");
    if (!in.isEmpty() && stylesOf(in).isEmpty() && !isNewPlace) {
        findings.report(
            Place(place, u"in"), invalidMember,
            DesignText::tr("A parameter is in path, query, header or cookie, not in “%1”.")
                .arg(in));
    }
    // A warning only: everyone reads it as required, the Initiative's own examples included.
    if (in == QLatin1String("path") && !parameter.required) {
        findings.report(place, QStringLiteral("path-parameter-required"),
                        DesignText::tr("A path parameter must say “required: true”."),
                        Severity::Warning);
    }
    checkStyle(parameter.style, in, place, findings);
    if (in != QLatin1String("query") && findings.version != SpecVersion::V32) {
        for (const QString &key :
             {QStringLiteral("allowReserved"), QStringLiteral("allowEmptyValue")}) {
            if (parameter.rest.wasWritten(key)) {
                findings.report(Place(place, key), invalidMember,
                                DesignText::tr("“%1” is for query parameters only.").arg(key));
            }
        }
    }
    checkSchemaOrContent(parameter, place, findings);
}

/// Section 4.8.21.
void checkObject(const Header &header, const Place &place, StructureFindings &findings)
{
    checkStyle(header.style, QStringLiteral("header"), place, findings);
    checkSchemaOrContent(header, place, findings);
}

/// Section 4.8.13.
void checkObject(const RequestBody &body, const Place &place, StructureFindings &findings)
{
    if (!has(body, QStringLiteral("content"), !body.content.isEmpty()))
        findings.reportMissing(place, QStringLiteral("content"));
}

/// Section 4.8.14.
void checkObject(const MediaType &mediaType, const Place &place, StructureFindings &findings)
{
    checkExamples(mediaType, place, findings);
    const Place encoding(place, u"encoding");
    if (!mediaType.encoding.isUndefined() && !mediaType.encoding.isObject())
        findings.report(encoding, invalidMember, DesignText::tr("“encoding” must be an object."));
    for (const JsonObject::Member &member : mediaType.encoding.object()) {
        if (!member.value.isObject()) {
            findings.report(Place(encoding, member.key), invalidMember,
                            DesignText::tr("An encoding must be an object."));
        }
    }
}

/// Section 4.8.17.
void checkObject(const Response &response, const Place &place, StructureFindings &findings)
{
    const bool isOptional = findings.version == SpecVersion::V32;
    if (!isOptional &&
        !has(response, QStringLiteral("description"), !response.description.isEmpty()))
        findings.reportMissing(place, QStringLiteral("description"));
}

/// Section 4.8.19.
void checkObject(const Example &example, const Place &place, StructureFindings &findings)
{
    if (!example.value.isUndefined() && !example.externalValue.isEmpty()) {
        findings.report(place, exclusiveMembers,
                        DesignText::tr("“value” and “externalValue” exclude one another."));
    }
}

/// Section 4.8.20.
void checkObject(const Link &link, const Place &place, StructureFindings &findings)
{
    const bool hasRef = link.rest.wasWritten(u"operationRef");
    const bool hasId = link.rest.wasWritten(u"operationId");
    if (hasRef && hasId) {
        findings.report(place, exclusiveMembers,
                        DesignText::tr("“operationRef” and “operationId” exclude one another."));
    } else if (!hasRef && !hasId) {
        findings.report(place, missingMember,
                        DesignText::tr("“operationId” (or “operationRef”) is missing here."));
    }
}

/// Sections 4.8.27 to 4.8.29.
void checkObject(const SecurityScheme &scheme, const Place &place, StructureFindings &findings)
{
    const auto require = [&](const QString &key, const QString &value) {
        if (!has(scheme, key, !value.isEmpty()))
            findings.reportMissing(place, key);
    };
    require(QStringLiteral("type"), scheme.type);
    if (scheme.type == QLatin1String("apiKey")) {
        require(QStringLiteral("name"), scheme.name);
        require(QStringLiteral("in"), scheme.in);
        static const QStringList places{QStringLiteral("query"), QStringLiteral("header"),
                                        QStringLiteral("cookie")};
        if (!scheme.in.isEmpty() && !places.contains(scheme.in)) {
            findings.report(Place(place, u"in"), invalidMember,
                            DesignText::tr("An API key is in query, header or cookie, not in “%1”.")
                                .arg(scheme.in));
        }
    } else if (scheme.type == QLatin1String("http")) {
        require(QStringLiteral("scheme"), scheme.scheme);
    } else if (scheme.type == QLatin1String("openIdConnect")) {
        require(QStringLiteral("openIdConnectUrl"), scheme.openIdConnectUrl);
    } else if (scheme.type == QLatin1String("oauth2")) {
        const Place flows(place, u"flows");
        if (!scheme.flows.isObject())
            findings.report(place, missingMember,
                            DesignText::tr("“flows” (an object) is missing here."));
        for (const JsonObject::Member &flow : scheme.flows.object()) {
            if (!flow.key.startsWith(QLatin1String("x-")) && findings.version != SpecVersion::V32)
                checkFlow(flow.key, flow.value, Place(flows, flow.key), findings);
        }
    } else if (!scheme.type.isEmpty() && scheme.type != QLatin1String("mutualTLS")) {
        findings.report(
            Place(place, u"type"), invalidMember,
            DesignText::tr("“%1” is no type of security; it must be apiKey, http, oauth2, "
                           "openIdConnect or mutualTLS.")
                .arg(scheme.type));
    }
    for (const ExtensionFault &fault : checkAccessTokens(scheme)) {
        findings.diagnostics.append({Severity::Error,
                                     QStringLiteral("extension"),
                                     fault.message,
                                     place.pointer() + fault.pointer,
                                     {},
                                     findings.node});
    }
}

/// Section 4.8.22.
void checkObject(const Tag &tag, const Place &place, StructureFindings &findings)
{
    if (!has(tag, QStringLiteral("name"), !tag.name.isEmpty()))
        findings.reportMissing(place, QStringLiteral("name"));
    checkExternalDocs(tag.externalDocs, place, findings);
}

/// Sections 4.8.10 and 4.8.16.
void checkObject(const Operation &operation, const Place &place, StructureFindings &findings)
{
    static const QRegularExpression status(QStringLiteral("^([1-5](\\d\\d|XX)|default|x-.*)$"));
    for (const Named<Response> &response : operation.responses) {
        if (!status.match(response.name).hasMatch()) {
            findings.node = response.isRaw() ? operation.id : response.value.id;
            findings.report(
                Place(Place(place, u"responses"), response.name), QStringLiteral("invalid-status"),
                DesignText::tr("“%1” is no status; a response is for a code such as 200, a "
                               "range such as 4XX, or “default”.")
                    .arg(response.name));
        }
    }
    findings.node = operation.id;
    checkExternalDocs(operation.externalDocs, place, findings);
}

/// Section 4.8.7.
void checkObject(const Components &components, const Place &place, StructureFindings &findings)
{
    static const QRegularExpression fine(QStringLiteral("^[a-zA-Z0-9._-]+$"));
    const NodeId api = findings.node;
    forEachField(components, [&](const QString &section, const auto &list) {
        const Place sectionPlace(place, section);
        for (const auto &component : list) {
            if (fine.match(component.name).hasMatch())
                continue;
            findings.node = component.isRaw() ? api : idOf(component.value);
            findings.report(
                Place(sectionPlace, component.name), QStringLiteral("component-name"),
                DesignText::tr("The name “%1” may only have letters, digits, dots, dashes "
                               "and underscores.")
                    .arg(component.name));
        }
    });
    findings.node = api;
}

} // namespace Design
