#pragma once

#include <QString>

namespace Design
{

/// The five parts of a URI reference (RFC 3986 appendix B). Null views are absent parts.
struct UriParts {
    QStringView scheme;
    QStringView authority;
    QStringView path;
    QStringView query;
    QStringView fragment;

    bool isAbsolute() const { return !scheme.isNull(); }
};

UriParts splitUri(QStringView text);

/// The reference as seen from the base (RFC 3986 section 5.2). An empty base leaves it as it is.
QString resolvedUri(QStringView base, QStringView reference);

QString withoutFragment(QStringView uri);

/// With `%41` as `A`; sequences that are no UTF-8 stay as they are written.
QString percentDecoded(QStringView text);

} // namespace Design
