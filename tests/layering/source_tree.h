#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Layering
{

struct Include {
    QString file;   ///< relative to the repository's root
    int line = 0;   ///< from 1
    QString target; ///< as written between the quotes or angles
    bool isQuoted = false;

    QString place() const; ///< "file:line: #include <target>"
};

/// The files of the repository as a list of relative paths: what git tracks or would track, so
/// that build folders do not count; without git everything but the build folders.
QStringList repositoryFiles(const QString &root);

/// The includes of the C++ files among them.
QList<Include> includes(const QString &root, const QStringList &files);

/// The first two folders of a path: "designer/text/json.h" stands in the room "designer/text".
QString roomOf(const QString &path);

/// Header names (`QWidget`, `qwidget.h`) of one of Qt's modules, such as "QtWidgets"; empty if the
/// module's headers are not installed.
QStringList headersOfModule(const QString &module);

} // namespace Layering
