#include "designer/codegen/type_writer.h"

#include "designer/codegen/models.h"
#include "designer/codegen/python_module.h"
#include "designer/codegen/python_names.h"
#include "designer/text/decimal_pattern.h"
#include "designer/text/pointer.h"

#include <QSet>

namespace Design::Python
{

namespace
{

/// Keywords that say something about a schema without narrowing what fits it.
bool isNote(const QString &key)
{
    static const QSet<QString> notes{text("title"),    text("description"), text("default"),
                                     text("examples"), text("example"),     text("deprecated"),
                                     text("readOnly"), text("writeOnly"),   text("xml"),
                                     text("$comment"), text("externalDocs")};
    return notes.contains(key) || key.startsWith(u"x-");
}

/// Others that change nothing in what is accepted, as pydantic sees it.
bool isHarmless(const QString &key)
{
    static const QSet<QString> harmless{text("format"),           text("contentEncoding"),
                                        text("contentMediaType"), text("contentSchema"),
                                        text("$schema"),          text("$id"),
                                        text("$anchor"),          text("$defs"),
                                        text("definitions"),      text("discriminator")};
    return harmless.contains(key) || isNote(key);
}

bool isNullType(const Json &schema)
{
    return schema.value(u"type").toString() == u"null";
}

bool hasNotes(const Json &schema)
{
    for (const JsonObject::Member &member : schema.object()) {
        if (isNote(member.key))
            return true;
    }
    return false;
}

struct FormatType {
    const char *format;
    const char *module;
    const char *name;
};

/// Formats that pydantic has a type for.
const FormatType formatTypes[] = {
    {"date-time", "datetime", "datetime"},
    {"date", "datetime", "date"},
    {"time", "datetime", "time"},
    {"duration", "datetime", "timedelta"},
    {"uuid", "uuid", "UUID"},
    {"uuid1", "pydantic", "UUID1"},
    {"uuid3", "pydantic", "UUID3"},
    {"uuid4", "pydantic", "UUID4"},
    {"uuid5", "pydantic", "UUID5"},
    {"email", "pydantic", "EmailStr"},
    {"name-email", "pydantic", "NameEmail"},
    {"ipv4", "ipaddress", "IPv4Address"},
    {"ipv6", "ipaddress", "IPv6Address"},
    {"ipv4network", "ipaddress", "IPv4Network"},
    {"ipv6network", "ipaddress", "IPv6Network"},
    {"ipv4interface", "ipaddress", "IPv4Interface"},
    {"ipv6interface", "ipaddress", "IPv6Interface"},
    {"ipvanyaddress", "pydantic", "IPvAnyAddress"},
    {"ipvanynetwork", "pydantic", "IPvAnyNetwork"},
    {"ipvanyinterface", "pydantic", "IPvAnyInterface"},
    {"binary", "", "bytes"},
    {"base64", "pydantic", "Base64Bytes"},
    {"base64url", "pydantic", "Base64UrlBytes"},
    {"path", "pathlib", "Path"},
    {"file-path", "pydantic", "FilePath"},
    {"directory-path", "pydantic", "DirectoryPath"},
};

/// Names of x-menura.type that are types of pydantic or of Python.
const FormatType namedTypes[] = {
    {"StrictInt", "pydantic", "StrictInt"},
    {"StrictFloat", "pydantic", "StrictFloat"},
    {"StrictStr", "pydantic", "StrictStr"},
    {"StrictBool", "pydantic", "StrictBool"},
    {"PastDate", "pydantic", "PastDate"},
    {"FutureDate", "pydantic", "FutureDate"},
    {"PastDatetime", "pydantic", "PastDatetime"},
    {"FutureDatetime", "pydantic", "FutureDatetime"},
    {"AwareDatetime", "pydantic", "AwareDatetime"},
    {"NaiveDatetime", "pydantic", "NaiveDatetime"},
};

template<size_t Size>
const FormatType *find(const FormatType (&table)[Size], const QString &name)
{
    for (const FormatType &row : table) {
        if (name == QLatin1String(row.format))
            return &row;
    }
    return nullptr;
}

Code joinedByBar(const QList<Code> &members)
{
    if (members.size() == 1)
        return members.first();
    // Only the last bracket may be broken over lines: the others are short.
    QString before;
    for (qsizetype i = 0; i + 1 < members.size(); ++i)
        before += oneLine(members[i]) + QLatin1String(" | ");
    return prefixed(before, members.last());
}

} // namespace

/// A schema that is being written: what has been said is taken out of `left`.
struct TypeWriter::Work {
    JsonObject left;
    TypeHint hint;
    QString name;
    QString pointer;
    bool isFrozen = false; ///< x-menura.type says frozenset

    Json take(const char *key)
    {
        const QString name_ = text(key);
        const Json value = left.value(name_);
        left.remove(name_);
        return value;
    }
    bool has(const char *key) const { return left.contains(text(key)); }
    QString at(const char *key) const { return childPointer(pointer, text(key)); }
};

TypeWriter::TypeWriter(Source &source, Models &models, Module &module)
    : m_source(source)
    , m_models(models)
    , m_module(module)
{
}

Code TypeWriter::any()
{
    return atom(m_module.use("typing", "Any"));
}

TypeHint TypeWriter::hint(const Json &schema, const QString &name, const QString &pointer)
{
    Work work;
    work.name = name;
    work.pointer = pointer;
    if (schema.isBool() && !schema.toBool()) {
        m_source.report(pointer, text("Nothing fits `false`; in Python everything does."));
    }
    for (const JsonObject::Member &member : schema.object()) {
        if (!isNote(member.key))
            work.left.insert(member.key, member.value);
    }
    const QString named = schema.value(u"x-menura").value(u"type").toString();
    work.isFrozen = named == u"frozenset";
    if (const FormatType *type = find(namedTypes, named)) {
        work.hint.type = atom(m_module.use(type->module, type->name));
        work.take("type");
        work.take("format");
        if (named == u"StrictInt" || named == u"StrictFloat")
            writeNumber(work, {});
        else if (named == u"StrictStr")
            takeRules(
                work,
                {{"minLength", "min_length"}, {"maxLength", "max_length"}, {"pattern", "pattern"}});
    } else if (work.has("$ref")) {
        writeReference(work);
    } else if (work.has("const") || work.has("enum")) {
        writeChoice(work);
    } else if (work.has("anyOf") || work.has("oneOf")) {
        writeUnion(work);
    } else if (m_models.isModel(schema)) {
        work.hint.type =
            atom(m_module.use(Models::module(), m_models.inlineModel(schema, name, pointer)));
        work.left = {};
    } else if (const JsonArray all = work.left.value(u"allOf").array(); all.size() == 1) {
        work.take("allOf");
        const TypeHint inner = hint(all.first(), name, pointer + text("/allOf/0"));
        work.hint = inner;
    } else {
        const Json said = work.take("type");
        QStringList types;
        for (const Json &one : said.isArray() ? said.array() : JsonArray{said}) {
            if (one.isString())
                types.append(one.toString());
        }
        const bool isNullable = types.size() > 1 && types.removeAll(text("null")) > 0;
        if (types.size() > 1) {
            QList<Code> members;
            for (const QString &one : std::as_const(types)) {
                JsonObject member = work.left;
                member.insert(0, text("type"), one);
                members.append(annotation(Json(member), name, pointer));
            }
            work.left = {};
            work.hint.type = joinedByBar(members);
        } else {
            writeOfType(work, types.value(0));
        }
        if (isNullable)
            work.hint.type = suffixed(work.hint.type, text(" | None"));
    }
    for (const JsonObject::Member &member : work.left) {
        work.hint.extra.insert(member.key, member.value);
        if (!isHarmless(member.key))
            m_source.report(
                childPointer(pointer, member.key),
                text("%1 is documented, but pydantic does not check it.").arg(member.key));
    }
    return work.hint;
}

Code TypeWriter::annotation(const Json &schema, const QString &name, const QString &pointer)
{
    TypeHint type = hint(schema, name, pointer);
    const Json value = schema.value(u"default");
    if (!value.isUndefined() && !value.isNull())
        type.extra.insert(text("default"), value);
    const QList<Code> arguments = type.rules + notes(schema, {}, type.extra);
    if (arguments.isEmpty())
        return type.type;
    return subscript(m_module.use("typing", "Annotated"),
                     {type.type, call(m_module.use("pydantic", "Field"), arguments)});
}

QList<Code> TypeWriter::notes(const Json &schema, const QString &usualTitle,
                              const JsonObject &extra)
{
    QList<Code> arguments;
    JsonObject others = extra;
    for (const JsonObject::Member &member : schema.object()) {
        const QString &key = member.key;
        if (!isNote(key) || key == u"default" || key == u"x-menura")
            continue;
        const bool isText = key == u"title" || key == u"description";
        if (isText && member.value.isString()) {
            if (key != u"title" || member.value.toString() != usualTitle)
                arguments.append(keyword(key, literal(member.value)));
        } else if ((key == u"examples" && member.value.isArray()) ||
                   (key == u"deprecated" && member.value.isBool())) {
            arguments.append(keyword(key, literal(member.value)));
        } else {
            others.insert(key, member.value);
        }
    }
    if (!others.isEmpty())
        arguments.append(keyword(text("json_schema_extra"), literal(Json(others))));
    return arguments;
}

void TypeWriter::takeRules(Work &work,
                           std::initializer_list<std::pair<const char *, const char *>> names)
{
    for (const auto &[key, argument] : names) {
        if (work.has(key))
            work.hint.rules.append(keyword(text(argument), literal(work.take(key))));
    }
}

void TypeWriter::writeReference(Work &work)
{
    const QString reference = work.take("$ref").toString();
    const QString name = m_models.use(reference);
    if (name.isEmpty()) {
        m_source.report(work.pointer, text("%1 leads to nothing that a project can hold; every "
                                           "value is accepted.")
                                          .arg(reference));
        work.hint.type = any();
        work.left = {};
        return;
    }
    work.hint.type = atom(m_module.use(Models::module(), name));
    takeRules(work, {{"minLength", "min_length"},
                     {"maxLength", "max_length"},
                     {"minimum", "ge"},
                     {"maximum", "le"}});
}

void TypeWriter::writeChoice(Work &work)
{
    const bool isConst = work.has("const");
    const JsonArray values = isConst ? JsonArray{work.take("const")} : work.take("enum").array();
    QList<Code> members;
    bool isFine = !values.isEmpty();
    for (const Json &value : values) {
        isFine =
            isFine && (value.isString() || value.isInteger() || value.isBool() || value.isNull());
        members.append(literal(value));
    }
    if (isFine) {
        work.take("type");
        work.hint.type = subscript(m_module.use("typing", "Literal"), members);
        return;
    }
    work.hint.extra.insert(isConst ? text("const") : text("enum"),
                           isConst ? values.value(0) : Json(values));
    m_source.report(work.pointer, text("These values can stand in no Literal: they are documented, "
                                       "but not checked."));
    writeOfType(work, work.take("type").toString());
}

bool TypeWriter::writeDecimal(Work &work, const JsonArray &members)
{
    if (members.size() != 2 || members[0].value(u"type").toString() != u"number")
        return false;
    const auto pattern = readDecimalPattern(members[1].value(u"pattern").toString());
    if (!pattern)
        return false;
    work.hint.type = atom(m_module.use("decimal", "Decimal"));
    if (pattern->digits >= 0)
        work.hint.rules.append(atom(text("max_digits=%1").arg(pattern->digits)));
    if (pattern->places >= 0)
        work.hint.rules.append(atom(text("decimal_places=%1").arg(pattern->places)));
    Work number;
    number.left = members[0].object();
    number.take("type");
    takeRules(number, {{"exclusiveMinimum", "gt"},
                       {"minimum", "ge"},
                       {"exclusiveMaximum", "lt"},
                       {"maximum", "le"},
                       {"multipleOf", "multiple_of"}});
    work.hint.rules += number.hint.rules;
    return true;
}

void TypeWriter::writeUnion(Work &work)
{
    const bool isOne = work.has("oneOf");
    const JsonArray members = (isOne ? work.take("oneOf") : work.take("anyOf")).array();
    const QString key = isOne ? text("oneOf") : text("anyOf");
    JsonArray others;
    bool isNullable = false;
    for (const Json &member : members) {
        if (isNullType(member))
            isNullable = true;
        else
            others.append(member);
    }
    if (writeDecimal(work, others)) {
    } else if (others.isEmpty()) {
        work.hint.type = atom(text("None"));
        return;
    } else if (others.size() == 1) {
        const Json &member = others.first();
        const QString place = childPointer(work.pointer + u'/' + key, members.indexOf(member));
        work.hint = hint(member, work.name, place);
        if (hasNotes(member) || !work.hint.extra.isEmpty()) {
            work.hint = {};
            work.hint.type = annotation(member, work.name, place);
        }
    } else {
        QList<Code> types;
        for (const Json &member : std::as_const(others)) {
            const qsizetype index = members.indexOf(member);
            types.append(
                annotation(member, work.name + (index > 0 ? QString::number(index + 1) : QString()),
                           childPointer(work.pointer + u'/' + key, index)));
        }
        work.hint.type = joinedByBar(types);
        const QString discriminator =
            work.left.value(u"discriminator").value(u"propertyName").toString();
        if (!discriminator.isEmpty() && m_models.areTagged(others, discriminator)) {
            work.take("discriminator");
            work.hint.rules.append(
                keyword(text("discriminator"),
                        atom(quoted(m_models.fieldName(others.first(), discriminator)))));
        } else if (isOne) {
            m_source.report(work.pointer + u'/' + key,
                            text("oneOf becomes a union: a value that fits several is accepted."));
        }
    }
    if (isNullable)
        work.hint.type = suffixed(work.hint.type, text(" | None"));
}

void TypeWriter::writeOfType(Work &work, const QString &type)
{
    if (type == u"string" ||
        (type.isEmpty() && (work.has("minLength") || work.has("maxLength") || work.has("pattern"))))
        writeString(work);
    else if (type == u"integer" || type == u"number")
        writeNumber(work, type);
    else if (type == u"boolean")
        work.hint.type = atom(text("bool"));
    else if (type == u"null")
        work.hint.type = atom(text("None"));
    else if (type == u"array" || (type.isEmpty() && (work.has("items") || work.has("prefixItems"))))
        writeArray(work);
    else if (type == u"object" || (type.isEmpty() && work.has("additionalProperties")))
        writeObject(work);
    else
        work.hint.type = any();
}

void TypeWriter::writeString(Work &work)
{
    const QString format = work.left.value(u"format").toString();
    const QString media = work.left.value(u"contentMediaType").toString();
    if (format == u"uri" || format == u"uri-reference-http") {
        const bool isHttp = work.left.value(u"maxLength").toInt64() == 2083;
        if (work.left.value(u"minLength").toInt64(1) <= 1)
            work.take("minLength");
        if (isHttp)
            work.take("maxLength");
        work.take("format");
        work.hint.type = atom(m_module.use("pydantic", isHttp ? "HttpUrl" : "AnyUrl"));
    } else if (format == u"json-string" ||
               (media == u"application/json" && work.has("contentSchema"))) {
        const Json content = work.take("contentSchema");
        work.take("format");
        work.take("contentMediaType");
        const QString json = m_module.use("pydantic", "Json");
        work.hint.type =
            content.object().isEmpty()
                ? atom(json)
                : subscript(json, {annotation(content, work.name, work.at("contentSchema"))});
    } else if (media == u"application/octet-stream" && format.isEmpty() &&
               !work.has("contentEncoding")) {
        work.take("contentMediaType");
        work.hint.type = atom(text("bytes"));
    } else if (const FormatType *type = find(formatTypes, format)) {
        work.take("format");
        work.hint.type =
            *type->module ? atom(m_module.use(type->module, type->name)) : atom(text(type->name));
    } else {
        work.hint.type = atom(text("str"));
    }
    takeRules(work,
              {{"minLength", "min_length"}, {"maxLength", "max_length"}, {"pattern", "pattern"}});
}

void TypeWriter::writeNumber(Work &work, const QString &type)
{
    if (!type.isEmpty())
        work.hint.type = atom(type == u"integer" ? text("int") : text("float"));
    takeRules(work, {{"exclusiveMinimum", "gt"},
                     {"minimum", "ge"},
                     {"exclusiveMaximum", "lt"},
                     {"maximum", "le"},
                     {"multipleOf", "multiple_of"}});
}

bool TypeWriter::isHashable(const Json &schema) const
{
    const Json followed = m_source.followed(schema);
    for (const Json &member : followed.value(u"anyOf").array()) {
        if (!isHashable(member))
            return false;
    }
    const QString type = followed.value(u"type").toString();
    return type == u"string" || type == u"integer" || type == u"number" || type == u"boolean" ||
           type == u"null" || followed.find(u"enum") || followed.find(u"const") ||
           (followed.find(u"anyOf") && type.isEmpty());
}

void TypeWriter::writeArray(Work &work)
{
    const JsonArray first = work.left.value(u"prefixItems").array();
    const qint64 least = work.left.value(u"minItems").toInt64(-1);
    const qint64 most = work.left.value(u"maxItems").toInt64(-1);
    const Json after = work.left.value(u"items");
    const bool isClosed = after.isUndefined() || (after.isBool() && !after.toBool());
    if (!first.isEmpty() && least == first.size() && most == least && isClosed) {
        for (const char *key : {"prefixItems", "minItems", "maxItems", "items"})
            work.take(key);
        QList<Code> items;
        for (qsizetype i = 0; i < first.size(); ++i)
            items.append(annotation(first[i], work.name + text("Item") + QString::number(i + 1),
                                    childPointer(work.pointer + text("/prefixItems"), i)));
        work.hint.type = subscript(text("tuple"), items);
        return;
    }
    const Json item = work.take("items");
    const bool isUnique = work.left.value(u"uniqueItems").toBool();
    QString collection = text("list");
    if (isUnique && isHashable(item)) {
        collection = work.isFrozen ? text("frozenset") : text("set");
        work.take("uniqueItems");
    } else if (!isUnique) {
        work.take("uniqueItems");
    }
    const bool isAny = item.isUndefined() || item.object().isEmpty();
    work.hint.type = subscript(
        collection, {isAny ? any() : annotation(item, work.name + text("Item"), work.at("items"))});
    takeRules(work, {{"minItems", "min_length"}, {"maxItems", "max_length"}});
}

void TypeWriter::writeObject(Work &work)
{
    const Json names = work.take("propertyNames");
    const Json values = work.take("additionalProperties");
    Code key = atom(text("str"));
    if (names.isObject()) {
        JsonObject schema = names.object();
        if (!schema.contains(u"type") && !schema.contains(u"$ref") && !schema.contains(u"enum"))
            schema.insert(0, text("type"), text("string"));
        key = annotation(Json(schema), work.name + text("Key"), work.at("propertyNames"));
    }
    const bool isAny = !values.isObject() || values.object().isEmpty();
    const Code value =
        isAny ? any()
              : annotation(values, work.name + text("Value"), work.at("additionalProperties"));
    if (values.isBool() && !values.toBool())
        m_source.report(work.at("additionalProperties"),
                        text("An object without members becomes a dictionary of any."));
    work.hint.type = subscript(text("dict"), {key, value});
    takeRules(work, {{"minProperties", "min_length"}, {"maxProperties", "max_length"}});
}

DefaultValue TypeWriter::defaultValue(const Json &schema, const Json &value)
{
    const Json followed = m_source.followed(schema);
    const QString enumeration = m_models.enumMember(schema, value);
    if (!enumeration.isEmpty()) {
        m_module.use(Models::module(), enumeration.section(u'.', 0, 0));
        return {atom(enumeration), false};
    }
    const QString type = followed.value(u"type").toString();
    if (value.isArray() && followed.value(u"uniqueItems").toBool() && type == u"array" &&
        isHashable(followed.value(u"items"))) {
        if (value.array().isEmpty())
            return {atom(text("set()")), false};
        Code set = literal(value);
        set.text = text("{");
        set.tail = text("}");
        return {set, false};
    }
    if (value.isString() && type == u"string") {
        const QString format = followed.value(u"format").toString();
        const bool isOther = (find(formatTypes, format) && format != u"email") || format == u"uri";
        return {literal(value), isOther};
    }
    if (value.isArray() && followed.find(u"prefixItems")) {
        Code tuple = literal(value);
        tuple.text = text("(");
        tuple.tail = value.array().size() == 1 ? text(",)") : text(")");
        return {tuple, false};
    }
    // pydantic copies what can change, so a list or a dictionary is fine as a default.
    const bool isNested = (value.isArray() || value.isObject()) &&
                          (value.isArray() ? !value.array().isEmpty() : !value.object().isEmpty());
    return {literal(value), isNested};
}

} // namespace Design::Python
