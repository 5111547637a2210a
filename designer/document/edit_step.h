#pragma once

#include "designer/document/design_document.h"

#include <QElapsedTimer>
#include <QUndoCommand>

namespace Design
{

/// The only undo command there is: undo and redo exchange two whole values.
class EditStep : public QUndoCommand
{
public:
    EditStep(DesignDocument &document, const QString &text, const Api &before, const Api &after,
             const MergeKey &key, int mergeGroup, NodeId place);

    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    void swapIn(const Api &from, const Api &to);

    DesignDocument &m_document;
    Api m_before;
    Api m_after;
    MergeKey m_key;
    int m_mergeGroup;
    NodeId m_place;
    QElapsedTimer m_age;
    bool m_isFirstRedo = true;
};

} // namespace Design
