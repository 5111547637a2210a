#pragma once

#include "designer/model/api.h"
#include "mockserver/engine/message.h"

#include <memory>
#include <optional>

namespace Mock
{

/// /openapi.json, /docs and /redoc, with the files that these pages load, and /docs/plain, the
/// documentation without any script. Everything comes from the program itself; nothing asks the
/// internet. The texts are made when they are first asked for.
class DocsPages
{
public:
    DocsPages() = default;
    explicit DocsPages(const Design::Api &api);

    /// The answer for one of our own addresses, nothing for others. FastAPI registers these pages
    /// before the application's routes, so they come first here, too.
    std::optional<Response> answer(const QByteArray &method, const QString &path) const;

    static bool isOurs(const QString &path);
    /// Whether it is the address of a page, with the methods that it answers left aside.
    bool isPage(const QString &path) const;

private:
    struct Texts;
    Response page(const QString &path) const;

    std::shared_ptr<Texts> m_texts;
};

} // namespace Mock
