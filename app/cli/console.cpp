#include "app/cli/console.h"

#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Cli
{

static bool write(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    const bool isWritten = std::fwrite(bytes.constData(), 1, size, stream) == size;
    return std::fflush(stream) == 0 && isWritten;
}

void print(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void complain(const QString &line)
{
    write(stderr, line.toUtf8() + '\n');
}

bool canAsk()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
#else
    return false;
#endif
}

bool ask(const QString &question)
{
    write(stderr, question.toUtf8() + " [y/N] ");
    std::string line;
    std::getline(std::cin, line);
    const QString answer = QString::fromStdString(line).trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes");
}

bool printBytes(const QByteArray &bytes)
{
    return write(stdout, bytes);
}

void complain(const Design::Diagnostics &diagnostics, const QString &file)
{
    QByteArray lines;
    for (const Design::Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.severity != Design::Severity::Hint)
            lines += toLine(diagnostic, file).toUtf8() + '\n';
    }
    write(stderr, lines);
}

void complain(const Design::Diagnostics &diagnostics, const Design::LoadedApi &design,
              const QString &path)
{
    QByteArray lines;
    for (const Design::Diagnostic &diagnostic : Design::inOrderOfPlaces(diagnostics, design)) {
        if (diagnostic.severity != Design::Severity::Hint)
            lines += toLine(diagnostic, design, path).toUtf8() + '\n';
    }
    write(stderr, lines);
}

} // namespace Cli
