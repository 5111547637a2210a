#pragma once

#include "designer/model/api.h"
#include "mockserver/engine/message.h"

#include <optional>

namespace Mock
{

/// /openapi.json, /docs and /redoc, with the files that the pages load. Everything comes from the
/// program itself; nothing asks the internet.
class DocsPages
{
public:
    DocsPages() = default;
    explicit DocsPages(const Design::Api &api);

    /// The answer for one of our own paths, which have come before the design's routes since
    /// FastAPI registers them first; nothing for other paths.
    std::optional<Response> answer(const QByteArray &method, const QString &path) const;

    static bool isOurs(const QString &path);

private:
    QByteArray m_openApi;
    QString m_title;
};

} // namespace Mock
