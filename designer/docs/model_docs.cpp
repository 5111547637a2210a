#include "designer/docs/docs_writer.h"

namespace Design
{

constexpr int deepestField = 6; // objects inside one another that a table unfolds

void DocsWriter::writeModel(const Named<Schema> &model)
{
    heading(3, model.value.id(), model.name.toHtmlEscaped());
    QStringList bases;
    for (const Schema &part : model.value.schemas(Keyword::AllOf)) {
        if (part.has(Keyword::Ref))
            bases += type(part);
    }
    if (!bases.isEmpty())
        line(QStringLiteral("<p>%1</p>")
                 .arg(m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Extends %1"))
                          .arg(bases.join(QStringLiteral(", ")))));
    noteDeprecated(model.value.flag(Keyword::Deprecated));
    text(model.value.text(Keyword::Description));
    writeSchema(model.value);
    writeExample(declaredExample(m_api, model.value));
}

void DocsWriter::writeSchema(const Schema &schema, const QString &introduction)
{
    FieldList list;
    if (!schema.has(Keyword::Ref)) // a reference is a link to where the fields stand
        collectFields(schema, QString(), QString(), 0, list);
    if (list.fields.isEmpty() || !introduction.isEmpty()) {
        const QStringList rules = ruleWords(schema, m_words);
        QString words = introduction + type(schema);
        if (!rules.isEmpty())
            words += QStringLiteral(", ") + rules.join(QStringLiteral(", ")).toHtmlEscaped();
        line(QStringLiteral("<p>%1</p>").arg(words));
    }
    if (!list.fields.isEmpty())
        writeFields(list.fields);
}

void DocsWriter::writeFields(const QList<Field> &fields)
{
    beginTable({m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Field")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Type")),
                m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "Rules"))});
    for (const Field &field : fields) {
        QString name = QStringLiteral("<code>%1</code>").arg(field.name.toHtmlEscaped());
        if (field.isRequired)
            name += note("bad", m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "required")));
        if (!field.from.isEmpty())
            name += note("dim", m_words(QT_TRANSLATE_NOOP("Design::DocsWords", "from %1"))
                                    .arg(field.from.toHtmlEscaped()));
        row({name, type(field.schema), rules(field.schema)});
    }
    endTable();
}

// The schema of the members that a field unfolds into: its own object, or that of its items.
static Schema unfolded(const Schema &schema, QString *name)
{
    Schema inner = schema;
    while (inner.has(Keyword::Items) && !inner.has(Keyword::Properties)) {
        inner = inner.schema(Keyword::Items);
        *name += QStringLiteral("[]");
        if (inner.isAbsent() || inner.isBoolean())
            return {};
    }
    return inner.has(Keyword::Ref) ? Schema() : inner;
}

void DocsWriter::collectFields(const Schema &schema, const QString &prefix, const QString &from,
                               int depth, FieldList &list) const
{
    if (schema.isAbsent() || schema.isBoolean() || depth > deepestField)
        return;
    QList<Field> &fields = list.fields;
    for (const Schema &part : schema.schemas(Keyword::AllOf)) {
        const Named<Schema> *base = findNamedSchema(m_api, part.reference().component);
        if (!base) {
            collectFields(part, prefix, from, depth + 1, list);
        } else if (!list.bases.contains({prefix, base->value.id()})) {
            list.bases.insert({prefix, base->value.id()});
            collectFields(base->value, prefix, base->name, depth + 1, list);
        }
    }
    for (const Named<Schema> &property : schema.members(Keyword::Properties)) {
        if (property.isRaw())
            continue;
        const Field field{prefix + property.name, property.value, schema.isRequired(property.name),
                          from};
        // What a model says itself counts before what it inherits.
        const auto same = std::find_if(fields.begin(), fields.end(), [&field](const Field &other) {
            return other.name == field.name;
        });
        if (same != fields.end()) {
            *same = field;
            continue;
        }
        fields.append(field);
        QString inner = field.name;
        const Schema members = unfolded(property.value, &inner);
        collectFields(members, inner + u'.', from, depth + 1, list);
    }
    // `required` may name fields that a base declares.
    for (Field &field : fields) {
        if (field.name.startsWith(prefix) && schema.isRequired(field.name.mid(prefix.size())))
            field.isRequired = true;
    }
}

} // namespace Design
