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

QList<UnfinishedText> TextDrafts::byPlace(const NodeIndex &index) const
{
    QList<UnfinishedText> texts;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it) {
        const Key &key = it.key();
        UnfinishedText unfinished{std::nullopt, key.format, it->text, it->instead};
        if (key.item != NodeId::None) {
            if (!index.contains(key.item))
                continue;
            unfinished.place = index.pointer(key.item);
        }
        texts.append(unfinished);
    }
    return texts;
}

TextDrafts::Map TextDrafts::fromPlaces(const QList<UnfinishedText> &texts, const NodeIndex &index)
{
    Map drafts;
    for (const UnfinishedText &unfinished : texts) {
        Key key{NodeId::None, unfinished.format};
        if (unfinished.place) {
            key.item = index.nodeAt(*unfinished.place);
            if (key.item == NodeId::None || index.pointer(key.item) != *unfinished.place)
                continue;
        }
        drafts.insert(key, {unfinished.text, unfinished.instead});
    }
    return drafts;
}

} // namespace Design
