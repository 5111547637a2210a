#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>

/// Copies all files of a folder and those below it; false when one could not be copied.
inline bool copyFiles(const QDir &from, const QDir &to)
{
    QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString copy = to.filePath(from.relativeFilePath(files.next()));
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(files.filePath(), copy))
            return false;
    }
    return true;
}
