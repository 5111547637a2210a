#include "designer/itemmodels/members/members_model.h"

#include "designer/itemmodels/members/columns_kind.h"
#include "designer/itemmodels/schema_table_model.h"
#include "designer/text/pointer.h"

#include <QGuiApplication>
#include <QPalette>

namespace Design
{

using Kind = MembersRow::Kind;
using Look = MemberField::Look;

static const QString newKey = QStringLiteral(" new");

/// Whether the table stands in another file of the design, and is changed there.
static bool isElsewhere(const DesignDocument &document, const MembersTable &table)
{
    return !document.fileOf(table.place.owner).isEmpty();
}

MembersModel::MembersModel(DesignDocument &document, ExpressionCheck checkExpression,
                           QObject *parent)
    : TreeModel(parent)
    , m_document(document)
    , m_checkExpression(std::move(checkExpression))
{
    connect(&document, &DesignDocument::changed, this, &MembersModel::update);
    connect(&document, &DesignDocument::wordingChanged, this, &MembersModel::update);
}

void MembersModel::setTable(const MembersTable &table)
{
    m_table = table;
    m_refused.clear();
    m_unknown.reset();
    resetTree(rows());
}

std::vector<Branch<MembersRow>> MembersModel::rows() const
{
    std::vector<Branch<MembersRow>> result;
    if (m_table.fields.isEmpty())
        return result;
    if (m_table.inherited) {
        for (const auto &[name, value] : m_table.inherited(m_document.api()))
            result.push_back({QStringLiteral(" from ") + QString::number(result.size()),
                              {Kind::Inherited, name, value},
                              {}});
    }
    const Json value = behaviourValue(m_document.api(), m_table.place);
    if (m_table.isNamed) {
        for (const JsonObject::Member &member : value.object())
            result.push_back({member.key, {Kind::Member, member.key, member.value}, {}});
    } else {
        qsizetype number = 0;
        for (const Json &item : value.array()) {
            const QString key = QString::number(number++);
            result.push_back({key, {Kind::Member, key, item}, {}});
        }
    }
    if (!isElsewhere(m_document, m_table))
        result.push_back({newKey, {Kind::New, {}, m_table.blank}, {}});
    return result;
}

void MembersModel::update()
{
    m_unknown.reset();
    setTree(rows());
    m_refused.removeIf([](const std::pair<const QPersistentModelIndex &, Refused &> &entry) {
        return !entry.first.isValid();
    });
}

QString MembersModel::kind() const
{
    if (m_table.hasFieldsOfDesign)
        return kindOfColumns(m_table.fields);
    QStringList keys;
    if (m_table.isNamed)
        keys.append(QStringLiteral("name"));
    for (const MemberField &field : m_table.fields)
        keys.append(field.key);
    return keys.join(u'+');
}

int MembersModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_table.fields.size()) + (m_table.isNamed ? 1 : 0);
}

const MemberField *MembersModel::field(int column) const
{
    const int at = m_table.isNamed ? column - 1 : column;
    return at < 0 || at >= m_table.fields.size() ? nullptr : &m_table.fields.at(at);
}

QVariant MembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const MemberField *shown = field(section);
    return shown ? shown->title : m_table.nameTitle;
}

QString MembersModel::editText(const QModelIndex &index) const
{
    const MembersRow &row = content(index);
    if (row.kind == Kind::New)
        return {};
    const MemberField *shown = field(index.column());
    return shown ? shown->text(m_document.api(), row.value) : row.name;
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const MembersRow &row = content(index);
    const MemberField *shown = field(index.column());
    const auto refused = m_refused.constFind(index);
    const bool isRefused = refused != m_refused.cend();
    const bool isFlag = shown && shown->look == Look::Flag;
    const auto readText = [&] {
        if (isRefused)
            return refused->text;
        if (row.kind == Kind::New)
            return index.column() == newRow().column() ? m_table.addText : QString();
        return shown ? shown->shownText(m_document.api(), row.value) : row.name;
    };
    switch (role) {
    case Qt::DisplayRole:
        return isFlag ? QVariant() : readText();
    case Qt::EditRole:
        return isRefused ? refused->text : editText(index);
    case Qt::CheckStateRole:
        if (isFlag && row.kind == Kind::Member)
            return editText(index).isEmpty() ? Qt::Unchecked : Qt::Checked;
        return {};
    case Qt::ToolTipRole:
        if (const QString why = isRefused ? refused->error.message : unknownName(index);
            !why.isEmpty())
            return why;
        if (row.kind == Kind::Member && !shown && m_table.group) {
            const int uses = countBehaviourUses(m_document.api(), *m_table.group, row.name);
            if (uses > 0)
                return SchemaTableModel::followingText(uses);
        }
        return row.kind == Kind::New || isFlag ? QVariant() : readText();
    case Qt::ForegroundRole:
        if (row.kind != Kind::Member || (shown && !shown->canEdit(row.value)) ||
            (shown && !isRefused && editText(index).isEmpty()))
            return QGuiApplication::palette().color(QPalette::PlaceholderText);
        return {};
    case Qt::AccessibleTextRole:
        if (isRefused)
            return tr("%1, refused: %2").arg(refused->text, refused->error.message);
        if (isFlag && row.kind == Kind::Member)
            return editText(index).isEmpty() ? tr("no") : tr("yes");
        return readText();
    case ErrorRole:
        if (const QString why = isRefused ? refused->error.message : unknownName(index);
            !why.isEmpty())
            return why;
        return {};
    case PlaceholderRole:
        return row.kind == Kind::New ? m_table.addHint : shown ? shown->hint : QString();
    case LookRole:
        return static_cast<int>(shown ? shown->look : Look::Plain);
    default:
        return {};
    }
}

Qt::ItemFlags MembersModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const MembersRow &row = content(index);
    const MemberField *shown = field(index.column());
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (row.kind == Kind::New)
        return index.column() == newRow().column() ? flags | Qt::ItemIsEditable : flags;
    if (row.kind == Kind::Inherited || isElsewhere(m_document, m_table) ||
        (shown && !shown->canEdit(row.value)))
        return flags;
    return flags |
           (shown && shown->look == Look::Flag ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool MembersModel::isNewRow(const QModelIndex &index) const
{
    return index.isValid() && content(index).kind == Kind::New;
}

QModelIndex MembersModel::newRow() const
{
    return isElsewhere(m_document, m_table)
               ? QModelIndex()
               : index(rowCount() - 1, m_table.isNamed ? 0 : m_table.firstField);
}

QModelIndex MembersModel::rowOf(const QString &name) const
{
    return findRow(
        [&name](const MembersRow &row) { return row.kind == Kind::Member && row.name == name; });
}

QStringList MembersModel::words(const QModelIndex &index) const
{
    const MemberField *shown = index.isValid() ? field(index.column()) : nullptr;
    if (!shown && index.isValid() && m_table.nameWords)
        return m_table.nameWords(m_document.api());
    return shown && shown->words ? shown->words(m_document.api()) : QStringList();
}

std::optional<NotationError> MembersModel::checkName(const QString &text) const
{
    if (m_table.group && !isBehaviourName(text))
        return refusal(text, tr("A name has letters, digits, “_” and “-”, and begins with a "
                                "letter."));
    if (text.isEmpty())
        return refusal(text, tr("It needs a name."));
    if (behaviourValue(m_document.api(), m_table.place).object().contains(text))
        return refusal(text, tr("There is a “%1” already.").arg(text));
    if (m_table.nameWords && !m_table.nameWords(m_document.api()).contains(text))
        return refusal(text, tr("There is no “%1” here.").arg(text));
    return std::nullopt;
}

std::optional<NotationError> MembersModel::check(const QModelIndex &index,
                                                 const QString &text) const
{
    if (!index.isValid() || !(flags(index) & Qt::ItemIsEditable) || text == editText(index))
        return std::nullopt;
    const MemberField *shown = field(index.column());
    if (!shown)
        return checkName(text);
    BehaviourPlace place = placeOf(index);
    if (isNewRow(index))
        place = m_table.place.child(behaviourValue(m_document.api(), m_table.place).array().size());
    return shown->problem(m_document.api(), place, content(index).value, text, m_checkExpression);
}

QString MembersModel::unknownName(const QModelIndex &index) const
{
    const MemberField *shown = field(index.column());
    const MembersRow &row = content(index);
    if (row.kind != Kind::Member || !shown ||
        (shown->look != Look::Expression && shown->look != Look::Template))
        return {};
    if (!m_unknown)
        m_unknown = unknownNamesAt(m_document.api(), m_table.place);
    if (m_unknown->isEmpty())
        return {};
    const QString below = QLatin1Char('/') + escapedToken(row.name);
    QList<CheckedExpression> ofRow = *m_unknown;
    const QString table = placePointer(m_document.api(), m_table.place);
    ofRow.removeIf([&](const CheckedExpression &one) {
        return one.pointer != table + below &&
               !one.pointer.startsWith(table + below + QLatin1Char('/'));
    });
    const auto found = unknownNameIn(editText(index), ofRow);
    return found ? found->message : QString();
}

void MembersModel::forgetRefused(const QModelIndex &index)
{
    if (m_refused.remove(index) > 0)
        Q_EMIT dataChanged(index, index);
}

BehaviourPlace MembersModel::placeOf(const QModelIndex &index) const
{
    const MembersRow &row = content(index);
    return row.kind == Kind::Member ? m_table.place.child(row.name) : BehaviourPlace();
}

bool MembersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    const MemberField *shown = field(index.column());
    QString text = value.toString().trimmed();
    if (role == Qt::CheckStateRole) {
        if (!(flags(index) & Qt::ItemIsUserCheckable))
            return false;
        text = value.toInt() == Qt::Checked ? QStringLiteral("true") : QString();
    } else if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    if (const std::optional<NotationError> error =
            role == Qt::EditRole ? check(index, text) : std::nullopt;
        error && !error->isWarning) {
        if (!isNewRow(index) || !text.isEmpty()) {
            m_refused.insert(index, {text, *error});
            Q_EMIT dataChanged(index, index);
        }
        return false;
    }
    forgetRefused(index);
    if (text == editText(index))
        return true;
    if (isNewRow(index)) {
        add(index, text);
    } else if (!shown) {
        rename(index, text);
    } else {
        const BehaviourPlace place = placeOf(index);
        QString words;
        m_document.edit(
            tr("Change “%1” of %2").arg(shown->title, m_table.rowWord),
            [&](Api &api) { words = shown->change(api, place, text); }, {}, place.owner);
        if (!words.isEmpty())
            Q_EMIT message(words);
    }
    return true;
}

void MembersModel::add(const QModelIndex &index, const QString &text)
{
    const MemberField *shown = field(index.column());
    const qsizetype count = behaviourValue(m_document.api(), m_table.place).array().size();
    const BehaviourPlace place = shown ? m_table.place.child(count) : m_table.place.child(text);
    const Json row = shown ? shown->write(m_document.api(), m_table.blank, text) : m_table.blank;
    // The row that was typed into goes on as the row of what it has become.
    rekey(index.siblingAtColumn(0), place.path.last());
    m_document.edit(
        tr("Add %1").arg(m_table.rowWord), [&](Api &api) { setBehaviourValue(api, place, row); },
        {}, place.owner);
    update();
}

void MembersModel::rename(const QModelIndex &index, const QString &text)
{
    const QString from = content(index).name;
    rekey(index.siblingAtColumn(0), text);
    const MembersTable table = m_table;
    m_document.edit(tr("Rename %1 to %2").arg(from, text), [&](Api &api) {
        if (table.group) {
            renameBehaviour(api, *table.group, from, text);
            return;
        }
        JsonObject members = behaviourValue(api, table.place).object();
        members.rename(from, text);
        setBehaviourValue(api, table.place, members);
    });
    update();
}

bool MembersModel::canRemove(const QModelIndex &index) const
{
    return index.isValid() && content(index).kind == Kind::Member &&
           !isElsewhere(m_document, m_table);
}

bool MembersModel::removeMember(const QModelIndex &index)
{
    if (!canRemove(index))
        return false;
    const BehaviourPlace place = placeOf(index);
    m_document.edit(
        tr("Remove %1").arg(m_table.rowWord), [&](Api &api) { setBehaviourValue(api, place, {}); },
        {}, place.owner);
    return true;
}

bool MembersModel::canMove(const QModelIndex &index) const
{
    return canRemove(index) && !m_table.isNamed;
}

bool MembersModel::moveMember(const QModelIndex &index, int by)
{
    if (!canMove(index))
        return false;
    const qsizetype from = content(index).name.toInt();
    bool isMoved = false;
    m_document.edit(
        tr("Move %1").arg(m_table.rowWord),
        [&](Api &api) { isMoved = moveBehaviourItem(api, m_table.place, from, from + by); }, {},
        m_table.place.owner);
    return isMoved;
}

} // namespace Design
