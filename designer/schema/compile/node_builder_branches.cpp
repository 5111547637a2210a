#include "designer/schema/compile/node_builder.h"
#include "designer/schema/uri.h"

namespace Design
{

using namespace Compiled;

namespace
{

/// The last step of the reference: the component's name. Empty without a reference.
QString referencedName(const Schema &schema)
{
    const std::optional<Reference> reference = referenceIn(schema, Keyword::Ref);
    if (!reference)
        return {};
    return percentDecoded(QStringView(reference->text).mid(reference->text.lastIndexOf(u'/') + 1));
}

/// The texts, one of which the branch asks the property to be; none where it may be something else.
QStringList textsOf(const Schema &branch, const QString &property)
{
    const Schema *field = branch.members(Keyword::Properties).find(property);
    if (!field)
        return {};
    // What a reference leads to may be of another dialect, or hide what stands beside it.
    for (const Schema *schema : {&branch, field}) {
        for (const Keyword keyword : {Keyword::Ref, Keyword::Schema, Keyword::Nullable}) {
            if (schema->has(keyword))
                return {};
        }
    }
    JsonArray values = field->value(Keyword::Enum).array();
    if (field->has(Keyword::Const))
        values = {field->value(Keyword::Const)};
    QStringList texts;
    for (const Json &value : std::as_const(values)) {
        if (!value.isString())
            return {};
        if (!texts.contains(value.string()))
            texts.append(value.string());
    }
    return texts;
}

} // namespace

void NodeBuilder::buildReferences()
{
    const std::optional<Reference> reference = referenceIn(m_schema, Keyword::Ref);
    if (reference) {
        Instruction instruction = make(Op::Apply, Keyword::Ref);
        instruction.node = m_context.target(*reference, m_place);
        if (instruction.node)
            addCode(OnAll, instruction);
    }
    for (const Keyword keyword : {Keyword::DynamicRef, Keyword::RecursiveRef}) {
        const std::optional<Reference> dynamic =
            isActive(keyword) ? referenceIn(m_schema, keyword) : std::nullopt;
        if (!dynamic)
            continue;
        const Place target = m_context.documents().resolve(*dynamic, m_place.resource);
        const Node *fallback = m_context.target(*dynamic, m_place);
        if (!fallback)
            continue;
        // It is dynamic only if what it leads to at first is itself a dynamic anchor.
        const QString fragment = percentDecoded(splitUri(dynamic->text).fragment);
        Instruction instruction = make(Op::Apply, keyword);
        if (target.resource->dynamicAnchors.contains(fragment)) {
            instruction.op = Op::ApplyDynamic;
            instruction.dynamic =
                keep(DynamicReference{m_context.anchorNumber(fragment), fallback});
        } else {
            instruction.node = fallback;
        }
        addCode(OnAll, instruction);
    }
}

void NodeBuilder::buildApplicators()
{
    if (isActive(Keyword::AllOf)) {
        for (const Schema &schema : m_schema.schemas(Keyword::AllOf)) {
            Instruction instruction = make(Op::Apply, Keyword::AllOf);
            instruction.node = m_context.part(schema, m_place);
            addCode(OnAll, instruction);
        }
    }
    buildBranches(Keyword::AnyOf);
    buildBranches(Keyword::OneOf);
    buildSubtypes();
    if (const Node *forbidden = childOf(Keyword::Not)) {
        Instruction instruction = make(Op::Not, Keyword::Not);
        instruction.node = forbidden;
        addCode(OnAll, instruction);
    }
    buildConditional();
}

void NodeBuilder::buildConditional()
{
    Conditional conditional;
    conditional.condition = childOf(Keyword::If);
    if (!conditional.condition)
        return;
    conditional.onTrue = childOf(Keyword::Then);
    conditional.onFalse = childOf(Keyword::Else);
    Instruction instruction = make(Op::If, Keyword::If);
    instruction.conditional = keep(conditional);
    addCode(OnAll, instruction);
}

void NodeBuilder::buildBranches(Keyword keyword)
{
    if (!isActive(keyword) || m_schema.schemas(keyword).isEmpty())
        return;
    Branches branches;
    QList<Named<Schema>> alternatives;
    for (const Schema &schema : m_schema.schemas(keyword)) {
        branches.nodes.push_back(node(schema));
        branches.names.append(branchName(schema));
        alternatives.append({referencedName(schema), schema, {}});
    }
    addTags(alternatives, &branches);
    if (branches.tagProperty.isEmpty())
        branches.telling = tellingProperty(m_schema.schemas(keyword));
    Instruction instruction = make(keyword == Keyword::AnyOf ? Op::AnyOf : Op::OneOf, keyword);
    instruction.branches = keep(std::move(branches));
    addCode(OnAll, instruction);
}

/// A model with a discriminator and without alternatives names by it which model that extends it
/// a value is. OpenAPI 3.1 section 4.8.25: "inheritance".
void NodeBuilder::buildSubtypes()
{
    const bool hasAlternatives = has(Keyword::AnyOf) || has(Keyword::OneOf);
    if (m_place.isPart || hasAlternatives || !value(Keyword::Discriminator).isObject())
        return;
    const QList<Named<Schema>> extensions = m_context.documents().extensionsOf(m_place);
    Branches branches;
    for (const Named<Schema> &extension : extensions) {
        branches.nodes.push_back(node(extension.value));
        branches.names.append(extension.name);
    }
    addTags(extensions, &branches);
    branches.decidesAll = false;
    if (branches.tags.size() == 0)
        return;
    Instruction instruction = make(Op::Subtype, Keyword::Discriminator);
    instruction.branches = keep(std::move(branches));
    addCode(OnObject, instruction);
}

/// What to call an alternative in a message.
QString NodeBuilder::branchName(const Schema &schema) const
{
    if (const QString title = schema.text(Keyword::Title); !title.isEmpty())
        return title;
    const QString name = referencedName(schema);
    if (!name.isEmpty())
        return name;
    return schema.types().join(QLatin1String(" or "));
}

TellingProperty NodeBuilder::tellingProperty(const QList<Schema> &branches) const
{
    for (const Keyword keyword : {Keyword::Const, Keyword::Enum, Keyword::Properties}) {
        if (!isActive(keyword))
            return {};
    }
    for (const Named<Schema> &field : branches.first().members(Keyword::Properties)) {
        TellingProperty telling{field.name, {}, {}};
        QStringList all;
        for (qsizetype i = 0; i < branches.size(); ++i) {
            const QStringList texts = textsOf(branches[i], telling.name);
            const auto isTaken = [&](const QString &text) { return all.contains(text); };
            if (texts.isEmpty() || std::any_of(texts.begin(), texts.end(), isTaken)) {
                telling.name.clear();
                break;
            }
            all += texts;
            telling.branches.resize(static_cast<size_t>(all.size()), static_cast<int>(i));
        }
        if (!telling.name.isEmpty()) {
            telling.texts = NameTable(all);
            return telling;
        }
    }
    return {};
}

/// The discriminator's values: those of `mapping`, those that an alternative itself asks for by
/// `const` or `enum`, and the names of components. OpenAPI 3.1 section 4.8.25, and for
/// `defaultMapping` 3.2.
void NodeBuilder::addTags(const QList<Named<Schema>> &alternatives, Branches *branches)
{
    const Json &discriminator = value(Keyword::Discriminator);
    branches->tagProperty = discriminator.value(u"propertyName").toString();
    if (branches->tagProperty.isEmpty())
        return;
    QStringList tags;
    const auto mapped = [&](const QString &text) {
        const bool isName = !text.contains(u'/') && !text.contains(u'#') && !text.contains(u'.');
        const QString path = isName ? QLatin1String("#/components/schemas/") + text : text;
        const Node *target = m_context.target({path, NodeId::None}, m_place);
        const auto branch = std::find(branches->nodes.begin(), branches->nodes.end(), target);
        const bool isFound = target && branch != branches->nodes.end();
        return isFound ? static_cast<int>(branch - branches->nodes.begin()) : -1;
    };
    for (const JsonObject::Member &member : discriminator.value(u"mapping").object()) {
        if (const int branch = mapped(member.value.string()); branch >= 0)
            addTag(member.key, branch, branches, &tags);
    }
    if (const Json &standard = discriminator.value(u"defaultMapping"); standard.isString())
        branches->otherwise = mapped(standard.string());
    for (qsizetype i = 0; i < alternatives.size(); ++i) {
        for (const QString &tag : ownTags(alternatives[i].value, branches->tagProperty))
            addTag(tag, static_cast<int>(i), branches, &tags);
    }
    branches->decidesAll = true;
    for (qsizetype i = 0; i < alternatives.size(); ++i) {
        const Named<Schema> &alternative = alternatives[i];
        const auto &found = branches->tagBranches;
        const bool hasTag = std::find(found.begin(), found.end(), i) != found.end();
        if (!alternative.name.isEmpty() && !hasTag)
            addTag(alternative.name, static_cast<int>(i), branches, &tags);
        const QStringList types = alternative.value.types();
        const bool isForObjects = types.isEmpty() || types.contains(QLatin1String("object"));
        if (!hasTag && alternative.name.isEmpty() && isForObjects)
            branches->decidesAll = false;
    }
    branches->tags = NameTable(tags);
}

void NodeBuilder::addTag(const QString &tag, int branch, Branches *branches, QStringList *tags)
{
    if (tags->contains(tag))
        return;
    tags->append(tag);
    branches->tagBranches.push_back(branch);
}

/// The values that an alternative, or a part of it that only it has, allows for the property.
QStringList NodeBuilder::ownTags(const Schema &alternative, const QString &property)
{
    Schema schema = alternative;
    if (const std::optional<Reference> reference = referenceIn(alternative, Keyword::Ref)) {
        const Place here = m_context.documents().child(alternative, m_place.resource);
        schema = m_context.documents().resolve(*reference, here.resource).schema;
    }
    QStringList tags;
    if (const Schema *tag = schema.members(Keyword::Properties).find(property)) {
        if (tag->value(Keyword::Const).isString())
            tags.append(tag->value(Keyword::Const).string());
        for (const Json &each : tag->value(Keyword::Enum).array()) {
            if (each.isString())
                tags.append(each.string());
        }
    }
    for (const Schema &part : schema.schemas(Keyword::AllOf)) {
        if (!part.has(Keyword::Ref))
            tags += ownTags(part, property);
    }
    return tags;
}

} // namespace Design
