#include "designer/model/rename/test_route.h"

#include <QUrl>

namespace Design
{

namespace
{

struct RequestLine {
    QString method; ///< lower case
    QString path;   ///< with its percent-encoding
    QString query;  ///< with the question mark; empty when there is none

    explicit RequestLine(const QString &line)
    {
        const QString target = line.section(u' ', 1);
        const qsizetype mark = target.indexOf(u'?');
        method = line.section(u' ', 0, 0).toLower();
        path = mark < 0 ? target : target.first(mark);
        query = mark < 0 ? QString() : target.sliced(mark);
    }
};

bool isParameter(const QString &segment)
{
    return segment.contains(u'{');
}

/// Whether a path has the form of a template; literals counts the segments that are alike.
bool matches(const QStringList &path, const QStringList &pattern, int *literals)
{
    if (path.size() != pattern.size())
        return false;
    *literals = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const bool isLiteral = !isParameter(pattern.at(i));
        if (isLiteral && QUrl::fromPercentEncoding(path.at(i).toUtf8()) != pattern.at(i))
            return false;
        *literals += isLiteral ? 1 : 0;
    }
    return true;
}

} // namespace

const Operation *testedRoute(const Api &api, const QString &requestLine)
{
    const RequestLine line(requestLine);
    const QStringList segments = line.path.split(u'/');
    const Operation *best = nullptr;
    int most = -1;
    for (const Named<PathItem> &path : api.paths) {
        int literals = 0;
        const Operation *operation = path.isRaw() ? nullptr : path.value.operation(line.method);
        if (operation && matches(segments, path.name.split(u'/'), &literals) && literals > most) {
            best = operation;
            most = literals;
        }
    }
    return best;
}

QString withQueryName(const QString &requestLine, const QString &from, const QString &to)
{
    const qsizetype mark = requestLine.indexOf(u'?');
    if (mark < 0)
        return requestLine;
    QStringList pairs = requestLine.sliced(mark + 1).split(u'&');
    for (QString &pair : pairs) {
        const QString name = pair.section(u'=', 0, 0);
        if (QUrl::fromPercentEncoding(name.toUtf8()) == from)
            pair = QString::fromUtf8(QUrl::toPercentEncoding(to)) + pair.sliced(name.size());
    }
    return requestLine.first(mark + 1) + pairs.join(u'&');
}

QString withPath(const QString &requestLine, const QString &from, const QString &to)
{
    const RequestLine line(requestLine);
    QStringList segments = line.path.split(u'/');
    const QStringList before = from.split(u'/');
    const QStringList after = to.split(u'/');
    int literals = 0;
    if (after.size() != before.size() || !matches(segments, before, &literals))
        return requestLine;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (isParameter(before.at(i)) != isParameter(after.at(i)))
            return requestLine;
        if (!isParameter(after.at(i)))
            segments[i] = after.at(i);
    }
    return requestLine.section(u' ', 0, 0) + u' ' + segments.join(u'/') + line.query;
}

} // namespace Design
