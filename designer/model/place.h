#pragma once

#include "designer/text/pointer.h"

namespace Design
{

/// Where a reader stands in its document: a chain on the stack, which costs nothing until a report
/// spells it out. A place must not outlive its parent, nor the key it was made with.
class Place
{
public:
    explicit Place(QStringView root = {})
        : m_key(root)
    {
    }
    Place(const Place &parent, QStringView key)
        : m_parent(&parent)
        , m_key(key)
    {
    }
    Place(const Place &parent, qsizetype index)
        : m_parent(&parent)
        , m_index(index)
    {
    }

    /// JSON Pointer of the place in the document (RFC 6901).
    QString pointer() const
    {
        if (!m_parent)
            return m_key.toString();
        return m_index >= 0 ? childPointer(m_parent->pointer(), m_index)
                            : childPointer(m_parent->pointer(), m_key.toString());
    }

private:
    const Place *m_parent = nullptr;
    QStringView m_key;
    qsizetype m_index = -1;
};

} // namespace Design
