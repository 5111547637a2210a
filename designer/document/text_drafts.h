#pragma once

#include "designer/model/locate.h"
#include "designer/storage/recovery_store.h"

#include <QMap>
#include <QObject>

namespace Design
{

/// A text that somebody has typed and that says no design yet.
struct TextDraft {
    QByteArray text;
    Json instead; ///< what the design said there when it was typed

    bool operator==(const TextDraft &) const = default;
};

/// The texts that are not finished, of a design that is open: they are no part of it and cannot be
/// saved, but nobody has taken them back either.
class TextDrafts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Key {
        NodeId item = NodeId::None; ///< None: the whole document
        FileFormat format = FileFormat::Yaml;

        auto operator<=>(const Key &) const = default;
    };
    using Map = QMap<Key, TextDraft>;

    const Map &all() const { return m_drafts; }
    void setAll(const Map &drafts);
    void keep(const Key &key, const TextDraft &draft);
    void remove(const Key &key);

    /// The same by their places, to be kept beyond the identities of the design; and back. A draft
    /// of something that the design does not have any more has no place.
    QList<UnfinishedText> byPlace(const NodeIndex &index) const;
    static Map fromPlaces(const QList<UnfinishedText> &texts, const NodeIndex &index);

Q_SIGNALS:
    void changed();

private:
    Map m_drafts;
};

} // namespace Design
