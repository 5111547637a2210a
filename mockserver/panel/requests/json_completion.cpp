#include "mockserver/panel/requests/json_completion.h"

#include "designer/model/locate.h"
#include "designer/text/json_writer.h"

using namespace Design;

namespace Mock
{

namespace
{

struct Frame {
    bool isObject = false;
    bool isAtKey = false; ///< a key comes next
    QString key;
    QStringList keys;
};

/// Reads a text up to where it breaks off.
class Reader
{
public:
    JsonPlace read(QStringView text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text.at(i);
            if (m_isInString)
                i += takeInString(c);
            else
                take(c);
        }
        JsonPlace place;
        for (const Frame &frame : std::as_const(m_frames))
            place.path.append(frame.isObject ? frame.key : QStringLiteral("[]"));
        place.begun = m_begun;
        place.isInString = m_isInString;
        place.isKey = isAtKey();
        if (place.isKey) {
            place.path.removeLast(); // the key of this object that came before
            place.siblings = m_frames.last().keys;
        }
        return place;
    }

private:
    bool isAtKey() const { return !m_frames.isEmpty() && m_frames.last().isAtKey; }

    /// How many characters more belong to this one.
    qsizetype takeInString(QChar c)
    {
        if (c == u'\\')
            return 1;
        if (c != u'"') {
            m_begun += c;
            return 0;
        }
        m_isInString = false;
        if (isAtKey())
            m_frames.last().key = m_begun;
        m_begun.clear();
        return 0;
    }

    void take(QChar c)
    {
        if (c == u'"') {
            m_isInString = true;
            m_begun.clear();
        } else if (c == u'{' || c == u'[') {
            m_frames.append({c == u'{', c == u'{', {}, {}});
            m_begun.clear();
        } else if (c == u'}' || c == u']') {
            if (!m_frames.isEmpty())
                m_frames.removeLast();
            m_begun.clear();
        } else if (c == u':' && isAtKey()) {
            m_frames.last().keys.append(m_frames.last().key);
            m_frames.last().isAtKey = false;
            m_begun.clear();
        } else if (c == u',') {
            if (!m_frames.isEmpty())
                m_frames.last().isAtKey = m_frames.last().isObject;
            m_begun.clear();
        } else if (c.isSpace()) {
            m_begun.clear();
        } else {
            m_begun += c;
        }
    }

    QList<Frame> m_frames;
    QString m_begun;
    bool m_isInString = false;
};

constexpr int deepest = 12; // models may contain themselves

/// The schema, what it refers to, and what they are composed of: all that may speak of a value.
void gather(const Api &api, const Schema &schema, int depth, QList<Schema> &into)
{
    const Schema *found = resolve(api, schema);
    if (!found || found->isAbsent() || depth > deepest)
        return;
    into.append(*found);
    for (const Keyword keyword : {Keyword::AllOf, Keyword::AnyOf, Keyword::OneOf}) {
        for (const Schema &part : found->schemas(keyword))
            gather(api, part, depth + 1, into);
    }
}

QList<Schema> inside(const Api &api, const QList<Schema> &schemas, const QString &step)
{
    QList<Schema> result;
    for (const Schema &schema : schemas) {
        if (step == QLatin1String("[]")) {
            gather(api, schema.schema(Keyword::Items), 0, result);
        } else if (const Schema *member = schema.members(Keyword::Properties).find(step)) {
            gather(api, *member, 0, result);
        } else {
            gather(api, schema.schema(Keyword::AdditionalProperties), 0, result);
        }
    }
    return result;
}

void addValues(const Schema &schema, bool isInString, QStringList &words)
{
    QList<Json> values(schema.value(Keyword::Enum).array());
    values.append(schema.value(Keyword::Const));
    values.append(schema.value(Keyword::Examples).array());
    values.append(schema.value(Keyword::Default));
    const QStringList types = schema.types();
    if (types.contains(QLatin1String("boolean")))
        values << Json(true) << Json(false);
    if (types.contains(QLatin1String("null")))
        values << Json(nullptr);
    for (const Json &value : std::as_const(values)) {
        if (value.isString())
            words.append(value.string());
        else if (!isInString && !value.isUndefined())
            words.append(QString::fromUtf8(writeJson(value)));
    }
}

} // namespace

JsonPlace jsonPlace(QStringView before)
{
    return Reader().read(before);
}

QStringList jsonWords(const Api &api, const Schema &schema, const JsonPlace &place)
{
    QList<Schema> schemas;
    gather(api, schema, 0, schemas);
    for (const QString &step : place.path)
        schemas = inside(api, schemas, step);
    QStringList words;
    for (const Schema &one : std::as_const(schemas)) {
        if (!place.isKey) {
            addValues(one, place.isInString, words);
            continue;
        }
        for (const Named<Schema> &field : one.members(Keyword::Properties)) {
            if (!place.siblings.contains(field.name))
                words.append(field.name);
        }
    }
    words.removeDuplicates();
    words.removeIf([&](const QString &word) {
        return !word.startsWith(place.begun, Qt::CaseInsensitive) || word == place.begun;
    });
    return words;
}

} // namespace Mock
