#pragma once

#include "designer/model/keyword.h"
#include "designer/model/named_list.h"
#include "designer/model/reference.h"

#include <optional>

namespace Design
{

/// A JSON Schema as a value: its keywords in the order of the document, unknown ones included.
/// Implicitly shared and sparse (a design may have 100,000 of them). Default-constructed it is
/// absent; a boolean schema has no keywords.
class Schema
{
public:
    /// Wrapped so that the payload can be told apart from plain JSON.
    using Payload = std::variant<Json, Reference, QList<Schema>, NamedList<Schema>>;

    struct Entry {
        Keyword keyword = Keyword::Unknown;
        QString name; ///< of an unknown keyword; empty otherwise
        Payload payload;

        const QString &key() const
        {
            return keyword == Keyword::Unknown ? name : keywordName(keyword);
        }
        bool operator==(const Entry &) const;
    };

    Schema();
    Schema(const Schema &);
    Schema(Schema &&) noexcept;
    Schema &operator=(const Schema &);
    Schema &operator=(Schema &&) noexcept;
    ~Schema();

    static Schema empty(NodeId id);               ///< `{}`
    static Schema boolean(NodeId id, bool value); ///< `true` or `false`

    bool isAbsent() const { return !d; }
    bool isBoolean() const;
    std::optional<bool> booleanValue() const;
    NodeId id() const; ///< None when absent
    void setId(NodeId newId);

    // Reading. The getters give "nothing" for keywords that are absent or malformed (a keyword
    // whose value has the wrong shape is kept as plain JSON and has been reported by the reader).
    const QList<Entry> &entries() const &;
    const Entry *find(Keyword keyword) const;
    bool has(Keyword keyword) const { return find(keyword) != nullptr; }
    const Json &value(Keyword keyword) const &; ///< undefined when absent
    QString text(Keyword keyword) const;        ///< null when absent
    bool flag(Keyword keyword) const;           ///< false when absent
    Reference reference(Keyword keyword = Keyword::Ref) const;
    Schema schema(Keyword keyword) const;                      ///< of OneSchema keywords
    const QList<Schema> &schemas(Keyword keyword) const &;     ///< of SchemaList keywords
    const NamedList<Schema> &members(Keyword keyword) const &; ///< of SchemaMap keywords
    const Json &unknown(QStringView name) const &;

    // What is read from a temporary outlives it, as in `for (... : item.schema(key).schemas(all))`.
    QList<Entry> entries() && { return std::as_const(*this).entries(); }
    Json value(Keyword keyword) && { return std::as_const(*this).value(keyword); }
    QList<Schema> schemas(Keyword keyword) && { return std::as_const(*this).schemas(keyword); }
    NamedList<Schema> members(Keyword keyword) && { return std::as_const(*this).members(keyword); }
    Json unknown(QStringView name) && { return std::as_const(*this).unknown(name); }

    // Sugar over the above.
    QStringList types() const; ///< `type` as a list, also when it is a single name
    bool isRequired(QStringView property) const;

    // Writing: in place when the keyword is there, else where the usual order of keywords puts it.
    void set(Keyword keyword, const Json &value); ///< undefined removes
    void setReference(Keyword keyword, const Reference &reference);
    void setSchema(Keyword keyword, const Schema &schema); ///< absent removes
    void setSchemas(Keyword keyword, const QList<Schema> &schemas);
    void setMembers(Keyword keyword, const NamedList<Schema> &members);
    void setUnknown(const QString &name, const Json &value);
    bool remove(Keyword keyword);
    void append(Entry entry); ///< for readers: keeps the order of the document
    void reserve(qsizetype entries);
    QList<Entry> &entriesForChange(); ///< for walks that change something far below; detaches
    void setTypes(const QStringList &types); ///< one name as a string, several as a list
    void setRequired(const QString &property, bool required);

    /// Calls visit(child, keyword, name or index) for each direct subschema.
    template<class Visit>
    void forEachChild(Visit &&visit) const;

    bool operator==(const Schema &other) const; ///< ids included

private:
    struct Data;
    void put(Keyword keyword, Payload payload);
    QSharedDataPointer<Data> d;
};

template<class Visit>
void Schema::forEachChild(Visit &&visit) const
{
    for (const Entry &entry : entries()) {
        if (const auto *list = std::get_if<QList<Schema>>(&entry.payload)) {
            for (qsizetype i = 0; i < list->size(); ++i) {
                const bool single = keywordShape(entry.keyword) == KeywordShape::OneSchema;
                visit(list->at(i), entry.keyword, single ? QString() : QString::number(i));
            }
        } else if (const auto *map = std::get_if<NamedList<Schema>>(&entry.payload)) {
            for (const Named<Schema> &member : *map) {
                if (!member.isRaw())
                    visit(member.value, entry.keyword, member.name);
            }
        }
    }
}

} // namespace Design
