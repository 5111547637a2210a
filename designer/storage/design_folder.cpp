#include "designer/storage/design_folder.h"

#include "designer/text/yaml/yaml_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

namespace Design
{

namespace
{

constexpr qsizetype mostFiles = 10'000;
constexpr qint64 largestFile = 64LL * 1024 * 1024;
constexpr qint64 largestSum = 256LL * 1024 * 1024;
constexpr qint64 largestReadAtOnce = 256 * 1024;

struct FolderText {
    Q_DECLARE_TR_FUNCTIONS(Design::FolderText)
};

bool isStructured(const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    return suffix.isEmpty() || suffix == QLatin1String("yaml") || suffix == QLatin1String("yml") ||
           suffix == QLatin1String("json");
}

/// What is wrong with the text of a file; empty: nothing.
QString syntaxProblem(const ReadText &text)
{
    for (const Diagnostic &diagnostic : text.diagnostics) {
        if (diagnostic.severity == Severity::Error)
            return FolderText::tr("line %1, column %2: %3")
                .arg(diagnostic.position.line)
                .arg(diagnostic.position.column)
                .arg(diagnostic.message);
    }
    return text.value.isUndefined() ? FolderText::tr("it is empty.") : QString();
}

} // namespace

QString pathInside(const QDir &canonicalFolder, const QString &path)
{
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath();
    const QString folder = canonicalFolder.path();
    const bool isInside = canonical.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
    return isInside && file.isFile() ? canonical : QString();
}

bool isReadAtOnce(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return true; // which is said at once
    if (file.size() > largestReadAtOnce)
        return false;
    // One other file may lead to thousands.
    static const QRegularExpression elsewhere(QStringLiteral(R"(\$ref["']?\s*:\s*["']?[^#"'\s])"));
    return !elsewhere.match(QString::fromUtf8(file.readAll())).hasMatch();
}

DesignFolder::DesignFolder(const QString &designPath, const QMap<QString, SourceFilePointer> &known)
    : m_folder(QFileInfo(designPath).absoluteDir().canonicalPath())
    , m_rootName(QFileInfo(designPath).fileName())
    , m_files(known)
{
    m_files.removeIf([](const auto &file) { return !file.value()->ok(); });
}

SourceFilePointer DesignFolder::file(const QString &name)
{
    SourceFilePointer &known = m_files[name];
    if (!known)
        known = std::make_shared<const SourceFile>(read(name));
    return known;
}

SourceFile DesignFolder::read(const QString &name)
{
    const QString path = m_folder.filePath(name);
    if (m_files.size() > mostFiles)
        return {{}, {}, FolderText::tr("the design has more than 10,000 files.")};
    if (!QFileInfo::exists(path))
        return {{}, {}, FolderText::tr("there is no such file.")};
    const QString inside = pathInside(m_folder, path);
    if (inside.isEmpty())
        return {{}, {}, FolderText::tr("it is no file inside the folder of the design.")};
    QFile file(inside);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, {}, file.errorString() + u'.'};
    const QByteArray bytes = file.read(largestFile + 1);
    m_bytes += bytes.size();
    if (bytes.size() > largestFile)
        return {{}, {}, FolderText::tr("it is larger than 64 MiB.")};
    if (m_bytes > largestSum)
        return {
            {}, {}, FolderText::tr("the files of the design are larger than 256 MiB together.")};
    if (!isStructured(name)) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString plain = decoder.decode(bytes);
        return {plain, {}, decoder.hasError() ? FolderText::tr("it is no text.") : QString()};
    }
    // By its name, not by how it begins: `[{$ref: a.yaml}]` is YAML.
    const bool isJson = name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const ReadText text = isJson ? readJson(bytes) : readYaml(bytes);
    return {text.value, text.sourceMap, syntaxProblem(text)};
}

FilesNow filesNow(const Inclusions &inclusions, FileSource &files)
{
    FilesNow now;
    for (auto file = inclusions.files.begin(); file != inclusions.files.end(); ++file) {
        const SourceFilePointer before = file.value();
        const SourceFilePointer after = files.file(file.key());
        if (before->ok() && !after->ok())
            now.broken = file.key();
        now.isChanged = now.isChanged || before->value != after->value;
    }
    return now;
}

} // namespace Design
