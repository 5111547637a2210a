#include "designer/schema/compile/compile_context.h"

#include "designer/model/design_text.h"
#include "designer/schema/compile/node_builder.h"

#include <functional>

namespace Design
{

using Compiled::Node;

namespace
{

/// Whether the schema says nothing but where another one is. Samples of its own would be lost.
bool isOnlyReference(const Schema &schema, const DialectRules &rules)
{
    if (!referenceIn(schema, Keyword::Ref))
        return false;
    if (rules.refHidesSiblings())
        return true;
    return std::all_of(schema.entries().begin(), schema.entries().end(), [](const auto &entry) {
        switch (entry.keyword) {
        case Keyword::Ref:
        case Keyword::Unknown:
        case Keyword::Title:
        case Keyword::Description:
        case Keyword::Comment:
        case Keyword::Deprecated:
        case Keyword::ReadOnly:
        case Keyword::WriteOnly:
        case Keyword::Xml:
        case Keyword::ExternalDocs:
        case Keyword::Defs:
        case Keyword::Definitions:
            return true;
        default:
            return false;
        }
    });
}

using Compiled::Instruction;
using Compiled::Kind;
using Compiled::ObjectRules;
using Compiled::Op;

/// Adds the rules that a step stands for. False when it stands for more than rules for members, or
/// they become too many: what is in several parts of several parts is there once only.
bool addRules(const Instruction &step, std::vector<const ObjectRules *> *rules)
{
    constexpr size_t most = 16;
    const ObjectRules *added = step.op == Op::Properties ? step.object : nullptr;
    if (step.op == Op::Apply) {
        const Node *part = step.node;
        while (part->isReference)
            part = part->target();
        if (part->isFree(Json(JsonObject())))
            return true;
        added = part->members;
    }
    if (!added)
        return false;
    const std::vector<const ObjectRules *> itself{added};
    for (const ObjectRules *each : added->parts.empty() ? itself : added->parts) {
        if (std::find(rules->begin(), rules->end(), each) == rules->end())
            rules->push_back(each);
    }
    return rules->size() <= most;
}

/// An `allOf` (or a `$ref` with others beside it) whose parts only look at members asks one thing
/// of an object: all their rules in one go. What it applies has to be finished.
void joinParts(Node *node, Compiled::Program *program)
{
    if (node->members || node->resource || node->tracksEvaluated)
        return;
    ObjectRules all;
    const Instruction *const end = node->end(Kind::Object);
    for (const Instruction *step = node->begin(Kind::Object); step != end; ++step) {
        if (!addRules(*step, &all.parts))
            return;
    }
    if (all.parts.size() < 2) {
        node->members = all.parts.empty() ? nullptr : all.parts.front();
        return;
    }
    for (const ObjectRules *part : all.parts) {
        std::transform(all.required.begin(), all.required.end(), part->required.begin(),
                       all.required.begin(), std::plus());
        all.hasPatterns |= part->hasPatterns;
    }
    node->members = program->add(std::move(all));
}

} // namespace

std::optional<Reference> referenceIn(const Schema &schema, Keyword keyword)
{
    const Schema::Entry *entry = schema.find(keyword);
    if (!entry)
        return std::nullopt;
    if (const Reference *reference = std::get_if<Reference>(&entry->payload))
        return *reference;
    const Json *value = std::get_if<Json>(&entry->payload);
    return value && value->isString() ? std::optional(Reference{value->string(), NodeId::None})
                                      : std::nullopt;
}

CompileContext::CompileContext(SchemaDocuments &documents)
    : m_documents(documents)
{
    Node always;
    always.schema = Schema::boolean(NodeId::None, true);
    m_true = m_program->add(std::move(always));
}

const Node *CompileContext::compile(const Schema &schema)
{
    const Node *root = node(m_documents.place(schema));
    std::vector<Node *> filled;
    while (!m_pending.empty()) {
        const Pending next = m_pending.back();
        m_pending.pop_back();
        NodeBuilder(*this, *next.node, next.place).build();
        filled.push_back(next.node);
    }
    breakLoopsAndJoin(filled);
    m_diagnostics += m_documents.takeDiagnostics();
    return root;
}

const Node *CompileContext::node(const Place &start)
{
    const Place place = withoutDetours(start);
    if (place.isNull())
        return m_true;
    // What has a discriminator is two things: as a part of an allOf, only itself.
    constexpr quint64 ofPart = 1ULL << 63;
    quint64 key = SchemaDocuments::key(place.schema, place.resource);
    if (key && place.isPart)
        key |= ofPart;
    if (const Node *known = key ? m_nodes.value(key) : nullptr)
        return known;
    Node fresh;
    fresh.id = m_documents.ownId(place);
    fresh.schema = place.schema;
    Node *node = m_program->add(std::move(fresh));
    if (key)
        m_nodes.insert(key, node);
    m_pending.push_back({node, place});
    return node;
}

const Node *CompileContext::child(const Schema &schema, const Place &parent)
{
    return node(m_documents.child(schema, parent.resource));
}

const Node *CompileContext::part(const Schema &schema, const Place &parent)
{
    if (schema.id() != NodeId::None)
        m_parents.insert(schema.id(), parent);
    Place place = m_documents.child(schema, parent.resource);
    place.isPart = true;
    return node(place);
}

const Node *CompileContext::target(const Reference &reference, const Place &from)
{
    Place place = m_documents.resolve(reference, from.resource);
    place.isPart = from.isPart;
    if (!place.isNull())
        return node(place);
    reportDangling(reference, from);
    return nullptr;
}

void CompileContext::reportDangling(const Reference &reference, const Place &from)
{
    report(Severity::Error, "dangling-reference",
           DesignText::tr("“%1” leads nowhere, so it checks nothing.").arg(reference.text),
           m_documents.ownId(from));
}

/// Follows schemas that are mere references. They count for nothing themselves, unless a
/// `$dynamicRef` might look for their resource later.
CompileContext::Place CompileContext::withoutDetours(const Place &start)
{
    Place place = start;
    QList<quint64> visited;
    while (isOnlyReference(place.schema, place.resource->rules) &&
           place.resource->dynamicAnchors.isEmpty()) {
        const Reference reference = *referenceIn(place.schema, Keyword::Ref);
        const quint64 key = SchemaDocuments::key(place.schema, place.resource);
        if (m_nodes.contains(key))
            return place;
        if (key && visited.contains(key)) {
            report(Severity::Error, "reference-loop",
                   DesignText::tr("“%1” leads back to itself without saying anything, so it checks "
                                  "nothing.")
                       .arg(reference.text),
                   m_documents.ownId(place));
            return {};
        }
        visited.append(key);
        const Place next = m_documents.resolve(reference, place.resource);
        if (next.isNull()) {
            reportDangling(reference, place);
            return {};
        }
        place = next;
    }
    place.isPart = start.isPart &&
                   (place.schema.has(Keyword::Discriminator) || place.schema.has(Keyword::Ref));
    return place;
}

/// A schema that applies itself to the same value (`allOf` of itself) asks nothing more than it
/// does without: the step that closes the circle is taken out. What remains is a tree, and from its
/// leaves up parts are joined.
void CompileContext::breakLoopsAndJoin(const std::vector<Node *> &nodes)
{
    enum class Mark { New, Open, Done };
    struct Frame {
        Node *node;
        quint32 next;
    };
    QHash<const Node *, Mark> marks;
    QHash<const Node *, Node *> mutableNodes;
    for (Node *node : nodes) {
        marks.insert(node, Mark::New);
        mutableNodes.insert(node, node);
    }
    for (Node *root : nodes) {
        if (marks.value(root) != Mark::New)
            continue;
        std::vector<Frame> stack{{root, 0}};
        marks[root] = Mark::Open;
        while (!stack.empty()) {
            Frame &frame = stack.back();
            if (frame.next == frame.node->first.back()) {
                marks[frame.node] = Mark::Done;
                joinParts(frame.node, m_program.get());
                stack.pop_back();
                continue;
            }
            Instruction &step = frame.node->code[frame.next++];
            if (step.op != Op::Apply)
                continue;
            const Mark mark = marks.value(step.node, Mark::Done);
            if (mark == Mark::Open) {
                report(Severity::Error, "reference-loop",
                       DesignText::tr("This schema contains itself by “%1”; the repetition checks "
                                      "nothing.")
                           .arg(keywordName(step.keyword)),
                       frame.node->id);
                step.node = m_true;
            } else if (mark == Mark::New) {
                marks[step.node] = Mark::Open;
                stack.push_back({mutableNodes.value(step.node), 0});
            }
        }
    }
}

const Pattern *CompileContext::pattern(const QString &text, NodeId node)
{
    const Pattern *&known = m_patterns[text];
    if (!known)
        known = m_program->add(Pattern(text));
    if (known->syntax() == Pattern::Syntax::Invalid) {
        report(
            Severity::Error, "invalid-pattern",
            DesignText::tr("The pattern “%1” is no regular expression (%2), so it checks nothing.")
                .arg(text, known->error()),
            node);
        return nullptr;
    }
    if (known->syntax() == Pattern::Syntax::Pcre) {
        report(
            Severity::Warning, "foreign-pattern",
            DesignText::tr("The pattern “%1” is not ECMA-262 (%2); it is used as other languages "
                           "read it.")
                .arg(text, known->error()),
            node);
    }
    return known;
}

const Compiled::Resource *CompileContext::resource(const SchemaDocuments::Resource *resource)
{
    if (resource->dynamicAnchors.isEmpty())
        return nullptr;
    if (const Compiled::Resource *known = m_resources.value(resource->number))
        return known;
    Compiled::Resource *made = m_program->add(Compiled::Resource());
    m_resources.insert(resource->number, made);
    const auto &anchors = resource->dynamicAnchors;
    for (auto anchor = anchors.cbegin(); anchor != anchors.cend(); ++anchor) {
        const Node *target = node(m_documents.child(anchor.value(), resource));
        made->anchors.push_back({anchorNumber(anchor.key()), target});
    }
    return made;
}

int CompileContext::anchorNumber(const QString &name)
{
    const auto known = m_anchors.constFind(name);
    if (known != m_anchors.constEnd())
        return *known;
    const int number = static_cast<int>(m_anchors.size());
    m_anchors.insert(name, number);
    return number;
}

void CompileContext::report(Severity severity, const char *rule, const QString &message,
                            NodeId node)
{
    if (m_reported.contains({node, message}))
        return;
    m_reported.insert({node, message});
    m_diagnostics.append({severity, QLatin1String(rule), message, {}, {}, node});
}

} // namespace Design
