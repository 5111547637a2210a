#pragma once

#include "app/studio/main_window.h"
#include "designer/looks/theme_switcher.h"

#include <QNetworkReply>
#include <QTemporaryDir>

#include <memory>

/// A window with settings of its own, and a client for its server.
class WindowTest
{
public:
    WindowTest();
    ~WindowTest();

    MainWindow &window() { return *m_window; }
    bool openSample();                    ///< a copy of shop.yaml, shown
    bool openDesign(const QString &name); ///< a copy of another one of the resources
    void reopen(); ///< closes the window and makes another one with the same settings
    QString filePath() const { return m_folder.filePath(QStringLiteral("shop.yaml")); }

    struct Answer {
        int status = 0;
        QByteArray body;
    };
    bool startServer(); ///< on a free port
    Answer send(const QByteArray &method, const QString &target, const QByteArray &body = {});

    Design::NodeId at(const QString &pointer) const;
    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Design::ThemeSwitcher> m_theme;
    std::unique_ptr<MainWindow> m_window;
};
