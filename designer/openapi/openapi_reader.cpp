#include "designer/openapi/openapi_reader.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/design_text.h"
#include "designer/openapi/files/file_includer.h"
#include "designer/openapi/object_reader.h"
#include "designer/openapi/reference_check.h"
#include "designer/openapi/structure.h"
#include "designer/openapi/swagger2/swagger2.h"
#include "designer/openapi/version_conversion.h"

#include <QRegularExpression>

#include <algorithm>

namespace Design
{

namespace
{

Diagnostic finding(Severity severity, const QString &rule, const QString &message,
                   const QString &pointer = {})
{
    return {severity, rule, message, pointer, {}, NodeId::None};
}

/// Whether we can read a document of this kind; appends why not.
bool isReadable(const Json &document, Diagnostics &diagnostics)
{
    const QString rule = QStringLiteral("openapi-version");
    const Json openapi = document.value(u"openapi");
    const Json swagger = document.value(u"swagger");
    QString problem;
    if (!document.isObject()) {
        problem = DesignText::tr("This is no OpenAPI document: an object is expected, with "
                                 "“openapi”, “info” and “paths”.");
    } else if (!swagger.isUndefined() || document.find(u"swaggerVersion")) {
        problem = DesignText::tr("Swagger documents older than 2.0 cannot be opened.");
    } else if (openapi.isUndefined()) {
        problem = DesignText::tr("This is no OpenAPI document: the version (“openapi: 3.1.0”) is "
                                 "missing.");
    }
    if (!problem.isEmpty()) {
        diagnostics.append(finding(Severity::Error, rule, problem));
        return false;
    }

    const QString pointer = QStringLiteral("/openapi");
    const QString version =
        openapi.isNumber() ? QString::fromLatin1(openapi.numberText()) : openapi.string();
    static const QRegularExpression known(QStringLiteral("^3\\.[012](\\.|$)"));
    if (!known.match(version).hasMatch()) {
        diagnostics.append(
            finding(Severity::Error, rule,
                    DesignText::tr("OpenAPI version “%1” is unknown; 2.0 and 3.0 to 3.2 can be "
                                   "opened.")
                        .arg(version),
                    pointer));
        return false;
    }
    static const QRegularExpression exact(QStringLiteral("^3\\.[012]\\.\\d+(-.+)?$"));
    if (!openapi.isString() || !exact.match(version).hasMatch()) {
        diagnostics.append(finding(Severity::Error, rule,
                                   DesignText::tr("The version must be a string of three numbers, "
                                                  "such as \"3.1.0\"."),
                                   pointer));
    } else if (version.startsWith(QLatin1String("3.2"))) {
        diagnostics.append(
            finding(Severity::Warning, rule,
                    DesignText::tr("OpenAPI 3.2 is read as 3.1; of what is new in 3.2, "
                                   "methods, shared media types and the items of streams "
                                   "have an effect, all else is only kept."),
                    pointer));
    }
    return true;
}

/// A document of several files, after that is one.
LoadedApi readSeveral(FileIncluder &includer, const Json &document, const SourceMap &rootMap)
{
    const std::shared_ptr<Inclusions> inclusions = includer.inclusions();
    LoadedApi loaded = readOpenApi(document, inclusions ? SourceMap() : rootMap);
    if (!inclusions) {
        // All references lead to where nothing may be opened.
    } else if (loaded.isConverted) { // it has other places now, and becomes one file
        const auto named = std::make_shared<Inclusions>();
        named->folder = inclusions->folder;
        named->files = inclusions->files;
        loaded.inclusions = named;
    } else {
        inclusions->bind(loaded.api);
        loaded.inclusions = inclusions;
    }
    // The includer knows why a reference was not followed.
    const Diagnostics &found = includer.diagnostics();
    loaded.diagnostics.removeIf([&found](const Diagnostic &diagnostic) {
        return std::any_of(found.begin(), found.end(), [&diagnostic](const Diagnostic &other) {
            return other.rule == diagnostic.rule && other.pointer == diagnostic.pointer;
        });
    });
    loaded.diagnostics = found + loaded.diagnostics;
    return loaded;
}

} // namespace

LoadedApi readOpenApi(const Json &document, const SourceMap &sourceMap, FileSource *files)
{
    if (files) {
        FileIncluder includer(document, sourceMap, *files);
        const Json whole = includer.run();
        if (includer.inclusions() || !includer.diagnostics().isEmpty())
            return readSeveral(includer, whole, sourceMap);
    }
    LoadedApi loaded;
    if (Swagger2::isSwagger2(document)) {
        const Swagger2::Converted converted = Swagger2::convert(document);
        SourceMap map;
        if (!sourceMap.isEmpty())
            map = converted.origins.sourceMap(converted.document, document, sourceMap);
        loaded = readOpenApi(converted.document, map);
        loaded.api = apiTo31(loaded.api);
        loaded.isConverted = true;
        return loaded;
    }
    loaded.document = document;
    loaded.sourceMap = sourceMap;
    if (!isReadable(document, loaded.diagnostics))
        return loaded;
    ObjectReader(loaded.api, document.object()).readApi();
    loaded.diagnostics += checkStructure(loaded.api);
    loaded.diagnostics += checkReferences(loaded.api);
    loaded.diagnostics += checkBehaviour(loaded.api);
    loaded.ok = true;
    return loaded;
}

} // namespace Design
