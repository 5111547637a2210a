#include "mockserver/engine/errors/error_names.h"

#include <QSet>

#include <algorithm>

namespace Mock
{

namespace
{

using Names = QSet<QString>;

Names words(const char *list)
{
    const QStringList all = QString::fromLatin1(list).split(u' ');
    return Names(all.begin(), all.end());
}

bool endsWith(const QString &name, std::initializer_list<QLatin1String> ends)
{
    return std::any_of(ends.begin(), ends.end(),
                       [&name](QLatin1String end) { return name.endsWith(end); });
}

} // namespace

QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return plain;
}

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

bool namesMessage(const QString &name)
{
    static const Names all = words("messages detail details errordetail reason text info cause "
                                   "faultstring explanation hint summary content body issue "
                                   "problem fault errortext statustext");
    return all.contains(name) || endsWith(name, {QLatin1String("message"), QLatin1String("msg"),
                                                 QLatin1String("description")});
}

bool namesField(const QString &name)
{
    static const Names all = words("field fieldname param parameter parametername property "
                                   "propertyname propertypath name key attribute target argument "
                                   "column member");
    return all.contains(name);
}

bool namesPath(const QString &name)
{
    static const Names all = words("path pointer location loc instance source ref jsonpath "
                                   "instancepath datapath jsonpointer");
    return all.contains(name) ||
           endsWith(name, {QLatin1String("location"), QLatin1String("pointer")});
}

bool namesCode(const QString &name)
{
    static const Names all = words("code errorcode type errortype rule keyword constraint kind id "
                                   "errorid messagecode validator reasoncode");
    return all.contains(name);
}

bool namesStatus(const QString &name)
{
    static const Names all = words("status statuscode httpstatus httpstatuscode httpcode code "
                                   "errorcode responsecode");
    return all.contains(name);
}

bool namesGiven(const QString &name)
{
    static const Names all = words("value rejectedvalue invalidvalue input actual received given "
                                   "actualvalue inputvalue");
    return all.contains(name);
}

bool namesDetails(const QString &name)
{
    static const Names all =
        words("errors error details detail validation validations violations validationerrors "
              "fielderrors issues problems causes messages fields params parameters invalidparams "
              "invalidparameters reasons errorlist errordetails faults failures suberrors "
              "constraintviolations message data");
    return all.contains(name);
}

bool namesSuccess(const QString &name)
{
    static const Names all = words("success ok valid successful succeeded issuccess isvalid");
    return all.contains(name);
}

bool namesFailure(const QString &name)
{
    static const Names all = words("error failed failure iserror invalid haserrors haserror");
    return all.contains(name);
}

} // namespace Mock
