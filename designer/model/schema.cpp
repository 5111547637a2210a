#include "designer/model/schema.h"

namespace Design
{

struct Schema::Data : QSharedData {
    NodeId id = NodeId::None;
    std::optional<bool> boolean;
    QList<Entry> entries;
};

Schema::Schema() = default;
Schema::Schema(const Schema &) = default;
Schema::Schema(Schema &&) noexcept = default;
Schema &Schema::operator=(const Schema &) = default;
Schema &Schema::operator=(Schema &&) noexcept = default;
Schema::~Schema() = default;

bool Schema::Entry::operator==(const Entry &other) const
{
    return keyword == other.keyword && name == other.name && payload == other.payload;
}

Schema Schema::empty(NodeId id)
{
    Schema schema;
    schema.d = new Data;
    schema.d->id = id;
    return schema;
}

Schema Schema::boolean(NodeId id, bool value)
{
    Schema schema = empty(id);
    schema.d->boolean = value;
    return schema;
}

bool Schema::isBoolean() const
{
    return d && d->boolean.has_value();
}

std::optional<bool> Schema::booleanValue() const
{
    return d ? d->boolean : std::nullopt;
}

NodeId Schema::id() const
{
    return d ? d->id : NodeId::None;
}

void Schema::setId(NodeId newId)
{
    if (!isAbsent() && id() != newId)
        d->id = newId;
}

const QList<Schema::Entry> &Schema::entries() const &
{
    static const QList<Entry> none;
    return d ? d->entries : none;
}

const Schema::Entry *Schema::find(Keyword keyword) const
{
    for (const Entry &entry : entries()) {
        if (entry.keyword == keyword)
            return &entry;
    }
    return nullptr;
}

const Json &Schema::value(Keyword keyword) const &
{
    static const Json none;
    const Entry *entry = find(keyword);
    const Json *value = entry ? std::get_if<Json>(&entry->payload) : nullptr;
    return value ? *value : none;
}

QString Schema::text(Keyword keyword) const
{
    return value(keyword).toString();
}

bool Schema::flag(Keyword keyword) const
{
    return value(keyword).toBool(false);
}

Reference Schema::reference(Keyword keyword) const
{
    const Entry *entry = find(keyword);
    const Reference *reference = entry ? std::get_if<Reference>(&entry->payload) : nullptr;
    return reference ? *reference : Reference();
}

Schema Schema::schema(Keyword keyword) const
{
    const QList<Schema> &list = schemas(keyword);
    return list.isEmpty() ? Schema() : list.first();
}

const QList<Schema> &Schema::schemas(Keyword keyword) const &
{
    static const QList<Schema> none;
    const Entry *entry = find(keyword);
    const auto *list = entry ? std::get_if<QList<Schema>>(&entry->payload) : nullptr;
    return list ? *list : none;
}

const NamedList<Schema> &Schema::members(Keyword keyword) const &
{
    static const NamedList<Schema> none;
    const Entry *entry = find(keyword);
    const auto *list = entry ? std::get_if<NamedList<Schema>>(&entry->payload) : nullptr;
    return list ? *list : none;
}

const Json &Schema::unknown(QStringView name) const &
{
    static const Json none;
    for (const Entry &entry : entries()) {
        if (entry.keyword == Keyword::Unknown && entry.name == name) {
            if (const Json *value = std::get_if<Json>(&entry.payload))
                return *value;
        }
    }
    return none;
}

QStringList Schema::types() const
{
    const Json &type = value(Keyword::Type);
    if (type.isString())
        return {type.string()};
    QStringList names;
    for (const Json &name : type.array()) {
        if (name.isString())
            names.append(name.string());
    }
    return names;
}

bool Schema::isRequired(QStringView property) const
{
    for (const Json &name : value(Keyword::Required).array()) {
        if (name.isString() && name.string() == property)
            return true;
    }
    return false;
}

/// Where people write a keyword among the others: in the order of the enumeration, but what a model
/// extends before its own properties.
static int rank(Keyword keyword)
{
    const auto doubled = [](Keyword k) { return 2 * static_cast<int>(k); };
    return keyword == Keyword::AllOf ? doubled(Keyword::Properties) - 1 : doubled(keyword);
}

void Schema::put(Keyword keyword, Payload payload)
{
    if (!d)
        d = new Data;
    d->boolean.reset();
    QList<Entry> &entries = d->entries;
    // One `items`: the forms with a schema and with a list of schemas take each other's place.
    const auto same = [keyword](Keyword other) {
        return other == keyword ||
               (keywordName(other) == keywordName(keyword) && keyword != Keyword::Unknown);
    };
    qsizetype after = entries.size();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (same(entries.at(i).keyword)) {
            if (entries.at(i).keyword == keyword && entries.at(i).payload == payload)
                return;
            entries[i] = {keyword, {}, std::move(payload)};
            return;
        }
    }
    // Annotations such as a title stay where they are.
    for (qsizetype i = entries.size(); i-- > 0;) {
        const Keyword other = entries.at(i).keyword;
        if (other == Keyword::Unknown || other >= Keyword::Title)
            continue;
        if (rank(other) < rank(keyword))
            break;
        after = i;
    }
    entries.insert(after, {keyword, {}, std::move(payload)});
}

void Schema::set(Keyword keyword, const Json &value)
{
    if (value.isUndefined())
        remove(keyword);
    else
        put(keyword, value);
}

void Schema::setReference(Keyword keyword, const Reference &reference)
{
    if (reference.isNull())
        remove(keyword);
    else
        put(keyword, reference);
}

void Schema::setSchema(Keyword keyword, const Schema &schema)
{
    if (schema.isAbsent())
        remove(keyword);
    else
        put(keyword, QList<Schema>{schema});
}

void Schema::setSchemas(Keyword keyword, const QList<Schema> &schemas)
{
    if (schemas.isEmpty())
        remove(keyword);
    else
        put(keyword, schemas);
}

void Schema::setMembers(Keyword keyword, const NamedList<Schema> &members)
{
    put(keyword, members);
}

void Schema::setUnknown(const QString &name, const Json &value)
{
    if (!d && value.isUndefined())
        return;
    if (!d)
        d = new Data;
    for (qsizetype i = 0; i < d->entries.size(); ++i) {
        if (d->entries.at(i).keyword == Keyword::Unknown && d->entries.at(i).name == name) {
            if (value.isUndefined())
                d->entries.removeAt(i);
            else
                d->entries[i].payload = value;
            return;
        }
    }
    if (value.isUndefined())
        return;
    d->boolean.reset();
    d->entries.append({Keyword::Unknown, name, value});
}

bool Schema::remove(Keyword keyword)
{
    for (qsizetype i = 0; i < entries().size(); ++i) {
        if (entries().at(i).keyword == keyword) {
            d->entries.removeAt(i);
            return true;
        }
    }
    return false;
}

void Schema::append(Entry entry)
{
    if (!d)
        d = new Data;
    d->entries.append(std::move(entry));
}

void Schema::reserve(qsizetype entries)
{
    if (!d)
        d = new Data;
    d->entries.reserve(entries);
}

QList<Schema::Entry> &Schema::entriesForChange()
{
    if (!d)
        d = new Data;
    return d->entries;
}

void Schema::setTypes(const QStringList &types)
{
    if (types.isEmpty()) {
        remove(Keyword::Type);
    } else if (types.size() == 1) {
        set(Keyword::Type, types.first());
    } else {
        JsonArray names;
        for (const QString &type : types)
            names.append(type);
        set(Keyword::Type, names);
    }
}

void Schema::setRequired(const QString &property, bool required)
{
    if (isRequired(property) == required)
        return;
    JsonArray names = value(Keyword::Required).array();
    if (required)
        names.append(property);
    else
        names.removeAll(Json(property));
    set(Keyword::Required, names.isEmpty() ? Json() : Json(names));
}

bool Schema::operator==(const Schema &other) const
{
    const Data *a = d.constData();
    const Data *b = other.d.constData();
    if (a == b)
        return true;
    return a && b && a->id == b->id && a->boolean == b->boolean && a->entries == b->entries;
}

} // namespace Design
