#pragma once

#include "designer/text/patch/patch_source.h"

#include <optional>

namespace Design
{

/// Makes the text of changed values out of the text of the old ones.
class TextPatcher
{
public:
    TextPatcher(const PatchSource &source, bool isJson);

    /// The text for a value instead of the one of the entry, up to PatchSource::end(). None where
    /// it has to be written anew together with its key or dash.
    std::optional<QByteArray> changed(qsizetype entry, const Json &before, const Json &after) const;

private:
    using Part = PatchSource::Part;

    std::optional<QByteArray> scalar(qsizetype entry, const Json &after) const;

    QByteArray block(const QList<Part> &parts, const QList<qsizetype> &from,
                     const QList<QByteArray> &bodies) const;
    QByteArray blockMember(const Part &part, const JsonObject::Member &before,
                           const JsonObject::Member &after) const;
    QByteArray blockItem(const Part &part, const Json &before, const Json &after) const;
    QByteArray newBlockMember(const JsonObject::Member &member, int column) const;
    QByteArray newBlockItem(const Json &item, int column) const;
    /// What stands behind the colon of a key at that column.
    QByteArray blockValue(const Json &value, int column) const;

    QByteArray flow(qsizetype entry, const QList<Part> &parts, const QList<qsizetype> &from,
                    const QList<QByteArray> &bodies) const;
    QByteArray flowBody(const Part &part, const Json &before, const Json &after) const;
    /// A value inside of `{}` or `[]` whose line begins at the column; -1: on one line.
    QByteArray flowValue(const Json &value, int column) const;
    QByteArray flowText(const QString &text) const;
    int flowColumn(const QList<Part> &parts) const;

    QByteArray indented(QByteArray text, int column) const;

    const PatchSource &m_source;
    bool m_isJson;
};

} // namespace Design
