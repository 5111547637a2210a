#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "mockserver/engine/message.h"

#include <QRegularExpression>

#include <optional>

namespace Mock
{

/// Cross-Origin Resource Sharing, header for header as Starlette's CORSMiddleware answers it.
class Cors
{
public:
    Cors() = default; ///< off
    explicit Cors(const Design::CorsDesign &design);

    bool isOn() const { return m_design.isOn; }
    /// The answer to a preflight request; nothing for other requests.
    std::optional<Response> preflight(const Request &request) const;
    /// Adds what a browser asks for to any other answer.
    void decorate(const Request &request, Response *response) const;

private:
    bool isAllowed(const QString &origin) const;

    Design::CorsDesign m_design;
    bool m_allowsAll = false;
    bool m_allowsAllHeaders = false;
    QRegularExpression m_pattern;
};

} // namespace Mock
