#include "designer/model/rename/field_rename.h"

#include "designer/model/children.h"
#include "designer/model/locate.h"
#include "designer/model/rename/extension_rename.h"

namespace Design
{

namespace
{

const QString extensionKey = QStringLiteral("x-menura");

/// Goes through a design and carries the new name of a field to where data and expressions use it.
class FieldFollower
{
public:
    FieldFollower(const Api &before, const FieldRename &rename)
        : m_before(before)
        , m_shapes(before, rename)
        , m_extensions(before, m_shapes)
    {
    }

    int follow(Api &api)
    {
        const int before = m_extensions.count();
        const Json menura = m_extensions.ofDocument(api.menura);
        if (m_extensions.count() > before)
            api.menura = menura;
        followBelow(api);
        followShared(api);
        return m_count + m_extensions.count();
    }

private:
    template<class Node>
    bool followBelow(Node &node)
    {
        return changeEachChild(node, [this](auto &child) {
            const bool isOwnChanged = followOwn(child);
            return followBelow(child) || isOwnChanged;
        });
    }
    bool followBelow(Schema &schema)
    {
        return m_shapes.reaches(schema) && changeEachChild(schema, [this](Schema &child) {
                   const bool isOwnChanged = followOwn(child);
                   return followBelow(child) || isOwnChanged;
               });
    }

    template<class Node>
    bool followOwn(Node &node)
    {
        if constexpr (requires {
                          node.schema;
                          node.examples;
                      })
            return followExamples(node);
        else
            return false;
    }

    bool followOwn(Operation &operation)
    {
        const Json before = operation.rest.value(extensionKey);
        if (!before.isObject())
            return false;
        const int count = m_extensions.count();
        const Json after = m_extensions.ofRoute(before, operation.id);
        if (m_extensions.count() > count)
            operation.rest.set(extensionKey, after);
        return m_extensions.count() > count;
    }

    bool followOwn(Schema &schema)
    {
        if (!m_shapes.reaches(schema))
            return false;
        const Shapes shapes = m_shapes.of(*before(schema));
        bool isChanged = false;
        for (const Keyword keyword : {Keyword::Default, Keyword::Example, Keyword::Const}) {
            Json value = schema.value(keyword);
            if (change(value, shapes)) {
                schema.set(keyword, value);
                isChanged = true;
            }
        }
        for (const Keyword keyword : {Keyword::Examples, Keyword::Enum}) {
            JsonArray values = schema.value(keyword).array();
            bool isListChanged = false;
            for (Json &value : values)
                isListChanged = change(value, shapes) || isListChanged;
            if (isListChanged)
                schema.set(keyword, values);
            isChanged = isChanged || isListChanged;
        }
        return isChanged;
    }

    /// Of a media type, parameter or header.
    template<class Holder>
    bool followExamples(Holder &holder)
    {
        if (holder.schema.isAbsent() || !m_shapes.reaches(holder.schema))
            return false;
        const Shapes shapes = m_shapes.of(*before(holder.schema));
        bool isChanged = change(holder.example, shapes);
        for (qsizetype i = 0; i < holder.examples.size(); ++i) {
            const Named<Example> &listed = holder.examples.at(i);
            if (listed.isRaw())
                continue;
            if (!listed.value.ref.isNull()) {
                if (const Example *shared = resolve(m_before, listed.value))
                    m_sharedExamples.insert(shared->id, shapes);
                continue;
            }
            Json value = listed.value.value;
            if (change(value, shapes)) {
                holder.examples[i].value.value = value;
                isChanged = true;
            }
        }
        return isChanged;
    }

    /// Those of the components in one go: editNode() would look for each through all of the design.
    void followShared(Api &api)
    {
        NamedList<Example> &examples = api.components.examples;
        for (qsizetype i = 0; i < examples.size() && !m_sharedExamples.isEmpty(); ++i) {
            const Example &shared = std::as_const(examples).at(i).value;
            const auto shapes = m_sharedExamples.constFind(shared.id);
            if (shapes == m_sharedExamples.constEnd())
                continue;
            Json value = shared.value;
            if (change(value, *shapes))
                examples[i].value.value = value;
            m_sharedExamples.erase(shapes);
        }
        for (auto other = m_sharedExamples.begin(); other != m_sharedExamples.end(); ++other) {
            editNode<Example>(api, other.key(),
                              [&](Example &example) { change(example.value, other.value()); });
        }
    }

    bool change(Json &value, const Shapes &shapes)
    {
        const int before = m_count;
        const Json changed = m_shapes.renamed(value, shapes, &m_count);
        if (m_count > before)
            value = changed;
        return m_count > before;
    }

    /// The schema as it was: what is being changed may move while it is looked at.
    const Schema *before(const Schema &schema)
    {
        if (m_places.isEmpty()) {
            forEachSchema(m_before, [this](const Schema &one) { m_places.insert(one.id(), &one); });
        }
        return m_places.value(schema.id(), &schema);
    }

    const Api &m_before;
    ValueShapes m_shapes;
    ExtensionRename m_extensions;
    QHash<NodeId, Shapes> m_sharedExamples;
    QHash<NodeId, const Schema *> m_places;
    int m_count = 0;
};

} // namespace

int followFieldRename(Api &api, const Api &before, const FieldRename &rename)
{
    return FieldFollower(before, rename).follow(api);
}

} // namespace Design
