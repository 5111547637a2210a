#include "designer/itemmodels/schema_table_model.h"
#include "designer/model/edits/merge_schema.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/openapi/fragment.h"
#include "designer/schema/inference.h"

#include <QMimeData>

namespace Design
{

// Copying, pasting and dragging rows: a part of SchemaTableModel.

using Kind = SchemaRow::Kind;

static QString rowMimeType()
{
    return QStringLiteral("application/x-menura-row");
}

QString SchemaTableModel::copyText(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const SchemaRow &row = content(index);
    const bool isField = row.kind == Kind::Property || row.kind == Kind::Inherited;
    if (isField && columnOf(Column::Type) >= 0)
        return fieldText(api(), row.node);
    return row.kind == Kind::Model ? fragmentText(api(), row.node)
                                   : data(index, Qt::EditRole).toString();
}

/// The object that fields are pasted into, and the place in it.
std::pair<NodeId, qsizetype> SchemaTableModel::placeForFields(const QModelIndex &near) const
{
    for (QModelIndex at = near.siblingAtColumn(0); at.isValid(); at = at.parent()) {
        const SchemaRow &row = content(at);
        const Schema *schema = document().find<Schema>(row.node);
        if (row.takesFields && schema)
            return {propertyHost(coreSchema(*schema)).id(), -1};
        const Schema *owner = document().find<Schema>(row.owner);
        if (row.kind != Kind::Property || !owner)
            continue;
        const NamedList<Schema> &properties = owner->members(Keyword::Properties);
        for (qsizetype i = 0; i < properties.size(); ++i) {
            if (properties.at(i).value.id() == row.node)
                return {row.owner, i + 1};
        }
    }
    return {NodeId::None, -1};
}

SchemaTableModel::Pasted SchemaTableModel::paste(const QModelIndex &near, const QString &text)
{
    const Fragment fragment = readFragment(text);
    const auto [object, index] = placeForFields(near);
    Pasted pasted;
    if (object == NodeId::None)
        return pasted;
    if (fragment.kind == Fragment::Kind::Models) {
        m_document.edit(
            tr("Paste fields"),
            [&, owner = object, at = index](Api &api) {
                qsizetype place = at;
                for (const Named<Schema> &field : fieldsOf(api, fragment)) {
                    const QString name = uniquePropertyName(*findSchema(api, owner), field.name);
                    const NodeId added = addProperty(api, owner, name, field.value, place);
                    if (pasted.count++ == 0)
                        pasted.first = added;
                    if (place >= 0)
                        ++place;
                }
                resolveReferences(api);
            },
            {}, object);
    } else if (fragment.kind == Fragment::Kind::Sample) {
        // A list of samples suggests what is common to them.
        const Json &value = fragment.value;
        const QList<Json> samples = value.isArray() ? value.array() : QList<Json>{value};
        m_document.edit(
            tr("Add the fields of a sample"),
            [&, owner = object](Api &api) {
                const Schema inferred = inferSchema(samples, [&api] { return api.newId(); });
                editSchema(api, owner, [&](Schema &schema) {
                    pasted.count = mergeSchema(schema, inferred, api);
                });
            },
            {}, object);
        pasted.isSample = true;
    }
    return pasted;
}

QStringList SchemaTableModel::mimeTypes() const
{
    return {rowMimeType()};
}

QMimeData *SchemaTableModel::mimeData(const QModelIndexList &indexes) const
{
    auto *mime = new QMimeData;
    if (!indexes.isEmpty()) {
        m_dragged = indexes.first().siblingAtColumn(0);
        mime->setData(rowMimeType(), key(m_dragged).toUtf8());
    }
    return mime;
}

/// Where a dragged row would come to stand: its new place in its own list, or the object that
/// takes it.
bool SchemaTableModel::canDropMimeData(const QMimeData *mime, Qt::DropAction, int, int,
                                       const QModelIndex &parent) const
{
    if (!m_dragged.isValid() || mime->data(rowMimeType()) != key(m_dragged).toUtf8())
        return false;
    const QModelIndex above = parent.siblingAtColumn(0);
    if (above == m_dragged.parent())
        return true;
    for (QModelIndex at = above; at.isValid(); at = at.parent()) {
        if (at == m_dragged) // not into itself
            return false;
    }
    return content(m_dragged).kind == Kind::Property && above.isValid() &&
           content(above).takesFields;
}

bool SchemaTableModel::dropMimeData(const QMimeData *mime, Qt::DropAction, int row, int,
                                    const QModelIndex &parent)
{
    if (!canDropMimeData(mime, Qt::MoveAction, row, 0, parent))
        return false;
    const QModelIndex above = parent.siblingAtColumn(0);
    const QModelIndex dragged = m_dragged;
    if (above == dragged.parent() && row >= 0) {
        const int to = row > dragged.row() ? row - 1 : row;
        if (to != dragged.row())
            moveField(dragged, to - dragged.row());
        return false; // the rows follow the design; the view has nothing to take away
    }
    moveInto(dragged, above, row);
    return false;
}

} // namespace Design
