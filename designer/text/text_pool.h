#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace Design
{

/// Shares the short texts that come again and again in a document (keys, type names), so that they
/// are allocated once. Remembers the latest text of each slot only: no growth, nothing to flood.
class TextPool
{
public:
    /// documentSize in bytes: a short document is not worth the table.
    explicit TextPool(qsizetype documentSize);

    QString text(QByteArrayView utf8); ///< of valid UTF-8
    QString asciiText(QByteArrayView ascii);

private:
    std::vector<QString> m_slots;
};

} // namespace Design
