#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Design
{

/// Something that is no YAML but that libfyaml must not see, with its byte offset.
struct YamlTrap {
    QString message;
    qsizetype offset = 0;
};

/// The first of them: control characters (YAML 1.2.2 section 5.1), of which libfyaml takes a NUL
/// for the end of the text; and a tab between `:` and another indicator in a text with explicit
/// keys
/// (`? `), an error at which libfyaml 0.7.12 frees memory twice.
std::optional<YamlTrap> findYamlTrap(QByteArrayView text);

/// Whether a tab follows a colon directly or after blanks, which can look like the second trap.
bool hasTabAfterColon(QStringView text);

} // namespace Design
