#include "designer/text/patch/text_patcher.h"
#include "designer/text/yaml/yaml_writer.h"

// Block style: a member or an item a line, told apart by indentation.

namespace Design
{

namespace
{

/// The comments of a lead that are about more than what comes right below: up to the last blank
/// line. Empty where there are none.
QByteArray commentsApart(const QByteArray &lead)
{
    const qsizetype blank = qMax(lead.lastIndexOf("\n\n"), lead.lastIndexOf("\n\r\n"));
    const QByteArray apart = blank < 0 ? QByteArray() : lead.first(blank);
    return apart.contains('#') ? apart : QByteArray();
}

QByteArrayView withoutSpaceBefore(QByteArrayView lead)
{
    while (!lead.isEmpty() && QByteArrayView(" \r\n").contains(lead.front()))
        lead = lead.sliced(1);
    return lead;
}

/// The whole comment lines of a lead, each after its line break.
QByteArray commentLines(const QByteArray &lead)
{
    const qsizetype last = lead.lastIndexOf('\n');
    const QByteArray lines = last < 0 ? QByteArray() : lead.first(last);
    return lines.contains('#') ? lines : QByteArray();
}

} // namespace

QByteArray TextPatcher::block(const QList<Part> &parts, const QList<qsizetype> &from,
                              const QList<QByteArray> &bodies) const
{
    const QByteArray margin =
        m_source.newLine() + QByteArray(m_source.column(parts.first().start), ' ');
    const auto leadOf = [&](qsizetype old) {
        return old > 0 ? m_source.slice(parts.at(old - 1).lineEnd, parts.at(old).start)
                       : QByteArray();
    };
    // It may begin behind a dash as well.
    const qsizetype start = parts.first().start;
    const bool hasOwnLine =
        m_source.slice(start - m_source.column(start), start).trimmed().isEmpty();
    QByteArray result;
    QByteArray kept;    // comments that wait for a line of their own
    qsizetype next = 0; // of the old parts: those before it have been looked at
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        for (; from.at(i) >= 0 && next < from.at(i); ++next) {
            if (!from.contains(next))
                kept += commentsApart(leadOf(next));
        }
        next = qMax(next, from.at(i) + 1);
        const QByteArray lead = leadOf(from.at(i));
        if (i > 0)
            result += std::exchange(kept, {}) + (lead.isEmpty() ? margin : lead);
        else if (hasOwnLine)
            result += withoutSpaceBefore(lead);
        else
            kept += commentLines(lead);
        result += bodies.at(i);
    }
    for (; next < parts.size(); ++next) {
        if (!from.contains(next))
            kept += commentsApart(leadOf(next));
    }
    return result + kept;
}

QByteArray TextPatcher::blockMember(const Part &part, const JsonObject::Member &before,
                                    const JsonObject::Member &after) const
{
    const qsizetype colon = m_source.colon(part.start);
    const QByteArray newKey = newBlockMember({after.key, Json()}, 0);
    const QByteArray key = before.key == after.key
                               ? m_source.slice(part.start, part.value)
                               : newKey.first(newKey.lastIndexOf(':')) +
                                     (colon < 0 ? ": " : m_source.slice(colon, part.value));
    const QByteArray comment = m_source.slice(part.end, part.lineEnd);
    const std::optional<QByteArray> value = changed(part.entry, before.value, after.value);
    if (value)
        return key + *value + comment;
    if (colon < 0)
        return newBlockMember(after, m_source.column(part.start));
    const QByteArray rest = blockValue(after.value, m_source.column(part.start));
    const bool isBelow = rest.startsWith('\r') || rest.startsWith('\n');
    const QByteArray name = before.key == after.key ? m_source.slice(part.start, colon + 1)
                                                    : newKey.first(newKey.lastIndexOf(':') + 1);
    return isBelow ? name + comment + rest : name + rest + comment;
}

QByteArray TextPatcher::blockItem(const Part &part, const Json &before, const Json &after) const
{
    const std::optional<QByteArray> value = changed(part.entry, before, after);
    const QByteArray comment = m_source.slice(part.end, part.lineEnd);
    return value ? m_source.slice(part.start, part.value) + *value + comment
                 : newBlockItem(after, m_source.column(part.start));
}

QByteArray TextPatcher::newBlockMember(const JsonObject::Member &member, int column) const
{
    return indented(writeYaml(JsonObject{member}).chopped(1), column);
}

QByteArray TextPatcher::newBlockItem(const Json &item, int column) const
{
    return indented(writeYaml(JsonArray{item}).chopped(1), column);
}

QByteArray TextPatcher::blockValue(const Json &value, int column) const
{
    const QByteArray member = newBlockMember({QStringLiteral("k"), value}, column);
    return member.mid(member.indexOf(':') + 1);
}

} // namespace Design
