#pragma once

#include <QString>

namespace Design
{

/// A URL as the URL standard parses and prints it, or what is wrong with it.
struct UrlText {
    QString error; ///< in the words of Rust's url crate; empty when it is a URL
    QString scheme;
    QString credentials; ///< with the `@`
    QString host;
    bool hasHost = false;
    int port = -1;      ///< -1: none, or the scheme's own
    QString otherHosts; ///< those before the host, each with its comma
    QString path;
    QString query;    ///< with the `?`
    QString fragment; ///< with the `#`

    bool isValid() const { return error.isEmpty(); }
    QString authority() const; ///< credentials, host and port
    QString text() const;
};

/// Parses an absolute URL by the rules of https://url.spec.whatwg.org (section 4.4).
UrlText readUrl(QStringView text);
/// The same for a URL that may name several hosts, with commas between them, as pydantic reads
/// those of databases. At least one has to be there.
UrlText readMultiHostUrl(QStringView text);

/// The host of a special scheme in its canonical form; sets error when it is none.
QString readDomain(const QString &text, QString *error);
/// The host of any other scheme, percent-encoded.
QString readOpaqueHost(const QString &text, QString *error);
/// The text with everything percent-encoded that the set names, controls and non-ASCII.
QString percentEncoded(QStringView text, QLatin1String set);

} // namespace Design
