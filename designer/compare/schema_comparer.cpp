#include "designer/compare/schema_comparer.h"

#include "designer/compare/compare_text.h"
#include "designer/text/json_writer.h"

namespace Design
{

namespace
{

QString list(const QStringList &words)
{
    return words.isEmpty() ? CompareText::tr("nothing") : words.join(QStringLiteral(", "));
}

QString list(const JsonArray &values)
{
    QStringList words;
    for (const Json &value : values)
        words.append(QString::fromUtf8(writeJson(value)));
    return list(words);
}

bool holds(const JsonArray &values, const Json &value)
{
    return std::any_of(values.begin(), values.end(),
                       [&value](const Json &other) { return jsonEquals(value, other); });
}

/// What one has and the other has not.
JsonArray without(const JsonArray &values, const JsonArray &others)
{
    JsonArray rest;
    for (const Json &value : values) {
        if (!holds(others, value))
            rest.append(value);
    }
    return rest;
}

QStringList without(QStringList words, const QStringList &others)
{
    words.removeIf([&others](const QString &word) { return others.contains(word); });
    return words;
}

/// The types of one that the other does not take; integers are numbers.
QStringList typesMissing(const SchemaFacts &from, const SchemaFacts &in)
{
    QStringList missing;
    for (const QString &type : from.types) {
        if (!in.takes(type))
            missing.append(type);
    }
    return missing;
}

} // namespace

/// One pair of schemas on the way to its list of changes.
class SchemaComparer::Comparison
{
public:
    Comparison(SchemaComparer &comparer, const QList<Schema> &before, const QList<Schema> &after,
               Direction direction)
        : m_comparer(comparer)
        , m_direction(direction)
        , m_beforeId(before.isEmpty() ? NodeId::None : before.first().id())
        , m_afterId(after.isEmpty() ? NodeId::None : after.first().id())
        , m_before(comparer.m_before, before)
        , m_after(comparer.m_after, after)
    {
    }

    QList<SchemaChange> run();

private:
    void compareTypes();
    void compareValues();
    void compareTexts();
    void compareProperties();
    void compareProperty(const QString &name, const QList<Schema> &before,
                         const QList<Schema> &after);
    void compareItems();
    void compareVariants();
    void compareOthers();

    void report(const QString &rule, Effect effect, const QString &message)
    {
        add(impactOf(effect), rule, message);
    }
    void add(Impact impact, const QString &rule, const QString &message, const QString &path = {})
    {
        const QString side = m_direction == Direction::Request ? QStringLiteral("request-")
                                                               : QStringLiteral("response-");
        m_changes.append({impact, side + rule, path, message, m_beforeId, m_afterId});
    }
    Impact impactOf(Effect effect) const
    {
        if (effect == Effect::Different)
            return Impact::Risky;
        const bool asks = m_direction == Direction::Request;
        return asks == (effect == Effect::Narrower) ? Impact::Breaking : Impact::Compatible;
    }
    void descend(const QString &step, const QList<Schema> &before, const QList<Schema> &after);
    /// Whether values that go this way have the field at all.
    bool concerns(const QList<Schema> &property) const;

    SchemaComparer &m_comparer;
    Direction m_direction;
    NodeId m_beforeId;
    NodeId m_afterId;
    SchemaFacts m_before;
    SchemaFacts m_after;
    QList<SchemaChange> m_changes;
};

/// A schema that only refers to another one is that other one: models are compared once, however
/// many places refer to them.
static QList<Schema> followed(SchemaLookup &lookup, QList<Schema> schemas)
{
    constexpr int mostSteps = 32; // references in a circle lead nowhere
    for (Schema &schema : schemas) {
        for (int step = 0; step < mostSteps && schema.entries().size() == 1; ++step) {
            const Reference reference = schema.reference();
            const Schema *target = reference.isNull() ? nullptr : lookup.find(reference);
            if (!target)
                break;
            schema = Schema(*target);
        }
    }
    return schemas;
}

QList<SchemaChange> SchemaComparer::compare(const QList<Schema> &writtenBefore,
                                            const QList<Schema> &writtenAfter, Direction direction)
{
    const QList<Schema> before = followed(m_before, writtenBefore);
    const QList<Schema> after = followed(m_after, writtenAfter);
    Key key{{}, {}, direction};
    for (const Schema &schema : before)
        key.before.append(schema.id());
    for (const Schema &schema : after)
        key.after.append(schema.id());
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    m_known.insert(key, {}); // inside itself, a model adds nothing new
    const QList<SchemaChange> changes = Comparison(*this, before, after, direction).run();
    m_known.insert(key, changes);
    return changes;
}

QList<SchemaChange> SchemaComparer::Comparison::run()
{
    if (m_before.isNever || m_after.isNever) {
        if (!m_before.isNever)
            report(QStringLiteral("type"), Effect::Narrower,
                   CompareText::tr("No value is allowed any more."));
        else if (!m_after.isNever)
            report(QStringLiteral("type"), Effect::Wider,
                   CompareText::tr("Values are allowed now."));
        return m_changes;
    }
    compareTypes();
    compareValues();
    compareLimits(m_before.limits, m_after.limits, [this](Effect effect, const QString &message) {
        report(QStringLiteral("limit"), effect, message);
    });
    compareTexts();
    compareProperties();
    compareItems();
    compareVariants();
    compareOthers();
    return m_changes;
}

void SchemaComparer::Comparison::compareTypes()
{
    const QStringList gone = typesMissing(m_before, m_after);
    const QStringList added = typesMissing(m_after, m_before);
    const QString message =
        CompareText::tr("The type was %1 and is now %2.")
            .arg(m_before.types.size() == 6 ? CompareText::tr("any") : list(m_before.types),
                 m_after.types.size() == 6 ? CompareText::tr("any") : list(m_after.types));
    if (!gone.isEmpty() && !added.isEmpty())
        add(Impact::Breaking, QStringLiteral("type"), message);
    else if (!gone.isEmpty())
        report(QStringLiteral("type"), Effect::Narrower, message);
    else if (!added.isEmpty())
        report(QStringLiteral("type"), Effect::Wider, message);
}

void SchemaComparer::Comparison::compareValues()
{
    const QString rule = QStringLiteral("values");
    if (m_before.hasValues && m_after.hasValues) {
        const JsonArray gone = without(m_before.values, m_after.values);
        const JsonArray added = without(m_after.values, m_before.values);
        if (!gone.isEmpty())
            report(rule, Effect::Narrower,
                   CompareText::tr("No longer allowed: %1.").arg(list(gone)));
        if (!added.isEmpty())
            report(rule, Effect::Wider, CompareText::tr("Now allowed too: %1.").arg(list(added)));
    } else if (m_after.hasValues) {
        report(rule, Effect::Narrower,
               CompareText::tr("Only these values are allowed now: %1.").arg(list(m_after.values)));
    } else if (m_before.hasValues) {
        report(rule, Effect::Wider,
               CompareText::tr("Not only these values are allowed any more: %1.")
                   .arg(list(m_before.values)));
    }
}

void SchemaComparer::Comparison::compareTexts()
{
    const auto compare = [this](const QString &rule, const QString &what, const QStringList &before,
                                const QStringList &after) {
        const QStringList gone = without(before, after);
        const QStringList added = without(after, before);
        if (!gone.isEmpty() && !added.isEmpty())
            report(
                rule, Effect::Different,
                CompareText::tr("The %1 was %2 and is now %3.").arg(what, list(gone), list(added)));
        else if (!added.isEmpty())
            report(rule, Effect::Narrower,
                   CompareText::tr("The %1 must now be %2.").arg(what, list(added)));
        else if (!gone.isEmpty())
            report(rule, Effect::Wider,
                   CompareText::tr("The %1 need no longer be %2.").arg(what, list(gone)));
    };
    compare(QStringLiteral("format"), CompareText::tr("format"), m_before.formats, m_after.formats);
    compare(QStringLiteral("pattern"), CompareText::tr("pattern"), m_before.patterns,
            m_after.patterns);

    const JsonArray gone = without(m_before.multiples, m_after.multiples);
    const JsonArray added = without(m_after.multiples, m_before.multiples);
    const QString step = QStringLiteral("step");
    if (!added.isEmpty())
        report(step, gone.isEmpty() ? Effect::Narrower : Effect::Different,
               CompareText::tr("The value must now be a multiple of %1.").arg(list(added)));
    else if (!gone.isEmpty())
        report(step, Effect::Wider,
               CompareText::tr("The value need no longer be a multiple of %1.").arg(list(gone)));

    if (m_before.uniqueItems != m_after.uniqueItems)
        report(QStringLiteral("unique"), m_after.uniqueItems ? Effect::Narrower : Effect::Wider,
               m_after.uniqueItems ? CompareText::tr("Items must not repeat any more.")
                                   : CompareText::tr("Items may repeat now."));
}

bool SchemaComparer::Comparison::concerns(const QList<Schema> &property) const
{
    const Keyword other =
        m_direction == Direction::Request ? Keyword::ReadOnly : Keyword::WriteOnly;
    return std::none_of(property.begin(), property.end(),
                        [other](const Schema &schema) { return schema.flag(other); });
}

void SchemaComparer::Comparison::compareProperties()
{
    const bool asks = m_direction == Direction::Request;
    const QString rule = QStringLiteral("field");
    for (const Named<QList<Schema>> &property : std::as_const(m_before.properties)) {
        if (!concerns(property.value))
            continue;
        if (const QList<Schema> *now = m_after.properties.find(property.name)) {
            compareProperty(property.name, property.value, *now);
            continue;
        }
        const QString message = CompareText::tr("The field %1 is gone.").arg(property.name);
        if (asks)
            add(m_after.isClosed ? Impact::Breaking : Impact::Risky, rule, message);
        else
            add(m_before.required.contains(property.name) ? Impact::Breaking : Impact::Risky, rule,
                message);
    }
    for (const Named<QList<Schema>> &property : std::as_const(m_after.properties)) {
        if (!concerns(property.value) || m_before.properties.contains(property.name))
            continue;
        if (asks && m_after.required.contains(property.name))
            add(Impact::Breaking, rule,
                CompareText::tr("The field %1 is new and required.").arg(property.name));
        else
            add(Impact::Compatible, rule,
                CompareText::tr("The field %1 is new.").arg(property.name));
    }
    if (m_before.isClosed != m_after.isClosed && (m_before.takes(u"object")))
        report(QStringLiteral("further-fields"),
               m_after.isClosed ? Effect::Narrower : (asks ? Effect::Wider : Effect::Different),
               m_after.isClosed ? CompareText::tr("Fields that are not declared are refused now.")
                                : CompareText::tr("Fields that are not declared are allowed now."));
    if (!m_before.additional.isEmpty() && !m_after.additional.isEmpty())
        descend(QStringLiteral(".*"), m_before.additional, m_after.additional);
}

void SchemaComparer::Comparison::compareProperty(const QString &name, const QList<Schema> &before,
                                                 const QList<Schema> &after)
{
    const bool was = m_before.required.contains(name);
    const bool is = m_after.required.contains(name);
    if (was != is)
        report(QStringLiteral("required"), is ? Effect::Narrower : Effect::Wider,
               is ? CompareText::tr("The field %1 is required now.").arg(name)
                  : CompareText::tr("The field %1 is not required any more.").arg(name));
    descend(u'.' + name, before, after);
}

void SchemaComparer::Comparison::compareItems()
{
    if (m_before.items.isEmpty() && m_after.items.isEmpty())
        return;
    if (m_before.takes(u"array") && m_after.takes(u"array"))
        descend(QStringLiteral("[]"), m_before.items, m_after.items);
}

void SchemaComparer::Comparison::compareVariants()
{
    const QString rule = QStringLiteral("alternative");
    QList<Variant> gone = m_before.variants;
    QList<Variant> added = m_after.variants;
    if (gone.isEmpty() != added.isEmpty()) {
        report(rule, Effect::Different,
               added.isEmpty() ? CompareText::tr("There are no alternatives any more.")
                               : CompareText::tr("There are alternatives now."));
        return;
    }
    const auto pair = [&](const auto &isPair) {
        for (qsizetype i = 0; i < gone.size();) {
            const auto found = std::find_if(added.begin(), added.end(), [&](const Variant &v) {
                return isPair(gone.at(i), v);
            });
            if (found == added.end()) {
                ++i;
                continue;
            }
            descend(gone.at(i).name.isEmpty() ? QString() : u'(' + gone.at(i).name + u')',
                    {gone.at(i).schema}, {found->schema});
            gone.removeAt(i);
            added.erase(found);
        }
    };
    pair([](const Variant &a, const Variant &b) { return !a.name.isEmpty() && a.name == b.name; });
    // Alternatives without a name are told apart by what they are.
    pair([](const Variant &a, const Variant &b) {
        return a.name.isEmpty() && b.name.isEmpty() && a.schema.types() == b.schema.types();
    });
    const auto name = [](const Variant &variant) {
        return variant.name.isEmpty() ? list(variant.schema.types()) : variant.name;
    };
    for (const Variant &variant : std::as_const(gone))
        report(rule, Effect::Narrower,
               CompareText::tr("%1 is no alternative any more.").arg(name(variant)));
    for (const Variant &variant : std::as_const(added))
        report(rule, Effect::Wider, CompareText::tr("%1 is a new alternative.").arg(name(variant)));
}

void SchemaComparer::Comparison::compareOthers()
{
    if (m_before.others != m_after.others) {
        QStringList keywords;
        for (const auto &side : {m_before.others, m_after.others}) {
            for (const auto &[keyword, value] : side) {
                const std::pair<QString, Json> pair(keyword, value);
                const bool inBoth = m_before.others.contains(pair) && m_after.others.contains(pair);
                if (!inBoth && !keywords.contains(keyword))
                    keywords.append(keyword);
            }
        }
        if (!keywords.isEmpty())
            report(QStringLiteral("rule"), Effect::Different,
                   CompareText::tr("What %1 says is not as it was.").arg(list(keywords)));
    }
    if (m_direction == Direction::Request && m_before.defaultValue != m_after.defaultValue) {
        const auto text = [](const Json &value) {
            return value.isUndefined() ? CompareText::tr("none")
                                       : QString::fromUtf8(writeJson(value));
        };
        report(QStringLiteral("default"), Effect::Different,
               CompareText::tr("The default was %1 and is now %2.")
                   .arg(text(m_before.defaultValue), text(m_after.defaultValue)));
    }
}

void SchemaComparer::Comparison::descend(const QString &step, const QList<Schema> &before,
                                         const QList<Schema> &after)
{
    const QList<SchemaChange> inner = m_comparer.compare(before, after, m_direction);
    for (SchemaChange change : inner) {
        change.path.prepend(step);
        m_changes.append(change);
    }
}

} // namespace Design
