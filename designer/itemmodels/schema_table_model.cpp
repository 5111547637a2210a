#include "designer/itemmodels/schema_table_model.h"

#include "designer/itemmodels/example_text.h"
#include "designer/model/locate.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace Design
{

using Kind = SchemaRow::Kind;
using Column = SchemaTableModel::Column;

/// What stands in a list that new rows are added to.
static bool isListed(Kind kind)
{
    return kind == Kind::Property || kind == Kind::Parameter || kind == Kind::Answer ||
           kind == Kind::Body || kind == Kind::Tag;
}

/// Nothing can be added here to what stands in another file.
static void dropNewRows(std::vector<SchemaBranch> &rows, const DesignDocument &document)
{
    std::erase_if(rows, [&document](const SchemaBranch &row) {
        return row.content.kind == Kind::New && !document.fileOf(row.content.owner).isEmpty();
    });
    for (SchemaBranch &row : rows)
        dropNewRows(row.children, document);
}

SchemaTableModel::SchemaTableModel(DesignDocument &document, const QList<Column> &columns,
                                   QObject *parent)
    : TreeModel(parent)
    , m_document(document)
    , m_columns(columns)
{
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &) { update(); });
    // What stood in another file may have come into this one.
    connect(&document, &DesignDocument::wordingChanged, this, &SchemaTableModel::update);
}

int SchemaTableModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_columns.size());
}

QVariant SchemaTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_columns.size())
        return {};
    switch (m_columns.at(section)) {
    case Column::Name:
        return tr("Field");
    case Column::Place:
        return tr("In");
    case Column::Type:
        return tr("Type");
    case Column::Required:
        return tr("Required");
    case Column::Rules:
        return tr("Rules");
    case Column::Notes:
        return tr("Notes");
    case Column::Example:
        return tr("Example");
    }
    return {};
}

QVariant SchemaTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SchemaRow &row = content(index);
    const Column col = column(index);
    const auto refused = m_refused.constFind(index);
    const bool isRefused = refused != m_refused.cend();
    const QPalette palette = QGuiApplication::palette();
    switch (role) {
    case Qt::DisplayRole:
        return isRefused ? refused->text : display(row, col);
    case Qt::EditRole:
        return isRefused ? refused->text : editText(row, col);
    case Qt::CheckStateRole:
        if (col == Column::Required && row.required)
            return *row.required ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ToolTipRole:
        if (isRefused)
            return refused->error.message;
        if (row.kind == Kind::Inherited)
            return tr("Inherited from %1. Press F2 to override it here.").arg(row.base);
        if (const int uses = col == Column::Name ? countNameUses(row) : 0)
            return followingText(uses);
        return col == Column::Notes ? row.notes : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(row.kind == Kind::Model && col == Column::Name);
        font.setStrikeOut(row.isDeprecated && col == Column::Name);
        return font.bold() || font.strikeOut() ? font : QVariant();
    }
    case Qt::ForegroundRole:
        if (row.kind == Kind::Inherited || row.kind == Kind::New ||
            (col == Column::Name && !isEditable(row, col)))
            return palette.color(QPalette::PlaceholderText);
        return {};
    case Qt::AccessibleTextRole:
        if (isRefused)
            return tr("%1, refused: %2").arg(refused->text, refused->error.message);
        if (col == Column::Required && row.required)
            return *row.required ? tr("required") : tr("optional");
        return display(row, col);
    case NodeIdRole:
        return QVariant::fromValue(row.node);
    case KindRole:
        return static_cast<int>(row.kind);
    case ChipsRole:
        return col == Column::Rules && !isRefused ? row.rules : QStringList();
    case UnsaidRole:
        return col == Column::Rules && !isRefused ? row.unsaid : QStringList();
    case ErrorRole:
        return isRefused ? refused->error.message : QVariant();
    case PlaceholderRole:
        if (row.kind != Kind::New)
            return {};
        // Fields inside an inline object are fields in every table.
        return document().find<Schema>(row.owner) ? SchemaTableModel::newRowHint() : newRowHint();
    case NamesModelRole:
        return col == Column::Type && row.namesModel;
    default:
        return {};
    }
}

QVariant SchemaTableModel::display(const SchemaRow &row, Column column) const
{
    switch (column) {
    case Column::Name:
        if (row.kind == Kind::New)
            return document().find<Schema>(row.owner) ? SchemaTableModel::newRowText()
                                                      : newRowText();
        return row.kind == Kind::Header ? tr("header %1").arg(row.name) : row.name;
    case Column::Place:
        return row.place;
    case Column::Type:
        return row.type;
    case Column::Required:
        return {};
    case Column::Rules: {
        QStringList texts = row.rules;
        for (const QString &keyword : row.unsaid)
            texts.append(QLatin1Char('+') + keyword);
        return texts.join(QStringLiteral(" · "));
    }
    case Column::Notes: {
        const QString notes = row.notes.simplified();
        if (row.base.isEmpty())
            return notes;
        const QString from = row.kind == Kind::Inherited ? tr("from %1").arg(row.base)
                                                         : tr("overrides %1").arg(row.base);
        return notes.isEmpty() ? from : from + QStringLiteral(" · ") + notes;
    }
    case Column::Example:
        return row.example.simplified();
    }
    return {};
}

QString SchemaTableModel::editText(const SchemaRow &row, Column column) const
{
    switch (column) {
    case Column::Name:
        return row.name;
    case Column::Place:
        return row.place;
    case Column::Type:
        return row.typeEdit;
    case Column::Required:
        return {};
    case Column::Rules:
        return row.rulesEdit;
    case Column::Notes:
        return row.notes;
    case Column::Example:
        return row.example;
    }
    return {};
}

bool SchemaTableModel::isEditable(const SchemaRow &row, Column column) const
{
    const NodeId place = row.node != NodeId::None ? row.node : row.holder;
    if (row.kind == Kind::Inherited || !document().fileOf(place).isEmpty())
        return false;
    if (row.kind == Kind::New)
        return column == Column::Name;
    switch (column) {
    case Column::Name:
        return isListed(row.kind) || row.kind == Kind::Model || row.kind == Kind::AnswerContent ||
               row.kind == Kind::Header || row.kind == Kind::Pattern;
    case Column::Place:
        return row.kind == Kind::Parameter;
    case Column::Required:
        return false;
    case Column::Rules:
    case Column::Example:
        return row.node != NodeId::None;
    default:
        return true;
    }
}

Qt::ItemFlags SchemaTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows of a flat table
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (canToggleRequired(index.siblingAtColumn(qMax(0, columnOf(Column::Required)))) &&
        column(index) == Column::Required)
        flags |= Qt::ItemIsUserCheckable;
    if (isEditable(content(index), column(index)))
        flags |= Qt::ItemIsEditable;
    const SchemaRow &row = content(index);
    if (row.kind == Kind::Property || row.kind == Kind::Parameter || row.kind == Kind::Member ||
        row.kind == Kind::Tag)
        flags |= Qt::ItemIsDragEnabled;
    if (row.takesFields || hasChildren(index.siblingAtColumn(0)))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

TypeExpression SchemaTableModel::typeOf(const QModelIndex &index) const
{
    const Schema *schema = index.isValid() ? document().find<Schema>(content(index).node) : nullptr;
    return schema ? describeType(*schema, api()) : TypeExpression();
}

std::optional<NotationError> SchemaTableModel::check(const QModelIndex &index,
                                                     const QString &text) const
{
    if (!index.isValid())
        return std::nullopt;
    SchemaRow row = content(index);
    if (!isEditable(row, column(index)) || text == editText(row, column(index)))
        return std::nullopt;
    if (row.kind == Kind::New)
        row.after = keyAbove(index);
    switch (column(index)) {
    case Column::Name:
        return checkName(row, text);
    case Column::Place:
        return checkPlace(row, text);
    case Column::Type:
        return text.isEmpty() ? checkNoType(row) : parseType(text, api()).error;
    case Column::Rules: {
        const Schema *schema = document().find<Schema>(row.node);
        return parseRules(text, schema ? describeType(*schema, api()) : TypeExpression(), api())
            .error;
    }
    case Column::Example:
        return parseExample(text, typeOf(index)).error;
    default:
        return std::nullopt;
    }
}

bool SchemaTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    if (role == Qt::CheckStateRole) {
        const bool wanted = value.toInt() == Qt::Checked;
        return canToggleRequired(index) &&
               (content(index).required == wanted || toggleRequired(index));
    }
    const SchemaRow row = content(index); // a copy: an edit changes the rows
    const Column col = column(index);
    if (role != Qt::EditRole || !isEditable(row, col))
        return false;
    const bool isProse = col == Column::Notes || col == Column::Example;
    const QString text = isProse ? value.toString() : value.toString().trimmed();
    const bool wasRefused = m_refused.contains(index);
    if (const std::optional<NotationError> error = check(index, text)) {
        if (row.kind != Kind::New || !text.isEmpty()) {
            m_refused.insert(index, {text, *error});
            Q_EMIT dataChanged(index, index);
        }
        return false;
    }
    if (wasRefused)
        forgetRefused(index);
    if (text == editText(row, col))
        return true;
    if (row.kind == Kind::New) {
        m_committing = index.siblingAtColumn(0);
        addNew(row, keyAbove(index), text);
        m_tookNewRow = true;
        m_committing = QModelIndex();
    } else {
        change(row, col, text);
    }
    return true;
}

void SchemaTableModel::forgetRefused(const QModelIndex &index)
{
    if (m_refused.remove(index) > 0)
        Q_EMIT dataChanged(index, index);
}

std::vector<SchemaBranch> SchemaTableModel::tree() const
{
    std::vector<SchemaBranch> all = rows(SchemaRows(api(), m_newRow));
    dropNewRows(all, document());
    return all;
}

/// The row for a new field that was opened below another one.
static QModelIndex openedRow(const SchemaTableModel &model, const QModelIndex &parent = {})
{
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex child = model.index(i, 0, parent);
        if (model.key(child) == SchemaRows::newKey())
            return child;
        if (const QModelIndex below = openedRow(model, child); below.isValid())
            return below;
    }
    return {};
}

void SchemaTableModel::update()
{
    if (m_adopted != NodeId::None && m_committing.isValid()) {
        // The row that was typed into goes on as the row of what it has become.
        if (key(m_committing) == SchemaRows::newKey())
            m_newRow = {};
        rekey(m_committing, SchemaRows::keyOf(m_adopted));
    }
    m_adopted = NodeId::None;
    setTree(tree());
    if (!m_newRow.isNull() && !openedRow(*this).isValid())
        closeNewRow();
    m_refused.removeIf([](const std::pair<const QPersistentModelIndex &, Refused &> &entry) {
        return !entry.first.isValid();
    });
}

void SchemaTableModel::restart()
{
    m_newRow = {};
    m_refused.clear();
    resetTree(tree());
}

bool SchemaTableModel::isNewRow(const QModelIndex &index) const
{
    return index.isValid() && content(index).kind == Kind::New;
}

QString SchemaTableModel::newRowText() const
{
    return tr("Add a field…");
}

QString SchemaTableModel::newRowHint() const
{
    return tr("title*: string 1..80");
}

QString SchemaTableModel::keyAbove(const QModelIndex &newRow) const
{
    if (key(newRow) == SchemaRows::newKey())
        return m_newRow.after;
    for (int i = newRow.row() - 1; i >= 0; --i) {
        const QModelIndex above = newRow.sibling(i, 0);
        if (isListed(content(above).kind))
            return key(above);
    }
    return {};
}

QModelIndex SchemaTableModel::openNewRow(const QModelIndex &near)
{
    QModelIndex at = near.siblingAtColumn(0);
    if (!at.isValid())
        at = index(0, 0);
    if (isNewRow(at))
        return at;
    NewRow newRow;
    const SchemaRow &row = content(at);
    const auto hasFields = [this](const QModelIndex &object) {
        for (int i = 0; i < rowCount(object); ++i) {
            if (content(index(i, 0, object)).kind == Kind::Property)
                return true;
        }
        return false;
    };
    // A list of objects takes its first field in the object.
    QModelIndex object = at;
    while (!content(object).takesFields && rowCount(object) == 1 &&
           (content(index(0, 0, object)).kind == Kind::Item ||
            content(index(0, 0, object)).kind == Kind::Value))
        object = index(0, 0, object);
    if (row.kind == Kind::Model || (content(object).takesFields && !hasFields(object))) {
        const Schema *schema = document().find<Schema>(content(object).node);
        if (!schema)
            return {};
        newRow.owner = propertyHost(coreSchema(*schema)).id();
    } else {
        while (at.isValid() && !isListed(content(at).kind))
            at = at.parent();
        if (!at.isValid()) { // below what is inherited, or in a table that takes no fields
            for (int i = rowCount(index(0, 0)) - 1; i >= 0; --i) {
                if (isNewRow(index(i, 0, index(0, 0))))
                    return index(i, 0, index(0, 0));
            }
            return {};
        }
        newRow.owner = content(at).owner;
        newRow.after = key(at);
    }
    m_newRow = newRow;
    setTree(tree());
    return openedRow(*this);
}

QModelIndex SchemaTableModel::outdentNewRow(const QModelIndex &newRow)
{
    const QModelIndex object = newRow.parent();
    QModelIndex field = object;
    while (field.isValid() && content(field).kind != Kind::Property)
        field = field.parent();
    if (!field.isValid() || content(field).kind != Kind::Property) {
        const QPersistentModelIndex above =
            newRow.row() > 0 ? newRow.sibling(newRow.row() - 1, 0) : newRow.parent();
        closeNewRow();
        return above;
    }
    m_newRow = {content(field).owner, key(field)};
    setTree(tree());
    return index(field.row() + 1, 0, field.parent());
}

void SchemaTableModel::closeNewRow()
{
    if (m_newRow.isNull())
        return;
    m_newRow = {};
    setTree(tree());
}

NodeId SchemaTableModel::nodeOf(const QModelIndex &cell) const
{
    if (!cell.isValid())
        return NodeId::None;
    const SchemaRow &row = content(cell);
    switch (row.kind) {
    case SchemaRow::Kind::Inherited:
        return NodeId::None;
    case SchemaRow::Kind::New:
        return nodeOf(cell.row() > 0 ? cell.sibling(cell.row() - 1, 0) : cell.parent());
    default:
        return row.holder != NodeId::None ? row.holder : row.node;
    }
}

QModelIndex SchemaTableModel::cellOf(NodeId node, Keyword keyword, const QString &member) const
{
    QModelIndex row =
        findRow([node](const SchemaRow &r) { return r.node == node || r.holder == node; });
    if (!row.isValid())
        row = findRow([node](const SchemaRow &r) { return r.nodes.contains(node); });
    if (!row.isValid())
        return {};
    const auto cell = [this](const QModelIndex &at, Column wanted) {
        const int found = columnOf(wanted);
        return at.siblingAtColumn(found < 0 ? 0 : found);
    };
    if (!member.isEmpty()) {
        for (int i = 0; i < rowCount(row); ++i) {
            const QModelIndex child = index(i, 0, row);
            if (content(child).name == member)
                return cell(child, Column::Required);
        }
    }
    switch (keyword) {
    case Keyword::Unknown:
    case Keyword::Properties:
    case Keyword::Title:
        return cell(row, Column::Name);
    case Keyword::Description:
        return cell(row, Column::Notes);
    case Keyword::Example:
    case Keyword::Examples:
        return cell(row, Column::Example);
    case Keyword::Required:
        return cell(row, content(row).required ? Column::Required : Column::Name);
    case Keyword::Type:
    case Keyword::Ref:
    case Keyword::Enum:
    case Keyword::Const:
    case Keyword::AnyOf:
    case Keyword::AllOf:
    case Keyword::Items:
    case Keyword::PrefixItems:
    case Keyword::Nullable:
        return cell(row, Column::Type);
    case Keyword::Format: {
        // "email" is a type to us, "phone" a rule.
        return cell(row, content(row).rulesEdit.contains(QLatin1String("format ")) ? Column::Rules
                                                                                   : Column::Type);
    }
    case Keyword::OneOf:
        return cell(row, Column::Type);
    default:
        return cell(row, Column::Rules);
    }
}

} // namespace Design
