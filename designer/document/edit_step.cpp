#include "designer/document/edit_step.h"

#include "designer/openapi/openapi_writer.h"

namespace Design
{

static constexpr qint64 mergeMilliseconds = 1000;

static bool differsInMapOnly(const Api &from, const Api &to)
{
    const QString key = QStringLiteral("map");
    JsonObject before = from.menura.object();
    JsonObject after = to.menura.object();
    if (before.value(key) == after.value(key))
        return false;
    before.remove(key);
    after.remove(key);
    Api rest = to;
    rest.menura = from.menura;
    return before == after && rest == from;
}

/// The way to the only member that differs, as deep as it goes; empty where several do.
static QStringList onlyDifference(const Json &from, const Json &to)
{
    QStringList differing;
    QStringList keys;
    for (const Json &side : {from, to}) {
        for (const JsonObject::Member &member : side.object())
            keys.append(member.key);
        for (qsizetype i = 0; i < side.array().size(); ++i)
            keys.append(QString::number(i));
    }
    keys.removeDuplicates();
    const auto at = [](const Json &value, const QString &key) {
        return value.isArray() ? value.array().value(key.toLongLong()) : value.value(key);
    };
    for (const QString &key : std::as_const(keys)) {
        if (at(from, key) != at(to, key))
            differing.append(key);
    }
    if (differing.size() != 1)
        return {};
    return differing + onlyDifference(at(from, differing.first()), at(to, differing.first()));
}

EditStep::EditStep(DesignDocument &document, const QString &text, const DesignState &before,
                   const DesignState &after, const MergeKey &key, int mergeGroup, NodeId place)
    : QUndoCommand(text)
    , m_document(document)
    , m_before(before.api)
    , m_after(after.api)
    , m_found(document.m_stepWording, before.wording)
    , m_words(before.wording, after.wording)
    , m_firstWords(after.wording)
    , m_key(key)
    , m_mergeGroup(mergeGroup)
    , m_place(place)
{
    m_age.start();
}

void EditStep::undo()
{
    const Wording found = m_words.undone(m_document.m_stepWording);
    m_document.m_stepWording = m_found.undone(found);
    swapIn(m_after, m_before, found);
}

void EditStep::redo()
{
    if (m_firstWords) { // QUndoStack::push() calls redo(): the user is looking at the place already
        m_document.m_stepWording = *std::exchange(m_firstWords, std::nullopt);
        m_document.setState(m_after, m_document.m_stepWording);
        return;
    }
    m_document.m_stepWording = m_words.done(m_found.done(m_document.m_stepWording));
    swapIn(m_before, m_after, m_document.m_stepWording);
}

bool EditStep::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditStep *>(other);
    if (m_key.isNull() || m_key != next->m_key || m_mergeGroup != next->m_mergeGroup ||
        m_age.elapsed() > mergeMilliseconds || !next->m_found.isEmpty())
        return false;
    m_after = next->m_after;
    const Wording &left = m_document.m_stepWording;
    const Wording found = m_words.undone(next->m_words.undone(left));
    m_words = WordingChange(found, left);
    m_age.restart();
    setObsolete(m_after == m_before && m_words.isEmpty());
    if (isObsolete())
        m_document.m_stepWording = m_found.undone(found); // the step below is the last again
    return true;
}

void EditStep::swapIn(const Api &from, const Api &to, const Wording &wording)
{
    NodeId place = m_place;
    BehaviourItem item;
    if (from == to) { // other words only
        place = m_key.node;
    } else if (place == NodeId::None) {
        const BehaviourChange around = compareBehaviour(from, to);
        place = diff(from, to).firstPlace();
        // A new name is about the thing, though all that names it has changed too.
        if (around.isNamesChanged || place == to.id || place == NodeId::None)
            item = around.place;
    }
    const bool isMapOnly = differsInMapOnly(from, to);
    const bool isRoute = item.isNone() && findOperation(from, place) && findOperation(to, place);
    QStringList member;
    if (isRoute)
        member = onlyDifference(writeNode(from, place), writeNode(to, place));
    else if (!item.isNone())
        member = QStringList{QStringLiteral("x-menura")} + onlyDifference(from.menura, to.menura);
    m_document.setState(to, wording);
    if (isMapOnly)
        Q_EMIT m_document.mapRevealRequested();
    else if (!item.isNone())
        Q_EMIT m_document.itemRevealRequested(item);
    else if (place != NodeId::None)
        Q_EMIT m_document.revealRequested(place);
    if (!isMapOnly && !member.isEmpty())
        Q_EMIT m_document.memberRevealRequested(isRoute ? place : NodeId::None, member);
}

} // namespace Design
