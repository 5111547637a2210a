#include "designer/lint/rules.h"
#include "designer/model/annotations.h"
#include "designer/model/design_text.h"
#include "designer/model/references.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design::Rules
{

namespace
{

/// Whether the entry has no say in what is valid. readOnly and writeOnly have one: they decide
/// what is required.
bool isRemark(const Schema::Entry &entry)
{
    return isAnnotation(entry.keyword) && entry.keyword != Keyword::ReadOnly &&
           entry.keyword != Keyword::WriteOnly;
}

bool saySame(const Schema &a, const Schema &b);

bool saySame(const QList<Schema> &a, const QList<Schema> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Schema &x, const Schema &y) { return saySame(x, y); });
}

bool saySame(const NamedList<Schema> &a, const NamedList<Schema> &b)
{
    return a.size() == b.size() &&
           std::all_of(a.begin(), a.end(), [&b](const Named<Schema> &member) {
               const Schema *other = b.find(member.name);
               return other && !member.isRaw() && saySame(member.value, *other);
           });
}

bool saySame(const Json &a, const Json &b)
{
    return jsonEquals(a, b);
}

bool saySame(const Reference &a, const Reference &b)
{
    return a == b;
}

bool saySame(const Schema &a, const Schema &b)
{
    const auto remarks = [](const Schema &schema) {
        return std::count_if(schema.entries().begin(), schema.entries().end(), isRemark);
    };
    const auto isInB = [&b](const Schema::Entry &entry) {
        const Schema::Entry *other = b.find(entry.keyword);
        if (!other || other->payload.index() != entry.payload.index())
            return false;
        return std::visit(
            [other](const auto &payload) {
                return saySame(payload, std::get<std::decay_t<decltype(payload)>>(other->payload));
            },
            entry.payload);
    };
    return a.isBoolean() == b.isBoolean() && a.booleanValue() == b.booleanValue() &&
           a.entries().size() - remarks(a) == b.entries().size() - remarks(b) &&
           std::all_of(a.entries().begin(), a.entries().end(),
                       [&](const Schema::Entry &entry) { return isRemark(entry) || isInB(entry); });
}

/// The schema that a mere reference leads to; others are what they are.
Schema followed(const Api &api, const Schema &schema)
{
    constexpr int longestChain = 32; // references may go round in circles
    Schema target = schema;
    for (int i = 0; i < longestChain && target.has(Keyword::Ref); ++i) {
        const bool isMere = std::all_of(target.entries().begin(), target.entries().end(),
                                        [](const Schema::Entry &entry) {
                                            return entry.keyword == Keyword::Ref || isRemark(entry);
                                        });
        const Schema *next = isMere ? findTarget<Schema>(api, target.reference()) : nullptr;
        if (!next)
            break;
        target = *next;
    }
    return target;
}

} // namespace

/// A discriminator decides by itself, so that its alternatives may be alike.
void sameAlternatives(const LintContext &context, RuleFindings &findings)
{
    forEachSchema(context.api, [&](const Schema &schema) {
        if (schema.has(Keyword::Discriminator))
            return;
        QList<Schema> seen;
        for (const Schema &alternative : schema.schemas(Keyword::OneOf)) {
            const Schema said = followed(context.api, alternative);
            const auto same =
                std::find_if(seen.cbegin(), seen.cend(),
                             [&said](const Schema &other) { return saySame(said, other); });
            if (same != seen.cend()) {
                findings.report(schema.id(),
                                DesignText::tr("Alternative %L1 says the same as alternative %L2: "
                                               "what fits one fits both, and “oneOf” allows one.")
                                    .arg(seen.size() + 1)
                                    .arg(same - seen.cbegin() + 1),
                                childPointer(QStringLiteral("/oneOf"), seen.size()));
            }
            seen.append(said);
        }
    });
}

} // namespace Design::Rules
