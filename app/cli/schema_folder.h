#pragma once

#include "designer/text/json_reader.h"

#include <QDir>
#include <QHash>
#include <QUrl>

#include <memory>

namespace Cli
{

/// The documents that the references of a schema file may lead to, JSON or YAML: files in its
/// folder and below, and in folders that were given to stand for addresses. Nothing is asked for
/// over a network, and no other file is read.
class SchemaFolder
{
public:
    explicit SchemaFolder(const QString &schemaFile);

    QString baseUri() const { return m_base.toString(); } ///< "file:///.../schema.json"

    /// Files of this folder stand for the addresses that begin with the prefix. Without a prefix
    /// they stand for http and https addresses by their paths, and for those in their `$id`.
    /// False when there is no such folder.
    bool addFolder(const QString &folder, const QString &prefix = {});

    /// The document at an absolute URI, or null. Documents stay alive as long as this object.
    const Design::Json *document(const QString &uri);

private:
    struct Mount {
        QString prefix;
        QDir folder; ///< canonical
    };

    const Design::Json *fileIn(const QDir &folder, const QString &path);
    const Design::Json *read(const QString &canonicalPath);
    void findIdentifiers();

    QUrl m_base;
    QDir m_folder; ///< canonical
    QList<Mount> m_mounts;
    QHash<QString, std::shared_ptr<const Design::Json>> m_documents; ///< null: not readable
    QHash<QString, const Design::Json *> m_byIdentifier;
    bool m_hasIdentifiers = false; ///< m_byIdentifier is filled
};

} // namespace Cli
