#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// One raw message that the authors of llhttp or h1spec wrote, with what they expect of it.
struct CorpusCase {
    enum class Expect { Accept, Reject, Incomplete, Any };

    QString file;
    QByteArray bytes;
    Expect expect = Expect::Any;
    QString note;

    /// Whether a status of 4xx or 5xx and a close are right where Accept is expected: h1spec's
    /// note lists all ranges of status it allows.
    bool allowsStatus(int status) const;
    /// About a method that llhttp's closed list does not have. For us every token is a method,
    /// because a design may have any (OpenAPI 3.2 additionalOperations): the wire accepts it, and
    /// what the design does not have is answered 404 or 405.
    bool isAboutUnknownMethods() const;
};

/// All cases; empty when the data is not there.
QList<CorpusCase> readCorpus();
