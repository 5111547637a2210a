#include "designer/openapi/openapi_reader.h"
#include "designer/text/yaml/yaml_reader.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace Design
{

namespace
{

/// Of what stands in the file itself.
void setPositions(LoadedApi &loaded)
{
    for (Diagnostic &diagnostic : loaded.diagnostics) {
        const FilePlace place = loaded.place(diagnostic.pointer);
        if (!diagnostic.position.isValid() && place.file.isEmpty())
            diagnostic.position = place.position;
    }
}

} // namespace

FilePlace LoadedApi::place(const QString &pointer) const
{
    if (inclusions)
        return inclusions->locate(pointer);
    return {{}, sourceMap.isEmpty() ? TextPosition() : sourceMap.position(document, pointer)};
}

/// The path of one of the files of the design.
static QString pathOf(const QString &file, const QString &designPath)
{
    if (file.isEmpty())
        return designPath;
    return designPath.left(designPath.lastIndexOf(u'/') + 1) + file;
}

QString toLine(const Diagnostic &finding, const LoadedApi &design, const QString &path)
{
    if (finding.position.isValid() || finding.pointer.isEmpty())
        return toLine(finding, path);
    const FilePlace place = design.place(finding.pointer);
    Diagnostic placed = finding;
    placed.position = place.position;
    return toLine(placed, pathOf(place.file, path));
}

QString placeText(const LoadedApi &design, const QString &pointer, const QString &path)
{
    const FilePlace place = design.place(pointer);
    const QString file = pathOf(place.file, path);
    return place.position.isValid() ? QStringLiteral("%1:%2:%3")
                                          .arg(file)
                                          .arg(place.position.line)
                                          .arg(place.position.column)
                                    : file;
}

Diagnostics inOrderOfPlaces(Diagnostics findings, const LoadedApi &design)
{
    using Key = std::tuple<QString, int, int>;
    std::vector<std::pair<Key, Diagnostic>> placed;
    placed.reserve(static_cast<size_t>(findings.size()));
    for (Diagnostic &finding : findings) {
        FilePlace place = design.place(finding.pointer);
        if (finding.position.isValid())
            place.position = finding.position;
        placed.emplace_back(Key(place.file, place.position.line, place.position.column),
                            std::move(finding));
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::transform(placed.begin(), placed.end(), findings.begin(),
                   [](auto &finding) { return std::move(finding.second); });
    return findings;
}

LoadedApi readOpenApi(const QByteArray &text, const ReadLimits &limits, FileSource *files)
{
    const ReadText read = readJsonOrYaml(text, limits);
    // A text with duplicate keys has a value; after any other error the value is a guess.
    const bool isSyntaxFine =
        !read.value.isUndefined() &&
        std::all_of(read.diagnostics.begin(), read.diagnostics.end(), [](const Diagnostic &d) {
            return d.severity != Severity::Error || d.rule == QLatin1String("duplicate-key");
        });
    LoadedApi loaded;
    if (isSyntaxFine) {
        loaded = readOpenApi(read.value, read.sourceMap, files);
    } else {
        loaded.document = read.value;
        loaded.sourceMap = read.sourceMap;
    }
    setPositions(loaded);
    loaded.diagnostics = read.diagnostics + loaded.diagnostics;
    return loaded;
}

} // namespace Design
