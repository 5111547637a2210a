#include "app/cli/schema_folder.h"

#include "designer/storage/design_folder.h"
#include "designer/text/yaml/yaml_reader.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using Design::Json;

namespace Cli
{

static constexpr qint64 largestFile = 256 * 1024 * 1024; // bytes

SchemaFolder::SchemaFolder(const QString &schemaFile)
    : m_base(QUrl::fromLocalFile(QFileInfo(schemaFile).absoluteFilePath()))
    , m_folder(QFileInfo(schemaFile).absoluteDir().canonicalPath())
{
}

bool SchemaFolder::addFolder(const QString &folder, const QString &prefix)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return false;
    m_mounts.append({prefix, QDir(info.canonicalFilePath())});
    return true;
}

const Json *SchemaFolder::document(const QString &uri)
{
    const QUrl url(uri);
    if (url.isLocalFile()) {
        if (const Json *found = fileIn(m_folder, url.toLocalFile()))
            return found;
    }
    for (const Mount &mount : std::as_const(m_mounts)) {
        const bool isOnWeb = url.scheme() == u"http" || url.scheme() == u"https";
        QString path;
        if (!mount.prefix.isEmpty() && uri.startsWith(mount.prefix))
            path = QUrl::fromPercentEncoding(uri.mid(mount.prefix.size()).toUtf8());
        else if (mount.prefix.isEmpty() && isOnWeb)
            path = url.path();
        else if (mount.prefix.isEmpty() && url.isLocalFile())
            path = mount.folder.relativeFilePath(url.toLocalFile());
        while (path.startsWith(u'/'))
            path.remove(0, 1);
        if (path.isEmpty())
            continue;
        if (const Json *found = fileIn(mount.folder, mount.folder.filePath(path)))
            return found;
    }
    findIdentifiers();
    return m_byIdentifier.value(uri);
}

/// The file, unless `..` or a link leads out of the folder.
const Json *SchemaFolder::fileIn(const QDir &folder, const QString &path)
{
    const QString canonical = Design::pathInside(folder, path);
    return canonical.isEmpty() ? nullptr : read(canonical);
}

const Json *SchemaFolder::read(const QString &canonicalPath)
{
    auto known = m_documents.find(canonicalPath);
    if (known == m_documents.end()) {
        known = m_documents.insert(canonicalPath, nullptr);
        QFile file(canonicalPath);
        const QFileInfo info(canonicalPath);
        if (info.size() <= largestFile && file.open(QIODevice::ReadOnly)) {
            const Design::ReadText text = Design::readJsonOrYaml(file.readAll());
            if (text.ok())
                *known = std::make_shared<const Json>(text.value);
        }
    }
    return known->get();
}

/// Reads the given folders for the addresses that their documents say they have.
void SchemaFolder::findIdentifiers()
{
    if (std::exchange(m_hasIdentifiers, true))
        return;
    constexpr int mostFiles = 10'000;
    int count = 0;
    for (const Mount &mount : std::as_const(m_mounts)) {
        QDirIterator files(
            mount.folder.path(),
            {QStringLiteral("*.json"), QStringLiteral("*.yaml"), QStringLiteral("*.yml")},
            QDir::Files, QDirIterator::Subdirectories);
        while (mount.prefix.isEmpty() && files.hasNext() && ++count <= mostFiles) {
            const QString path = files.next();
            const Json *document = fileIn(mount.folder, path);
            for (const QStringView key : {u"$id", u"id"}) {
                QString id = document ? document->value(key).toString() : QString();
                if (id.endsWith(u'#'))
                    id.chop(1);
                if (!id.isEmpty() && !m_byIdentifier.contains(id))
                    m_byIdentifier.insert(id, document);
            }
        }
    }
}

} // namespace Cli
