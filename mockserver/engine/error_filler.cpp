#include "mockserver/engine/error_filler.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/url_decoding.h"

#include <QSet>

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

QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return plain;
}

/// "validation_error" of "Validation Error".
QString slug(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            result += c.toLower();
        else if (!result.endsWith(u'_') && c != u'\'')
            result += u'_';
    }
    return result;
}

using Names = QSet<QString>;

Names names(const char *list)
{
    const QStringList all = QString::fromLatin1(list).split(u' ');
    return Names(all.begin(), all.end());
}

bool endsWith(const QString &name, std::initializer_list<QLatin1String> ends)
{
    return std::any_of(ends.begin(), ends.end(),
                       [&name](QLatin1String end) { return name.endsWith(end); });
}

bool isMessage(const QString &name)
{
    static const Names all = names("messages detail details errordetail reason text info cause "
                                   "faultstring explanation hint summary content body issue "
                                   "problem fault errortext statustext");
    return all.contains(name) || endsWith(name, {QLatin1String("message"), QLatin1String("msg"),
                                                 QLatin1String("description")});
}

bool isField(const QString &name)
{
    static const Names all = names("field fieldname param parameter parametername property "
                                   "propertyname propertypath name key attribute target argument "
                                   "column member");
    return all.contains(name);
}

bool isPath(const QString &name)
{
    static const Names all = names("path pointer location loc instance source ref jsonpath "
                                   "instancepath datapath jsonpointer");
    return all.contains(name) ||
           endsWith(name, {QLatin1String("location"), QLatin1String("pointer")});
}

bool isCode(const QString &name)
{
    static const Names all = names("code errorcode type errortype rule keyword constraint kind id "
                                   "errorid messagecode validator reasoncode");
    return all.contains(name);
}

bool isStatus(const QString &name)
{
    static const Names all = names("status statuscode httpstatus httpstatuscode httpcode code "
                                   "errorcode responsecode");
    return all.contains(name);
}

bool isGiven(const QString &name)
{
    static const Names all = names("value rejectedvalue invalidvalue input actual received given "
                                   "actualvalue inputvalue");
    return all.contains(name);
}

bool isDetailList(const QString &name)
{
    static const Names all =
        names("errors error details detail validation validations violations validationerrors "
              "fielderrors issues problems causes messages fields params parameters invalidparams "
              "invalidparameters reasons errorlist errordetails faults failures suberrors "
              "constraintviolations message data");
    return all.contains(name);
}

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
    if (isMessage(place.name) || place.name == u"error" || place.name == u"title")
        return text(form, place);
    return isGiven(place.name) && place.violation ? place.violation->input : Json();
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
    if (isField(place.name))
        return fieldOf(violation);
    if (isPath(place.name) && place.name != u"source") {
        const QString pointer = bodyPointer(violation.location);
        const bool isPointer = place.name.endsWith(QLatin1String("pointer"));
        return isPointer && !pointer.isNull() ? pointer : dottedLocation(violation.location);
    }
    if (place.name == u"in" || place.name == u"where" || place.name == u"source" ||
        place.name == u"locationtype" || place.name == u"domain")
        return placeOf(violation);
    if (isCode(place.name))
        return violation.type;
    if (isStatus(place.name))
        return QString::number(m_refusal.status);
    if (place.name == u"severity" || place.name == u"level")
        return QStringLiteral("error");
    if (isGiven(place.name)) {
        const Json &input = violation.input;
        return input.isUndefined() ? QString()
               : input.isString()  ? input.string()
                                   : QString::fromUtf8(Design::writeJson(input));
    }
    const bool isTitle = place.name == u"title" || place.name == u"error";
    if (isTitle && place.hasMessage)
        return QString::fromLatin1(reasonPhrase(m_refusal.status));
    if (!isTitle && !isMessage(place.name))
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
    if (place.name == u"status" || (isStatus(place.name) && !isCode(place.name)))
        return QString::number(m_refusal.status);
    if (isCode(place.name) && place.name != u"id" && place.name != u"errorid")
        return slug(phrase);
    if (place.name == u"method")
        return QString::fromLatin1(m_request.method);
    if (place.name == u"path" || place.name == u"instance" || place.name == u"requestpath")
        return QString::fromLatin1(pathOf(m_request.target));
    if (place.name == u"severity" || place.name == u"level")
        return QStringLiteral("error");
    const bool isBody = place.level == 0;
    if (isMessage(place.name) || place.name == u"error" || place.name == u"title" || isBody)
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
    if (isStatus(place.name) || (isCode(place.name) && !place.violation))
        return place.name == u"id" ? Json() : Json(m_refusal.status);
    if (place.violation && isGiven(place.name))
        return place.violation->input;
    if (place.name == u"count" || place.name == u"errorcount" || place.name == u"total")
        return Json(static_cast<int>(m_violations.size()));
    return {};
}

Json ErrorFiller::flag(const Place &place) const
{
    static const Names good = names("success ok valid successful succeeded issuccess isvalid");
    static const Names bad = names("error failed failure iserror invalid haserrors haserror");
    if (good.contains(place.name))
        return Json(false);
    return bad.contains(place.name) ? Json(true) : Json();
}

Json ErrorFiller::list(const ErrorForm &form, const Place &place) const
{
    if (!form.item || (place.violation && !isPath(place.name) && !isDetailList(place.name)))
        return {};
    JsonArray items;
    if (place.violation && isPath(place.name)) {
        for (const Json &step : place.violation->location.array()) {
            const bool isText = form.item->kind == Kind::Text && !step.isString();
            items.append(isText ? Json(QString::fromLatin1(step.numberText())) : step);
        }
        return Json(items);
    }
    if (!isDetailList(place.name))
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
        return isText && isMessage(plainName(m.name));
    });
    inner.hasField |= std::any_of(form.members.begin(), form.members.end(), [](const auto &m) {
        const QString name = plainName(m.name);
        return isField(name) || isPath(name);
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
                            member.form->format.isEmpty() && !isCode(name) && !isStatus(name);
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
    if (!form.other || place.violation || !isDetailList(place.name))
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
        if (isStatus(plainName(member.key)) && member.value.isInteger())
            result += member.value.toInt64() == m_refusal.status ? 20 : -5;
    }
    return result;
}

} // namespace Mock
