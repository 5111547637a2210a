#include "designer/itemmodels/members/member_field.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/locate.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(Design::MemberField)
};

/// `{{ name }}` begins like an object and is a text.
bool looksLikeJson(const QString &text)
{
    return (text.startsWith(QLatin1Char('{')) && !text.startsWith(QLatin1String("{{"))) ||
           text.startsWith(QLatin1Char('[')) || text.startsWith(QLatin1Char('"'));
}

/// The expression of the text that cannot be read.
std::optional<NotationError> mistakeIn(const QString &typed, MemberField::Look look,
                                       const ExpressionCheck &checkExpression)
{
    if (look == MemberField::Look::Expression) {
        if (const QString error = checkExpression(typed); !error.isEmpty())
            return NotationError{typed.size(), 0, error, {}};
    }
    if (look == MemberField::Look::Template) {
        if (typed.count(QLatin1String("{{")) > typed.count(QLatin1String("}}")))
            return NotationError{typed.size(),
                                 0,
                                 FieldWords::tr("An expression begins with {{ and ends with }}."),
                                 {}};
        for (const QString &expression : templateExpressions(valueOfText(typed))) {
            const QString error = checkExpression(expression);
            if (!error.isEmpty())
                return NotationError{typed.indexOf(expression), expression.size(), error, {}};
        }
    }
    return std::nullopt;
}

} // namespace

QString MemberField::shownText(const Api &api, const Json &row) const
{
    const QString result = shown ? shown(api, row) : text(api, row);
    return result.isEmpty() ? nothing : result;
}

NotationError refusal(const QString &text, const QString &message)
{
    return {0, text.size(), message, {}};
}

QString MemberField::change(Api &api, const BehaviourPlace &place, const QString &typed) const
{
    if (apply)
        return apply(api, place, typed).words;
    Json value = write(api, behaviourValue(api, place), typed);
    // An empty object is nothing, unless somebody gave it a name or it is one of a list.
    if (value.isObject() && value.object().isEmpty() && place.path.size() < 2)
        value = {};
    setBehaviourValue(api, place, value);
    return {};
}

std::optional<NotationError> MemberField::problem(const Api &api, const BehaviourPlace &place,
                                                  const Json &row, const QString &typed,
                                                  const ExpressionCheck &checkExpression) const
{
    if (check) {
        if (const auto error = check(api, row, typed))
            return error;
    }
    if (look == Look::Choice && !typed.isEmpty() && words && !words(api).contains(typed)) {
        return refusal(
            typed, FieldWords::tr("It is one of %1.").arg(words(api).join(QStringLiteral(", "))));
    }
    if (apply && typed != text(api, row)) {
        Api tried = api;
        if (const Applied applied = apply(tried, place, typed); !applied.isDone)
            return refusal(typed, applied.words);
    }
    if (typed.isEmpty())
        return std::nullopt;
    if (const auto error = checkExpression ? mistakeIn(typed, look, checkExpression) : std::nullopt)
        return error;
    return unknownName(api, place, typed);
}

std::optional<NotationError> MemberField::unknownName(const Api &api, const BehaviourPlace &place,
                                                      const QString &typed) const
{
    if (look != Look::Expression && look != Look::Template)
        return std::nullopt;
    Api tried = api;
    change(tried, place, typed);
    return unknownNameIn(typed, unknownNamesAt(tried, place));
}

QString placePointer(const Api &api, const BehaviourPlace &place)
{
    QString pointer;
    if (place.owner != NodeId::None) {
        const Named<PathItem> *path = findPathOf(api, place.owner);
        const Operation *operation = findOperation(api, place.owner);
        if (!path || !operation)
            return {};
        pointer =
            childPointer(childPointer(QStringLiteral("/paths"), path->name), operation->method);
    }
    pointer += QLatin1String("/x-menura");
    for (const QString &step : place.path)
        pointer = childPointer(pointer, step);
    return pointer;
}

QList<CheckedExpression> unknownNamesAt(const Api &api, const BehaviourPlace &place)
{
    const QString pointer = placePointer(api, place);
    if (pointer.isEmpty())
        return {};
    const ValueShapes shapes(api);
    const ExpressionScopes scopes(api, shapes);
    ExpressionRoute route;
    if (place.owner != NodeId::None)
        route = {findPathOf(api, place.owner), findOperation(api, place.owner)};
    QList<CheckedExpression> found = expressionsWithUnknownNames(api, scopes, shapes, route);
    found.removeIf([&](const CheckedExpression &one) {
        return one.pointer != pointer && !one.pointer.startsWith(pointer + QLatin1Char('/'));
    });
    return found;
}

std::optional<NotationError> unknownNameIn(const QString &text,
                                           const QList<CheckedExpression> &found)
{
    for (const CheckedExpression &one : found) {
        const qsizetype at = text.indexOf(one.expression);
        if (at < 0)
            continue; // of another member of the row
        const UnknownName &name = one.unknown.first();
        NotationError error{at + name.column, name.length, name.message, {}};
        error.isWarning = true;
        return error;
    }
    return std::nullopt;
}

Json withMember(const Json &row, const QString &key, const Json &value)
{
    JsonObject object = row.object();
    if (value.isUndefined())
        object.remove(key);
    else
        object.insert(key, value);
    return object;
}

QString valueText(const Json &value)
{
    if (value.isUndefined())
        return {};
    if (value.isString() && valueOfText(value.string()) == value)
        return value.string();
    return QString::fromUtf8(writeJson(value));
}

std::optional<NotationError> checkValueText(const QString &text)
{
    if (!looksLikeJson(text))
        return std::nullopt;
    const ReadText read = readJson(text.toUtf8());
    if (read.ok())
        return std::nullopt;
    const Diagnostic first = read.diagnostics.value(0);
    const qsizetype column =
        qBound(qsizetype{0}, qsizetype{first.position.column} - 1, text.size());
    return NotationError{column, 0, FieldWords::tr("This is no JSON: %1").arg(first.message), {}};
}

Json valueOfText(const QString &text)
{
    if (text.isEmpty())
        return text;
    const QChar first = text.at(0);
    // What begins like a number, a word of JSON or a structure may be one.
    if (!looksLikeJson(text) && !first.isDigit() && first != QLatin1Char('-') &&
        text != QLatin1String("true") && text != QLatin1String("false") &&
        text != QLatin1String("null"))
        return text;
    const ReadText read = readJson(text.toUtf8());
    return read.ok() ? read.value : Json(text);
}

} // namespace Design
