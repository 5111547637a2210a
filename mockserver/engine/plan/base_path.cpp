#include "mockserver/engine/plan/base_path.h"

#include <algorithm>

namespace Mock
{

namespace
{

constexpr qsizetype mostForms = 64;

/// What a variable may stand for; nothing when that is any text.
QStringList choices(const Design::Json &variable)
{
    QStringList texts;
    const QString fallback = variable.value(u"default").toString();
    for (const Design::Json &value : variable.value(u"enum").array())
        texts.append(value.toString());
    // Without a list of values, a default that is no segment of a path is the only one we know.
    const bool isOnlyOne = fallback.isEmpty() || fallback.contains(u'/');
    if (!texts.contains(fallback) && (!texts.isEmpty() || isOnlyOne))
        texts.append(fallback);
    return texts;
}

/// The path of an address, which may be relative and may have variables anywhere.
QString pathOfUrl(const QString &url)
{
    const qsizetype scheme = url.indexOf(QLatin1String("//"));
    const bool isAbsolute = scheme >= 0 && (scheme == 0 || url[scheme - 1] == u':');
    const qsizetype start = isAbsolute ? url.indexOf(u'/', scheme + 2) : 0;
    if (start < 0)
        return {};
    QString path = url.sliced(start);
    path.truncate(std::min<qsizetype>(path.size(),
                                      path.indexOf(u'?') < 0 ? path.size() : path.indexOf(u'?')));
    path.truncate(path.indexOf(u'#') < 0 ? path.size() : path.indexOf(u'#'));
    QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    segments.removeAll(QStringLiteral("."));
    return segments.isEmpty() ? QString() : u'/' + segments.join(u'/');
}

QString withoutSlash(const QString &url)
{
    return url.endsWith(u'/') ? url.chopped(1) : url;
}

} // namespace

BasePath::BasePath(const Design::Server &server)
{
    QStringList urls{server.url};
    for (const auto &variable : server.variables.object()) {
        const QString name = u'{' + variable.key + u'}';
        const QStringList texts = choices(variable.value);
        if (texts.isEmpty())
            continue;
        QStringList more;
        for (const QString &url : std::as_const(urls)) {
            for (const QString &text : texts) {
                if (more.size() < mostForms)
                    more.append(QString(url).replace(name, text));
            }
        }
        urls = more;
    }
    for (const QString &url : std::as_const(urls)) {
        m_addresses.append(withoutSlash(url));
        m_forms.append(pathOfUrl(url));
    }
    m_forms.removeDuplicates();
    std::stable_sort(m_forms.begin(), m_forms.end(), [](const QString &a, const QString &b) {
        return a.count(u'/') > b.count(u'/');
    });
}

bool BasePath::isAt(const QString &address) const
{
    const QString wanted = withoutSlash(address);
    return std::any_of(m_addresses.begin(), m_addresses.end(), [&](const QString &known) {
        return known.contains(u'{') ? PathTemplate(known).match(wanted, nullptr) : known == wanted;
    });
}

QStringList BasePath::rests(const QString &path) const
{
    QStringList found;
    for (const QString &form : m_forms) {
        // As many segments as the base has, "/a/b" of "/a/b/c".
        qsizetype end = 0;
        for (qsizetype i = form.count(u'/'); i > 0 && end >= 0; --i)
            end = path.indexOf(u'/', end + 1);
        if (end < 0)
            continue;
        const bool fits = form.contains(u'{')
                              ? PathTemplate(form).match(QStringView(path).first(end), nullptr)
                              : QStringView(path).first(end) == form;
        if (fits && !found.contains(path.sliced(end)))
            found.append(path.sliced(end));
    }
    return found;
}

} // namespace Mock
