#include "designer/model/behaviour/members_reader.h"

#include "designer/model/design_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Design
{

void reportAt(Diagnostics *diagnostics, const QString &pointer, const QString &rule,
              const QString &message, Severity severity)
{
    if (!diagnostics)
        return;
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.rule = rule;
    diagnostic.message = message;
    diagnostic.pointer = pointer;
    diagnostics->append(diagnostic);
}

qint64 durationOf(const Json &json)
{
    constexpr double longest = 1000.0 * 3600 * 24 * 365;
    double milliseconds = -1;
    if (json.isNumber()) {
        milliseconds = json.toDouble() * 1000;
    } else {
        static const QRegularExpression form(
            QStringLiteral("^([0-9]+(?:\\.[0-9]+)?) ?(ms|s|min|h|d)$"));
        const QRegularExpressionMatch match = form.match(json.string());
        if (!match.hasMatch())
            return -1;
        const QString unit = match.captured(2);
        const double factor = unit == u"ms"    ? 1
                              : unit == u"s"   ? 1000
                              : unit == u"min" ? 60'000
                              : unit == u"h"   ? 3'600'000
                                               : 86'400'000;
        milliseconds = match.captured(1).toDouble() * factor;
    }
    return milliseconds >= 0 && milliseconds <= longest ? std::llround(milliseconds) : -1;
}

MembersReader::MembersReader(const Json &json, const QString &pointer, const QString &what,
                             Diagnostics *diagnostics)
    : m_object(json.object())
    , m_pointer(pointer)
    , m_what(what)
    , m_diagnostics(diagnostics)
{
    if (!json.isObject() && !json.isUndefined()) {
        reportAt(diagnostics, pointer, QStringLiteral("menura-member"),
                 DesignText::tr("%1 must be an object.").arg(what));
    }
}

MembersReader::~MembersReader()
{
    for (const JsonObject::Member &member : m_object) {
        if (m_taken.contains(member.key) || member.key.startsWith(QLatin1String("x-")))
            continue;
        reportAt(m_diagnostics, childPointer(m_pointer, member.key),
                 QStringLiteral("menura-unknown-member"),
                 DesignText::tr("%1 has no member “%2”; it has no effect.").arg(m_what, member.key),
                 Severity::Warning);
    }
}

const Json *MembersReader::take(const QString &key)
{
    m_taken.append(key);
    return m_object.find(key);
}

bool MembersReader::refuse(const QString &key, const QString &expected)
{
    report(key, DesignText::tr("“%1” must be %2.").arg(key, expected));
    return false;
}

void MembersReader::report(const QString &key, const QString &message, Severity severity)
{
    reportAt(m_diagnostics, pointer(key), QStringLiteral("menura-member"), message, severity);
}

bool MembersReader::read(const QString &key, QString *into)
{
    const Json *json = take(key);
    if (!json)
        return false;
    if (!json->isString())
        return refuse(key, DesignText::tr("a text"));
    *into = json->string();
    return true;
}

bool MembersReader::read(const QString &key, bool *into)
{
    const Json *json = take(key);
    if (!json)
        return false;
    if (!json->isBool())
        return refuse(key, DesignText::tr("true or false"));
    *into = json->toBool();
    return true;
}

bool MembersReader::read(const QString &key, int *into, int least, int most)
{
    const Json *json = take(key);
    if (!json)
        return false;
    if (!json->isInt64() || json->toInt64() < least || json->toInt64() > most) {
        return refuse(key, DesignText::tr("a whole number from %1 to %2").arg(least).arg(most));
    }
    *into = static_cast<int>(json->toInt64());
    return true;
}

bool MembersReader::read(const QString &key, double *into, double least, double most)
{
    const Json *json = take(key);
    if (!json)
        return false;
    const double value = json->toDouble(least - 1);
    if (!json->isNumber() || !(value >= least && value <= most))
        return refuse(key, DesignText::tr("a number from %1 to %2").arg(least).arg(most));
    *into = value;
    return true;
}

bool MembersReader::read(const QString &key, QStringList *into)
{
    const Json *json = take(key);
    if (!json)
        return false;
    const JsonArray list = json->isString() ? JsonArray{*json} : json->array();
    const bool isFine =
        (json->isString() || json->isArray()) &&
        std::all_of(list.begin(), list.end(), [](const Json &item) { return item.isString(); });
    if (!isFine)
        return refuse(key, DesignText::tr("a text or a list of texts"));
    into->clear();
    for (const Json &item : list)
        into->append(item.string());
    return true;
}

bool MembersReader::read(const QString &key, JsonObject *into)
{
    const Json *json = take(key);
    if (!json)
        return false;
    if (!json->isObject())
        return refuse(key, DesignText::tr("an object"));
    *into = json->object();
    return true;
}

bool MembersReader::read(const QString &key, JsonArray *into)
{
    const Json *json = take(key);
    if (!json)
        return false;
    if (!json->isArray())
        return refuse(key, DesignText::tr("a list"));
    *into = json->array();
    return true;
}

bool MembersReader::read(const QString &key, Json *into)
{
    const Json *json = take(key);
    if (json)
        *into = *json;
    return json != nullptr;
}

bool MembersReader::readExpression(const QString &key, QString *into)
{
    const Json *json = take(key);
    if (!json)
        return false;
    if (json->isBool())
        *into = json->toBool() ? QStringLiteral("true") : QStringLiteral("false");
    else if (json->isNumber())
        *into = QString::fromLatin1(json->numberText());
    else if (json->isString() && !json->string().trimmed().isEmpty())
        *into = json->string();
    else
        return refuse(key, DesignText::tr("an expression"));
    return true;
}

bool MembersReader::readDuration(const QString &key, qint64 *into)
{
    const Json *json = take(key);
    if (!json)
        return false;
    const qint64 milliseconds = durationOf(*json);
    if (milliseconds < 0)
        return refuse(key, DesignText::tr("a time: seconds, or such as 250ms, 2s, 30min, 1h"));
    *into = milliseconds;
    return true;
}

bool MembersReader::readChoice(const QString &key, const QStringList &names, int *into)
{
    QString name;
    if (!read(key, &name))
        return false;
    const qsizetype index = names.indexOf(name);
    if (index < 0)
        return refuse(key, DesignText::tr("one of %1").arg(names.join(QStringLiteral(", "))));
    *into = static_cast<int>(index);
    return true;
}

void MembersReader::eachItem(const QString &key, const VisitItem &visit)
{
    JsonArray list;
    read(key, &list);
    for (qsizetype i = 0; i < list.size(); ++i)
        visit(list[i], childPointer(pointer(key), i));
}

void MembersReader::eachMember(const QString &key, const VisitMember &visit)
{
    JsonObject object;
    read(key, &object);
    for (const JsonObject::Member &member : object)
        visit(member.key, member.value, childPointer(pointer(key), member.key));
}

} // namespace Design
