#include "designer/codegen/project_folder.h"

#include "designer/storage/whole_file.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>

namespace Design
{

namespace
{

const QString manifestName = QStringLiteral(".menura.json");

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

/// The files that Menura wrote last time, with their hashes.
QHash<QString, QByteArray> readManifest(const QDir &folder)
{
    QHash<QString, QByteArray> hashes;
    const Json manifest =
        readJson(contentOf(folder.filePath(manifestName)).value_or(QByteArray())).value;
    for (const JsonObject::Member &file : manifest.value(u"files").object()) {
        const bool isInside = QDir::isRelativePath(file.key) &&
                              !QDir::cleanPath(file.key).startsWith(QLatin1String(".."));
        if (isInside)
            hashes.insert(file.key, file.value.toString().toLatin1());
    }
    return hashes;
}

bool write(const QString &path, const QByteArray &content, QString *error)
{
    if (!QDir().mkpath(QFileInfo(path).path())) {
        *error = QStringLiteral("%1: the folder cannot be made").arg(QFileInfo(path).path());
        return false;
    }
    const QString failure = writeWholeFile(path, content);
    if (!failure.isEmpty())
        *error = QStringLiteral("%1: %2").arg(path, failure);
    return failure.isEmpty();
}

} // namespace

ProjectWriting writeProject(const FastApiProject &project, const QString &folder,
                            Overwriting overwriting)
{
    ProjectWriting result;
    const QDir to(folder);
    const QHash<QString, QByteArray> known = readManifest(to);
    const auto isOurs = [&](const QString &path, const QByteArray &content) {
        return known.value(path) == hashOf(content);
    };
    QStringList paths;
    QList<const ProjectFile *> changed;
    for (const ProjectFile &file : project.files) {
        paths.append(file.path);
        const std::optional<QByteArray> old = contentOf(to.filePath(file.path));
        if (old && *old == file.content)
            continue;
        if (QFile::exists(to.filePath(file.path)) && !(old && isOurs(file.path, *old)))
            result.inTheWay.append(file.path);
        changed.append(&file);
    }
    if (overwriting == Overwriting::Allow)
        result.inTheWay.clear();
    if (!result.inTheWay.isEmpty())
        return result;

    JsonObject hashes;
    for (const ProjectFile &file : project.files)
        hashes.insert(file.path, QString::fromLatin1(hashOf(file.content)));
    const QByteArray manifest = writeJson(
        JsonObject{{QStringLiteral("about"), QStringLiteral("What Menura wrote here. A file that "
                                                            "was changed since is left alone.")},
                   {QStringLiteral("files"), hashes}},
        2);
    for (const ProjectFile *file : std::as_const(changed)) {
        if (!write(to.filePath(file->path), file->content, &result.errorString))
            return result;
        result.written.append(file->path);
    }
    QStringList before = known.keys();
    before.sort();
    for (const QString &path : std::as_const(before)) {
        const std::optional<QByteArray> old = contentOf(to.filePath(path));
        if (!paths.contains(path) && old && isOurs(path, *old) && QFile::remove(to.filePath(path)))
            result.removed.append(path);
    }
    write(to.filePath(manifestName), manifest, &result.errorString);
    return result;
}

} // namespace Design
