#pragma once

#include "mockserver/engine/message.h"

#include <QStringList>

namespace Mock
{

/// The named parts of a request: the parameters of its path and query, its header fields and
/// cookies. What is not changed keeps its spelling.
class NamedParts
{
public:
    struct Part {
        QString name;
        QString value; ///< decoded
        bool operator==(const Part &) const = default;
    };

    /// The template of the path names its parameters: `/items/{item_id}`.
    void setPathTemplate(const QString &pathTemplate);
    void setTarget(const QByteArray &target);
    void setHeaders(const QList<HeaderField> &headers);

    QByteArray target() const;
    QList<HeaderField> headers() const { return m_headers; }

    QList<Part> path() const; ///< empty when the path is not one of the template
    QList<Part> query() const;
    QList<Part> header() const; ///< without those that carry cookies
    QList<Part> cookies() const;

    void setPathValue(const QString &name, const QString &value);
    // Places are those of the lists above; the one behind the last adds. An empty name removes.
    void setQuery(qsizetype at, const Part &part);
    void setHeader(qsizetype at, const Part &part);
    void setCookie(qsizetype at, const Part &part);

private:
    QList<qsizetype> headerPlaces() const;

    QString m_template;
    QString m_path;           ///< as it is sent
    QStringList m_queryTexts; ///< `name=value` as they are sent
    QList<HeaderField> m_headers;
};

} // namespace Mock
