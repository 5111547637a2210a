#include "bench_cases.h"
#include "designer/model/schema_json.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Design;

namespace
{

constexpr int rounds = 11;
constexpr double secondsPerRound = 0.06;

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// CPU nanoseconds of one validation, a round each. Empty when an instance is not valid.
std::vector<double> measure(const BenchCase &bench)
{
    SchemaCompiler compiler;
    const CompiledSchema schema = compiler.compile(readSchema(bench.schema, nodeIdsFrom()));
    // As a request's body comes: read from text.
    const Json instances = readJson(writeJson(Json(bench.instances))).value;
    for (const Json &instance : instances.array()) {
        if (!isValid(schema, instance))
            return {};
    }
    const auto spent = [&](qint64 times) {
        const double before = cpuSeconds();
        qint64 valid = 0;
        for (qint64 i = 0; i < times; ++i) {
            for (const Json &instance : instances.array())
                valid += validate(schema, instance).isValid() ? 1 : 0;
        }
        return valid > 0 ? cpuSeconds() - before : 0;
    };
    qint64 times = 1;
    while (spent(times) < secondsPerRound)
        times *= 2;
    std::vector<double> nanoseconds;
    for (int i = 0; i < rounds; ++i) {
        const auto validations = static_cast<double>(times * instances.array().size());
        nanoseconds.push_back(spent(times) * 1e9 / validations);
    }
    return nanoseconds;
}

bool runTool(const QString &program, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(MENURA_BENCH_FOLDER));
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    constexpr int patience = 600'000; // ms
    const bool ok = process.waitForFinished(patience) && process.exitCode() == 0;
    *output = process.readAllStandardOutput();
    return ok;
}

/// The times of Ajv, or nothing, said on stderr, where npm or node is not there.
Json measureAjv(const QList<BenchCase> &cases)
{
    JsonArray all;
    for (const BenchCase &bench : cases) {
        all.append(JsonObject{{QStringLiteral("name"), bench.name},
                              {QStringLiteral("schema"), bench.schema},
                              {QStringLiteral("instances"), bench.instances}});
    }
    const QDir folder(QStringLiteral(MENURA_BENCH_FOLDER));
    QFile file(folder.filePath(QStringLiteral("cases.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(writeJson(Json(all))) < 0)
        return {};
    file.close();
    QByteArray output;
    const bool isHere =
        folder.exists(QStringLiteral("node_modules/ajv")) ||
        runTool(QStringLiteral("npm"),
                {QStringLiteral("install"), QStringLiteral("--prefix"), QStringLiteral("."),
                 QStringLiteral("--no-audit"), QStringLiteral("--no-fund"),
                 QStringLiteral("--ignore-scripts"), QStringLiteral("ajv@8")},
                &output);
    if (!isHere) {
        std::fprintf(stderr, "npm cannot be reached: Menura is measured alone\n");
        return {};
    }
    if (!runTool(QStringLiteral("node"),
                 {QStringLiteral(MENURA_BENCH_SOURCE "/ajv_runner.mjs"), file.fileName(),
                  QString::number(rounds)},
                 &output)) {
        std::fprintf(stderr, "node does not run: Menura is measured alone\n");
        return {};
    }
    return readJson(output).value;
}

} // namespace

/// Prints the CPU time of one validation beside Ajv's compiled code, medians of the same run.
/// With arguments, only of the cases whose names have one of them in it.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QList<BenchCase> cases = benchCases();
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    cases.removeIf([&wanted](const BenchCase &bench) {
        const auto isNamed = [&](const QString &part) { return bench.name.contains(part); };
        return !wanted.isEmpty() && std::none_of(wanted.begin(), wanted.end(), isNamed);
    });
    const Json ajv = measureAjv(cases);
    std::vector<double> ratios;
    std::printf("%-34s %10s %10s %10s %7s\n", "", "bytes", "Menura ns", "Ajv ns", "ratio");
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const BenchCase &bench = cases[i];
        const double ours = median(measure(bench));
        std::vector<double> theirTimes;
        for (const Json &each : ajv.array().value(i).array())
            theirTimes.push_back(each.toDouble());
        const double theirs = median(theirTimes);
        const qsizetype bytes = writeJson(Json(bench.instances)).size();
        std::printf("%-34s %10lld %10.0f %10.0f %7.2f\n", qPrintable(bench.name),
                    static_cast<long long>(bytes / std::max<qsizetype>(bench.instances.size(), 1)),
                    ours, theirs, theirs > 0 ? ours / theirs : 0);
        if (theirs > 0)
            ratios.push_back(ours / theirs);
    }
    if (!ratios.empty())
        std::printf("%-34s %39.2f\n", "median ratio (below 1: faster)", median(ratios));
    return 0;
}
