#include "designer/coercion/types/union_types.h"

#include "designer/coercion/reading.h"
#include "designer/coercion/texts/python_text.h"
#include "designer/coercion/types/choice_types.h"

#include <algorithm>

namespace Design
{

namespace
{

struct Match {
    Json value;
    Exactness exactness = Exactness::Lax;
    std::optional<int> fieldsSet;

    /// More fields set count first, then how little had to be changed.
    bool isBetterThan(const Match &other) const
    {
        if (fieldsSet && other.fieldsSet && *fieldsSet != *other.fieldsSet)
            return *fieldsSet > *other.fieldsSet;
        return exactness > other.exactness;
    }
};

} // namespace

UnionType::UnionType(NodeId node, const QList<const Type *> &members)
    : Type(node)
    , m_members(members)
{
    for (const Type *member : m_members)
        m_labels.append(member->name());
}

Json UnionType::read(const Json &input, Reading &reading) const
{
    const Exactness exactnessBefore = reading.exactness();
    const std::optional<int> fieldsBefore = reading.fieldsSet();
    const qsizetype errors = reading.errorCount();
    std::optional<Match> best;
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        if (reading.isExhausted())
            return {};
        reading.restore(Exactness::Exact, std::nullopt);
        const qsizetype before = reading.errorCount();
        const Json value = reading.readAt(m_labels[i], *m_members[i], input);
        if (value.isUndefined()) {
            if (best)
                reading.dropErrors(before);
            continue;
        }
        const Match match{value, reading.exactness(), reading.fieldsSet()};
        if (!best || match.isBetterThan(*best))
            best = match;
        if (match.exactness == Exactness::Exact && !match.fieldsSet)
            break;
    }
    reading.restore(exactnessBefore, fieldsBefore);
    if (!best)
        return {};
    reading.dropErrors(errors);
    reading.atMost(best->exactness);
    if (best->fieldsSet)
        reading.addFieldsSet(*best->fieldsSet);
    return best->value;
}

QString UnionType::name() const
{
    QStringList names;
    for (const Type *member : m_members)
        names.append(member->name());
    return QStringLiteral("union[%1]").arg(names.join(u','));
}

bool UnionType::isSequence() const
{
    return std::any_of(m_members.begin(), m_members.end(),
                       [](const Type *member) { return member->isSequence(); });
}

bool UnionType::isHashable(const Json &value) const
{
    return std::any_of(m_members.begin(), m_members.end(),
                       [&](const Type *member) { return member->isHashable(value); });
}

bool UnionType::isNullable() const
{
    return std::any_of(m_members.begin(), m_members.end(),
                       [](const Type *member) { return member->isNullable(); });
}

TaggedUnionType::TaggedUnionType(NodeId node, const QString &property, const QList<Choice> &choices)
    : Type(node)
    , m_property(property)
    , m_choices(choices)
{
    QStringList tags;
    for (const Choice &choice : m_choices)
        tags.append(pythonRepr(choice.tag));
    m_expectedTags = tags.join(QLatin1String(", "));
}

Json TaggedUnionType::read(const Json &input, Reading &reading) const
{
    if (!input.isObject())
        return reading.refuse(ErrorType::ModelAttributesType, input, node(), Keyword::Type);
    const QString discriminator = pythonRepr(Json(m_property));
    const Json *tag = input.find(m_property);
    if (!tag) {
        return reading.refuse(ErrorType::UnionTagNotFound, input, node(), Keyword::Discriminator,
                              {{QStringLiteral("discriminator"), discriminator}});
    }
    for (const Choice &choice : m_choices) {
        if (pythonEquals(choice.tag, *tag)) {
            const bool isBool = choice.tag.isBool(); // a number among Python's places
            const Json place = isBool ? Json(qint64{choice.tag.toBool()}) : choice.tag;
            return reading.readAt(place, *choice.type, input);
        }
    }
    return reading.refuse(ErrorType::UnionTagInvalid, input, node(), Keyword::Discriminator,
                          {{QStringLiteral("discriminator"), discriminator},
                           {QStringLiteral("tag"), pythonStr(*tag)},
                           {QStringLiteral("expected_tags"), m_expectedTags}});
}

QString TaggedUnionType::name() const
{
    QStringList names;
    for (const Choice &choice : m_choices)
        names.append(choice.type->name());
    return QStringLiteral("tagged-union[%1]").arg(names.join(u','));
}

NullableType::NullableType(NodeId node, const Type *inner)
    : Type(node)
    , m_inner(inner)
{
}

Json NullableType::read(const Json &input, Reading &reading) const
{
    return input.isNull() ? input : reading.read(*m_inner, input);
}

QString NullableType::name() const
{
    return QStringLiteral("nullable[%1]").arg(m_inner->name());
}

RootModelType::RootModelType(NodeId node, const QString &name, const Type *inner)
    : Type(node)
    , m_name(name)
    , m_inner(inner)
{
}

Json RootModelType::read(const Json &input, Reading &reading) const
{
    return m_inner->read(input, reading);
}

ReferenceType::ReferenceType(NodeId node, const QString &name)
    : Type(node)
    , m_name(name)
{
}

Json ReferenceType::read(const Json &input, Reading &reading) const
{
    return reading.read(*m_target, input);
}

} // namespace Design
