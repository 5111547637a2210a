#pragma once

#include <QSettings>

/// What the window remembers between two runs: looks, places and recent files, never anything
/// about an API. All of it stands in one versioned group.
class Settings
{
public:
    Settings();

    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);
    void clear(); ///< back to how the window looks the first time; recent files stay

    /// Why what was set will be lost with the program, as a sentence for people; said once, until
    /// it could be kept again. Empty: it is kept.
    QString newProblem();
    /// Where copies for a crash stand.
    QString recoveryFolder() const;

    QStringList recentFiles() const; ///< newest first, at most ten
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

private:
    QSettings m_settings;
    bool m_hasComplained = false;
};
