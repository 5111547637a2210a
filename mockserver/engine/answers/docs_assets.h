#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace Mock
{

/// A file that the documentation pages load.
struct DocsAsset {
    QByteArray type; ///< media type
    QByteArray content;
};

/// The file of this name: of Swagger UI or ReDoc when they were bundled, or the few lines that
/// start them. Nothing for every other name.
std::optional<DocsAsset> findDocsAsset(QStringView name);
bool hasDocsAsset(QStringView name);

} // namespace Mock
