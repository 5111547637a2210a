#include "app/cli/schema_folder.h"

#include "designer/text/yaml_reader.h"

#include <QFile>
#include <QFileInfo>

namespace Cli
{

SchemaFolder::SchemaFolder(const QString &schemaFile)
    : m_base(QUrl::fromLocalFile(QFileInfo(schemaFile).absoluteFilePath()))
    , m_folder(QFileInfo(schemaFile).absolutePath())
{
}

static std::shared_ptr<const Design::Json> readDocument(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const Design::ReadText text = Design::readJsonOrYaml(file.readAll());
    return text.ok() ? std::make_shared<const Design::Json>(text.value) : nullptr;
}

const Design::Json *SchemaFolder::document(const QString &uri)
{
    const QUrl url(uri);
    if (!url.isLocalFile())
        return nullptr;
    // Canonical, so that neither `..` nor a link leads out of the folder.
    const QString path = QFileInfo(url.toLocalFile()).canonicalFilePath();
    if (path.isEmpty() || !path.startsWith(m_folder.canonicalPath() + u'/'))
        return nullptr;
    auto known = m_documents.find(path);
    if (known == m_documents.end())
        known = m_documents.insert(path, readDocument(path));
    return known->get();
}

} // namespace Cli
