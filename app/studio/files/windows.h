#pragma once

#include "app/studio/settings.h"

#include <QList>
#include <QObject>
#include <QTimer>

class MainWindow;

namespace Design
{
class ThemeSwitcher;
}

/// The windows of the program, one design each, and what is remembered of them for the next time.
class Windows : public QObject
{
    Q_OBJECT

public:
    Windows(Settings &settings, Design::ThemeSwitcher &theme, QObject *parent = nullptr);
    ~Windows() override;

    /// A window without a design, not shown yet. It is deleted when it is closed.
    MainWindow *add();
    /// Opens the windows of the last time with their designs; false when there were none. Servers
    /// stay stopped.
    bool restoreSession();
    void saveSession() const;
    /// Closes all windows, unless one of them has changes that its user wants to keep.
    void quit();
    const QList<MainWindow *> &all() const { return m_windows; }

private:
    MainWindow *inUse() const; ///< the active one, else the newest
    bool showElsewhere(const MainWindow *asking, const QString &path) const;
    void noteClosing(MainWindow *window);

    Settings &m_settings;
    Design::ThemeSwitcher &m_theme;
    QList<MainWindow *> m_windows;
    QTimer m_toSave; ///< soon: the tabs have changed
    bool m_isQuitting = false;
};
