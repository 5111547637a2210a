#include "mockserver/engine/inputs/form_values.h"

#include "designer/text/json_reader.h"
#include "mockserver/engine/inputs/part_check.h"
#include "mockserver/engine/inputs/style_reader.h"

#include <algorithm>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

/// The field that a name belongs to: "filter" of "filter[age]", "tags" of "tags[]".
QString fieldOf(const QString &name, const TextShape &shape)
{
    const QString start = name.section(u'[', 0, 0);
    const bool isInside = start != name && !shape.fields.contains(name);
    return isInside && shape.fields.contains(start) ? start : name;
}

/// The object that the text of a field is, or the list of anything but texts: clients write these
/// as JSON whatever the design says, lists of objects also without their brackets. Undefined when
/// it is nothing of the kind.
Json objectsOf(const QString &text, const TextShape &shape)
{
    const bool isList = shape.isArray && !shape.item(0).isString;
    const bool looksSo =
        (text.startsWith(u'{') && (shape.isObject || (isList && shape.item(0).isObject))) ||
        (text.startsWith(u'[') && isList);
    if (!looksSo)
        return {};
    const QString unescaped = unmarked(text);
    const bool isBare = isList && text.startsWith(u'{');
    const QString json = isBare ? u'[' + unescaped + u']' : unescaped;
    const Design::ReadText read = Design::readJson(json.toUtf8());
    return read.ok() ? read.value : Json();
}

Json fieldValue(const QList<NamedText> &pairs, const QString &field, const BodyPlan::Media &media,
                QString *problem)
{
    const TextShape &shape = media.shape.field(field);
    const FieldEncoding encoding = media.parts.value(field).encoding;
    ParameterStyle style = encoding.style;
    const auto isIts = [&field](const NamedText &pair) { return pair.name == field; };
    const auto own = std::find_if(pairs.begin(), pairs.end(), isIts);
    if (std::count_if(pairs.begin(), pairs.end(), isIts) == 1) {
        const Json objects = objectsOf(own->value, shape);
        if (!objects.isUndefined())
            return objects;
    }
    const auto isDeep = [&field](const NamedText &pair) {
        return pair.name.startsWith(field + u'[') && pair.name != field + QLatin1String("[]");
    };
    if (std::any_of(pairs.begin(), pairs.end(), isDeep))
        style.form = ParameterStyle::Form::DeepObject;
    else if (!encoding.hasStyle && shape.isObject) // section 4.8.14: written as JSON
        style.form = ParameterStyle::Form::Json;
    const StyledValue read = readPairs(pairs, field, style, shape);
    *problem = read.problem;
    return read.value;
}

/// Whether the text has characters that RFC 6570 would have encoded.
bool hasReserved(const QByteArray &raw)
{
    return std::any_of(raw.begin(), raw.end(),
                       [](char c) { return QByteArrayView("/?#[]@!$'()*,;:").contains(c); });
}

class FormBody
{
public:
    explicit FormBody(const BodyPlan::Media &media)
        : m_media(media)
    {
    }

    FormValues read(const QByteArray &body, const ParsedMediaType &type)
    {
        if (type.type.startsWith("multipart/"))
            readParts(body, type);
        else
            readPairsOf(body);
        if (!m_form.error.isEmpty())
            return m_form;
        addPairs();
        return m_form;
    }

private:
    void readPairsOf(const QByteArray &body)
    {
        m_pairs = parseMarkedQuery(body);
        if (m_pairs.size() > mostFormFields) {
            m_form.error = QStringLiteral("A form may have %1 fields at most.").arg(mostFormFields);
            return;
        }
        for (const QByteArray &pair : body.split('&')) {
            const qsizetype equals = pair.indexOf('=');
            const QString name = percentDecoded(pair.first(equals < 0 ? pair.size() : equals));
            if (equals >= 0 && m_media.parts.value(name).encoding.refusesReserved &&
                hasReserved(pair.sliced(equals + 1))) {
                m_form.violations.append(partViolation(
                    Json(name), QStringLiteral("allowReserved"),
                    QStringLiteral("has reserved characters that are not percent-encoded"),
                    m_media.node));
            }
        }
    }

    void readParts(const QByteArray &body, const ParsedMediaType &type)
    {
        const ReadForm form = readMultipart(body, type);
        m_form.error = form.error;
        for (const FormField &field : form.fields) {
            if (field.name.isNull())
                continue; // only a list could hold it
            const QString name = fieldOf(field.name, m_media.shape);
            m_form.violations +=
                partViolations(field, m_media.parts.value(name), Json(name), m_media.node);
            const bool isFile = field.isFile();
            const TextShape &shape = m_media.shape.field(name);
            const bool isBytes = isFile && (shape.isArray ? shape.item(0) : shape).isMereText();
            if (parseMediaType(field.contentType).isJson() && !isBytes) {
                addJson(name, field.bytes());
            } else if (isFile) {
                add(name, Json(QString::fromLatin1(field.content)));
            } else {
                m_pairs.append({field.name, field.value.string()});
            }
        }
    }

    void addJson(const QString &name, const QByteArray &bytes)
    {
        const Design::ReadText text = Design::readJson(bytes);
        if (text.ok()) {
            add(name, text.value);
            return;
        }
        m_form.violations.append(partViolation(Json(name), QStringLiteral("json_invalid"),
                                               QStringLiteral("must be JSON"), m_media.node));
    }

    /// One more value of a field: lists collect them.
    void add(const QString &name, const Json &value)
    {
        if (!m_media.shape.field(name).isArray || value.isArray()) {
            if (m_form.values.contains(name))
                m_form.violations.append(
                    partViolation(Json(name), QStringLiteral("style"), givenTwice(), m_media.node));
            m_form.values.insert(name, value);
            return;
        }
        JsonArray items = m_form.values.value(name).array();
        items.append(value);
        m_form.values.insert(name, Json(items));
    }

    void addPairs()
    {
        QStringList fields;
        for (const NamedText &pair : std::as_const(m_pairs)) {
            const QString field = fieldOf(pair.name, m_media.shape);
            if (!fields.contains(field) && !m_form.values.contains(field))
                fields.append(field);
        }
        // An exploded object leaves its own name out; its members are none of the form's.
        for (auto it = m_media.parts.begin(); it != m_media.parts.end(); ++it) {
            const TextShape &shape = m_media.shape.field(it.key());
            const FieldEncoding &encoding = it->encoding;
            const bool isSpread = encoding.hasStyle && encoding.style.explode && shape.isObject &&
                                  encoding.style.form == ParameterStyle::Form::Form;
            if (!isSpread)
                continue;
            fields.removeIf([&](const QString &field) {
                return shape.fields.contains(field) && !m_media.shape.fields.contains(field);
            });
            if (!fields.contains(it.key()))
                fields.append(it.key());
        }
        for (const QString &field : std::as_const(fields)) {
            QString problem;
            const Json value = fieldValue(m_pairs, field, m_media, &problem);
            if (!problem.isEmpty())
                m_form.violations.append(
                    partViolation(Json(field), QStringLiteral("style"), problem, m_media.node));
            else if (!value.isUndefined())
                m_form.values.insert(field, value);
        }
    }

    const BodyPlan::Media &m_media;
    QList<NamedText> m_pairs;
    FormValues m_form;
};

} // namespace

FormValues readFormValues(const QByteArray &body, const ParsedMediaType &type,
                          const BodyPlan::Media &media)
{
    return FormBody(media).read(body, type);
}

} // namespace Mock
