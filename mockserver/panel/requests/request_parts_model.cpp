#include "mockserver/panel/requests/request_parts_model.h"

#include "designer/itemmodels/members/member_field.h"
#include "designer/model/notation.h"

#include <QGuiApplication>
#include <QPalette>
#include <QRegularExpression>

using namespace Design;

namespace Mock
{

namespace
{

/// What somebody types into the row for something new; an empty place: neither one nor the other.
struct Typed {
    QString in;
    NamedParts::Part part;
};

Typed typedPart(const QString &text)
{
    static const QRegularExpression header(
        QStringLiteral("^([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*:\\s*(.*)$"));
    static const QRegularExpression query(QStringLiteral("^([^=:\\s]+)\\s*=\\s*(.*)$"));
    if (const auto match = header.match(text); match.hasMatch())
        return {QStringLiteral("header"), {match.captured(1), match.captured(2)}};
    if (const auto match = query.match(text); match.hasMatch())
        return {QStringLiteral("query"), {match.captured(1), match.captured(2)}};
    return {};
}

QStringList wordsOf(const Schema &schema)
{
    QStringList words;
    for (const Json &value : schema.value(Keyword::Enum).array())
        words.append(value.isString() ? value.string() : QString::fromUtf8(value.numberText()));
    if (schema.types().contains(QLatin1String("boolean")))
        words << QStringLiteral("true") << QStringLiteral("false");
    words.removeAll(QString());
    return words;
}

} // namespace

RequestPartsModel::RequestPartsModel(QObject *parent)
    : TreeModel(parent)
{
    update();
}

void RequestPartsModel::setRoute(const Api &api, const QString &path,
                                 const QList<Parameter> &parameters)
{
    m_parts.setPathTemplate(path);
    m_declared.clear();
    for (const Parameter &parameter : parameters) {
        const Schema &schema =
            parameter.content.isEmpty() ? parameter.schema : parameter.content.first().value.schema;
        const TypeExpression type = describeType(schema, api);
        RequestPartRow row;
        row.in = parameter.in;
        row.name = parameter.name;
        row.isSent = false;
        row.isRequired = parameter.required;
        row.type = (QStringList(prettyType(type)) + prettyRules(type)).join(QStringLiteral(" · "));
        row.words = wordsOf(coreSchema(schema));
        m_declared.append(row);
    }
    update();
}

void RequestPartsModel::setTarget(const QByteArray &target)
{
    m_parts.setTarget(target);
    update();
}

void RequestPartsModel::setHeaders(const QList<HeaderField> &headers)
{
    m_parts.setHeaders(headers);
    update();
}

void RequestPartsModel::update()
{
    std::vector<Branch<RequestPartRow>> rows;
    const auto add = [&](const RequestPartRow &row, qsizetype nth) {
        rows.push_back({row.in + u' ' + row.name + u' ' + QString::number(nth), row, {}});
    };
    const auto addAll = [&](const QString &in, const QList<NamedParts::Part> &sent) {
        const auto sensitivity =
            in == QLatin1String("header") ? Qt::CaseInsensitive : Qt::CaseSensitive;
        QStringList known;
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const NamedParts::Part &part = sent.at(i);
            RequestPartRow row{in, part.name, part.value, true, i, false, {}, {}};
            for (const RequestPartRow &declared : std::as_const(m_declared)) {
                if (declared.in != in || declared.name.compare(part.name, sensitivity) != 0)
                    continue;
                row.isRequired = declared.isRequired;
                row.type = declared.type;
                row.words = declared.words;
            }
            add(row, known.count(part.name.toLower()));
            known.append(part.name.toLower());
        }
        for (const RequestPartRow &declared : std::as_const(m_declared)) {
            if (declared.in == in && !known.contains(declared.name.toLower()))
                add(declared, 0);
        }
    };
    addAll(QStringLiteral("path"), m_parts.path());
    addAll(QStringLiteral("query"), m_parts.query());
    addAll(QStringLiteral("header"), m_parts.header());
    addAll(QStringLiteral("cookie"), m_parts.cookies());
    rows.push_back({QStringLiteral("new"), RequestPartRow(), {}});
    setTree(std::move(rows));
}

int RequestPartsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RequestPartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Parameter") : section == InColumn ? tr("In") : tr("Value");
}

QVariant RequestPartsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RequestPartRow &row = content(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (isNewRow(index))
            return column == NameColumn ? tr("Add a parameter or a header…") : QString();
        if (column == ValueColumn && !row.isSent)
            return row.isRequired ? tr("missing") : tr("not sent");
        [[fallthrough]];
    case Qt::EditRole:
        if (isNewRow(index))
            return QString();
        return column == NameColumn ? row.name : column == InColumn ? row.in : row.value;
    case Qt::ToolTipRole:
        return row.type.isEmpty() ? row.value : row.type;
    case Qt::ForegroundRole:
        if (isNewRow(index) || column == InColumn || (column == ValueColumn && !row.isSent))
            return QGuiApplication::palette().color(QPalette::PlaceholderText);
        return {};
    case Qt::AccessibleTextRole:
        if (column == ValueColumn && row.isSent)
            return tr("%1 is %2").arg(row.name, row.value);
        return data(index, Qt::DisplayRole);
    case PlaceholderRole:
        return isNewRow(index) ? tr("name=value or Header: value") : row.type;
    default:
        return {};
    }
}

Qt::ItemFlags RequestPartsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isTyped = index.column() == (isNewRow(index) ? NameColumn : ValueColumn);
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren |
           (isTyped ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

std::optional<NotationError> RequestPartsModel::check(const QModelIndex &index,
                                                      const QString &text) const
{
    if (isNewRow(index) && !text.trimmed().isEmpty() && typedPart(text.trimmed()).in.isEmpty())
        return refusal(text, tr("Type name=value for the query, or Name: value for a header."));
    return std::nullopt;
}

void RequestPartsModel::write(const RequestPartRow &row, const NamedParts::Part &part)
{
    const qsizetype at = row.at < 0 ? std::numeric_limits<qsizetype>::max() : row.at;
    if (row.in == QLatin1String("path"))
        m_parts.setPathValue(row.name, part.value);
    else if (row.in == QLatin1String("query"))
        m_parts.setQuery(at, part);
    else if (row.in == QLatin1String("header"))
        m_parts.setHeader(at, part);
    else
        m_parts.setCookie(at, part);
    update();
    Q_EMIT edited();
}

bool RequestPartsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    if (check(index, text))
        return false;
    const RequestPartRow row = content(index);
    if (isNewRow(index)) {
        const Typed typed = typedPart(text);
        if (!typed.in.isEmpty())
            write({typed.in, {}, {}, true, -1, false, {}, {}}, typed.part);
        return !typed.in.isEmpty();
    }
    if (text == row.value && (row.isSent || text.isEmpty()))
        return true;
    const bool isLeftOut = text.isEmpty() && row.in != QLatin1String("path");
    write(row, {isLeftOut ? QString() : row.name, text});
    return true;
}

bool RequestPartsModel::isNewRow(const QModelIndex &index) const
{
    return index.isValid() && content(index).in.isEmpty();
}

QModelIndex RequestPartsModel::newRow() const
{
    return index(rowCount() - 1, NameColumn);
}

QStringList RequestPartsModel::words(const QModelIndex &index) const
{
    return index.isValid() && index.column() == ValueColumn ? content(index).words : QStringList();
}

bool RequestPartsModel::canRemove(const QModelIndex &index) const
{
    return index.isValid() && !isNewRow(index) && content(index).isSent &&
           content(index).in != QLatin1String("path");
}

bool RequestPartsModel::removeMember(const QModelIndex &index)
{
    if (!canRemove(index))
        return false;
    write(RequestPartRow(content(index)), {});
    return true;
}

} // namespace Mock
