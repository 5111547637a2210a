#pragma once

#include "designer/preview/source_text.h"

#include <memory>
#include <optional>

namespace Design
{

/// The words of a design, read once to show its items in them.
struct ReadWords {
    Wording wording;      ///< what was read, as it stands or with a design written into it
    quint64 revision = 0; ///< of that design; 0: as it stands
    QByteArray text;
    ReadText read;
};
using ReadWordsPointer = std::shared_ptr<const ReadWords>;

ReadWordsPointer readWords(const Wording &wording);
ReadWordsPointer readWords(const Wording &wording, const Api &api, quint64 revision);

/// The text of an item in the words of the design, comments included; plain is the same in
/// Menura's own style. None where the words do not have it on lines of its own.
std::optional<SourceText> itemInWords(const SourceText &plain, const ReadWords &words,
                                      const Api &api, NodeId item);

/// What is said about the whole design, in its words; takes a moment for a large one.
SourceText headInWords(const Api &api, FileFormat format, const Wording &wording);

/// The item as its text is shown: where it stands in the design's own file, references to other
/// files are spelled as there.
Json itemDocument(const Api &api, NodeId item, const InclusionsPointer &inclusions);

/// The words of the design after somebody has typed utf8, which says it: an item, or with None the
/// whole document. Words that cannot be kept leave those that were there.
/// Before: with what is known of the files as they are now.
Wording typedWording(const Wording &before, const Api &after, NodeId item, FileFormat format,
                     const QByteArray &utf8);

} // namespace Design
