#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/table_parts.h"

#include <QUrl>

namespace Design
{

using namespace TableParts;

// What goes wrong on the way, and other servers that everything is passed on to.

namespace
{

const QString delayKey = QStringLiteral("delay");

bool isDrawn(const Json &row)
{
    return row.value(delayKey).isObject();
}

/// How the latency is spread; choosing one makes an object of the time that there was.
MemberField distributionField()
{
    static const QStringList kinds{key("uniform"), key("normal"), key("lognormal"),
                                   key("exponential")};
    MemberField field = choiceField(key("distribution"), TableWords::tr("Spread"), kinds);
    field.nothing = TableWords::tr("evenly");
    field.text = [](const Api &, const Json &row) {
        const Json delay = row.value(delayKey);
        const QString kind = delay.value(u"distribution").string();
        return delay.isObject() && kind.isEmpty() ? kinds.first() : kind;
    };
    field.write = [](const Api &, const Json &row, const QString &text) {
        const Json delay = row.value(delayKey);
        const Json time = delay.isArray() ? delay.array().value(1) : delay;
        if (text.isEmpty())
            return withMember(row, delayKey, delay.isObject() ? delay.value(u"mean") : delay);
        Json drawn = delay.isObject() ? delay : Json(JsonObject{});
        drawn = withMember(drawn, key("distribution"), text);
        const QString needed = text == kinds.first() ? key("most") : key("mean");
        if (drawn.value(needed).isUndefined())
            drawn = withMember(drawn, needed,
                               time.isUndefined() || time.isObject() ? Json(key("200ms")) : time);
        return withMember(row, delayKey, drawn);
    };
    return field;
}

MemberField drawnField(const char *name, const QString &title, const QStringList &kinds)
{
    MemberField field = memberOf(delayKey, ShortForm(), durationField(key(name), title));
    field.isEditable = [kinds](const Json &row) {
        const QString kind = row.value(delayKey).value(u"distribution").string();
        return isDrawn(row) && (kinds.isEmpty() || kinds.contains(kind));
    };
    return field;
}

MemberField shareField(const char *name, const QString &title, const QString &hint)
{
    MemberField field = numberField(key(name), title, 0, 1, false);
    field.hint = hint;
    return field;
}

/// `proxy: https://…` is short for `{url: https://…}`, and `false` for none.
ShortForm proxyForm()
{
    static const QString off = key("off");
    return {[](const Json &said) {
                if (said.isBool())
                    return Json(JsonObject{{key("url"), off}});
                return said.isString() ? Json(JsonObject{{key("url"), said}}) : said;
            },
            [](const Json &said) {
                const Json url = said.value(u"url");
                if (url.string() == off)
                    return Json(false);
                return said.object().size() == 1 ? url : Json();
            }};
}

} // namespace

QList<MemberField> faultFields()
{
    MemberField delay = durationField(delayKey, TableWords::tr("Latency"), true);
    delay.isEditable = [](const Json &row) { return !isDrawn(row); };
    const QString normal = key("normal");
    const QString logNormal = key("lognormal");
    MemberField status = numberField(key("status"), TableWords::tr("Failure status"), 400, 599);
    status.hint = key("503");
    status.isEditable = [](const Json &row) { return !row.value(u"rate").isUndefined(); };
    MemberField pace = numberField(key("pace"), TableWords::tr("Bytes a second"), 1, 1'000'000'000);
    pace.hint = key("1024");
    pace.isEditable = [](const Json &row) { return !row.value(u"slow").isUndefined(); };
    return {delay,
            distributionField(),
            drawnField("mean", TableWords::tr("Mean"),
                       {normal, logNormal, key("exponential")}),
            drawnField("deviation", TableWords::tr("Deviation"), {normal, logNormal}),
            drawnField("least", TableWords::tr("At least"), {}),
            drawnField("most", TableWords::tr("At most"), {}),
            shareField("rate", TableWords::tr("Failure rate"),
                       TableWords::tr("never; 0.1: every tenth request")),
            status,
            shareField("drop", TableWords::tr("No answer"),
                       TableWords::tr("never; the connection ends")),
            shareField("reset", TableWords::tr("Connection reset"), TableWords::tr("never")),
            shareField("truncate", TableWords::tr("Half an answer"), TableWords::tr("never")),
            shareField("slow", TableWords::tr("Slow body"), TableWords::tr("never")),
            pace};
}

QList<MemberField> proxyFields(const QString &hint)
{
    MemberField url = textField(key("url"), TableWords::tr("Pass on to"), hint);
    url.check = [](const Api &, const Json &, const QString &text) -> std::optional<NotationError> {
        const QUrl address(text, QUrl::StrictMode);
        const bool isWeb = address.scheme() == u"http" || address.scheme() == u"https";
        if (text.isEmpty() || text == u"off" ||
            (isWeb && !address.host().isEmpty() && !address.hasQuery() && !address.hasFragment()))
            return std::nullopt;
        return refusal(text, TableWords::tr("It is the address of a server, such as "
                                            "https://api.example.com/v1, or “off”."));
    };
    MemberField timeout = durationField(key("timeout"), TableWords::tr("Time limit"));
    timeout.hint = key("30s");
    QList<MemberField> fields{memberOf(key("proxy"), proxyForm(), url),
                              memberOf(key("proxy"), proxyForm(), timeout)};
    fields.last().isEditable = [](const Json &row) {
        return row.value(u"proxy").isString() || row.value(u"proxy").isObject();
    };
    return fields;
}

} // namespace Design
