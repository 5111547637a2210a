#pragma once

#include "designer/text/json_reader.h"

#include <QDir>
#include <QHash>
#include <QUrl>

#include <memory>

namespace Cli
{

/// The documents that the references of a schema file may lead to: files in its folder and below,
/// JSON or YAML. Nothing is asked for over a network, and no other file is read.
class SchemaFolder
{
public:
    explicit SchemaFolder(const QString &schemaFile);

    QString baseUri() const { return m_base.toString(); } ///< "file:///.../schema.json"

    /// The document at an absolute URI, or null. Documents stay alive as long as the folder.
    const Design::Json *document(const QString &uri);

private:
    QUrl m_base;
    QDir m_folder;
    QHash<QString, std::shared_ptr<const Design::Json>> m_documents; ///< null: not readable
};

} // namespace Cli
