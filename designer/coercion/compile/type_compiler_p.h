#pragma once

#include "designer/coercion/compile/flat_schema.h"
#include "designer/coercion/compile/type_compiler.h"
#include "designer/coercion/types/choice_types.h"
#include "designer/coercion/types/collection_types.h"
#include "designer/coercion/types/model_type.h"
#include "designer/coercion/types/named_tuple_type.h"
#include "designer/coercion/types/named_types.h"
#include "designer/coercion/types/number_types.h"
#include "designer/coercion/types/text_types.h"
#include "designer/coercion/types/union_types.h"

#include <QHash>

#include <vector>

namespace Design
{

class TypeSet
{
public:
    template<class T, class... Arguments>
    T *add(Arguments &&...arguments)
    {
        auto type = std::make_unique<T>(std::forward<Arguments>(arguments)...);
        T *pointer = type.get();
        m_types.push_back(std::move(type));
        return pointer;
    }

private:
    std::vector<std::unique_ptr<Type>> m_types;
};

class TypeCompiler::Private
{
public:
    Private(const Api &design, const TypeOptions &typeOptions);

    const Type *compile(const Schema &schema);
    const Type *compileNew(const Schema &schema);
    /// Whether a component is a class around another type; an alias of a type has no title.
    bool isRootModel(const Schema &schema, const Type *type) const;
    const Type *compileFlat(const FlatSchema &flat, const Schema &origin);
    const Type *compileTypes(const FlatSchema &flat, const Schema &origin);
    const Type *compileType(const QString &type, const FlatSchema &flat, const Schema &origin);

    // type_compiler_choices.cpp
    const Type *compileChoice(const FlatSchema &flat);
    const Type *compileUnion(const FlatSchema &flat, const Schema &origin);
    const Type *compileTagged(const FlatSchema &flat, const QList<Schema> &members,
                              const QList<const Type *> &types);
    QList<const Type *> compileMembers(const FlatSchema &flat, const QList<Schema> &members);

    // type_compiler_scalars.cpp
    const Type *compileString(const FlatSchema &flat);
    const Type *compileNumber(const FlatSchema &flat, bool isInteger);
    NumberLimits numberLimits(const FlatSchema &flat) const;
    StringLimits stringLimits(const FlatSchema &flat);
    /// The type that pydantic writes as this pair of alternatives, or null.
    const Type *compilePair(const Schema &first, const Schema &second);
    const Type *compileDecimal(const FlatSchema &limits, const Schema &text);

    // type_compiler_objects.cpp
    const Type *compileArray(const FlatSchema &flat, const Schema &origin);
    /// As an item of a set, which Python has to hash: no list but a tuple of any length, no set but
    /// a frozenset. A document writes both alike.
    const Type *compileHashable(const Schema &schema);
    const Type *compilePlaces(const FlatSchema &flat, const QList<Schema> &places);
    const Type *compileNamedTuple(const FlatSchema &flat, const QList<Schema> &places,
                                  const Schema &origin);
    const Type *compileObject(const FlatSchema &flat, const Schema &origin);
    const Type *compileModel(const FlatSchema &flat, const Schema &origin);
    const Type *compileDict(const FlatSchema &flat);

    const Type *any(NodeId node) { return types->add<AnyType>(node); }
    const Schema *find(const Reference &reference) const;
    /// Name of the class: the title, else the component's name.
    QString className(const Schema &origin) const;
    bool isComponent(const Schema &schema) const { return names.contains(schema.id()); }
    void report(const QString &rule, const QString &message, NodeId node);

    const Api &api;
    TypeOptions options;
    FindSchema findSchema;
    std::shared_ptr<TypeSet> types = std::make_shared<TypeSet>();
    QHash<NodeId, const Schema *> components;
    QHash<NodeId, QString> names; ///< of components
    QHash<NodeId, const Type *> done;
    QHash<NodeId, ReferenceType *> open; ///< being compiled; null until somebody refers to it
    Diagnostics diagnostics;
    int depth = 0;
};

} // namespace Design
