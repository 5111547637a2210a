#pragma once

#include <QFile>

/// Bytes of memory that the process has; 0 where the platform does not say.
inline qint64 memoryInUse()
{
    constexpr qint64 page = 4096;
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * page;
}
