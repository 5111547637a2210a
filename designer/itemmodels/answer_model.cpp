#include "designer/itemmodels/answer_model.h"

#include "designer/itemmodels/example_text.h"
#include "designer/itemmodels/new_field.h"
#include "designer/model/locate.h"

#include <QRegularExpression>

namespace Design
{

using Kind = SchemaRow::Kind;

AnswerModel::AnswerModel(DesignDocument &document, QObject *parent)
    : ContentModel(document,
                   {Column::Name, Column::Type, Column::Required, Column::Rules, Column::Notes,
                    Column::Example},
                   parent)
{
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Status");
    return ContentModel::headerData(section, orientation, role);
}

QString AnswerModel::newRowText() const
{
    return tr("Add an answer…");
}

QString AnswerModel::newRowHint() const
{
    return tr("404: Problem   or   header X-Total: int");
}

SchemaBranch AnswerModel::headerBranch(const SchemaRows &describe, NodeId answer,
                                       const Named<Header> &header) const
{
    const Header *shown = resolve(api(), header.value);
    SchemaBranch branch;
    branch.key = SchemaRows::keyOf(header.value.id);
    SchemaRow &row = branch.content;
    row.kind = header.value.ref.isNull() ? Kind::Header : Kind::Inherited;
    row.name = header.name;
    row.place = QStringLiteral("header");
    row.holder = header.value.id;
    row.owner = answer;
    row.nodes = {header.value.id};
    if (!header.value.ref.isNull())
        row.base = header.value.ref.text.section(QLatin1Char('/'), -1);
    if (shown) {
        describe.describe(branch, shown->schema);
        if (const Json example = exampleOfNode(*shown); !example.isUndefined())
            row.example = exampleText(example, describeType(shown->schema, api()));
        row.notes = shown->description;
        row.required = shown->required;
        row.isDeprecated = row.isDeprecated || shown->deprecated;
    }
    if (row.kind == Kind::Inherited)
        branch.children.clear();
    return branch;
}

std::vector<SchemaBranch> AnswerModel::rows(const SchemaRows &describe) const
{
    std::vector<SchemaBranch> rows;
    const Operation *operation = find();
    if (!operation)
        return rows;
    for (const Named<Response> &response : operation->responses) {
        if (response.isRaw())
            continue;
        const Response *shown = resolve(api(), response.value);
        const bool isShared = !response.value.ref.isNull();
        SchemaBranch branch;
        branch.key = SchemaRows::keyOf(response.value.id);
        SchemaRow &row = branch.content;
        row.kind = isShared ? Kind::Inherited : Kind::Answer;
        row.name = response.name;
        row.holder = response.value.id;
        row.owner = operation->id;
        row.nodes = {response.value.id};
        if (isShared)
            row.base = response.value.ref.text.section(QLatin1Char('/'), -1);
        const qsizetype main = shown ? mainContent(shown->content) : -1;
        if (main < 0) {
            row.type = tr("no body");
        } else {
            const MediaType &content = shown->content.at(main).value;
            row.nodes.append(content.id);
            row.notes = shown->description;
            describe.describe(branch, content.schema);
            row.place = shown->content.at(main).name;
            describeExample(row, content);
            for (qsizetype i = 0; !isShared && i < shown->content.size(); ++i) {
                if (i == main || shown->content.at(i).isRaw())
                    continue;
                const Named<MediaType> &other = shown->content.at(i);
                SchemaBranch child;
                child.key = SchemaRows::keyOf(other.value.id);
                child.content.kind = Kind::AnswerContent;
                child.content.name = other.name;
                child.content.place = other.name;
                child.content.holder = other.value.id;
                child.content.owner = response.value.id;
                child.content.nodes = {other.value.id};
                describe.describe(child, other.value.schema);
                describeExample(child.content, other.value);
                branch.children.push_back(std::move(child));
            }
        }
        for (qsizetype i = 0; shown && !isShared && i < shown->headers.size(); ++i) {
            if (!shown->headers.at(i).isRaw())
                branch.children.push_back(
                    headerBranch(describe, response.value.id, shown->headers.at(i)));
        }
        row.notes = shown ? shown->description : QString();
        if (isShared) {
            branch.children.clear();
            row.takesFields = false;
        }
        rows.push_back(std::move(branch));
    }
    describe.addNewRows(rows, operation->id, true);
    return rows;
}

std::optional<NotationError> AnswerModel::checkStatus(const QString &status) const
{
    // OpenAPI 3.1, section 4.8.16: a status code, a range of them, or default
    static const QRegularExpression form(QStringLiteral("^([1-5]\\d\\d|[1-5]XX|default)$"));
    if (!form.match(status).hasMatch())
        return NotationError{
            0,
            status.size(),
            tr("A status is a number such as 200, a range such as 4XX, or “default”."),
            {}};
    const Operation *operation = find();
    if (operation && operation->responses.contains(status))
        return NotationError{
            0, status.size(), tr("There is an answer %1 already.").arg(status), {}};
    return std::nullopt;
}

const Response *AnswerModel::answerWithKey(const QString &key) const
{
    const Operation *operation = find();
    for (qsizetype i = 0; operation && i < operation->responses.size(); ++i) {
        const Named<Response> &response = operation->responses.at(i);
        if (SchemaRows::keyOf(response.value.id) == key && response.value.ref.isNull())
            return &response.value;
    }
    return nullptr;
}

std::optional<NotationError> AnswerModel::checkHeader(const QString &name,
                                                      const Response *answer) const
{
    // RFC 9110, section 5.6.2: the name of a header is a token.
    static const QRegularExpression token(QStringLiteral("^[\\w!#$%&'*+.^`|~-]+$"));
    if (!token.match(name).hasMatch())
        return NotationError{
            0, name.size(), tr("A header needs a name of letters, digits and hyphens."), {}};
    // Names of headers are the same in any case.
    const bool isTaken =
        answer && std::any_of(answer->headers.begin(), answer->headers.end(),
                              [&](const Named<Header> &header) {
                                  return header.name.compare(name, Qt::CaseInsensitive) == 0;
                              });
    if (isTaken)
        return NotationError{0, name.size(), tr("There is a header %1 already.").arg(name), {}};
    return std::nullopt;
}

AnswerModel::NewAnswer AnswerModel::parseNewHeader(const QString &text,
                                                   const Response *answer) const
{
    const NewField field = parseNewField(text, api());
    NewAnswer added;
    added.kind = NewAnswer::Kind::Header;
    added.status = field.name;
    added.required = field.required;
    added.type = field.type;
    added.error = field.error ? field.error : checkHeader(field.name, answer);
    return added;
}

AnswerModel::NewAnswer AnswerModel::parseNew(const QString &text, const QString &after) const
{
    const NotationError noAnswer{
        0, text.size(), tr("Add an answer first: headers and media types belong to one."), {}};
    static const QRegularExpression headerForm(QStringLiteral("^\\s*header\\s+"),
                                               QRegularExpression::CaseInsensitiveOption);
    const Response *answer = answerWithKey(after);
    if (const auto match = headerForm.match(text); match.hasMatch()) {
        NewAnswer added = parseNewHeader(text.mid(match.capturedLength()), answer);
        if (!answer)
            added.error = noAnswer;
        else if (added.error)
            added.error->column += match.capturedLength();
        return added;
    }
    static const QRegularExpression form(QStringLiteral("^\\s*([^\\s:]+)\\s*:?\\s*"));
    const QRegularExpressionMatch match = form.match(text);
    NewAnswer added;
    added.status = match.captured(1);
    if (isMediaType(added.status)) {
        added.kind = NewAnswer::Kind::Content;
        if (!answer)
            added.error = noAnswer;
        else if (answer->content.contains(added.status))
            added.error = NotationError{
                0, text.size(), tr("There is a body of type %1 already.").arg(added.status), {}};
    } else {
        if (added.status.endsWith(QLatin1String("xx")))
            added.status = added.status.toUpper();
        added.error = checkStatus(added.status);
    }
    const QString type = text.mid(match.capturedLength());
    if (added.error || type.isEmpty())
        return added;
    const ParsedType parsed = parseType(type, api());
    added.type = parsed.type;
    added.error = parsed.error;
    if (added.error)
        added.error->column += match.capturedLength();
    return added;
}

std::optional<NotationError> AnswerModel::checkName(const SchemaRow &row, const QString &text) const
{
    if (row.kind == Kind::New && row.owner == operation())
        return parseNew(text, row.after).error;
    if (row.kind == Kind::Answer)
        return checkStatus(text);
    if (row.kind == Kind::Header) {
        const bool isSame = row.name.compare(text, Qt::CaseInsensitive) == 0;
        return checkHeader(text, isSame ? nullptr : answerWithKey(SchemaRows::keyOf(row.owner)));
    }
    if (row.kind == Kind::AnswerContent) {
        if (!isMediaType(text))
            return NotationError{
                0, text.size(), tr("A media type has two parts, such as application/json."), {}};
        return std::nullopt;
    }
    return ContentModel::checkName(row, text);
}

std::optional<NotationError> AnswerModel::checkNoType(const SchemaRow &row) const
{
    return row.kind == Kind::Answer ? std::nullopt : ContentModel::checkNoType(row);
}

} // namespace Design
