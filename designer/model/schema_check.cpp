#include "designer/model/schema_check.h"

#include "designer/model/design_text.h"
#include "designer/model/keyword_check.h"

namespace Design
{

namespace
{

class SchemaCheck
{
public:
    explicit SchemaCheck(Diagnostics &diagnostics)
        : m_diagnostics(diagnostics)
    {
    }

    void check(const Schema &schema, const Place &place)
    {
        const NodeId outer = std::exchange(m_node, schema.id());
        for (const Schema::Entry &entry : schema.entries())
            checkEntry(entry, Place(place, entry.key()));
        m_node = outer;
    }

private:
    void checkEntry(const Schema::Entry &entry, const Place &place)
    {
        if (const auto *schemas = std::get_if<QList<Schema>>(&entry.payload)) {
            const bool isSingle = keywordShape(entry.keyword) == KeywordShape::OneSchema;
            for (qsizetype i = 0; i < schemas->size(); ++i)
                check(schemas->at(i), isSingle ? place : Place(place, i));
        } else if (const auto *map = std::get_if<NamedList<Schema>>(&entry.payload)) {
            for (const Named<Schema> &member : *map)
                checkMember(entry.keyword, member, Place(place, member.name));
        } else if (const Json *value = std::get_if<Json>(&entry.payload)) {
            checkValue(entry, *value, place);
        }
    }

    void checkMember(Keyword keyword, const Named<Schema> &member, const Place &place)
    {
        // `dependencies` of drafts 4 to 7 also takes lists of property names.
        if (!member.isRaw())
            check(member.value, place);
        else if (keyword != Keyword::Dependencies || !member.raw.isArray())
            report(place, DesignText::tr("A schema must be an object, true or false."));
    }

    void checkValue(const Schema::Entry &entry, const Json &value, const Place &place)
    {
        if (entry.keyword == Keyword::Unknown)
            return;
        QString expected;
        switch (keywordShape(entry.keyword)) {
        case KeywordShape::Value:
            expected = expectedValue(entry.keyword, value);
            break;
        case KeywordShape::Reference:
            expected = QStringLiteral("a reference (a string)");
            break;
        case KeywordShape::OneSchema:
            expected = QStringLiteral("a schema");
            break;
        case KeywordShape::SchemaList:
            expected = QStringLiteral("a list of schemas");
            break;
        case KeywordShape::SchemaMap:
            expected = QStringLiteral("an object of schemas");
            break;
        }
        if (!expected.isEmpty())
            report(place, DesignText::tr("“%1” must be %2.").arg(entry.key(), expected));
    }

    void report(const Place &place, const QString &message)
    {
        m_diagnostics.append({Severity::Error,
                              QStringLiteral("invalid-schema"),
                              message,
                              place.pointer(),
                              {},
                              m_node});
    }

    Diagnostics &m_diagnostics;
    NodeId m_node = NodeId::None;
};

} // namespace

void checkSchema(const Schema &schema, const Place &place, Diagnostics &diagnostics)
{
    SchemaCheck(diagnostics).check(schema, place);
}

} // namespace Design
