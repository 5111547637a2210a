#include "designer/lint/rules.h"
#include "designer/model/component_table.h"
#include "designer/model/design_text.h"
#include "designer/model/expressions/extension_walk.h"
#include "designer/model/references.h"
#include "designer/text/json.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace Design::Rules
{

namespace
{

/// What the extensions name.
class NamedInExtensions : public ExtensionWalk
{
public:
    using Found = std::function<void(const QString &group, const QString &name)>;

    explicit NamedInExtensions(const Found &found)
        : m_found(found)
    {
    }

private:
    Json met(const Json &value, const Place &place) override
    {
        if (place.kind == Kind::Model)
            m_found(QStringLiteral("schemas"), value.string());
        else if (place.kind == Kind::Scheme)
            m_found(QStringLiteral("securitySchemes"), value.string());
        return value;
    }

    Found m_found;
};

/// The components that are referred to, from other components or from elsewhere.
class Uses
{
public:
    explicit Uses(const Api &api)
        : m_api(api)
        , m_components(api)
    {
        visit(api);
        for (const SecurityRequirement &requirement : api.security)
            use(requirement);
        scan(api.menura);
        named().document(api.menura);
    }

    bool contains(NodeId component) const { return m_used.contains(component); }

private:
    template<class Node>
    void visit(const Node &node)
    {
        if constexpr (Is<Node, Schema>)
            visitKeywords(node);
        else
            visitStruct(node);
        forEachChildNode(node, [this](const auto &child, const StepView &) { visit(child); });
    }

    template<class Node>
    void visitStruct(const Node &node)
    {
        if constexpr (requires { node.ref; })
            m_used.insert(node.ref.component);
        if constexpr (Is<Node, Operation>) {
            for (const SecurityRequirement &requirement :
                 node.security.value_or(QList<SecurityRequirement>()))
                use(requirement);
            named().route(node.rest.value(u"x-menura"));
        }
        for (const Rest::Member &member : node.rest.members)
            scan(member.value);
    }

    void visitKeywords(const Schema &schema)
    {
        for (const Schema::Entry &entry : schema.entries()) {
            if (const auto *reference = std::get_if<Reference>(&entry.payload))
                m_used.insert(reference->component);
            else if (entry.keyword == Keyword::Discriminator)
                useMapping(std::get_if<Json>(&entry.payload));
            else if (entry.keyword == Keyword::Unknown)
                scan(std::get<Json>(entry.payload));
        }
        if (isSubtype(schema))
            m_used.insert(schema.id());
    }

    /// Whether it extends a model whose discriminator can name it.
    bool isSubtype(const Schema &schema, int depth = 0) const
    {
        constexpr int deepest = 8;
        const QList<Schema> &parts = schema.schemas(Keyword::AllOf);
        return depth < deepest && std::any_of(parts.begin(), parts.end(), [&](const Schema &part) {
                   const Schema *base =
                       part.has(Keyword::Ref) ? findReferenced(m_api, part.reference()) : nullptr;
                   return base &&
                          (base->has(Keyword::Discriminator) || isSubtype(*base, depth + 1));
               });
    }

    void useMapping(const Json *discriminator)
    {
        if (!discriminator)
            return;
        for (const JsonObject::Member &member : discriminator->value(u"mapping").object()) {
            const QString text = member.value.toString();
            m_used.insert(m_components.find(text));
            m_used.insert(m_components.find(QStringLiteral("schemas"), text));
        }
    }

    void use(const SecurityRequirement &requirement)
    {
        for (const Named<QStringList> &scheme : requirement.schemes)
            m_used.insert(m_components.find(QStringLiteral("securitySchemes"), scheme.name));
    }

    NamedInExtensions named()
    {
        return NamedInExtensions([this](const QString &group, const QString &name) {
            m_used.insert(m_components.find(group, name));
        });
    }

    /// Texts in extensions may be references.
    void scan(const Json &json)
    {
        if (json.isString())
            m_used.insert(m_components.find(json.string()));
        for (const Json &item : json.array())
            scan(item);
        for (const JsonObject::Member &member : json.object())
            scan(member.value);
    }

    const Api &m_api;
    ComponentTable m_components;
    QSet<NodeId> m_used;
};

} // namespace

void unusedComponent(const LintContext &context, RuleFindings &findings)
{
    const Uses uses(context.api);
    forEachField(context.api.components, [&](const QString &, const auto &list) {
        for (const auto &component : list) {
            if (!component.isRaw() && !uses.contains(idOf(component.value)))
                findings.report(idOf(component.value),
                                DesignText::tr("“%1” is used nowhere.").arg(component.name));
        }
    });
}

} // namespace Design::Rules
