#include "designer/openapi/swagger2/document_converter.h"

#include "designer/model/component_table.h"
#include "designer/openapi/swagger2/schema_part.h"
#include "designer/openapi/swagger2/security_part.h"
#include "designer/openapi/swagger2/value_parts.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design::Swagger2
{

namespace
{

const QString parametersKey = QStringLiteral("parameters");

QString placeOf(const PlacedParameter &parameter)
{
    return parameter.parameter.value(u"in").toString();
}

bool isInBody(const PlacedParameter &parameter)
{
    return placeOf(parameter) == QLatin1String("body") ||
           placeOf(parameter) == QLatin1String("formData");
}

/// The parameters of a path, those of the operation instead where they are the same.
QList<PlacedParameter> overridden(const QList<PlacedParameter> &shared,
                                  const QList<PlacedParameter> &own)
{
    QList<PlacedParameter> all = own;
    for (const PlacedParameter &each : shared) {
        const bool isOverridden =
            std::any_of(own.begin(), own.end(), [&each](const PlacedParameter &other) {
                return placeOf(other) == placeOf(each) &&
                       other.parameter.value(u"name") == each.parameter.value(u"name");
            });
        if (!isOverridden)
            all.append(each);
    }
    return all;
}

/// The map with each of its values converted; names of extensions stay as they are.
template<class Convert>
Json convertedMap(const Json &map, const Place &place, const Convert &convert)
{
    if (!map.isObject())
        return map;
    QList<JsonObject::Member> members = map.object().members();
    for (JsonObject::Member &member : members) {
        if (!member.key.startsWith(QLatin1String("x-")))
            member.value = convert(member.value, place.child(member.key));
    }
    return JsonObject::fromDistinct(std::move(members));
}

} // namespace

DocumentConverter::DocumentConverter(const Json &document, Origins &origins)
    : m_document(document)
    , m_origins(origins)
    , m_consumes(mediaTypes(document.value(u"consumes")))
    , m_produces(mediaTypes(document.value(u"produces")))
{
}

Json DocumentConverter::convert()
{
    static const QStringList taken{QStringLiteral("host"),
                                   QStringLiteral("basePath"),
                                   QStringLiteral("schemes"),
                                   QStringLiteral("consumes"),
                                   QStringLiteral("produces"),
                                   QStringLiteral("definitions"),
                                   QStringLiteral("responses"),
                                   QStringLiteral("parameters"),
                                   QStringLiteral("securityDefinitions")};
    const JsonObject shared = components(); // first, for the references to what is shared
    JsonObject converted{{QStringLiteral("openapi"), QStringLiteral("3.0.3")}};
    m_origins.add({QStringLiteral("/swagger"), QStringLiteral("/openapi")});
    for (const JsonObject::Member &member : m_document.object()) {
        if (member.key == QLatin1String("swagger") || taken.contains(member.key))
            continue;
        const bool arePaths = member.key == QLatin1String("paths");
        converted.insert(member.key,
                         arePaths ? convertedMap(member.value, Place().child(member.key),
                                                 [this](const Json &item, const Place &place) {
                                                     return pathItem(item, place);
                                                 })
                                  : member.value);
    }
    const JsonArray all = servers(m_document.value(u"schemes"));
    if (!all.isEmpty())
        converted.insert(std::max<qsizetype>(1, 1 + converted.indexOf(u"info")),
                         QStringLiteral("servers"), all);
    m_origins.add({m_document.find(u"host") ? QStringLiteral("/host") : QStringLiteral("/basePath"),
                   QStringLiteral("/servers")});
    if (!shared.isEmpty())
        converted.insert(QStringLiteral("components"), shared);
    return converted;
}

/// The addresses, one a scheme; without a host they are relative to that of the document.
JsonArray DocumentConverter::servers(const Json &schemes) const
{
    const QString host = m_document.value(u"host").toString();
    QString base = m_document.value(u"basePath").toString();
    if (host.isEmpty() && base.isEmpty())
        return {};
    if (!base.startsWith(u'/'))
        base.prepend(u'/');
    QStringList urls;
    for (const QString &scheme : mediaTypes(schemes)) {
        if (!host.isEmpty())
            urls.append(scheme + QStringLiteral("://") + host + base);
    }
    if (urls.isEmpty())
        urls.append(host.isEmpty() ? base : QStringLiteral("//") + host + base);
    JsonArray servers;
    for (const QString &url : std::as_const(urls))
        servers.append(JsonObject{{QStringLiteral("url"), url}});
    return servers;
}

JsonObject DocumentConverter::components()
{
    const Place place{{}, QStringLiteral("/components")};
    JsonObject components;
    const auto add = [&](const QString &name, const QString &from, const auto &convert) {
        const Json map = m_document.value(from);
        if (!map.isObject())
            return;
        const Place section{childPointer(QString(), from), place.child(name).to};
        const Json converted = convertedMap(map, section, convert);
        if (!converted.object().isEmpty())
            components.insert(name, converted);
        m_origins.add(section);
    };
    const auto schema = [](const Json &each, const Place &) { return convertedSchema(each); };
    add(QStringLiteral("schemas"), QStringLiteral("definitions"), schema);
    add(QStringLiteral("responses"), QStringLiteral("responses"),
        [this](const Json &response, const Place &at) {
            return convertedResponse(response, m_produces, at, m_origins);
        });

    JsonObject parameters;
    JsonObject bodies;
    const Place from = Place{}.child(parametersKey);
    for (const JsonObject::Member &member : m_document.value(parametersKey).object()) {
        const JsonObject &parameter = member.value.object();
        const QString in = parameter.value(u"in").toString();
        Place at{from.child(member.key).from, place.child(parametersKey).child(member.key).to};
        if (in == QLatin1String("body")) {
            at.to = place.child(QStringLiteral("requestBodies")).child(member.key).to;
            bodies.insert(member.key, convertedBody(parameter, m_consumes, at, m_origins));
        } else if (in != QLatin1String("formData")) { // those are part of each body that has them
            parameters.insert(member.key, convertedParameter(parameter, at, m_origins));
        }
    }
    if (!parameters.isEmpty())
        components.insert(parametersKey, parameters);
    if (!bodies.isEmpty())
        components.insert(QStringLiteral("requestBodies"), bodies);
    add(QStringLiteral("securitySchemes"), QStringLiteral("securityDefinitions"),
        [](const Json &scheme, const Place &) { return convertedSecurityScheme(scheme); });
    return components;
}

Json DocumentConverter::pathItem(const Json &item, const Place &place)
{
    if (!item.isObject())
        return item;
    const QList<PlacedParameter> shared =
        placed(item.value(parametersKey), place.child(parametersKey).from);
    JsonObject converted;
    for (const JsonObject::Member &member : item.object()) {
        const Place at = place.child(member.key);
        if (member.key == parametersKey && member.value.isArray()) {
            const JsonArray parameters = convertedParameters(shared, at.to);
            if (!parameters.isEmpty())
                converted.insert(member.key, parameters);
        } else if (member.value.isObject() && !member.key.startsWith(QLatin1String("x-"))) {
            converted.insert(member.key, operation(member.value.object(), shared, at));
        } else {
            converted.insert(member.key, member.value);
        }
    }
    return converted;
}

Json DocumentConverter::operation(const JsonObject &operation, const QList<PlacedParameter> &shared,
                                  const Place &place)
{
    const auto own = [&operation](QStringView key, const QStringList &otherwise) {
        const Json *list = operation.find(key);
        return list ? mediaTypes(*list) : otherwise;
    };
    const QStringList consumes = own(u"consumes", m_consumes);
    const QStringList produces = own(u"produces", m_produces);
    const QList<PlacedParameter> all =
        placed(operation.value(parametersKey), place.child(parametersKey).from);
    const QString bodyKey = QStringLiteral("requestBody");
    const Json body = requestBody(overridden(shared, all), consumes, place.child(bodyKey).to);

    JsonObject converted;
    for (const JsonObject::Member &member : operation) {
        const Place at = place.child(member.key);
        if (member.key == parametersKey && member.value.isArray()) {
            const JsonArray parameters = convertedParameters(all, at.to);
            if (!parameters.isEmpty())
                converted.insert(member.key, parameters);
        } else if (member.key == QLatin1String("responses") && member.value.isObject()) {
            if (!body.isUndefined())
                converted.insert(bodyKey, body);
            converted.insert(member.key, responses(member.value.object(), produces, at));
        } else if (member.key == QLatin1String("schemes")) {
            converted.insert(QStringLiteral("servers"), servers(member.value));
        } else if (member.key != QLatin1String("consumes") &&
                   member.key != QLatin1String("produces")) {
            converted.insert(member.key, member.value);
        }
    }
    if (!body.isUndefined())
        converted.insert(bodyKey, body);
    return converted;
}

JsonObject DocumentConverter::responses(const JsonObject &responses, const QStringList &produces,
                                        const Place &place)
{
    JsonObject converted;
    for (const JsonObject::Member &member : responses) {
        Json response = member.value;
        Place at = place.child(member.key);
        const QString shared = localPointer(response.value(u"$ref").toString());
        const Json *target = shared.isEmpty() ? nullptr : resolvePointer(m_document, shared);
        // A shared answer has the media types of the document.
        if (target && produces != m_produces) {
            response = *target;
            at.from = shared;
        }
        const bool isExtension = member.key.startsWith(QLatin1String("x-"));
        converted.insert(member.key, isExtension
                                         ? response
                                         : convertedResponse(response, produces, at, m_origins));
    }
    return converted;
}

/// Undefined when none of the parameters is in the body.
Json DocumentConverter::requestBody(const QList<PlacedParameter> &parameters,
                                    const QStringList &consumes, const QString &to)
{
    QList<PlacedParameter> fields;
    for (const PlacedParameter &each : parameters) {
        if (placeOf(each) == QLatin1String("formData"))
            fields.append(each);
        if (placeOf(each) != QLatin1String("body"))
            continue;
        if (each.isShared() && consumes == m_consumes) {
            m_origins.add({each.use, to});
            return each.reference;
        }
        return convertedBody(each.parameter, consumes, {each.from, to}, m_origins);
    }
    return fields.isEmpty() ? Json() : convertedForm(fields, consumes, to, m_origins);
}

/// Those that are in no body; references stay references.
JsonArray DocumentConverter::convertedParameters(const QList<PlacedParameter> &parameters,
                                                 const QString &to)
{
    JsonArray converted;
    for (const PlacedParameter &each : parameters) {
        if (isInBody(each))
            continue;
        const Place place{each.use, childPointer(to, converted.size())};
        if (each.isShared()) {
            m_origins.add(place);
            converted.append(each.reference);
        } else {
            converted.append(convertedParameter(each.parameter, place, m_origins));
        }
    }
    return converted;
}

QList<PlacedParameter> DocumentConverter::placed(const Json &parameters, const QString &from) const
{
    QList<PlacedParameter> placed;
    for (qsizetype i = 0; i < parameters.array().size(); ++i) {
        const Json &parameter = parameters.array().at(i);
        const QString use = childPointer(from, i);
        PlacedParameter each{parameter.object(), use, use, {}};
        if (const Json reference = parameter.value(u"$ref"); reference.isString()) {
            each.reference = parameter;
            each.from = localPointer(reference.string());
            const Json *target =
                each.from.isEmpty() ? nullptr : resolvePointer(m_document, each.from);
            each.parameter = target ? target->object() : JsonObject();
        }
        placed.append(each);
    }
    return placed;
}

} // namespace Design::Swagger2
