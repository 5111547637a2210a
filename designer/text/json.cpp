#include "designer/text/json.h"

#include "designer/text/json_shape.h"
#include "designer/text/number.h"

#include <array>
#include <cmath>
#include <cstring>
#include <optional>
#include <random>

namespace Design
{

// Looking a key up in a short list is faster than hashing it; a long object gets an index, so that
// a hostile document with 100,000 keys stays linear.
static constexpr qsizetype indexedFrom = 24;

void JsonObject::Data::reindex()
{
    hasShape = false;
    index.clear();
    if (members.size() < indexedFrom)
        return;
    index.reserve(members.size());
    for (qsizetype i = 0; i < members.size(); ++i)
        index.insert(members.at(i).key, i);
}

JsonObject::JsonObject() = default;
JsonObject::JsonObject(const JsonObject &) = default;
JsonObject::JsonObject(JsonObject &&) noexcept = default;
JsonObject &JsonObject::operator=(const JsonObject &) = default;
JsonObject &JsonObject::operator=(JsonObject &&) noexcept = default;
JsonObject::~JsonObject() = default;

JsonObject::JsonObject(std::initializer_list<Member> members)
{
    for (const Member &member : members)
        insert(member.key, member.value);
}

namespace
{

/// High and low half of the product, mixed: each bit of the result depends on all of both.
quint64 mixed(quint64 a, quint64 b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<quint64>(product) ^ static_cast<quint64>(product >> 64);
}

struct ShapeSecret {
    std::array<quint64, 4> words;

    ShapeSecret()
    {
        std::random_device source;
        for (quint64 &word : words)
            word = (static_cast<quint64>(source()) << 32) | source() | 1;
    }
};

class PrintMaker
{
public:
    void add(quint64 word)
    {
        m_print.high = mixed(m_print.high ^ word ^ m_secret[0], m_secret[1]);
        m_print.low = mixed(m_print.low ^ word ^ m_secret[2], m_secret[3]);
    }

    void add(const QString &key)
    {
        constexpr qsizetype unitsPerWord = 4;
        add(static_cast<quint64>(key.size()));
        qsizetype at = 0;
        for (; at + unitsPerWord <= key.size(); at += unitsPerWord)
            add(load(key, at, unitsPerWord));
        if (at < key.size())
            add(load(key, at, key.size() - at));
    }

    JsonShape::Print print() const { return m_print; }

private:
    static quint64 load(const QString &key, qsizetype at, qsizetype units)
    {
        quint64 word = 0;
        std::memcpy(&word, key.constData() + at, static_cast<size_t>(units) * sizeof(QChar));
        return word;
    }

    static const std::array<quint64, 4> &secret()
    {
        static const ShapeSecret secret;
        return secret.words;
    }

    const std::array<quint64, 4> &m_secret = secret();
    JsonShape::Print m_print;
};

/// What an object or array has inside, as far as a shape tells it; null where that is not known.
std::optional<JsonShape::Print> insideOf(const Json &value)
{
    if (value.isArray()) {
        const JsonObject *first = firstOfAlike(value.array());
        return first ? first->shape()->kinds : JsonShape::Print{storagesIn(value.array()), 0};
    }
    if (value.object().isEmpty())
        return JsonShape::Print{};
    const JsonShape *shape = value.object().shape();
    return shape ? std::optional(shape->kinds) : std::nullopt;
}

std::optional<JsonShape> shapeOf(const QList<JsonObject::Member> &members)
{
    constexpr int bitsPerKind = 3;
    constexpr int bitsPerWord = 63;
    PrintMaker keys;
    keys.add(static_cast<quint64>(members.size()));
    for (const JsonObject::Member &member : members)
        keys.add(member.key);
    PrintMaker kinds = keys;
    quint64 word = 1;
    int bits = 0;
    for (const JsonObject::Member &member : members) {
        word = (word << bitsPerKind) | static_cast<quint64>(member.value.storage());
        bits += bitsPerKind;
        if (bits + bitsPerKind > bitsPerWord) {
            kinds.add(std::exchange(word, 1));
            bits = 0;
        }
    }
    kinds.add(word);
    for (const JsonObject::Member &member : members) {
        if (!member.value.isArray() && !member.value.isObject())
            continue;
        const std::optional<JsonShape::Print> inside = insideOf(member.value);
        if (!inside)
            return {};
        kinds.add(inside->high);
        kinds.add(inside->low);
    }
    return JsonShape{keys.print(), kinds.print()};
}

} // namespace

quint8 storagesIn(const JsonArray &array)
{
    quint8 storages = 0;
    for (const Json &value : array)
        storages |= static_cast<quint8>(1U << static_cast<unsigned>(value.storage()));
    return storages;
}

const JsonObject *firstOfAlike(const JsonArray &array)
{
    const JsonShape *first = nullptr;
    for (const Json &value : array) {
        const JsonShape *shape = value.isObject() ? value.object().shape() : nullptr;
        if (!shape || (first && first->kinds != shape->kinds))
            return nullptr;
        first = first ? first : shape;
    }
    return first ? &array.first().object() : nullptr;
}

JsonObject JsonObject::fromDistinct(QList<Member> &&members)
{
    JsonObject object;
    if (!members.isEmpty()) {
        object.d = new Data;
        object.d->members = std::move(members);
        object.d->reindex();
        if (const std::optional<JsonShape> shape = shapeOf(object.d->members)) {
            object.d->shape = *shape;
            object.d->hasShape = true;
        }
    }
    return object;
}

qsizetype JsonObject::size() const
{
    return d ? d->members.size() : 0;
}

const QList<JsonObject::Member> JsonObject::members() &&
{
    return std::as_const(*this).members();
}

const QList<JsonObject::Member> &JsonObject::noMembers()
{
    static const QList<Member> none;
    return none;
}

qsizetype JsonObject::indexOf(QStringView key) const
{
    if (!d)
        return -1;
    const Data &data = *std::as_const(d);
    if (data.members.size() >= indexedFrom)
        return data.index.value(QString::fromRawData(key.data(), key.size()), -1);
    for (qsizetype i = 0; i < data.members.size(); ++i) {
        if (data.members.at(i).key == key)
            return i;
    }
    return -1;
}

const Json *JsonObject::find(QStringView key) const
{
    const qsizetype at = indexOf(key);
    return at < 0 ? nullptr : &members().at(at).value;
}

Json JsonObject::value(QStringView key) const
{
    const Json *found = find(key);
    return found ? *found : Json();
}

QStringList JsonObject::keys() const
{
    QStringList keys;
    keys.reserve(size());
    for (const Member &member : *this)
        keys.append(member.key);
    return keys;
}

void JsonObject::insert(const QString &key, const Json &value)
{
    if (!d)
        d = new Data;
    const qsizetype at = indexOf(key);
    if (at >= 0) {
        d->members[at].value = value;
        d->hasShape = false;
        return;
    }
    Data &data = *d;
    data.hasShape = false;
    data.members.append({key, value});
    if (data.members.size() == indexedFrom)
        data.reindex();
    else if (data.members.size() > indexedFrom)
        data.index.insert(key, data.members.size() - 1);
}

void JsonObject::insert(qsizetype at, const QString &key, const Json &value)
{
    if (!d)
        d = new Data;
    const qsizetype old = indexOf(key);
    if (old >= 0)
        d->members.removeAt(old);
    d->members.insert(qBound(qsizetype{0}, at, d->members.size()), {key, value});
    d->reindex();
}

bool JsonObject::remove(QStringView key)
{
    const qsizetype at = indexOf(key);
    if (at < 0)
        return false;
    d->members.removeAt(at);
    d->reindex();
    return true;
}

bool JsonObject::rename(QStringView from, const QString &to)
{
    const qsizetype at = indexOf(from);
    if (at < 0)
        return false;
    const qsizetype taken = indexOf(to);
    if (taken >= 0)
        return taken == at;
    d->members[at].key = to;
    d->reindex();
    return true;
}

bool JsonObject::operator==(const JsonObject &other) const
{
    return std::as_const(d).constData() == std::as_const(other.d).constData() ||
           members() == other.members();
}

Json::Json(double value)
    : m_value(number(shortestText(value)).m_value)
{
}

Json::Json(const JsonArray &value)
    : m_value(value)
{
}

Json::Json(JsonArray &&value)
    : m_value(std::move(value))
{
}

Json Json::number(const QByteArray &text)
{
    Json result;
    const bool isInteger = isIntegerText(text);
    if (isInteger && text.size() <= 19 && text != "-0") {
        bool ok = false;
        const qint64 value = text.toLongLong(&ok);
        if (ok) {
            result.m_value = value;
            return result;
        }
    }
    auto *number = new JsonNumber;
    number->text = text;
    number->value = toDoubleValue(text);
    number->isInteger = isInteger;
    result.m_value = NumberPointer(number);
    return result;
}

bool Json::toBool(bool otherwise) const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value ? *value : otherwise;
}

qint64 Json::toInt64(qint64 otherwise) const
{
    if (const qint64 *value = std::get_if<qint64>(&m_value))
        return *value;
    if (const NumberPointer *number = std::get_if<NumberPointer>(&m_value)) {
        if ((*number)->text == "-0")
            return 0;
        bool ok = false;
        const qint64 value = (*number)->isInteger ? (*number)->text.toLongLong(&ok) : 0;
        return ok ? value : otherwise;
    }
    return otherwise;
}

double Json::toDouble(double otherwise) const
{
    if (const qint64 *value = std::get_if<qint64>(&m_value))
        return static_cast<double>(*value);
    const NumberPointer *number = std::get_if<NumberPointer>(&m_value);
    return number ? (*number)->value : otherwise;
}

QString Json::toString() const
{
    const QString *value = std::get_if<QString>(&m_value);
    return value ? *value : QString();
}

QByteArray Json::numberText() const
{
    if (const qint64 *value = std::get_if<qint64>(&m_value))
        return QByteArray::number(*value);
    const NumberPointer *number = std::get_if<NumberPointer>(&m_value);
    return number ? (*number)->text : QByteArray();
}

const QString &Json::noString()
{
    static const QString none;
    return none;
}

const JsonArray &Json::noArray()
{
    static const JsonArray none;
    return none;
}

const JsonObject &Json::noObject()
{
    static const JsonObject none;
    return none;
}

bool Json::operator==(const Json &other) const
{
    if (m_value.index() != other.m_value.index())
        return false;
    if (const NumberPointer *number = std::get_if<NumberPointer>(&m_value))
        return (*number)->text == std::get<NumberPointer>(other.m_value)->text;
    return m_value == other.m_value;
}

bool jsonEquals(const Json &a, const Json &b)
{
    if (a.isNumber() && b.isNumber())
        return compareNumbers(a, b) == 0;
    if (a.type() != b.type())
        return false;
    if (a.isArray()) {
        return std::equal(a.array().begin(), a.array().end(), b.array().begin(), b.array().end(),
                          jsonEquals);
    }
    if (a.isObject()) {
        if (a.object().size() != b.object().size())
            return false;
        return std::all_of(a.object().begin(), a.object().end(), [&](const JsonObject::Member &m) {
            const Json *other = b.find(m.key);
            return other && jsonEquals(m.value, *other);
        });
    }
    return a == b;
}

int compareNumbers(const Json &a, const Json &b)
{
    if (a.isInt64() && b.isInt64()) {
        const qint64 x = a.toInt64();
        const qint64 y = b.toInt64();
        return x < y ? -1 : x > y ? 1 : 0;
    }
    const double x = a.toDouble();
    const double y = b.toDouble();
    if (x < y || y < x) // rounding keeps the order, so only equal doubles need a closer look
        return x < y ? -1 : 1;
    return compareNumberTexts(a.numberText(), b.numberText());
}

size_t jsonHash(const Json &value, size_t seed)
{
    switch (value.type()) {
    case Json::Type::Undefined:
        return qHash(0, seed);
    case Json::Type::Null:
        return qHash(1, seed);
    case Json::Type::Boolean:
        return qHash(value.toBool() ? 3 : 2, seed);
    case Json::Type::Integer:
    case Json::Type::Number:
        return qHash(value.toDouble(), seed);
    case Json::Type::String:
        return qHash(value.string(), seed);
    case Json::Type::Array: {
        size_t hash = seed ^ 0x9e3779b9U;
        for (const Json &item : value.array())
            hash = jsonHash(item, hash * 31);
        return hash;
    }
    case Json::Type::Object: {
        size_t hash = seed ^ 0x85ebca6bU; // a sum, so that the order does not count
        for (const JsonObject::Member &member : value.object())
            hash += jsonHash(member.value, qHash(member.key, seed));
        return hash;
    }
    }
    return seed;
}

} // namespace Design
