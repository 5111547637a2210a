#include "app/studio/files/file_control.h"
#include "app/studio/files/file_guard.h"
#include "app/studio/files/windows.h"
#include "app/studio/languages.h"
#include "app/studio/main_window.h"
#include "designer/looks/theme_switcher.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

namespace
{

struct CommandLineText {
    Q_DECLARE_TR_FUNCTIONS(CommandLineText)
};

struct CommandLine {
    QString file;
    QString theme;
    QString language;
    int port = 0; ///< 0: as it was the last time
    bool serve = false;
    bool resetUi = false;
};

/// False when the program is to end with this exit code.
bool parse(const QCoreApplication &app, CommandLine &line, int &exitCode)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLineText::tr("Draw an API, and have it answer."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption serve(
        QStringLiteral("serve"),
        CommandLineText::tr("Start the server at once, on the design that is opened."));
    const QCommandLineOption port(QStringLiteral("port"),
                                  CommandLineText::tr("Port of the server, 1 to 65535."),
                                  CommandLineText::tr("number"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   CommandLineText::tr("Colours for this run."),
                                   QStringLiteral("system|light|dark"));
    const QCommandLineOption resetUi(
        QStringLiteral("reset-ui"),
        CommandLineText::tr("Forget where everything stood in the window."));
    const QCommandLineOption language(QStringLiteral("language"),
                                      CommandLineText::tr("Language of the windows for this run."),
                                      languages().join(u'|'));
    parser.addOptions({serve, port, theme, language, resetUi});
    parser.addPositionalArgument(QStringLiteral("file"),
                                 CommandLineText::tr("OpenAPI document, YAML or JSON."),
                                 QStringLiteral("[FILE]"));
    parser.process(app);

    QTextStream error(stderr);
    exitCode = 2;
    if (parser.positionalArguments().size() > 1) {
        error << CommandLineText::tr("Only one file can be opened.") << Qt::endl;
        return false;
    }
    line.file = parser.positionalArguments().value(0);
    line.serve = parser.isSet(serve);
    line.resetUi = parser.isSet(resetUi);
    line.theme = parser.value(theme);
    line.language = parser.value(language);
    if (parser.isSet(port)) {
        line.port = parser.value(port).toInt();
        if (line.port < 1 || line.port > 65535) {
            error << CommandLineText::tr("A port is a number from 1 to 65535, not %1.")
                         .arg(parser.value(port))
                  << Qt::endl;
            return false;
        }
    }
    const QStringList themes{QString(), QStringLiteral("system"), QStringLiteral("light"),
                             QStringLiteral("dark")};
    if (!themes.contains(line.theme)) {
        error << CommandLineText::tr("A theme is system, light or dark, not %1.").arg(line.theme)
              << Qt::endl;
        return false;
    }
    if (!line.language.isEmpty() && !languages().contains(line.language)) {
        error << CommandLineText::tr("The windows speak %1, not %2.")
                     .arg(languages().join(QStringLiteral(", ")), line.language)
              << Qt::endl;
        return false;
    }
    return true;
}

/// Without a display Qt would abort. False there, where only --help and --version can be served.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

int runWithoutDisplay(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    CommandLine line;
    int exitCode = 0;
    if (parse(app, line, exitCode)) {
        QTextStream(stderr) << CommandLineText::tr("There is no display to open a window on. "
                                                   "“menura serve FILE” answers without one.")
                            << Qt::endl;
    }
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("menura"));
    QCoreApplication::setApplicationName(QStringLiteral("menura-studio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MENURA_VERSION));
    if (!hasDisplay())
        return runWithoutDisplay(argc, argv);
    QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(QString()); // the title says it already
    QGuiApplication::setDesktopFileName(QStringLiteral("menura-studio"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/menura/icons/menura.svg")));

    CommandLine line;
    int exitCode = 0;
    if (!parse(app, line, exitCode))
        return exitCode;

    installLanguage(app, line.language);
    Settings settings;
    if (line.resetUi)
        settings.clear();
    Design::ThemeSwitcher theme;
    Windows windows(settings, theme);
    if (!line.theme.isEmpty())
        theme.setChoice(Design::themeChoiceFromName(line.theme));
    if (!line.file.isEmpty() || !windows.restoreSession())
        windows.add();
    MainWindow &window = *windows.all().first();
    if (line.port > 0)
        window.session().control().setWantedPort(static_cast<quint16>(line.port));
    if (!line.file.isEmpty())
        window.files().openFile(line.file);
    window.show();
    window.guard().offerRecovery();
    if (line.serve)
        window.session().start();
    return QApplication::exec();
}
