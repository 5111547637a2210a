#include "designer/storage/design_file.h"

#include "designer/openapi/openapi_writer.h"
#include "designer/storage/design_folder.h"
#include "designer/storage/whole_file.h"
#include "designer/text/json_writer.h"
#include "designer/text/patch/text_patch.h"
#include "designer/text/yaml/yaml_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace Design
{

static constexpr qint64 largestFile = 256LL * 1024 * 1024;

namespace
{

struct FileText {
    Q_DECLARE_TR_FUNCTIONS(Design::FileText)
};

} // namespace

FileFormat formatOfFile(const QString &path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? FileFormat::Json
                                                                      : FileFormat::Yaml;
}

QString formatName(FileFormat format)
{
    return format == FileFormat::Json ? QStringLiteral("json") : QStringLiteral("yaml");
}

FileFormat formatFromName(const QString &name)
{
    return name == formatName(FileFormat::Json) ? FileFormat::Json : FileFormat::Yaml;
}

OpenedDesign openDesign(const QString &path, const QString &original)
{
    OpenedDesign opened;
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        opened.errorString =
            FileText::tr("%1 cannot be opened: %2.").arg(shown, file.errorString());
        return opened;
    }
    // What is no regular file does not know its size.
    const QByteArray text = file.read(largestFile + 1);
    if (text.size() > largestFile) {
        opened.errorString = FileText::tr("%1 is larger than 256 MiB.").arg(shown);
        return opened;
    }
    if (file.error() != QFileDevice::NoError) {
        opened.errorString = FileText::tr("%1 cannot be read: %2.").arg(shown, file.errorString());
        return opened;
    }
    opened.text = text;
    DesignFolder files(original.isEmpty() ? path : original);
    static_cast<LoadedApi &>(opened) = readOpenApi(text, {}, &files);
    if (opened.ok)
        return opened;
    opened.errorString = FileText::tr("%1 is not an OpenAPI document.").arg(shown);
    for (const Diagnostic &diagnostic : std::as_const(opened.diagnostics)) {
        if (diagnostic.severity == Severity::Error) {
            opened.errorString = toLine(diagnostic, QFileInfo(path).fileName());
            break;
        }
    }
    return opened;
}

bool Wording::isKept() const
{
    constexpr qsizetype largestJson = 4 * 1024 * 1024;
    return !text.isEmpty() && (format == FileFormat::Yaml || text.size() <= largestJson);
}

QStringList pathsOf(const QString &path, const InclusionsPointer &inclusions)
{
    QStringList paths{path};
    if (!inclusions)
        return paths;
    for (auto file = inclusions->files.begin(); file != inclusions->files.end(); ++file)
        paths.append(QDir(inclusions->folder).filePath(file.key()));
    return paths;
}

Json ownDocument(const Api &api, const InclusionsPointer &inclusions)
{
    const Json document = writeOpenApi(api);
    return inclusions ? withFileReferences(document, api, *inclusions) : document;
}

QByteArray designText(const Api &api, FileFormat format, const Wording &wording)
{
    const Json document = ownDocument(api, wording.inclusions);
    if (wording.isKept() && wording.format == format) {
        if (const std::optional<QByteArray> text = patchedText(wording.text, document))
            return *text;
    }
    return format == FileFormat::Json ? writeJson(document, 2) : writeYaml(document);
}

QString saveText(const QByteArray &text, const QString &path)
{
    if (path.isEmpty())
        return FileText::tr("The design has no file name yet.");
    const QString shown = QDir::toNativeSeparators(path);
    const QString failure = writeWholeFile(path, text);
    return failure.isEmpty() ? QString()
                             : FileText::tr("%1 cannot be saved: %2.").arg(shown, failure);
}

void keepBackup(const QString &path)
{
    namespace fs = std::filesystem;
    QFile file(QFileInfo(path).canonicalFilePath());
    if (!file.exists())
        return;
    const QString backup = path + QLatin1String(".bak");
    const fs::path spare = QFile::encodeName(backup + u'~').toStdString();
    std::error_code failure;
    fs::create_hard_link(QFile::encodeName(file.fileName()).toStdString(), spare, failure);
    if (!failure) { // the older one is there until this one is
        fs::rename(spare, QFile::encodeName(backup).toStdString(), failure);
        fs::remove(spare, failure); // it stays where both are the same file already
    } else if (file.open(QIODevice::ReadOnly) && saveText(file.readAll(), backup).isEmpty()) {
        QFile::setPermissions(backup, file.permissions());
    }
}

QString saveDesign(const Api &api, const QString &path)
{
    return saveText(designText(api, formatOfFile(path)), path);
}

} // namespace Design
