#pragma once

#include <QString>

class QCoreApplication;

/// Languages that the windows speak, as ISO 639 codes: what `--language` takes.
const QStringList &languages();

/// Installs the translations for this language, those of Qt's own dialogs as well. Empty: the first
/// of the user's languages that we speak, else English.
void installLanguage(QCoreApplication &app, const QString &language = {});
