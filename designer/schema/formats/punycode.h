#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Design
{

// RFC 3492, without the prefix `xn--`.

QString toPunycode(const QList<char32_t> &text);
std::optional<QList<char32_t>> fromPunycode(QStringView text);

} // namespace Design
