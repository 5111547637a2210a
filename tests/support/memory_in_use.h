#pragma once

#include <QtGlobal>

#include <features.h>
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
#include <malloc.h>
#endif

/// Bytes of memory that the program has asked for and not given back; 0 where that is not told.
inline qint64 memoryInUse()
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}
