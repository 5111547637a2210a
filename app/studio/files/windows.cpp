#include "app/studio/files/windows.h"

#include "app/studio/files/file_control.h"
#include "app/studio/files/window_session.h"
#include "app/studio/main_window.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/looks/theme_switcher.h"

#include <QFileInfo>
#include <QScreen>

using namespace std::chrono_literals;

static QString sessionKey()
{
    return QStringLiteral("session");
}

/// A step down and to the right of the other one, as large as it can be without leaving the screen.
static void placeBeside(const MainWindow &other, MainWindow &window)
{
    const QSize frame = other.frameGeometry().size() - other.size();
    const QPoint step = QPoint(1, 1) * 2 * window.fontMetrics().height();
    const QRect screen = other.screen()->availableGeometry();
    const QRect wanted(other.pos() + step, window.size() + frame);
    const QSize room = wanted.intersected(screen).size() - frame;
    const QSize least = window.minimumSizeHint();
    // On a screen that is too narrow anyway it may as well stand beside the other one.
    const bool isFitting =
        room.height() >= least.height() &&
        (room.width() >= least.width() || screen.width() - frame.width() < least.width());
    window.move(isFitting ? wanted.topLeft() : screen.topLeft());
    window.resize(isFitting ? room : window.size().boundedTo(screen.size() - frame));
}

static void bringForward(MainWindow &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.raise();
    window.activateWindow();
}

Windows::Windows(Settings &settings, Design::ThemeSwitcher &theme, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(theme)
{
    m_theme.setChoice(
        Design::themeChoiceFromName(m_settings.value(QStringLiteral("theme")).toString()));
    m_toSave.setSingleShot(true);
    m_toSave.setInterval(1s);
    connect(&m_toSave, &QTimer::timeout, this, [this] {
        if (!m_isQuitting && !m_windows.isEmpty())
            saveSession();
    });
}

Windows::~Windows()
{
    const QList<MainWindow *> windows = m_windows;
    qDeleteAll(windows);
}

MainWindow *Windows::add()
{
    auto *window = new MainWindow(m_settings, m_theme);
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_windows.isEmpty()) { // like the one in use, and not on top of the last one
        placeBeside(*m_windows.last(), *window);
        window->regions().restore(inUse()->regions().state());
    }
    m_windows.append(window);
    window->files().setElsewhere(
        [this, window](const QString &path) { return showElsewhere(window, path); });
    connect(window, &MainWindow::windowWanted, this, [this] { add()->show(); });
    connect(window, &MainWindow::quitWanted, this, &Windows::quit);
    connect(window, &MainWindow::closing, this, [this, window] { noteClosing(window); });
    connect(window, &QObject::destroyed, this, [this, window] { m_windows.removeOne(window); });
    // So that a program that dies is found again as it was.
    connect(&window->document(), &Design::DesignDocument::filePathChanged, this,
            &Windows::saveSession);
    connect(&window->tabs(), &EditorTabs::currentChanged, &m_toSave, qOverload<>(&QTimer::start));
    return window;
}

MainWindow *Windows::inUse() const
{
    for (MainWindow *window : m_windows) {
        if (window->isActiveWindow())
            return window;
    }
    return m_windows.last();
}

bool Windows::showElsewhere(const MainWindow *asking, const QString &path) const
{
    const QString wanted = QFileInfo(path).canonicalFilePath();
    for (MainWindow *window : m_windows) {
        const QString open = window->document().filePath();
        if (window == asking || wanted.isEmpty() || QFileInfo(open).canonicalFilePath() != wanted)
            continue;
        bringForward(*window);
        return true;
    }
    return false;
}

void Windows::noteClosing(MainWindow *window)
{
    if (m_isQuitting)
        return;
    // The last window is what one comes back to; one of several was put away.
    if (m_windows.size() == 1) {
        saveSession();
        return;
    }
    m_windows.removeOne(window);
    saveSession();
}

void Windows::quit()
{
    // All are asked before the first one goes: who thinks better of it has every window still.
    const QList<MainWindow *> windows = m_windows;
    for (MainWindow *window : windows) {
        if (window->document().isModified())
            bringForward(*window);
        if (!window->files().mayDiscard())
            return;
    }
    saveSession();
    m_isQuitting = true;
    for (MainWindow *window : windows)
        window->closeAsAgreed();
}

void Windows::saveSession() const
{
    QVariantList session;
    for (MainWindow *window : m_windows) {
        if (!window->document().filePath().isEmpty())
            session.append(sessionOf(*window));
    }
    m_settings.setValue(sessionKey(), session);
}

bool Windows::restoreSession()
{
    const QVariantList session = m_settings.value(sessionKey()).toList();
    for (const QVariant &state : session) {
        if (QFileInfo::exists(sessionFile(state.toMap()))) {
            MainWindow *window = add();
            restoreWindow(*window, state.toMap());
            window->show();
        }
    }
    return !m_windows.isEmpty();
}
