#include "tests/studio/window_test.h"

#include "app/studio/files/file_control.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QTest>

WindowTest::WindowTest()
{
    QCoreApplication::setOrganizationName(QStringLiteral("menura"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.path()));   // copies for a crash
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.path())); // what designs may ask
    m_settings = std::make_unique<Settings>();
    m_theme = std::make_unique<Design::ThemeSwitcher>();
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme);
}

WindowTest::~WindowTest()
{
    if (m_window)
        m_window->document().undoStack()->setClean(); // no question at the end
}

bool WindowTest::openSample()
{
    QFile::copy(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml"), filePath());
    QFile(filePath()).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!m_window->files().openFile(filePath()))
        return false;
    m_window->resize(1400, 860);
    m_window->show();
    return QTest::qWaitForWindowActive(m_window.get());
}

bool WindowTest::openDesign(const QString &name)
{
    const QString copy = m_folder.filePath(name);
    QFile::copy(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/") + name, copy);
    return m_window->files().openFile(copy);
}

void WindowTest::reopen()
{
    m_window->document().undoStack()->setClean();
    m_window->close();
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme);
}

bool WindowTest::startServer()
{
    Mock::ServerControl &control = m_window->session().control();
    if (!QTest::qWaitFor([this] { return m_window->session().isReady(); }))
        return false;
    return control.startOnFreePort();
}

WindowTest::Answer WindowTest::send(const QByteArray &method, const QString &target,
                                    const QByteArray &body)
{
    QNetworkAccessManager client;
    QNetworkRequest request(QUrl(m_window->session().control().url().toString() + target));
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(5000);
    const std::unique_ptr<QNetworkReply> reply(client.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

Design::NodeId WindowTest::at(const QString &pointer) const
{
    return m_window->document().index().nodeAt(pointer);
}
