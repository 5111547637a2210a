#include "mockserver/engine/errors/error_form.h"

using Design::FlatSchema;
using Design::Keyword;
using Design::Schema;

namespace Mock
{

namespace
{

constexpr int mostLevels = 6;
constexpr int mostForms = 500;

using Kind = ErrorForm::Kind;

/// The kind of the first type that is not null; texts first, as they can say most.
Kind kindOf(const QStringList &types)
{
    if (types.contains(QStringLiteral("string")))
        return Kind::Text;
    for (const QString &type : types) {
        if (type == u"object")
            return Kind::Object;
        if (type == u"array")
            return Kind::List;
        if (type == u"integer")
            return Kind::Integer;
        if (type == u"number")
            return Kind::Number;
        if (type == u"boolean")
            return Kind::Flag;
    }
    return Kind::Any;
}

class Former
{
public:
    explicit Former(const Design::FindSchema &find)
        : m_find(find)
    {
    }

    ErrorForm::Pointer form(const Schema &schema, int level)
    {
        auto result = std::make_shared<ErrorForm>();
        if (level == 0 || schema.isAbsent() || --m_budget < 0)
            return result;
        const FlatSchema flat(schema, m_find);
        result->kind = kindOf(flat.types());
        const Design::Json only = flat.value(Keyword::Const).value;
        result->allowed =
            only.isUndefined() ? flat.value(Keyword::Enum).value.array() : Design::JsonArray{only};
        result->format = flat.value(Keyword::Format).value.toString();
        result->mostLength = flat.length(Keyword::MaxLength).value;
        result->fewestItems = std::max<qint64>(0, flat.length(Keyword::MinItems).value);
        result->mostItems = flat.length(Keyword::MaxItems).value;
        addMembers(flat, level, result.get());
        if (flat.has(Keyword::Items)) {
            result->item = form(flat.schema(Keyword::Items), level - 1);
            if (result->kind == Kind::Any)
                result->kind = Kind::List;
        }
        for (const Keyword keyword : {Keyword::OneOf, Keyword::AnyOf}) {
            for (const Schema &choice : flat.schemas(keyword))
                result->choices.append(form(choice, level - 1));
        }
        if (!result->choices.isEmpty() && result->members.isEmpty())
            result->kind = Kind::Choice;
        return result;
    }

private:
    void addMembers(const FlatSchema &flat, int level, ErrorForm *result)
    {
        for (const Schema &part : flat.parts()) {
            for (const auto &property : part.members(Keyword::Properties)) {
                if (!property.isRaw())
                    result->members.append({property.name, false, form(property.value, level - 1)});
            }
        }
        for (ErrorForm::Member &member : result->members) {
            for (const Schema &part : flat.parts())
                member.isRequired |= part.isRequired(member.name);
        }
        const Schema others = flat.schema(Keyword::AdditionalProperties);
        if (!others.isAbsent() && !others.isBoolean())
            result->other = form(others, level - 1);
        if (result->kind == Kind::Any && (!result->members.isEmpty() || result->other))
            result->kind = Kind::Object;
    }

    const Design::FindSchema &m_find;
    int m_budget = mostForms;
};

} // namespace

ErrorForm::Pointer errorFormOf(const Schema &schema, const Design::FindSchema &find)
{
    return Former(find).form(schema, mostLevels);
}

} // namespace Mock
