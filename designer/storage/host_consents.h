#pragma once

#include <QString>
#include <QStringList>

namespace Design
{

/// Which other servers the user lets the designs on this machine ask, so that this is asked about
/// once for each design. The window and the command line share what was agreed to.
class HostConsents
{
public:
    /// `file` keeps them; it is made when something is allowed.
    explicit HostConsents(const QString &file = defaultFile());

    /// In the user's folder of settings.
    static QString defaultFile();

    /// The hosts that were allowed to the design in this file, as it writes them.
    QStringList allowed(const QString &design) const;
    /// Those of `wanted` that were not.
    QStringList missing(const QString &design, const QStringList &wanted) const;
    /// From now on. False when it could not be kept.
    bool allow(const QString &design, const QStringList &hosts);
    /// Takes back what was allowed.
    bool forget(const QString &design);

private:
    bool keep(const QString &design, const QStringList &hosts);

    QString m_file;
};

} // namespace Design
