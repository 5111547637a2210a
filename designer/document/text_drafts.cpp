#include "designer/document/text_drafts.h"

namespace Design
{

void TextDrafts::setAll(const Map &drafts)
{
    if (drafts == m_drafts)
        return;
    m_drafts = drafts;
    Q_EMIT changed();
}

void TextDrafts::keep(const Key &key, const TextDraft &draft)
{
    if (m_drafts.contains(key) && m_drafts.value(key) == draft)
        return;
    m_drafts.insert(key, draft);
    Q_EMIT changed();
}

void TextDrafts::remove(const Key &key)
{
    if (m_drafts.remove(key) > 0)
        Q_EMIT changed();
}

} // namespace Design
