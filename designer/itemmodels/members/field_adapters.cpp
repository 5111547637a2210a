#include "designer/itemmodels/members/member_field.h"

namespace Design
{

// Fields of something other than the row itself.

namespace
{

Json expanded(const ShortForm &form, const Json &said)
{
    return form.toLong ? form.toLong(said) : said;
}

/// As short as it was, or as it can be where there was nothing.
Json shortest(const ShortForm &form, const Json &before, const Json &said)
{
    if (!form.toShort || before.isObject())
        return said;
    const Json text = form.toShort(said);
    return text.isUndefined() ? said : text;
}

} // namespace

MemberField partOf(const FieldPart &part, const MemberField &own)
{
    MemberField field = own;
    field.text = [own, part](const Api &api, const Json &row) {
        return own.text(api, part.of(row));
    };
    if (own.shown)
        field.shown = [own, part](const Api &api, const Json &row) {
            return own.shown(api, part.of(row));
        };
    if (own.check)
        field.check = [own, part](const Api &api, const Json &row, const QString &text) {
            return own.check(api, part.of(row), text);
        };
    if (own.isEditable)
        field.isEditable = [own, part](const Json &row) { return own.isEditable(part.of(row)); };
    field.write = [own, part](const Api &api, const Json &row, const QString &text) {
        return part.into(row, own.write(api, part.of(row), text));
    };
    return field;
}

MemberField shortened(const ShortForm &form, const MemberField &field)
{
    FieldPart part;
    part.of = [form](const Json &row) { return expanded(form, row); };
    part.into = [form](const Json &row, const Json &said) { return shortest(form, row, said); };
    return partOf(part, field);
}

MemberField memberOf(const QString &member, const ShortForm &form, const MemberField &own)
{
    FieldPart part;
    part.of = [member, form](const Json &row) { return expanded(form, row.value(member)); };
    part.into = [member, form](const Json &row, const Json &said) {
        const bool isGone = form.toShort && said.object().isEmpty();
        return withMember(row, member, isGone ? Json() : shortest(form, row.value(member), said));
    };
    MemberField field = partOf(part, own);
    field.key = member + QLatin1Char('/') + own.key;
    return field;
}

MemberField wholeRow(const MemberField &field)
{
    const QString key = field.key;
    FieldPart part;
    part.of = [key](const Json &row) { return Json(JsonObject{{key, row}}); };
    part.into = [key](const Json &, const Json &said) {
        const Json value = said.value(key);
        return value.isUndefined() ? Json(nullptr) : value;
    };
    return partOf(part, field);
}

} // namespace Design
