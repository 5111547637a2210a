#include "mockserver/panel/requests/named_parts.h"

#include <QRegularExpression>
#include <QUrl>

namespace Mock
{

static const QByteArray cookieField = QByteArrayLiteral("Cookie");

static QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(QString(text).replace(u'+', u' ').toUtf8());
}

static QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

static NamedParts::Part partOf(const QString &text)
{
    return {decoded(text.section(u'=', 0, 0)), decoded(text.section(u'=', 1))};
}

static bool isCookie(const HeaderField &field)
{
    return field.name.compare(cookieField, Qt::CaseInsensitive) == 0;
}

/// Its groups are what stands for the parameters, in their order.
static QRegularExpression matcherOf(const QString &pathTemplate, QStringList *names)
{
    static const QRegularExpression parameter(QStringLiteral("\\{([^{}:]+)(:path)?\\}"));
    QString pattern;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : parameter.globalMatch(pathTemplate)) {
        pattern +=
            QRegularExpression::escape(pathTemplate.sliced(from, match.capturedStart() - from));
        pattern += match.captured(2).isEmpty() ? QStringLiteral("([^/]*)") : QStringLiteral("(.*)");
        names->append(match.captured(1));
        from = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(pathTemplate.sliced(from));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

void NamedParts::setPathTemplate(const QString &pathTemplate)
{
    m_template = pathTemplate;
}

void NamedParts::setTarget(const QByteArray &target)
{
    const QString text = QString::fromUtf8(target);
    m_path = text.section(u'?', 0, 0);
    m_queryTexts = text.section(u'?', 1).split(u'&', Qt::SkipEmptyParts);
}

void NamedParts::setHeaders(const QList<HeaderField> &headers)
{
    m_headers = headers;
}

QByteArray NamedParts::target() const
{
    const QString query =
        m_queryTexts.isEmpty() ? QString() : u'?' + m_queryTexts.join(QLatin1Char('&'));
    return (m_path + query).toUtf8();
}

QList<NamedParts::Part> NamedParts::path() const
{
    QStringList names;
    const QRegularExpressionMatch match = matcherOf(m_template, &names).match(m_path);
    QList<Part> parts;
    for (qsizetype i = 0; match.hasMatch() && i < names.size(); ++i)
        parts.append({names.at(i),
                      QUrl::fromPercentEncoding(match.captured(static_cast<int>(i) + 1).toUtf8())});
    return parts;
}

QList<NamedParts::Part> NamedParts::query() const
{
    QList<Part> parts;
    for (const QString &text : m_queryTexts)
        parts.append(partOf(text));
    return parts;
}

QList<qsizetype> NamedParts::headerPlaces() const
{
    QList<qsizetype> places;
    for (qsizetype i = 0; i < m_headers.size(); ++i) {
        if (!isCookie(m_headers.at(i)))
            places.append(i);
    }
    return places;
}

QList<NamedParts::Part> NamedParts::header() const
{
    QList<Part> parts;
    for (const qsizetype place : headerPlaces())
        parts.append({QString::fromUtf8(m_headers.at(place).name),
                      QString::fromUtf8(m_headers.at(place).value)});
    return parts;
}

QList<NamedParts::Part> NamedParts::cookies() const
{
    QList<Part> parts;
    for (const HeaderField &field : m_headers) {
        if (!isCookie(field))
            continue;
        for (const QString &pair : QString::fromUtf8(field.value).split(u';', Qt::SkipEmptyParts))
            parts.append({pair.section(u'=', 0, 0).trimmed(), pair.section(u'=', 1).trimmed()});
    }
    return parts;
}

void NamedParts::setPathValue(const QString &name, const QString &value)
{
    QStringList names;
    const QRegularExpressionMatch match = matcherOf(m_template, &names).match(m_path);
    const auto group = static_cast<int>(names.indexOf(name)) + 1;
    if (match.hasMatch() && group > 0)
        m_path.replace(match.capturedStart(group), match.capturedLength(group), encoded(value));
}

void NamedParts::setQuery(qsizetype at, const Part &part)
{
    const QString text = encoded(part.name) + u'=' + encoded(part.value);
    if (at >= m_queryTexts.size()) {
        if (!part.name.isEmpty())
            m_queryTexts.append(text);
    } else if (part.name.isEmpty()) {
        m_queryTexts.removeAt(at);
    } else {
        m_queryTexts[at] = text;
    }
}

void NamedParts::setHeader(qsizetype at, const Part &part)
{
    const QList<qsizetype> places = headerPlaces();
    const HeaderField field{part.name.toUtf8(), part.value.toUtf8()};
    if (at >= places.size()) {
        if (!part.name.isEmpty())
            m_headers.append(field);
    } else if (part.name.isEmpty()) {
        m_headers.removeAt(places.at(at));
    } else {
        m_headers[places.at(at)] = field;
    }
}

void NamedParts::setCookie(qsizetype at, const Part &part)
{
    QList<Part> all = cookies();
    if (at >= all.size())
        all.append(part);
    else
        all[at] = part;
    QStringList pairs;
    for (const Part &one : std::as_const(all)) {
        if (!one.name.isEmpty())
            pairs.append(one.name + u'=' + one.value);
    }
    m_headers.removeIf(isCookie);
    if (!pairs.isEmpty())
        m_headers.append({cookieField, pairs.join(QStringLiteral("; ")).toUtf8()});
}

} // namespace Mock
