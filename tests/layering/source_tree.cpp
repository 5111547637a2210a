#include "tests/layering/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTextStream>

namespace Layering
{

QString Include::place() const
{
    const QString form = isQuoted ? QStringLiteral("%1:%2: #include \"%3\"")
                                  : QStringLiteral("%1:%2: #include <%3>");
    return form.arg(file).arg(line).arg(target);
}

static QStringList filesFromGit(const QString &root)
{
    QProcess git;
    git.setWorkingDirectory(root);
    git.start(QStringLiteral("git"),
              {QStringLiteral("ls-files"), QStringLiteral("-z"), QStringLiteral("--cached"),
               QStringLiteral("--others"), QStringLiteral("--exclude-standard")});
    if (!git.waitForFinished() || git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
        return {};
    QStringList files =
        QString::fromUtf8(git.readAllStandardOutput()).split(QChar(u'\0'), Qt::SkipEmptyParts);
    // A file that was removed but not yet committed is still listed.
    files.removeIf([&](const QString &file) { return !QFile::exists(root + u'/' + file); });
    return files;
}

QStringList repositoryFiles(const QString &root)
{
    QStringList files = filesFromGit(root);
    if (files.isEmpty()) {
        static const QRegularExpression generated(
            QStringLiteral("^(build[^/]*|\\.git|.*/node_modules)/"));
        QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString file = QDir(root).relativeFilePath(all.next());
            if (!generated.match(file).hasMatch())
                files.append(file);
        }
    }
    files.sort();
    return files;
}

QList<Include> includes(const QString &root, const QStringList &files)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*#\\s*include\\s*(?:\"([^\"]+)\"|<([^>]+)>)"));
    QList<Include> found;
    for (const QString &file : files) {
        if (!file.endsWith(QLatin1String(".h")) && !file.endsWith(QLatin1String(".cpp")))
            continue;
        QFile source(root + u'/' + file);
        if (!source.open(QIODevice::ReadOnly))
            continue;
        QTextStream stream(&source);
        for (int line = 1; !stream.atEnd(); ++line) {
            const QRegularExpressionMatch match = form.match(stream.readLine());
            if (!match.hasMatch())
                continue;
            const bool isQuoted = match.hasCaptured(1);
            found.append({file, line, match.captured(isQuoted ? 1 : 2), isQuoted});
        }
    }
    return found;
}

QString roomOf(const QString &path)
{
    return path.section(u'/', 0, 1);
}

QStringList headersOfModule(const QString &module)
{
    const QDir folder(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u'/' + module);
    return folder.entryList(QDir::Files);
}

} // namespace Layering
