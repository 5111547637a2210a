#include "designer/codegen/models.h"
#include "designer/text/pointer.h"

#include <algorithm>

// What stands in a class besides its plain fields: members of enumerations, computed fields.

namespace Design::Python
{

QStringList Models::memberNames(const JsonArray &values)
{
    Names names;
    for (const char *taken : {"mro", "name", "value"})
        names.take(text(taken));
    QStringList result;
    for (const Json &value : values) {
        QString name = value.isString() ? value.string()
                       : value.isNull() ? text("none")
                                        : text("value_") + oneLine(literal(value));
        if (!isIdentifier(name) || name.startsWith(u'_'))
            name = variableName(name.replace(u'-', name.startsWith(u'-') ? u'_' : u'-'));
        if (name.startsWith(u'_'))
            name.prepend(text("value"));
        result.append(names.unique(names.has(name) && result.isEmpty() ? name + u'_' : name));
    }
    return result;
}

QString Models::enumMember(const Json &schema, const Json &value)
{
    const Component *found = find(schema);
    if (!found || found->kind != Kind::Enum)
        return {};
    const JsonArray values = found->schema.value(u"enum").array();
    const qsizetype at = values.indexOf(value);
    use(schema.value(u"$ref").toString());
    return at < 0 ? QString() : found->name + u'.' + memberNames(values).at(at);
}

QString Models::enumText(const Component &component)
{
    const JsonArray values = component.schema.value(u"enum").array();
    const QStringList names = memberNames(values);
    const auto all = [&](Json::Type type) {
        return std::all_of(values.begin(), values.end(),
                           [&](const Json &value) { return value.type() == type; });
    };
    const QString base = all(Json::Type::String)    ? text("str, ")
                         : all(Json::Type::Integer) ? text("int, ")
                         : all(Json::Type::Number)  ? text("float, ")
                                                    : QString();
    QString result =
        QStringLiteral("class %1(%2%3):\n").arg(component.name, base, m_module.use("enum", "Enum"));
    const QString note = docstring(component.schema.value(u"description").toString(), 4);
    result += note.isEmpty() ? QString() : note + u'\n';
    for (qsizetype i = 0; i < values.size(); ++i)
        result += QStringLiteral("    %1 = %2\n").arg(names[i], oneLine(literal(values[i])));
    return values.isEmpty() ? result + text("    pass\n") : result;
}

QStringList Models::computedFields(const Component &component)
{
    // FastAPI documents a class twice when its answers have fields that nobody sends.
    if (!component.pointer.endsWith(QLatin1String("-Input")))
        return {};
    const Component output =
        m_components.value(component.pointer.section(u'/', -1).chopped(6) + text("-Output"));
    QStringList fields;
    for (const JsonObject::Member &member : output.schema.value(u"properties").object()) {
        if (!property(component.schema, member.key).isUndefined() ||
            !member.value.value(u"readOnly").toBool())
            continue;
        const QString place = childPointer(output.pointer + text("/properties"), member.key);
        JsonObject schema = member.value.object();
        schema.remove(u"readOnly");
        const TypeHint type = m_types.hint(Json(schema), component.name + member.key, place);
        m_module.use("pydantic", "computed_field");
        const QList<Code> notes =
            TypeWriter::notes(Json(schema), titleOf(member.key).trimmed(), type.extra);
        fields.append(
            text("    ") +
            laidOut(notes.isEmpty() ? atom(text("@computed_field"))
                                    : call(text("@computed_field"), notes),
                    4) +
            QStringLiteral("\n    @property\n    def %1(self) -> %2:\n"
                           "        raise NotImplementedError(\"what %1 is computed from\")\n")
                .arg(fieldName(component.schema, member.key), oneLine(type.type)));
        m_source.report(place, text("What this field is computed from does not stand in a "
                                    "document: the project raises NotImplementedError there."));
    }
    return fields;
}

} // namespace Design::Python
