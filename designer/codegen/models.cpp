#include "designer/codegen/models.h"

#include "designer/model/component_table.h"
#include "designer/text/pointer.h"

#include <functional>

namespace Design::Python
{

namespace
{

QString schemasPointer(const QString &name)
{
    return childPointer(text("/components/schemas"), name);
}

/// Calls visit(operation, path, method) for each operation of a document.
template<class Visit>
void forEachOperation(const Json &document, const Visit &visit)
{
    for (const JsonObject::Member &path : document.value(u"paths").object()) {
        for (const JsonObject::Member &operation : path.value.object()) {
            if (operation.value.isObject())
                visit(operation.value);
        }
    }
}

/// The components that FastAPI makes of the parameters of one route.
QSet<QString> bodyComponents(const Json &document)
{
    QSet<QString> names;
    forEachOperation(document, [&](const Json &operation) {
        for (const JsonObject::Member &media :
             operation.value(u"requestBody").value(u"content").object()) {
            const ComponentPath path =
                componentPath(media.value.value(u"schema").value(u"$ref").toString());
            if (path.name.startsWith(QLatin1String("Body_")))
                names.insert(path.name);
        }
    });
    return names;
}

/// Names that pydantic's models have themselves, or that this module needs.
bool isTaken(const QString &field)
{
    static const QSet<QString> taken{text("copy"),
                                     text("dict"),
                                     text("json"),
                                     text("schema"),
                                     text("validate"),
                                     text("construct"),
                                     text("date"),
                                     text("datetime"),
                                     text("time"),
                                     text("timedelta"),
                                     text("list"),
                                     text("set"),
                                     text("tuple"),
                                     text("str"),
                                     text("int"),
                                     text("float"),
                                     text("bool"),
                                     text("bytes"),
                                     text("frozenset"),
                                     text("parse_obj"),
                                     text("parse_raw"),
                                     text("parse_file"),
                                     text("from_orm"),
                                     text("schema_json"),
                                     text("update_forward_refs"),
                                     text("is_none")};
    return taken.contains(field) || field.startsWith(QLatin1String("model_"));
}

} // namespace

Models::Models(Source &source)
    : m_source(source)
    , m_module(module(), text("The data that the API takes and gives."))
    , m_types(source, *this, m_module)
{
    m_names.take(text("BaseModel"));
    for (const char *name : {"Any", "Annotated", "Field", "Enum", "Literal", "ConfigDict", "Path",
                             "Decimal", "UUID", "Json"})
        m_names.take(text(name));
    findComponents();
    findAnswered();
}

Models::Kind Models::kindOf(const QString &name, const Json &schema,
                            const QSet<QString> &bodies) const
{
    const bool isRefusal =
        name == u"HTTPValidationError" ||
        (name == u"ValidationError" && schema.value(u"properties").object().contains(u"loc") &&
         schema.value(u"properties").object().contains(u"msg"));
    if (isRefusal || bodies.contains(name))
        return Kind::Hidden;
    if (name.endsWith(QLatin1String("-Output")) &&
        m_source.drawn()
            .value(u"components")
            .value(u"schemas")
            .find(QString(name.chopped(7) + QLatin1String("-Input"))))
        return Kind::Hidden;
    if (schema.find(u"enum") && !schema.find(u"$ref"))
        return Kind::Enum;
    const bool isDerived = schema.find(u"allOf") && !schema.value(u"allOf").array().isEmpty();
    if (isModel(schema) ||
        (isDerived && isModel(m_source.followed(schema.value(u"allOf").array().first()))))
        return Kind::Model;
    return Kind::Alias;
}

void Models::findComponents()
{
    const Json &schemas = m_source.drawn().value(u"components").value(u"schemas");
    const QSet<QString> bodies = bodyComponents(m_source.drawn());
    for (const JsonObject::Member &member : schemas.object()) {
        Component component;
        component.kind = kindOf(member.key, member.value, bodies);
        component.schema = member.value;
        component.pointer = schemasPointer(member.key);
        const bool isInput =
            member.key.endsWith(QLatin1String("-Input")) &&
            schemas.find(QString(member.key.chopped(6) + QLatin1String("-Output")));
        if (component.kind != Kind::Hidden)
            component.name =
                m_names.unique(className(isInput ? member.key.chopped(6) : member.key));
        m_components.insert(member.key, component);
        m_order.append(member.key);
    }
    for (const QString &name : std::as_const(m_order)) { // one class has both its schemas
        Component &component = m_components[name];
        const auto input = m_components.constFind(name.chopped(qMin<qsizetype>(name.size(), 7)) +
                                                  QLatin1String("-Input"));
        if (component.kind == Kind::Hidden && name.endsWith(QLatin1String("-Output")) &&
            input != m_components.constEnd())
            component.name = input->name;
    }
}

void Models::findAnswered()
{
    forEachOperation(m_source.drawn(), [&](const Json &operation) {
        for (const JsonObject::Member &response : operation.value(u"responses").object())
            addAnswered(m_source.followed(response.value), 0);
    });
}

void Models::addAnswered(const Json &json, int depth)
{
    constexpr int deepest = 100;
    if (depth > deepest)
        return;
    for (const Json &item : json.array())
        addAnswered(item, depth + 1);
    for (const JsonObject::Member &member : json.object()) {
        if (member.key != u"$ref") {
            addAnswered(member.value, depth + 1);
            continue;
        }
        const ComponentPath path = componentPath(member.value.toString());
        if (path.section == u"schemas" && !m_answered.contains(path.name)) {
            m_answered.insert(path.name);
            addAnswered(component(path.name), depth + 1);
        }
    }
}

Json Models::component(const QString &name) const
{
    return m_components.value(name).schema;
}

QString Models::reference(const QString &component)
{
    return QLatin1String("#") + schemasPointer(component);
}

bool Models::isHidden(const QString &component) const
{
    return m_components.value(component).kind == Kind::Hidden;
}

const Models::Component *Models::find(const Json &schema) const
{
    const ComponentPath path = componentPath(schema.value(u"$ref").toString());
    if (path.section != u"schemas" || !path.rest.isEmpty())
        return nullptr;
    const auto found = m_components.constFind(path.name);
    return found == m_components.constEnd() ? nullptr : &*found;
}

QString Models::use(const QString &reference)
{
    const Component *found = find(Json(JsonObject{{text("$ref"), reference}}));
    if (!found || found->name.isEmpty())
        return {};
    if (m_uses)
        m_uses->insert(found->name);
    return found->name;
}

bool Models::isModel(const Json &schema) const
{
    if (!schema.isObject() || schema.find(u"$ref") || schema.find(u"enum"))
        return false;
    const Json *const type = schema.find(u"type");
    if (type && type->toString() != u"object")
        return false;
    if (schema.find(u"properties"))
        return true;
    const Json extra = schema.value(u"additionalProperties");
    if (extra.isBool() && !extra.toBool() && !schema.find(u"patternProperties"))
        return true;
    const JsonArray all = schema.value(u"allOf").array();
    for (const Json &part : all) {
        if (all.size() > 1 && isModel(m_source.followed(part)))
            return true;
    }
    return false;
}

bool Models::isClass(const Json &schema) const
{
    const Component *found = find(schema);
    return found ? found->kind == Kind::Model : isModel(schema);
}

QString Models::inlineModel(const Json &schema, const QString &name, const QString &pointer)
{
    for (const auto &[made, known] : std::as_const(m_made)) {
        if (made == schema) {
            if (m_uses)
                m_uses->insert(known);
            return known;
        }
    }
    Component component;
    component.kind = Kind::Model;
    component.schema = schema;
    component.pointer = pointer;
    const QString title = schema.value(u"title").toString();
    component.name = m_names.unique(className(isIdentifier(title) ? title : name));
    m_made.append({schema, component.name});
    define(component, true);
    if (m_uses)
        m_uses->insert(component.name);
    return component.name;
}

Json Models::property(const Json &schema, const QString &name) const
{
    const Json followed = m_source.followed(schema);
    if (const Json *own = followed.value(u"properties").find(name))
        return *own;
    for (const Json &part : followed.value(u"allOf").array()) {
        const Json found = property(part, name);
        if (!found.isUndefined())
            return found;
    }
    return {};
}

QStringList Models::properties(const Json &schema) const
{
    const Json followed = m_source.followed(schema);
    QStringList names;
    for (const Json &part : followed.value(u"allOf").array())
        names += properties(part);
    names += followed.value(u"properties").object().keys();
    names.removeDuplicates();
    return names;
}

bool Models::areTagged(const JsonArray &schemas, const QString &property_) const
{
    for (const Json &schema : schemas) {
        const Component *model = find(schema);
        const Json tag = m_source.followed(property(schema, property_));
        if (!model || model->kind != Kind::Model || (!tag.find(u"const") && !tag.find(u"enum")))
            return false;
    }
    return !schemas.isEmpty();
}

QString Models::fieldName(const Json &, const QString &property) const
{
    if (isIdentifier(property) && !property.startsWith(u'_') && !isTaken(property))
        return property;
    const QString name = variableName(property);
    return isTaken(name) || name.startsWith(u'_')
               ? (name.startsWith(u'_') ? text("field") + name : name + u'_')
               : name;
}

QString Models::aliasText(const Component &component)
{
    const Code type = m_types.annotation(component.schema, component.name, component.pointer);
    m_module.use("typing_extensions", "TypeAliasType");
    return component.name + text(" = ") +
           laidOut(call(text("TypeAliasType"), {literal(component.name), type}), 0,
                   static_cast<int>(component.name.size()) + 3) +
           u'\n';
}

QString Models::fieldLine(const QString &property, const Json &schema, bool isRequired,
                          bool isAnswered, const Component &owner)
{
    const QString name = fieldName(owner.schema, property);
    const QString made = className(variableName(property).replace(u'_', u'-'));
    TypeHint type = m_types.hint(schema, owner.name + made.left(1).toUpper() + made.mid(1),
                                 childPointer(owner.pointer + text("/properties"), property));
    QList<Code> arguments;
    if (name != property)
        arguments.append(keyword(text("alias"), literal(Json(property))));
    arguments += type.rules;
    arguments += TypeWriter::notes(schema, titleOf(property).trimmed(), type.extra);
    QString value;
    const Json given = schema.value(u"default");
    const QString whole = oneLine(type.type);
    const bool isNullable = whole.endsWith(QLatin1String("| None")) || whole == u"None";
    Code standard = atom(text("None"));
    if (!given.isUndefined() && !(given.isNull() && isRequired)) {
        const DefaultValue found = m_types.defaultValue(schema, given);
        standard = found.code;
        if (found.needsReading)
            arguments.append(atom(text("validate_default=True")));
    } else if (!isRequired && !isNullable && whole != u"Any" && isAnswered) {
        arguments.append(atom(text("exclude_if=is_none"))); // left out rather than null
    }
    const bool hasDefault = !isRequired || !given.isUndefined();
    Code annotation = type.type;
    if (!arguments.isEmpty())
        annotation = subscript(m_module.use("typing", "Annotated"),
                               {type.type, call(m_module.use("pydantic", "Field"), arguments)});
    annotation = prefixed(name + text(": "), annotation);
    if (!hasDefault)
        return text("    ") + laidOut(annotation, 4) + u'\n';
    // A long default is broken, a short one stays behind the annotation.
    const QString flat = oneLine(standard);
    if (annotation.isBracket() && flat.size() < 40)
        return text("    ") + laidOut(suffixed(annotation, text(" = ") + flat), 4) + u'\n';
    return text("    ") + laidOut(prefixed(oneLine(annotation) + text(" = "), standard), 4) + u'\n';
}

QString Models::modelText(const Component &component, bool isAnswered)
{
    // What stands in the schema, and in parts of `allOf` that are no classes, is its own.
    JsonObject own = component.schema.object();
    QStringList bases;
    JsonObject properties;
    QSet<QString> required;
    JsonObject rest;
    const std::function<void(const Json &)> collect = [&](const Json &part) {
        for (const JsonObject::Member &member : part.object()) {
            if (member.key == u"properties") {
                for (const JsonObject::Member &property_ : member.value.object())
                    properties.insert(property_.key, property_.value);
            } else if (member.key == u"required") {
                for (const Json &name : member.value.array())
                    required.insert(name.toString());
            } else if (member.key == u"allOf") {
                for (const Json &inner : member.value.array()) {
                    const Component *base = find(inner);
                    if (base && base->kind == Kind::Model)
                        bases.append(use(inner.value(u"$ref").toString()));
                    else
                        collect(m_source.followed(inner));
                }
            } else if (member.key != u"type" && member.key != u"x-menura") {
                rest.insert(member.key, member.value);
            }
        }
    };
    collect(Json(own));
    for (const QString &name : std::as_const(required)) { // required here, optional in a base
        if (!properties.contains(name) && !property(component.schema, name).isUndefined())
            properties.insert(name, property(component.schema, name));
    }

    for (const QString &base : std::as_const(bases))
        m_module.use(module(), base);
    if (bases.isEmpty())
        bases.append(m_module.use("pydantic", "BaseModel"));
    QList<Code> baseCodes;
    for (const QString &base : std::as_const(bases))
        baseCodes.append(atom(base));
    QString result = text("class ") + laidOut(call(component.name, baseCodes), 6, 1) + text(":\n");

    const QString note = rest.value(u"description").toString();
    rest.remove(u"description");
    QList<Code> config;
    const QString title = rest.value(u"title").toString();
    rest.remove(u"title");
    if (!title.isEmpty() && title != component.name)
        config.append(keyword(text("title"), literal(title)));
    QString extraType;
    const Json additional = rest.value(u"additionalProperties");
    if (!additional.isUndefined()) {
        const bool isClosed = additional.isBool() && !additional.toBool();
        config.append(keyword(text("extra"), literal(isClosed ? text("forbid") : text("allow"))));
        if (additional.isObject() && !additional.object().isEmpty())
            extraType = QStringLiteral("    __pydantic_extra__: dict[str, %1]\n")
                            .arg(oneLine(m_types.annotation(
                                additional, component.name + text("Extra"),
                                component.pointer + text("/additionalProperties"))));
        rest.remove(u"additionalProperties");
    }
    static const QSet<QString> notes{text("example"),  text("examples"),      text("deprecated"),
                                     text("readOnly"), text("writeOnly"),     text("externalDocs"),
                                     text("xml"),      text("discriminator"), text("$comment"),
                                     text("default")};
    for (const JsonObject::Member &member : std::as_const(rest)) {
        if (!notes.contains(member.key) && !member.key.startsWith(u"x-"))
            m_source.report(childPointer(component.pointer, member.key),
                            QStringLiteral("%1 is documented, but pydantic does not check it.")
                                .arg(member.key));
    }
    if (!rest.isEmpty())
        config.append(keyword(text("json_schema_extra"), literal(Json(rest))));

    QStringList parts;
    if (!note.isEmpty())
        parts.append(docstring(note, 4));
    if (!config.isEmpty()) {
        m_module.use("pydantic", "ConfigDict");
        parts.append(
            text("    ") +
            laidOut(prefixed(text("model_config = "), call(text("ConfigDict"), config)), 4) +
            u'\n');
    }
    QString fields = extraType;
    for (const JsonObject::Member &member : std::as_const(properties))
        fields += fieldLine(member.key, member.value, required.contains(member.key), isAnswered,
                            component);
    if (!fields.isEmpty())
        parts.append(fields);
    parts += computedFields(component);
    if (parts.isEmpty())
        parts.append(text("    pass\n"));
    return result + parts.join(u'\n');
}

void Models::define(const Component &component, bool isAnswered)
{
    QSet<QString> uses;
    QSet<QString> *const around = std::exchange(m_uses, &uses);
    Definition definition;
    switch (component.kind) {
    case Kind::Model:
        definition.text = modelText(component, isAnswered);
        break;
    case Kind::Enum:
        definition.text = enumText(component);
        break;
    case Kind::Alias:
        definition.text = aliasText(component);
        break;
    case Kind::Hidden:
        break;
    }
    m_uses = around;
    definition.uses = uses;
    m_definitions.insert(component.name, definition);
    m_defined.append(component.name);
}

Module Models::write()
{
    QStringList order = m_defined; // what was made for routes comes behind the components
    m_defined.clear();
    for (const QString &name : std::as_const(m_order)) {
        const Component component = m_components.value(name);
        if (component.kind != Kind::Hidden)
            define(component, m_answered.contains(name));
    }
    order = m_defined + order;
    QSet<QString> done;
    QSet<QString> open;
    bool isCircular = false;
    QStringList sorted;
    const std::function<void(const QString &)> visit = [&](const QString &name) {
        if (done.contains(name))
            return;
        if (open.contains(name)) {
            isCircular = true;
            return;
        }
        open.insert(name);
        QStringList uses = m_definitions.value(name).uses.values();
        std::sort(uses.begin(), uses.end(), [&](const QString &a, const QString &b) {
            return order.indexOf(a) < order.indexOf(b);
        });
        for (const QString &used : std::as_const(uses))
            visit(used);
        open.remove(name);
        done.insert(name);
        sorted.append(name);
    };
    for (const QString &name : std::as_const(order))
        visit(name);
    if (isCircular)
        m_module.use("__future__", "annotations");
    bool needsNone = false;
    for (const Definition &definition : std::as_const(m_definitions))
        needsNone = needsNone || definition.text.contains(QLatin1String("exclude_if=is_none"));
    if (needsNone) {
        m_module.use("typing", "Any");
        m_module.addDefinition(text("def is_none(value: Any) -> bool:\n"
                                    "    \"\"\"What is not there is left out of an answer.\"\"\"\n"
                                    "    return value is None\n"));
    }
    for (const QString &name : std::as_const(sorted)) {
        const QString definition = m_definitions.value(name).text;
        if (definition.startsWith(QLatin1String("class ")))
            m_module.addDefinition(definition);
        else
            m_module.addStatement(definition);
    }
    return m_module;
}

} // namespace Design::Python
