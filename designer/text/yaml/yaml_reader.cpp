#include "designer/text/yaml/yaml_reader.h"

#include "designer/text/json_builder.h"
#include "designer/text/yaml/yaml_loader.h"
#include "designer/text/yaml/yaml_traps.h"

namespace Design
{

ReadText readYaml(const QByteArray &utf8, const ReadLimits &limits)
{
    ReadText result;
    result.sourceMap.setText(utf8);
    if (std::optional<Diagnostic> refusal = refuseText(utf8, result.sourceMap)) {
        result.diagnostics.append(*refusal);
        return result;
    }
    if (const std::optional<YamlTrap> trap = findYamlTrap(utf8)) {
        result.diagnostics.append(
            {Severity::Error, QStringLiteral("yaml-syntax"), trap->message, QString(),
             result.sourceMap.position(static_cast<quint32>(trap->offset)), NodeId::None});
        result.sourceMap = SourceMap();
        return result;
    }
    YamlLoader(utf8, limits, result).load();
    if (result.value.isUndefined())
        result.sourceMap = SourceMap();
    return result;
}

ReadText readJsonOrYaml(const QByteArray &utf8, const ReadLimits &limits)
{
    qsizetype at = utf8.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < utf8.size() && QByteArrayView(" \t\r\n").contains(utf8.at(at)))
        ++at;
    const bool isJson = at < utf8.size() && (utf8.at(at) == '{' || utf8.at(at) == '[');
    return isJson ? readJson(utf8, limits) : readYaml(utf8, limits);
}

} // namespace Design
