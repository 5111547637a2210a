#include "designer/model/behaviour/network_reader.h"

#include "designer/model/behaviour/members_reader.h"
#include "designer/model/design_text.h"

#include <QUrl>

#include <algorithm>

namespace Design
{

namespace
{

using Members = MembersReader;

constexpr qint64 longestDelay = 600'000;

/// Reads a time of at most ten minutes; false when it is none, which is reported.
bool readDelayTime(Members &members, const QString &key, int *into)
{
    qint64 time = 0;
    if (!members.readDuration(key, &time))
        return false;
    if (time > longestDelay)
        members.report(key, DesignText::tr("No answer waits for more than ten minutes."));
    *into = static_cast<int>(std::min(time, longestDelay));
    return true;
}

/// `{distribution: lognormal, mean: 200ms, deviation: 80ms, most: 2s}`
DelayDesign readDistribution(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    DelayDesign delay;
    Members members(json, pointer, QStringLiteral("“delay”"), diagnostics);
    int kind = 0;
    members.readChoice(QStringLiteral("distribution"),
                       {QStringLiteral("uniform"), QStringLiteral("normal"),
                        QStringLiteral("lognormal"), QStringLiteral("exponential")},
                       &kind);
    delay.kind = static_cast<DelayDesign::Kind>(kind);
    delay.most = static_cast<int>(longestDelay);
    readDelayTime(members, QStringLiteral("least"), &delay.least);
    const bool hasMost = readDelayTime(members, QStringLiteral("most"), &delay.most);
    if (delay.kind == DelayDesign::Kind::Uniform) {
        if (!hasMost)
            members.report(QStringLiteral("most"),
                           DesignText::tr("A uniform delay needs “most”, the longest."));
    } else if (!readDelayTime(members, QStringLiteral("mean"), &delay.mean)) {
        members.report(QStringLiteral("mean"), DesignText::tr("This distribution needs “mean”."));
    }
    if (delay.kind == DelayDesign::Kind::Normal || delay.kind == DelayDesign::Kind::LogNormal)
        readDelayTime(members, QStringLiteral("deviation"), &delay.deviation);
    if (delay.least > delay.most) {
        members.report(QStringLiteral("least"),
                       DesignText::tr("“least” must not be longer than “most”."));
        delay.least = delay.most;
    }
    return delay;
}

DelayDesign readDelay(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    if (json.isObject())
        return readDistribution(json, pointer, diagnostics);
    DelayDesign delay;
    const bool isRange = json.isArray() && json.array().size() == 2;
    const qint64 least = durationOf(isRange ? json.array()[0] : json);
    const qint64 most = isRange ? durationOf(json.array()[1]) : least;
    if (least < 0 || most < least || most > longestDelay) {
        reportAt(diagnostics, pointer, QStringLiteral("menura-member"),
                 DesignText::tr("“delay” must be a time (250ms, 2s) of at most ten minutes, a list "
                                "of the shortest and the longest, or a distribution."));
        return delay;
    }
    delay.least = static_cast<int>(least);
    delay.most = static_cast<int>(most);
    return delay;
}

} // namespace

FaultDesign readFaults(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    FaultDesign faults;
    faults.pointer = pointer;
    Members members(json, pointer, QStringLiteral("“faults”"), diagnostics);
    Json delay;
    if (members.read(QStringLiteral("delay"), &delay))
        faults.delay = readDelay(delay, members.pointer(QStringLiteral("delay")), diagnostics);
    members.read(QStringLiteral("rate"), &faults.errorRate, 0, 1);
    members.read(QStringLiteral("status"), &faults.errorStatus, 400, 599);
    members.read(QStringLiteral("drop"), &faults.drop, 0, 1);
    members.read(QStringLiteral("reset"), &faults.reset, 0, 1);
    members.read(QStringLiteral("truncate"), &faults.truncate, 0, 1);
    members.read(QStringLiteral("slow"), &faults.slow, 0, 1);
    members.read(QStringLiteral("pace"), &faults.pace, 1, 1'000'000'000);
    if (faults.share() > 1.000001) { // tenths do not add up exactly
        members.report(QStringLiteral("rate"),
                       DesignText::tr("More than all requests would fail: “rate”, “drop”, "
                                      "“reset”, “truncate” and “slow” are shares of them."));
    }
    return faults;
}

ProxyDesign readProxy(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    ProxyDesign proxy;
    proxy.pointer = pointer;
    if (json.isBool() && !json.toBool())
        return proxy;
    QString at = pointer;
    if (json.isString()) {
        proxy.url = json.string();
    } else {
        Members members(json, pointer, QStringLiteral("“proxy”"), diagnostics);
        at = members.pointer(QStringLiteral("url"));
        members.read(QStringLiteral("url"), &proxy.url);
        qint64 timeout = proxy.timeout;
        members.readDuration(QStringLiteral("timeout"), &timeout);
        proxy.timeout = static_cast<int>(std::clamp<qint64>(timeout, 1, 600'000));
    }
    const QUrl url(proxy.url, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment()) {
        reportAt(diagnostics, at, QStringLiteral("menura-member"),
                 DesignText::tr("A proxy needs the address of a server, such as "
                                "https://api.example.com/v1."));
        proxy.url.clear();
    }
    return proxy;
}

UpstreamDesign readUpstream(const Json &json, const QString &pointer, Diagnostics *diagnostics)
{
    UpstreamDesign upstream;
    upstream.pointer = pointer;
    if (json.isString()) { // the address says it all
        upstream.url = json;
        return upstream;
    }
    Members members(json, pointer, DesignText::tr("An upstream"), diagnostics);
    if (!members.read(QStringLiteral("url"), &upstream.url) || !upstream.url.isString())
        members.report(QStringLiteral("url"), DesignText::tr("An upstream needs “url”."));
    members.read(QStringLiteral("method"), &upstream.method);
    members.read(QStringLiteral("headers"), &upstream.headers);
    members.read(QStringLiteral("body"), &upstream.body);
    qint64 timeout = upstream.timeout;
    members.readDuration(QStringLiteral("timeout"), &timeout);
    upstream.timeout = static_cast<int>(std::clamp<qint64>(timeout, 1, 600'000));
    members.eachMember(QStringLiteral("status"),
                       [&](const QString &status, const Json &error, const QString &at) {
                           if (status.toInt() >= 100 && error.isString())
                               upstream.statuses.append({status, error.string(), {}});
                           else
                               reportAt(diagnostics, at, QStringLiteral("menura-member"),
                                        DesignText::tr("A status becomes a named error."));
                       });
    members.read(QStringLiteral("failed"), &upstream.failed);
    members.read(QStringLiteral("sample"), &upstream.sample);
    return upstream;
}

} // namespace Design
