#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSharedData>
#include <QString>

#include <variant>

namespace Design
{

class Json;
using JsonArray = QList<Json>;

/// A number that a qint64 cannot carry without loss: a fraction, an exponent, `-0`, or an integer
/// beyond 64 bits. The text is the one that was read, so writing gives it back unchanged.
struct JsonNumber : QSharedData {
    QByteArray text;        ///< as in the document, or "NaN", "Infinity", "-Infinity"
    double value = 0;       ///< nearest double; infinite when beyond its range
    bool isInteger = false; ///< no fraction and no exponent in the text
};

/// Fingerprints of an object, of 128 bits each and with a secret of this process, so that nobody
/// can make two that meet. What is known about one object holds for all with the same fingerprint.
struct JsonShape {
    struct Print {
        quint64 high = 0;
        quint64 low = 0;

        bool operator==(const Print &) const = default;
    };
    Print keys; ///< the keys in their order
    /// The keys and how their values are held (Json::Storage), the same of the objects that are
    /// values, and in which ways the elements of arrays that are values are held.
    Print kinds;
};

/// The members of a JSON object in their order, each key once. Implicitly shared.
class JsonObject
{
public:
    struct Member;

    JsonObject();
    JsonObject(std::initializer_list<Member> members);
    /// Takes the members over, for readers. Precondition: no two keys are equal.
    static JsonObject fromDistinct(QList<Member> &&members);
    JsonObject(const JsonObject &);
    JsonObject(JsonObject &&) noexcept;
    JsonObject &operator=(const JsonObject &);
    JsonObject &operator=(JsonObject &&) noexcept;
    ~JsonObject();

    qsizetype size() const;
    bool isEmpty() const { return size() == 0; }
    const QList<Member> &members() const &;
    const QList<Member> members() &&; ///< of a temporary: the members themselves
    /// Null where the object was not read from a text but made, or changed since.
    const JsonShape *shape() const;
    QList<Member>::const_iterator begin() const;
    QList<Member>::const_iterator end() const;

    qsizetype indexOf(QStringView key) const; ///< -1 when absent
    const Json *find(QStringView key) const;  ///< null when absent; valid until the next change
    bool contains(QStringView key) const { return indexOf(key) >= 0; }
    Json value(QStringView key) const; ///< undefined when absent
    QStringList keys() const;

    void insert(const QString &key,
                const Json &value); ///< in place when the key is there, else last
    void insert(qsizetype at, const QString &key, const Json &value); ///< moves an existing member
    bool remove(QStringView key);
    bool rename(QStringView from, const QString &to); ///< keeps the place; false if absent or taken

    bool operator==(const JsonObject &other) const; ///< same members in the same order

private:
    struct Data;
    static const QList<Member> &noMembers();

    QSharedDataPointer<Data> d;
};

/// A JSON value that loses nothing: members keep their order, integers and fractions stay apart
/// (`1` is not `1.0`), numbers keep their text, strings may hold lone surrogates. RFC 8259.
/// A default-constructed value is undefined: "not there", which no JSON text contains.
class Json
{
public:
    enum class Type { Undefined, Null, Boolean, Integer, Number, String, Array, Object };
    /// How a value is held: integers within 64 bits (other than `-0`) apart from other numbers.
    enum class Storage : quint8 { Undefined, Null, Boolean, Int64, Number, String, Array, Object };

    Json() = default;
    Json(std::nullptr_t)
        : m_value(nullptr)
    {
    }
    Json(bool value)
        : m_value(value)
    {
    }
    Json(int value)
        : m_value(qint64{value})
    {
    }
    Json(qint64 value)
        : m_value(value)
    {
    }
    Json(double value); ///< always a fraction: 1 becomes `1.0`
    Json(const QString &value)
        : m_value(value)
    {
    }
    Json(QString &&value)
        : m_value(std::move(value))
    {
    }
    Json(const JsonArray &value);
    Json(JsonArray &&value);
    Json(const JsonObject &value)
        : m_value(value)
    {
    }
    Json(JsonObject &&value)
        : m_value(std::move(value))
    {
    }
    template<class T>
    Json(T *) = delete; // a pointer would become a bool

    /// The number with this JSON text (an integer if it has no fraction or exponent). The text is
    /// kept; it must match the grammar of RFC 8259 section 6 or be NaN, Infinity, -Infinity.
    static Json number(const QByteArray &text);

    Storage storage() const { return static_cast<Storage>(m_value.index()); }
    Type type() const;
    bool isUndefined() const { return storage() == Storage::Undefined; }
    bool isNull() const { return storage() == Storage::Null; }
    bool isBool() const { return storage() == Storage::Boolean; }
    bool isInteger() const { return type() == Type::Integer; } ///< of any size
    bool isNumber() const { return isInt64() || storage() == Storage::Number; }
    bool isString() const { return storage() == Storage::String; }
    bool isArray() const { return storage() == Storage::Array; }
    bool isObject() const { return storage() == Storage::Object; }
    bool isInt64() const { return storage() == Storage::Int64; }

    bool toBool(bool otherwise = false) const;
    qint64 toInt64(qint64 otherwise = 0) const; ///< otherwise: not an integer, or beyond 64 bits
    double toDouble(double otherwise = 0) const;
    QString toString() const;           ///< null when not a string
    QByteArray numberText() const;      ///< empty when not a number
    const QString &string() const &;    ///< empty when not a string
    const JsonArray &array() const &;   ///< empty when not an array
    const JsonObject &object() const &; ///< empty when not an object
    // Of a temporary: the value itself, which outlives it; const, so that reading does not copy it.
    const QString string() &&;
    const JsonArray array() &&;
    const JsonObject object() &&;
    const Json *find(QStringView key) const { return object().find(key); }
    Json value(QStringView key) const { return object().value(key); }

    /// Exactly the same document: order of members and text of numbers count.
    /// See jsonEquals() for equality as JSON Schema means it.
    bool operator==(const Json &other) const;

private:
    static const QString &noString();
    static const JsonArray &noArray();
    static const JsonObject &noObject();

    using NumberPointer = QExplicitlySharedDataPointer<const JsonNumber>;
    std::variant<std::monostate, std::nullptr_t, bool, qint64, NumberPointer, QString, JsonArray,
                 JsonObject>
        m_value;
};

struct JsonObject::Member {
    QString key;
    Json value;

    bool operator==(const Member &) const = default;
};

struct JsonObject::Data : QSharedData {
    // What validating looks at comes first, within one line of the processor's cache.
    bool hasShape = false;
    JsonShape shape;
    QList<Member> members;
    QHash<QString, qsizetype> index;

    void reindex();
};

inline QList<JsonObject::Member>::const_iterator JsonObject::begin() const
{
    return members().cbegin();
}

inline QList<JsonObject::Member>::const_iterator JsonObject::end() const
{
    return members().cend();
}

inline const QList<JsonObject::Member> &JsonObject::members() const &
{
    return d ? d->members : noMembers();
}

inline const JsonShape *JsonObject::shape() const
{
    return d && d->hasShape ? &d->shape : nullptr;
}

inline Json::Type Json::type() const
{
    switch (storage()) {
    case Storage::Undefined:
        return Type::Undefined;
    case Storage::Null:
        return Type::Null;
    case Storage::Boolean:
        return Type::Boolean;
    case Storage::Int64:
        return Type::Integer;
    case Storage::Number:
        return (*std::get_if<NumberPointer>(&m_value))->isInteger ? Type::Integer : Type::Number;
    case Storage::String:
        return Type::String;
    case Storage::Array:
        return Type::Array;
    case Storage::Object:
        break;
    }
    return Type::Object;
}

inline const QString &Json::string() const &
{
    const QString *value = std::get_if<QString>(&m_value);
    return value ? *value : noString();
}

inline const JsonArray &Json::array() const &
{
    const JsonArray *value = std::get_if<JsonArray>(&m_value);
    return value ? *value : noArray();
}

inline const JsonObject &Json::object() const &
{
    const JsonObject *value = std::get_if<JsonObject>(&m_value);
    return value ? *value : noObject();
}

inline const QString Json::string() &&
{
    QString *value = std::get_if<QString>(&m_value);
    return value ? std::move(*value) : QString();
}

inline const JsonArray Json::array() &&
{
    JsonArray *value = std::get_if<JsonArray>(&m_value);
    return value ? std::move(*value) : JsonArray();
}

inline const JsonObject Json::object() &&
{
    JsonObject *value = std::get_if<JsonObject>(&m_value);
    return value ? std::move(*value) : JsonObject();
}

/// In which ways the elements are held: a bit for each Json::Storage.
quint8 storagesIn(const JsonArray &array);

/// Equality of JSON Schema (core section 4.2.2): numbers by mathematical value, exact at any size,
/// objects without regard to order.
bool jsonEquals(const Json &a, const Json &b);

/// Mathematical order of two numbers, exact at any size: negative, zero or positive.
/// NaN compares greater than everything. Precondition: both isNumber().
int compareNumbers(const Json &a, const Json &b);

/// A hash that agrees with jsonEquals().
size_t jsonHash(const Json &value, size_t seed = 0);

} // namespace Design

Q_DECLARE_TYPEINFO(Design::Json, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Design::JsonObject::Member, Q_RELOCATABLE_TYPE);
