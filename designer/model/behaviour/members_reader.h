#pragma once

#include "designer/text/diagnostic.h"
#include "designer/text/pointer.h"

#include <functional>

namespace Design
{

/// Takes an object of an extension apart member by member, and reports what has the wrong shape
/// and, in the end, what nobody asked for.
class MembersReader
{
public:
    /// `what` names the object in messages: "A store".
    MembersReader(const Json &json, const QString &pointer, const QString &what,
                  Diagnostics *diagnostics);
    ~MembersReader(); ///< reports the members that were not read
    MembersReader(const MembersReader &) = delete;
    MembersReader &operator=(const MembersReader &) = delete;

    bool has(const QString &key) const { return m_object.contains(key); }
    QString pointer(const QString &key) const { return childPointer(m_pointer, key); }

    // Each leaves `into` as it is where the member is absent or has the wrong shape.
    bool read(const QString &key, QString *into);
    bool read(const QString &key, bool *into);
    bool read(const QString &key, int *into, int least, int most);
    bool read(const QString &key, double *into, double least, double most);
    bool read(const QString &key, QStringList *into); ///< a single text is a list of one
    bool read(const QString &key, JsonObject *into);
    bool read(const QString &key, JsonArray *into);
    bool read(const QString &key, Json *into);
    /// An expression: a text, or what YAML made of one (`true`, `1`).
    bool readExpression(const QString &key, QString *into);
    /// Milliseconds, from a number of seconds or "250ms", "2s", "30min", "1h".
    bool readDuration(const QString &key, qint64 *into);
    /// One of the names; its index.
    bool readChoice(const QString &key, const QStringList &names, int *into);

    using VisitItem = std::function<void(const Json &item, const QString &pointer)>;
    using VisitMember =
        std::function<void(const QString &name, const Json &value, const QString &pointer)>;
    void eachItem(const QString &key, const VisitItem &visit);
    void eachMember(const QString &key, const VisitMember &visit);

    void report(const QString &key, const QString &message, Severity severity = Severity::Error);

private:
    const Json *take(const QString &key);
    bool refuse(const QString &key, const QString &expected);

    JsonObject m_object;
    QString m_pointer;
    QString m_what;
    Diagnostics *m_diagnostics;
    QStringList m_taken;
};

/// Reports a finding about an extension.
void reportAt(Diagnostics *diagnostics, const QString &pointer, const QString &rule,
              const QString &message, Severity severity = Severity::Error);

/// Milliseconds of "250ms", "2s", "30min", "1h" or a number of seconds; -1 when it is none.
qint64 durationOf(const Json &json);

} // namespace Design
