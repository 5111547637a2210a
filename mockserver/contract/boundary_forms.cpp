#include "mockserver/contract/boundary_generator.h"
#include "mockserver/contract/json_place.h"
#include "mockserver/contract/parameter_text.h"

using namespace Design;

namespace Mock
{

namespace
{

bool isFile(const FlatSchema &schema)
{
    return schema.value(Keyword::Format).value.toString() == u"binary" ||
           schema.has(Keyword::ContentMediaType);
}

/// The fields of a form as a model sees them: all of them are text.
Json fieldsAsSent(const JsonObject &fields)
{
    JsonObject sent;
    for (const JsonObject::Member &field : fields)
        sent.insert(field.key, asSent(field.value));
    return Json(sent);
}

} // namespace

/// Fields of a form are text as parameters are, but one that is empty counts as left out.
void BoundaryGenerator::addForm(const RequestBody &body, const Named<MediaType> &media)
{
    const QString component = media.value.schema.reference().text.section(u'/', -1);
    // A model that a form fills is told what else was sent; inputs of their own are not.
    m_isGathered = component.isEmpty() || component.startsWith(u"Body_");
    const InputSchema input(media.value.schema, m_find);
    QStringList names;
    for (const Schema &part : input.flat.parts()) {
        for (const Named<Schema> &field : part.members(Keyword::Properties)) {
            if (field.isRaw() || names.contains(field.name))
                continue;
            names.append(field.name);
            addFormField(field.name, fieldOf(input, field.name),
                         body.required && isRequiredField(input, field.name));
        }
    }
    m_isGathered = false;
}

void BoundaryGenerator::addFormField(const QString &field, const Schema &schema, bool isRequired)
{
    const QString name = QStringLiteral("body.") + field;
    const JsonArray location{Json(QStringLiteral("body")), Json(field)};
    const InputSchema input(schema, m_find);
    const bool hasFiles = std::any_of(
        m_base.form->values.begin(), m_base.form->values.end(), [this](const auto &member) {
            const Schema model = m_base.form->schema;
            return isFile(
                InputSchema(fieldOf(InputSchema(model, m_find), member.key), m_find).flat);
        });
    if (isRequired) {
        RequestParts parts = m_base;
        parts.form->values.remove(field);
        // A form without any field is no body at all.
        const Json sent = m_isGathered ? Json(nullptr) : fieldsAsSent(parts.form->values);
        add(name, leftOut(), parts, location, sent, m_isGathered || !hasFiles);
    }
    const FlatSchema item(input.type == u"array" ? input.flat.schema(Keyword::Items) : schema,
                          m_find);
    if (isFile(input.flat) || isFile(item) || input.type == u"object" || input.type == u"array")
        return;
    Json valid = m_base.form->values.value(field);
    if (valid.isUndefined() || valid.isNull())
        valid = m_values.valid(input.origin, m_route + name);
    QStringList constraints;
    for (const ValueCase &made : m_values.make(input, Spelling::Text, valid, &constraints)) {
        const QString text = plainText(made.value);
        if (text.isEmpty() || text.contains(u'\r') || text.contains(u'\n'))
            continue;
        RequestParts parts = m_base;
        parts.form->values.insert(field, made.value);
        add(name, made, parts, location, Json(text), true);
    }
    for (const QString &constraint : std::as_const(constraints)) {
        const bool isOfEmpty =
            constraint == u"minLength" && input.flat.length(Keyword::MinLength).value <= 1;
        if (!isOfEmpty)
            note(name, constraint);
    }
}

} // namespace Mock
