#pragma once

#include "designer/model/edits/behaviour_edits.h"
#include "designer/model/expressions/name_check.h"
#include "designer/model/notation.h"

#include <functional>

namespace Design
{

/// What is wrong with a JavaScript expression, for people; empty when it can be read. Whoever makes
/// the editors gives it: what runs expressions is none of the designer's business.
using ExpressionCheck = std::function<QString(const QString &expression)>;

/// How one member of a JSON object is read, checked and written as a text: a column of a table or
/// a line of a form.
struct MemberField {
    enum class Look {
        Plain,
        Status,     ///< painted in the colour of its hundred
        Expression, ///< JavaScript
        Template,   ///< JSON or text with `{{ expression }}` in it
        Flag,       ///< a box: "true" or nothing
        Choice,     ///< one of the words, no other
    };
    using Text = std::function<QString(const Api &api, const Json &row)>;
    using Check = std::function<std::optional<NotationError>(const Api &api, const Json &row,
                                                             const QString &text)>;
    using Write = std::function<Json(const Api &api, const Json &row, const QString &text)>;
    struct Applied {
        bool isDone = false;
        QString words; ///< what else has changed, or why nothing was
    };
    using Apply = std::function<Applied(Api &api, const BehaviourPlace &row, const QString &text)>;

    QString key;   ///< of the member
    QString title; ///< for people
    QString hint;  ///< shown where there is nothing
    Look look = Look::Plain;
    Text text;   ///< to edit
    Text shown;  ///< to read, where that is another text
    Check check; ///< none: everything is good
    Write write; ///< the row with the text written into it
    Apply apply; ///< instead of `write`, where more than the row changes
    std::function<QStringList(const Api &api)> words; ///< to complete
    std::function<bool(const Json &row)> isEditable;  ///< none: always
    QString nothing;                                  ///< read instead of an empty text: "always"
    bool isCondition = false; ///< an expression that a simple condition can be picked for

    QString shownText(const Api &api, const Json &row) const;
    bool canEdit(const Json &row) const { return !isEditable || isEditable(row); }
    /// Why the text is refused for the row at this place: by the field itself, by one of its
    /// expressions, or because what else would have to change cannot.
    std::optional<NotationError> problem(const Api &api, const BehaviourPlace &place,
                                         const Json &row, const QString &text,
                                         const ExpressionCheck &checkExpression) const;
    /// Writes the text into the row at this place. What else has changed, in words.
    QString change(Api &api, const BehaviourPlace &place, const QString &text) const;

private:
    std::optional<NotationError> unknownName(const Api &api, const BehaviourPlace &place,
                                             const QString &text) const;
};

/// Where the place is in the document, as a JSON Pointer; empty when its owner is not there.
QString placePointer(const Api &api, const BehaviourPlace &place);
/// The expressions at a place of an extension and below it that name what does not exist.
QList<CheckedExpression> unknownNamesAt(const Api &api, const BehaviourPlace &place);
/// What is said of the first of them that stands in the text; nothing when none does.
std::optional<NotationError> unknownNameIn(const QString &text,
                                           const QList<CheckedExpression> &found);

using Words = std::function<QStringList(const Api &api)>;

NotationError refusal(const QString &text, const QString &message);

// Fields of one member each. An empty text takes the member away.
MemberField textField(const QString &key, const QString &title, const QString &hint = {});
MemberField expressionField(const QString &key, const QString &title, const Words &words);
MemberField templateField(const QString &key, const QString &title, const Words &words);
MemberField numberField(const QString &key, const QString &title, double least, double most,
                        bool isInteger = true);
MemberField choiceField(const QString &key, const QString &title, const QStringList &choices);
/// A name among those that there are.
MemberField nameField(const QString &key, const QString &title, const Words &names,
                      const QString &hint = {});
/// Several of them, with commas between.
MemberField namesField(const QString &key, const QString &title, const Words &names,
                       const QString &hint = {});
/// Texts with commas between, any.
MemberField listField(const QString &key, const QString &title, const QString &hint = {});
/// `usual`: what no member means.
MemberField flagField(const QString &key, const QString &title, bool usual = false);
/// An object of texts: `Retry-After: 5; X-Left: {{ store.items.count() }}`.
MemberField pairsField(const QString &key, const QString &title, const QString &hint = {});
/// Milliseconds, as "250ms" or "2s"; with `isRange` also two of them: "100ms – 2s".
MemberField durationField(const QString &key, const QString &title, bool isRange = false);
/// Any JSON value; a text needs no quotation marks where it is not taken for something else.
MemberField valueField(const QString &key, const QString &title, bool isText = false);
/// The schema of a parameter in the notation of types.
MemberField typeField(const QString &key, const QString &title);

/// What a row keeps of a field: read from it, and the row with it put back.
struct FieldPart {
    std::function<Json(const Json &row)> of;
    std::function<Json(const Json &row, const Json &part)> into;
};
/// The field of a part of the row.
MemberField partOf(const FieldPart &part, const MemberField &own);

/// A JSON value that is written as something shorter where it says no more: `expect: 404` for
/// `expect: {status: 404}`. Without functions there is no short form.
struct ShortForm {
    std::function<Json(const Json &said)> toLong;
    std::function<Json(const Json &said)> toShort; ///< undefined where it says more
};
/// The field of a row that may be said in its short form.
MemberField shortened(const ShortForm &form, const MemberField &field);
/// The field of an object that is a member of the row, not the row itself. Its key is `member/key`.
MemberField memberOf(const QString &member, const ShortForm &form, const MemberField &own);
/// The field of a row that is nothing but its value.
MemberField wholeRow(const MemberField &field);

/// A JSON value as a short text and back; see valueField().
QString valueText(const Json &value);
std::optional<NotationError> checkValueText(const QString &text);
Json valueOfText(const QString &text);

/// The row with a member set; an undefined value takes it away.
Json withMember(const Json &row, const QString &key, const Json &value);

} // namespace Design
