#pragma once

#include "mockserver/engine/message.h"

#include <optional>

/// One request and what must be true of its answer.
struct ExpectedExchange {
    QString place; ///< "shop/users.txt:12"
    Mock::Request request;
    int status = 0;
    QList<Mock::HeaderField> headers; ///< these, with these values; others may be there
    QList<QByteArray> absentHeaders;
    std::optional<QByteArray> body;   ///< the whole body; nothing: any
    QList<QByteArray> bodyParts;      ///< texts that the body contains
    std::optional<QStringList> after; ///< what is done behind the route, step by step; nothing: any
};

/// A text file with exchanges on one design:
///
///     design: resources/designs/shop.yaml
///     === GET /users/0
///     accept: */*
///
///     the request's body
///     --- 422
///     content-type: application/json
///     !location
///
///     {"detail":[...]}
///
/// A field that starts with `!` must not be in the answer. A body of `~ text` lines asks only that
/// the body contains each text; `+++` begins the steps that are taken behind the route, one a line
/// (an exclamation mark before those that fail, a hyphen before those that are skipped); no body at
/// all leaves it open, `(empty)` asks for none. The last line break of a body does not count;
/// `\r\n` is written at the end of each line of a request's body whose content type is multipart.
/// Lines that start with `#` before the first exchange are notes.
struct ExchangeFile {
    QString design; ///< path from the root of the repository
    QList<ExpectedExchange> exchanges;
    QString error; ///< why the file could not be read; empty when it could
};

ExchangeFile readExchangeFile(const QString &path);
