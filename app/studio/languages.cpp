#include "app/studio/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

const QStringList &languages()
{
    static const QStringList all{QStringLiteral("en"), QStringLiteral("de")};
    return all;
}

static QString languageOfTheUser()
{
    const QStringList wishes = QLocale::system().uiLanguages();
    for (const QString &wish : wishes) {
        const QString language = wish.section(u'-', 0, 0);
        if (languages().contains(language))
            return language;
    }
    return languages().first();
}

static void install(QCoreApplication &app, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&app);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator; // such as Qt's own, where they are not installed
}

void installLanguage(QCoreApplication &app, const QString &language)
{
    const QString chosen = language.isEmpty() ? languageOfTheUser() : language;
    install(app, QStringLiteral("qtbase_") + chosen,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English as well, for its plurals.
    install(app, QStringLiteral("menura_") + chosen, QStringLiteral(":/menura/translations"));
}
