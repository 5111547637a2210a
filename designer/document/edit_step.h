#pragma once

#include "designer/document/design_document.h"
#include "designer/document/text_splice.h"

#include <QElapsedTimer>
#include <QUndoCommand>

namespace Design
{

/// A design and the words that it is written in.
struct DesignState {
    Api api;
    Wording wording;

    bool operator==(const DesignState &) const = default;
};

/// What makes other words of the words of a design.
class WordingChange
{
public:
    WordingChange(const Wording &before, const Wording &after)
        : m_text(before.text, after.text)
        , m_before{{}, before.format, before.inclusions}
        , m_after{{}, after.format, after.inclusions}
    {
    }

    bool isEmpty() const { return m_text.isEmpty() && m_before == m_after; }
    Wording done(const Wording &before) const
    {
        return {m_text.done(before.text), m_after.format, m_after.inclusions};
    }
    Wording undone(const Wording &after) const
    {
        return {m_text.undone(after.text), m_before.format, m_before.inclusions};
    }

private:
    TextSplice m_text;
    Wording m_before; ///< without its text
    Wording m_after;
};

/// The only undo command there is: undo and redo exchange two whole values. These share what they
/// have in common; words could not, so of them only the change is kept, and the document has those
/// that the last step left.
class EditStep : public QUndoCommand
{
public:
    EditStep(DesignDocument &document, const QString &text, const DesignState &before,
             const DesignState &after, const MergeKey &key, int mergeGroup, NodeId place);

    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    void swapIn(const Api &from, const Api &to, const Wording &wording);

    DesignDocument &m_document;
    Api m_before;
    Api m_after;
    WordingChange m_found; ///< from what the step below left: saving gives other words as well
    WordingChange m_words;
    std::optional<Wording> m_firstWords; ///< until they are those of the document
    MergeKey m_key;
    int m_mergeGroup;
    NodeId m_place;
    QElapsedTimer m_age;
};

} // namespace Design
