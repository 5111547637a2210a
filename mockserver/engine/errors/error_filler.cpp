#include "mockserver/engine/errors/error_filler.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/errors/error_names.h"
#include "mockserver/engine/inputs/url_decoding.h"

#include <algorithm>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

using Kind = ErrorForm::Kind;

constexpr qsizetype mostDetails = 50;
constexpr int mostLevels = 6;

QString placeOf(const Violation &violation)
{
    return violation.location.array().value(0).toString();
}

/// The location without the place at its start: "items.0.name".
QString fieldOf(const Violation &violation)
{
    const JsonArray steps = violation.location.array();
    return steps.size() > 1 ? dottedLocation(Json(steps.sliced(1))) : placeOf(violation);
}

} // namespace

ErrorFiller::ErrorFiller(const Refusal &refusal, const Request &request)
    : m_refusal(refusal)
    , m_request(request)
    , m_violations(refusal.violations)
{
    if (!m_violations.isEmpty())
        return;
    Violation all;
    all.location = JsonArray{Json(QStringLiteral("request"))};
    all.type = slug(QString::fromLatin1(reasonPhrase(refusal.status)));
    all.message = refusal.detail;
    m_violations.append(all);
}

QList<Json> ErrorFiller::bodies(const ErrorForm &form) const
{
    const Place place{QStringLiteral("errors")};
    QList<Json> found;
    if (form.kind != Kind::Choice) {
        found.append(value(form, place));
        return found;
    }
    for (const ErrorForm::Pointer &one : form.choices)
        found.append(value(*one, place));
    std::stable_sort(found.begin(), found.end(),
                     [this](const Json &x, const Json &y) { return worth(x) > worth(y); });
    return found;
}

Json ErrorFiller::value(const ErrorForm &form, const Place &place) const
{
    if (place.level > mostLevels)
        return {};
    if (!form.allowed.isEmpty())
        return allowed(form, place);
    switch (form.kind) {
    case Kind::Text:
        return text(form, place);
    case Kind::Integer:
    case Kind::Number:
        return number(place);
    case Kind::Flag:
        return flag(place);
    case Kind::List:
        return list(form, place);
    case Kind::Object:
        return object(form, place);
    case Kind::Choice:
        return choice(form, place);
    case Kind::Any:
        break;
    }
    if (namesMessage(place.name) || place.name == u"error" || place.name == u"title")
        return text(form, place);
    return namesGiven(place.name) && place.violation ? place.violation->input : Json();
}

Json ErrorFiller::text(const ErrorForm &form, const Place &place) const
{
    QString result = place.violation ? violationText(place) : refusalText(form, place);
    if (result.isNull())
        return {};
    if (form.mostLength >= 0 && result.size() > form.mostLength)
        result = form.mostLength > 1 ? result.first(form.mostLength - 1) + QChar(0x2026)
                                     : result.first(form.mostLength);
    return Json(result);
}

QString ErrorFiller::violationText(const Place &place) const
{
    const Violation &violation = *place.violation;
    if (namesField(place.name))
        return fieldOf(violation);
    if (namesPath(place.name) && place.name != u"source") {
        const QString pointer = bodyPointer(violation.location);
        const bool isPointer = place.name.endsWith(QLatin1String("pointer"));
        return isPointer && !pointer.isNull() ? pointer : dottedLocation(violation.location);
    }
    if (place.name == u"in" || place.name == u"where" || place.name == u"source" ||
        place.name == u"locationtype" || place.name == u"domain")
        return placeOf(violation);
    if (namesCode(place.name))
        return violation.type;
    if (namesStatus(place.name))
        return QString::number(m_refusal.status);
    if (place.name == u"severity" || place.name == u"level")
        return QStringLiteral("error");
    if (namesGiven(place.name)) {
        const Json &input = violation.input;
        return input.isUndefined() ? QString()
               : input.isString()  ? input.string()
                                   : QString::fromUtf8(Design::writeJson(input));
    }
    const bool isTitle = place.name == u"title" || place.name == u"error";
    if (isTitle && place.hasMessage)
        return QString::fromLatin1(reasonPhrase(m_refusal.status));
    if (!isTitle && !namesMessage(place.name))
        return {};
    // Where nothing else names the field, the message does.
    return place.hasField ? violation.message : fieldOf(violation) + u' ' + violation.message;
}

QString ErrorFiller::refusalText(const ErrorForm &form, const Place &place) const
{
    const QString phrase = QString::fromLatin1(reasonPhrase(m_refusal.status));
    if ((place.name == u"title" || place.name == u"error") && place.hasMessage)
        return phrase;
    if (place.name == u"type" && form.format.startsWith(QLatin1String("uri")))
        return QStringLiteral("about:blank");
    if (place.name == u"status" || (namesStatus(place.name) && !namesCode(place.name)))
        return QString::number(m_refusal.status);
    if (namesCode(place.name) && place.name != u"id" && place.name != u"errorid")
        return slug(phrase);
    if (place.name == u"method")
        return QString::fromLatin1(m_request.method);
    if (place.name == u"path" || place.name == u"instance" || place.name == u"requestpath")
        return QString::fromLatin1(pathOf(m_request.target));
    if (place.name == u"severity" || place.name == u"level")
        return QStringLiteral("error");
    const bool isBody = place.level == 0;
    if (namesMessage(place.name) || place.name == u"error" || place.name == u"title" || isBody)
        return m_refusal.summary();
    return {};
}

Json ErrorFiller::allowed(const ErrorForm &form, const Place &place) const
{
    QStringList wanted;
    if (place.violation) {
        wanted += {plainName(place.violation->type), plainName(placeOf(*place.violation))};
        // What validators commonly call things.
        if (place.violation->type == u"required")
            wanted += {QStringLiteral("missing"), QStringLiteral("missingfield")};
        wanted += QStringLiteral("invalid");
    }
    wanted += {QString::number(m_refusal.status),
               plainName(QString::fromLatin1(reasonPhrase(m_refusal.status)))};
    if (!m_refusal.violations.isEmpty())
        wanted +=
            {QStringLiteral("validation"), QStringLiteral("invalid"), QStringLiteral("badrequest")};
    if (m_refusal.status == 401 || m_refusal.status == 403)
        wanted += {QStringLiteral("auth"), QStringLiteral("denied")};
    wanted += {QStringLiteral("fail"), QStringLiteral("error")};
    for (const bool isExact : {true, false}) {
        for (const QString &want : std::as_const(wanted)) {
            for (const Json &value : form.allowed) {
                const QString text = value.isString() ? plainName(value.string())
                                                      : QString::fromLatin1(value.numberText());
                if (isExact ? text == want : text.contains(want))
                    return value;
            }
        }
    }
    if (form.allowed.size() == 1)
        return form.allowed.first();
    for (const Json &value : form.allowed) {
        if (value.isBool() && !value.toBool())
            return value;
    }
    return place.violation ? form.allowed.first() : Json();
}

Json ErrorFiller::number(const Place &place) const
{
    if (namesStatus(place.name) || (namesCode(place.name) && !place.violation))
        return place.name == u"id" ? Json() : Json(m_refusal.status);
    if (place.violation && namesGiven(place.name))
        return place.violation->input;
    if (place.name == u"count" || place.name == u"errorcount" || place.name == u"total")
        return Json(static_cast<int>(m_violations.size()));
    return {};
}

Json ErrorFiller::flag(const Place &place) const
{
    if (namesSuccess(place.name))
        return Json(false);
    return namesFailure(place.name) ? Json(true) : Json();
}

Json ErrorFiller::list(const ErrorForm &form, const Place &place) const
{
    if (!form.item || (place.violation && !namesPath(place.name) && !namesDetails(place.name)))
        return {};
    JsonArray items;
    if (place.violation && namesPath(place.name)) {
        for (const Json &step : place.violation->location.array()) {
            const bool isText = form.item->kind == Kind::Text && !step.isString();
            items.append(isText ? Json(QString::fromLatin1(step.numberText())) : step);
        }
        return Json(items);
    }
    if (!namesDetails(place.name))
        return {};
    const QList<Violation> one =
        place.violation ? QList<Violation>{*place.violation} : QList<Violation>();
    const QList<Violation> &all = place.violation ? one : m_violations;
    const qint64 most = form.mostItems < 0 ? mostDetails : std::min<qint64>(form.mostItems, 50);
    const QString name = form.item->kind == Kind::Text ? QStringLiteral("message") : place.name;
    for (const Violation &violation : all) {
        if (items.size() >= most)
            break;
        const Json item =
            value(*form.item, {name, place.level + 1, &violation, false, place.hasField});
        if (item.isUndefined())
            return {};
        items.append(item);
    }
    while (items.size() < form.fewestItems && !items.isEmpty() && items.size() < mostDetails)
        items.append(items.last());
    return Json(items);
}

Json ErrorFiller::object(const ErrorForm &form, const Place &place) const
{
    if (form.members.isEmpty())
        return map(form, place);
    Place inner = place;
    ++inner.level;
    inner.hasMessage = std::any_of(form.members.begin(), form.members.end(), [](const auto &m) {
        const bool isText = m.form->kind == Kind::Text || m.form->kind == Kind::Any;
        return isText && namesMessage(plainName(m.name));
    });
    inner.hasField |= std::any_of(form.members.begin(), form.members.end(), [](const auto &m) {
        const QString name = plainName(m.name);
        return namesField(name) || namesPath(name);
    });
    JsonObject members;
    for (const ErrorForm::Member &member : form.members) {
        inner.name = plainName(member.name);
        Json found = value(*member.form, inner);
        // A text that must be there and has a name that we do not know may as well say it.
        if (found.isUndefined() && member.isRequired && member.form->kind == Kind::Text &&
            member.form->allowed.isEmpty() && place.violation && member.form->format.isEmpty()) {
            found = Json(place.violation->message);
        }
        if (!found.isUndefined())
            members.insert(member.name, found);
    }
    if (place.level == 0 && !inner.hasMessage)
        sayInOnlyText(form, &members);
    return members.isEmpty() ? Json() : Json(members);
}

/// Where no name tells what is for the message, the only text of a body is.
void ErrorFiller::sayInOnlyText(const ErrorForm &form, JsonObject *members) const
{
    const ErrorForm::Member *only = nullptr;
    for (const ErrorForm::Member &member : form.members) {
        const QString name = plainName(member.name);
        const bool isText = member.form->kind == Kind::Text && member.form->allowed.isEmpty() &&
                            member.form->format.isEmpty() && !namesCode(name) && !namesStatus(name);
        if (!isText)
            continue;
        if (only)
            return;
        only = &member;
    }
    if (only && !members->contains(only->name))
        members->insert(only->name, Json(m_refusal.summary()));
}

/// `{"name": ["must be ..."]}`: the fields are the keys.
Json ErrorFiller::map(const ErrorForm &form, const Place &place) const
{
    if (place.level == 0 && (!form.other || form.other->kind == Kind::Any)) // of any members
        return JsonObject{{QStringLiteral("message"), m_refusal.summary()}};
    if (!form.other || place.violation || !namesDetails(place.name))
        return {};
    JsonObject members;
    for (const Violation &violation :
         m_violations.first(std::min(mostDetails, m_violations.size()))) {
        const QString field = fieldOf(violation);
        const Json one = value(
            *form.other, {QStringLiteral("messages"), place.level + 1, &violation, false, true});
        if (one.isUndefined())
            return {};
        const JsonArray before = members.value(field).array();
        members.insert(field, one.isArray() ? Json(before + one.array()) : one);
    }
    return Json(members);
}

Json ErrorFiller::choice(const ErrorForm &form, const Place &place) const
{
    Json best;
    for (const ErrorForm::Pointer &one : form.choices) {
        Place inner = place;
        ++inner.level;
        const Json found = value(*one, inner);
        if (worth(found) > worth(best))
            best = found;
    }
    return best;
}

/// Details as objects say more than texts, and texts more than a value; an error of another status
/// says the wrong thing.
int ErrorFiller::worth(const Json &value) const
{
    if (!value.isObject())
        return value.isArray() ? 3 : value.isString() ? 2 : value.isUndefined() ? 0 : 1;
    int result = 10 + static_cast<int>(std::min<qsizetype>(value.object().size(), 10));
    for (const JsonObject::Member &member : value.object()) {
        if (namesStatus(plainName(member.key)) && member.value.isInteger())
            result += member.value.toInt64() == m_refusal.status ? 20 : -5;
    }
    return result;
}

} // namespace Mock
