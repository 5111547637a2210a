#pragma once

#include "designer/text/json.h"
#include "mockserver/engine/engine.h"

#include <QHash>
#include <QMap>

/// One recorded request with the answer that FastAPI gave.
struct RecordedCase {
    QString document; ///< the OpenAPI document of the application that answered
    QString topic;    ///< for the report: "body /int"
    Mock::Request request;
    int status = 0;
    Design::Json body; ///< undefined where it was none
    QByteArray allow;  ///< of a 405
    QByteArray text;   ///< the body as it was sent; null where only its value was recorded
    QList<Mock::HeaderField> headers; ///< that the answer must have
};

/// How many cases of each topic have the same status, the same type and loc of each error, and the
/// same body.
struct Score {
    int cases = 0;
    int status = 0;
    int errors = 0; ///< of those that were refused with a list of errors
    int refused = 0;
    int bodies = 0; ///< of those whose body was compared
    int compared = 0;
    int values = 0; ///< of those whose coerced value was shown in the answer
    int shown = 0;

    void add(const Score &other);
    bool isPerfect() const;
    QString toText() const;
};

/// Replays recorded cases in process and keeps the score.
class Replay
{
public:
    explicit Replay(const QString &folder);

    bool isPossible() const; ///< the folder is there
    /// What tests/differential/record.py has written.
    QList<RecordedCase> records() const;
    QList<RecordedCase> matrix() const;
    QList<RecordedCase> queryCoercion() const;
    QList<RecordedCase> bodyCoercion() const;
    QList<RecordedCase> models() const;

    Score run(const QList<RecordedCase> &cases);
    const QMap<QString, Score> &topics() const { return m_topics; }
    const QStringList &differences() const { return m_differences; }

private:
    QList<Design::Json> lines(const QString &name) const;
    Mock::CompiledApiPointer api(const QString &document);
    void compare(const RecordedCase &recorded, Score *score);

    QString m_folder;
    QHash<QString, Mock::CompiledApiPointer> m_apis;
    QMap<QString, Score> m_topics;
    QStringList m_differences;
};
