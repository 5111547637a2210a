#pragma once

#include "designer/document/design_document.h"

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

/// The only undo command there is: undo and redo exchange two whole values.
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
    void swapIn(const DesignState &from, const DesignState &to);

    DesignDocument &m_document;
    DesignState m_before;
    DesignState m_after;
    MergeKey m_key;
    int m_mergeGroup;
    NodeId m_place;
    QElapsedTimer m_age;
    bool m_isFirstRedo = true;
};

} // namespace Design
