#include "designer/compare/compare_operation.h"

#include "designer/compare/compare_text.h"
#include "designer/model/references.h"
#include "designer/model/rest_schema.h"

#include <QMap>
#include <QRegularExpression>

namespace Design
{

namespace
{

/// What a Reference Object stands for, or the object itself.
template<class T>
const T &followed(const Api &api, const T &object)
{
    if (object.ref.isNull())
        return object;
    const T *target = findTarget<T>(api, object.ref);
    return target ? *target : object;
}

/// The names in braces, in their order. A path parameter is told by its position: its name is
/// nothing that callers see.
QStringList pathNames(const QString &path)
{
    static const QRegularExpression braces(QStringLiteral("\\{([^{}]*)\\}"));
    QStringList names;
    for (auto found = braces.globalMatch(path); found.hasNext();)
        names.append(found.next().captured(1));
    return names;
}

/// The media types that the parts of a multipart body may have, by their names or positions; not
/// those that may have any.
QMap<QString, QStringList> partTypes(const MediaType &media)
{
    QMap<QString, QStringList> types;
    const auto add = [&types](const QString &part, const Json &encoding) {
        for (const QString &type : encoding.value(u"contentType").toString().split(u',')) {
            if (!type.trimmed().isEmpty())
                types[part].append(type.trimmed());
        }
    };
    for (const JsonObject::Member &field : media.encoding.object())
        add(field.key, field.value);
    const qsizetype places = encodedPlaces(media);
    for (qsizetype place = 0; place < places; ++place)
        add(QString::number(place + 1), partEncoding(media, place));
    add(QString::number(places + 1) + u'…', partEncoding(media, places));
    return types;
}

struct NamedParameter {
    QString key; ///< same on both sides for the same parameter
    Parameter parameter;
};

QList<NamedParameter> parametersOf(const Api &api, const RouteView &route)
{
    const QStringList inPath = pathNames(route.path);
    QList<NamedParameter> all;
    const auto add = [&](const QList<Parameter> &parameters) {
        for (const Parameter &written : parameters) {
            const Parameter &parameter = followed(api, written);
            const QString name = parameter.in == QLatin1String("header") ? parameter.name.toLower()
                                 : parameter.in == QLatin1String("path")
                                     ? QString::number(inPath.indexOf(parameter.name))
                                     : parameter.name;
            const QString key = parameter.in + u' ' + name;
            all.removeIf([&key](const NamedParameter &other) { return other.key == key; });
            all.append({key, parameter});
        }
    };
    add(route.item->parameters);
    add(route.operation->parameters);
    return all;
}

Schema schemaOf(const Parameter &parameter)
{
    if (!parameter.schema.isAbsent() || parameter.content.isEmpty())
        return parameter.schema;
    return parameter.content.first().value.schema;
}

QString words(const Parameter &parameter)
{
    return parameter.in + u' ' + parameter.name;
}

bool isSuccess(const QString &status)
{
    return status.startsWith(u'2') || status.startsWith(u'3') || status == QLatin1String("default");
}

/// The alternatives; a public operation has one that asks for nothing.
QStringList alternatives(const Api &api, const Operation &operation)
{
    const QList<SecurityRequirement> &requirements =
        operation.security ? *operation.security : api.security;
    QStringList all;
    for (const SecurityRequirement &requirement : requirements) {
        QStringList schemes;
        for (const Named<QStringList> &scheme : requirement.schemes) {
            QStringList scopes = scheme.value;
            scopes.sort();
            schemes.append(scopes.isEmpty()
                               ? scheme.name
                               : QStringLiteral("%1 (%2)").arg(scheme.name, scopes.join(u' ')));
        }
        schemes.sort();
        all.append(schemes.join(CompareText::tr(" and ")));
    }
    if (all.isEmpty())
        all.append(QString());
    return all;
}

} // namespace

QList<Change> OperationComparer::compare(const RouteView &before, const RouteView &after)
{
    m_title = after.title();
    m_changes.clear();
    const Operation &old = *before.operation;
    const Operation &now = *after.operation;
    if (!old.deprecated && now.deprecated)
        add(Impact::Compatible, QStringLiteral("operation-deprecated"), {},
            CompareText::tr("The route is deprecated now."), old.id, now.id);
    compareParameters(before, after);
    compareBodies(before, after);
    compareResponses(before, after);
    compareSecurity(before, after);
    return m_changes;
}

void OperationComparer::add(Impact impact, const QString &rule, const QString &where,
                            const QString &message, NodeId before, NodeId after)
{
    const QString place = where.isEmpty() ? m_title : m_title + QStringLiteral(", ") + where;
    m_changes.append({impact, rule, place, message, before, after});
}

void OperationComparer::compareSchemas(const Schema &before, const Schema &after,
                                       Direction direction, const QString &where)
{
    const auto parts = [](const Schema &schema) {
        return schema.isAbsent() ? QList<Schema>() : QList<Schema>{schema};
    };
    const QList<SchemaChange> changes = m_schemas.compare(parts(before), parts(after), direction);
    for (const SchemaChange &change : changes) {
        const QString path = change.path.startsWith(u'.') ? change.path.mid(1) : change.path;
        add(change.impact, change.rule,
            path.isEmpty() ? where : QStringLiteral("%1: %2").arg(where, path), change.message,
            change.before, change.after);
    }
}

void OperationComparer::compareParameters(const RouteView &before, const RouteView &after)
{
    const QList<NamedParameter> old = parametersOf(m_before, before);
    QList<NamedParameter> now = parametersOf(m_after, after);
    for (const NamedParameter &parameter : old) {
        const auto found = std::find_if(now.begin(), now.end(), [&](const NamedParameter &other) {
            return other.key == parameter.key;
        });
        const QString where = words(parameter.parameter);
        if (found == now.end()) {
            add(Impact::Risky, QStringLiteral("parameter-removed"), where,
                CompareText::tr("The parameter is not read any more."), parameter.parameter.id,
                after.operation->id);
            continue;
        }
        compareParameter(parameter.parameter, found->parameter, where);
        now.erase(found);
    }
    for (const NamedParameter &parameter : std::as_const(now)) {
        const bool required = parameter.parameter.required;
        add(required ? Impact::Breaking : Impact::Compatible, QStringLiteral("parameter-added"),
            words(parameter.parameter),
            required ? CompareText::tr("The parameter is new and required.")
                     : CompareText::tr("The parameter is new."),
            before.operation->id, parameter.parameter.id);
    }
}

void OperationComparer::compareParameter(const Parameter &before, const Parameter &after,
                                         const QString &where)
{
    if (before.required != after.required)
        add(after.required ? Impact::Breaking : Impact::Compatible,
            QStringLiteral("parameter-required"), where,
            after.required ? CompareText::tr("The parameter is required now.")
                           : CompareText::tr("The parameter is not required any more."),
            before.id, after.id);
    if (before.style != after.style || before.explode != after.explode)
        add(Impact::Breaking, QStringLiteral("parameter-style"), where,
            CompareText::tr("The parameter is written in another style."), before.id, after.id);
    compareSchemas(schemaOf(before), schemaOf(after), Direction::Request, where);
}

void OperationComparer::compareBodies(const RouteView &before, const RouteView &after)
{
    const auto &writtenOld = before.operation->requestBody;
    const auto &writtenNow = after.operation->requestBody;
    const QString where = CompareText::tr("body");
    if (!writtenOld && !writtenNow)
        return;
    if (!writtenNow) {
        add(Impact::Risky, QStringLiteral("body-removed"), where,
            CompareText::tr("The body is not read any more."), writtenOld->id, after.operation->id);
        return;
    }
    const RequestBody &now = followed(m_after, *writtenNow);
    if (!writtenOld) {
        add(now.required ? Impact::Breaking : Impact::Compatible, QStringLiteral("body-added"),
            where,
            now.required ? CompareText::tr("A body is required now.")
                         : CompareText::tr("A body can be sent now."),
            before.operation->id, now.id);
        return;
    }
    const RequestBody &old = followed(m_before, *writtenOld);
    if (old.required != now.required)
        add(now.required ? Impact::Breaking : Impact::Compatible, QStringLiteral("body-required"),
            where,
            now.required ? CompareText::tr("The body is required now.")
                         : CompareText::tr("The body is not required any more."),
            old.id, now.id);
    compareContent(old.content, now.content, Direction::Request, where, old.id, now.id);
}

void OperationComparer::compareContent(const NamedList<MediaType> &before,
                                       const NamedList<MediaType> &after, Direction direction,
                                       const QString &where, NodeId beforeId, NodeId afterId)
{
    const bool isOnly = before.size() == 1 && after.size() == 1;
    for (const Named<MediaType> &media : before) {
        const MediaType *now = after.find(media.name);
        const QString place = isOnly ? where : QStringLiteral("%1 %2").arg(where, media.name);
        if (!now) {
            add(Impact::Breaking, QStringLiteral("media-type-removed"), where,
                direction == Direction::Request
                    ? CompareText::tr("%1 is not read any more.").arg(media.name)
                    : CompareText::tr("%1 is not answered any more.").arg(media.name),
                media.value.id, afterId);
            continue;
        }
        compareSchemas(media.value.schema, now->schema, direction, place);
        compareSchemas(itemSchema(m_before, media.value), itemSchema(m_after, *now), direction,
                       CompareText::tr("items of %1").arg(place));
        if (direction == Direction::Request)
            compareEncodings(media.value, *now, place);
    }
    for (const Named<MediaType> &media : after) {
        if (!before.contains(media.name))
            add(Impact::Compatible, QStringLiteral("media-type-added"), where,
                CompareText::tr("%1 is possible now.").arg(media.name), beforeId, media.value.id);
    }
}

void OperationComparer::compareEncodings(const MediaType &before, const MediaType &after,
                                         const QString &where)
{
    const QMap<QString, QStringList> old = partTypes(before);
    const QMap<QString, QStringList> now = partTypes(after);
    QStringList parts = old.keys() + now.keys();
    parts.sort();
    parts.removeDuplicates();
    for (const QString &part : std::as_const(parts)) {
        const QStringList read = old.value(part);
        const QStringList readNow = now.value(part);
        const auto report = [&](Impact impact, const QString &message) {
            add(impact, QStringLiteral("part-type"),
                CompareText::tr("part %1 of %2").arg(part, where), message, before.id, after.id);
        };
        if (read.isEmpty() && !readNow.isEmpty())
            report(Impact::Breaking,
                   CompareText::tr("Only %1 is read now.").arg(readNow.join(QStringLiteral(", "))));
        else if (!read.isEmpty() && readNow.isEmpty())
            report(Impact::Compatible, CompareText::tr("Any type is read now."));
        if (read.isEmpty() || readNow.isEmpty())
            continue;
        for (const QString &type : read) {
            if (!readNow.contains(type))
                report(Impact::Breaking, CompareText::tr("%1 is not read any more.").arg(type));
        }
        for (const QString &type : readNow) {
            if (!read.contains(type))
                report(Impact::Compatible, CompareText::tr("%1 is possible now.").arg(type));
        }
    }
}

void OperationComparer::compareResponses(const RouteView &before, const RouteView &after)
{
    for (const Named<Response> &written : before.operation->responses) {
        const Response *writtenNow = after.operation->responses.find(written.name);
        const QString where = CompareText::tr("answer %1").arg(written.name);
        const Response &old = followed(m_before, written.value);
        if (!writtenNow) {
            add(isSuccess(written.name) ? Impact::Breaking : Impact::Compatible,
                QStringLiteral("response-removed"), where,
                CompareText::tr("There is no such answer any more."), old.id, after.operation->id);
            continue;
        }
        const Response &now = followed(m_after, *writtenNow);
        compareHeaders(old, now, where);
        if (!old.content.isEmpty() || !now.content.isEmpty())
            compareContent(old.content, now.content, Direction::Response, where, old.id, now.id);
    }
    for (const Named<Response> &written : after.operation->responses) {
        if (!before.operation->responses.contains(written.name))
            add(Impact::Compatible, QStringLiteral("response-added"),
                CompareText::tr("answer %1").arg(written.name),
                CompareText::tr("The answer is new."), before.operation->id, written.value.id);
    }
}

void OperationComparer::compareHeaders(const Response &before, const Response &after,
                                       const QString &where)
{
    for (const Named<Header> &written : before.headers) {
        const Header &old = followed(m_before, written.value);
        const auto same = [&written](const Named<Header> &other) {
            return other.name.compare(written.name, Qt::CaseInsensitive) == 0;
        };
        const auto found = std::find_if(after.headers.begin(), after.headers.end(), same);
        const QString place = CompareText::tr("%1, header %2").arg(where, written.name);
        if (found == after.headers.end()) {
            add(old.required ? Impact::Breaking : Impact::Risky,
                QStringLiteral("response-header-removed"), place,
                CompareText::tr("The header is not sent any more."), old.id, after.id);
            continue;
        }
        const Header &now = followed(m_after, found->value);
        if (old.required && !now.required)
            add(Impact::Breaking, QStringLiteral("response-header-required"), place,
                CompareText::tr("The header is not always sent any more."), old.id, now.id);
        compareSchemas(old.schema, now.schema, Direction::Response, place);
    }
}

void OperationComparer::compareSecurity(const RouteView &before, const RouteView &after)
{
    const QStringList old = alternatives(m_before, *before.operation);
    const QStringList now = alternatives(m_after, *after.operation);
    const auto name = [](const QString &alternative) {
        return alternative.isEmpty() ? CompareText::tr("nothing") : alternative;
    };
    for (const QString &alternative : old) {
        // Who needs nothing now is let in whatever they send.
        if (now.contains(alternative) || now.contains(QString()))
            continue;
        add(Impact::Breaking, QStringLiteral("security"), {},
            CompareText::tr("%1 does not let callers in any more; needed is now: %2.")
                .arg(name(alternative), name(now.join(CompareText::tr(" or ")))),
            before.operation->id, after.operation->id);
    }
    for (const QString &alternative : now) {
        if (!old.contains(alternative))
            add(Impact::Compatible, QStringLiteral("security"), {},
                CompareText::tr("Callers are let in with %1 now.").arg(name(alternative)),
                before.operation->id, after.operation->id);
    }
}

} // namespace Design
