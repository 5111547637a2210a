#include "designer/lint/lint.h"
#include "designer/model/change_set.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace Design;

/// Prints how long each step takes that a document goes through, in milliseconds.
class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }

    void lap(const char *step)
    {
        std::printf("  %-28s %8.2f ms\n", step, static_cast<double>(m_timer.nsecsElapsed()) / 1e6);
        m_timer.restart();
    }

private:
    QElapsedTimer m_timer;
};

static long residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLong();
    }
    return 0;
}

static bool measure(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s cannot be opened\n", qPrintable(path));
        return false;
    }
    const QByteArray text = file.readAll();
    const long before = residentKilobytes();
    std::printf("%s: %.1f MB\n", qPrintable(path), static_cast<double>(text.size()) / 1e6);
    Api api;
    {
        Stopwatch watch;
        const ReadText read = readJsonOrYaml(text);
        watch.lap("parse");
        const LoadedApi loaded = readOpenApi(read.value);
        watch.lap("make the design, check it");
        api = loaded.api;
        const Json written = writeOpenApi(api);
        watch.lap("write the design");
        std::printf("  %s\n", written == read.value ? "no difference" : "DIFFERENT");
        watch = {};
        writeJson(written, 2);
        watch.lap("text as JSON");
        writeYaml(written);
        watch.lap("text as YAML");
    }
    std::printf("  memory of the design %9ld kB\n", residentKilobytes() - before);
    Stopwatch watch;
    const NodeIndex index(api);
    watch.lap("index of the nodes");
    NodeId last = NodeId::None;
    forEachSchema(api, [&last](const Schema &schema) { last = schema.id(); });
    watch.lap("visit all schemas");
    findSchema(api, last);
    watch.lap("find the last schema");
    findNode<Schema>(api, index, last);
    watch.lap("the same with the index");
    Api edited = api;
    watch.lap("copy");
    editSchema(edited, last, [](Schema &schema) { schema.set(Keyword::MinLength, 1); });
    watch.lap("edit the last schema");
    const ChangeSet changes = diff(api, edited);
    watch.lap("compare");
    if (!api.components.schemas.isEmpty()) {
        renameSchema(edited, api.components.schemas.first().value.id(), QStringLiteral("Renamed"));
        watch.lap("rename the first schema");
    }
    exportOpenApi(api, ExportVersion::OpenApi31);
    watch.lap("export as 3.1");
    exportOpenApi(api, ExportVersion::OpenApi30);
    watch.lap("export as 3.0");
    const Diagnostics found = lint(api);
    watch.lap("lint");
    std::printf("  %u nodes, %lld changed, %lld findings\n", api.lastId.value,
                static_cast<long long>(changes.changed.size()),
                static_cast<long long>(found.size()));
    return true;
}

int main(int argc, char **argv)
{
    bool fine = argc > 1;
    for (int i = 1; i < argc; ++i)
        fine = measure(QString::fromLocal8Bit(argv[i])) && fine;
    return fine ? 0 : 2;
}
