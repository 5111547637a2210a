#include "designer/coercion/compile/type_compiler.h"

#include "designer/coercion/compile/type_compiler_p.h"
#include "designer/model/design_text.h"
#include "designer/model/references.h"

#include <QRegularExpression>

#include <algorithm>

namespace Design
{

TypeCompiler::TypeCompiler(const Api &api, const TypeOptions &options)
    : d(std::make_unique<Private>(api, options))
{
}

TypeCompiler::~TypeCompiler() = default;

const Type *TypeCompiler::compile(const Schema &schema)
{
    return d->compile(schema);
}

std::shared_ptr<const TypeSet> TypeCompiler::types() const
{
    return d->types;
}

const Diagnostics &TypeCompiler::diagnostics() const
{
    return d->diagnostics;
}

TypeCompiler::Private::Private(const Api &design, const TypeOptions &typeOptions)
    : api(design)
    , options(typeOptions)
    , findSchema([this](const Reference &reference) { return find(reference); })
{
    for (const Named<Schema> &schema : api.components.schemas) {
        if (schema.isRaw())
            continue;
        components.insert(schema.value.id(), &schema.value);
        names.insert(schema.value.id(), schema.name);
    }
}

const Schema *TypeCompiler::Private::find(const Reference &reference) const
{
    const Schema *component = components.value(reference.component);
    const bool isWhole = component && reference.text.count(u'/') ==
                                          3; // #/components/schemas/Name, nothing inside it
    return isWhole ? component : findReferenced(api, reference);
}

const Type *TypeCompiler::Private::compile(const Schema &schema)
{
    const NodeId id = schema.id();
    if (schema.isAbsent())
        return any(id);
    if (id == NodeId::None)
        return compileNew(schema);
    if (const Type *known = done.value(id))
        return known;
    if (const auto it = open.find(id); it != open.end()) {
        if (!it.value())
            it.value() = types->add<ReferenceType>(id, className(schema));
        return it.value();
    }
    open.insert(id, nullptr);
    const Type *type = compileNew(schema);
    if (ReferenceType *reference = open.take(id))
        reference->bind(type);
    done.insert(id, type);
    return type;
}

const Type *TypeCompiler::Private::compileNew(const Schema &schema)
{
    constexpr int mostDepth = 500;
    if (depth >= mostDepth) {
        report(QStringLiteral("schema-too-deep"),
               DesignText::tr("This schema is nested too deeply and accepts every value."),
               schema.id());
        return any(schema.id());
    }
    ++depth;
    const Type *type = nullptr;
    if (const std::optional<bool> boolean = schema.booleanValue()) {
        if (*boolean)
            type = any(schema.id());
        else
            type = types->add<LiteralType>(schema.id(), JsonArray(), Keyword::Unknown);
    } else if (isOnlyReference(schema)) {
        const Reference reference = schema.reference();
        const Schema *target =
            reference.isNull() ? &schema.schemas(Keyword::AllOf).first() : find(reference);
        if (!target) {
            report(QStringLiteral("dangling-reference"),
                   DesignText::tr("%1 leads nowhere; every value is accepted here.")
                       .arg(reference.text),
                   schema.id());
        }
        type = target ? compile(*target) : any(schema.id());
    } else {
        type = compileFlat(FlatSchema(schema, findSchema), schema);
    }
    if (isRootModel(schema, type))
        type = types->add<RootModelType>(schema.id(), className(schema), type);
    --depth;
    return type;
}

bool TypeCompiler::Private::isRootModel(const Schema &schema, const Type *type) const
{
    const bool isChoice = schema.has(Keyword::Enum) || schema.has(Keyword::Const);
    const bool isModel = dynamic_cast<const ModelType *>(type) && !schema.has(Keyword::Ref);
    return isComponent(schema) && schema.has(Keyword::Title) && !isChoice && !isModel;
}

const Type *TypeCompiler::Private::compileFlat(const FlatSchema &flat, const Schema &origin)
{
    const Type *type = nullptr;
    if (flat.has(Keyword::Const) || flat.has(Keyword::Enum))
        type = compileChoice(flat);
    else if (flat.has(Keyword::AnyOf) || flat.has(Keyword::OneOf))
        type = compileUnion(flat, origin);
    if (!type)
        type = compileTypes(flat, origin);
    const QString name = flat.pythonType();
    if (const std::optional<StrictType::Kind> kind = strictKind(name))
        type = types->add<StrictType>(flat.node(), *kind, type);
    else if (const std::optional<MomentType::Rule> rule = momentRule(name))
        type = types->add<MomentType>(flat.node(), *rule, type);
    if (flat.isNullable() && !type->isNullable())
        type = types->add<NullableType>(origin.id(), type);
    return type;
}

const Type *TypeCompiler::Private::compileTypes(const FlatSchema &flat, const Schema &origin)
{
    QStringList typeNames = flat.types();
    const bool isNullable = typeNames.removeAll(QStringLiteral("null")) > 0;
    if (typeNames.isEmpty() && isNullable)
        return types->add<NoneType>(origin.id());
    if (typeNames.isEmpty()) {
        // Not declared: what the keywords are about, as pydantic's own schemas never leave it out
        // but for Any.
        if (flat.has(Keyword::Properties))
            typeNames.append(QStringLiteral("object"));
        else if (flat.has(Keyword::Items) || flat.has(Keyword::PrefixItems))
            typeNames.append(QStringLiteral("array"));
        else if (flat.has(Keyword::Format) || flat.has(Keyword::Pattern))
            typeNames.append(QStringLiteral("string"));
    }
    QList<const Type *> members;
    for (const QString &name : std::as_const(typeNames))
        members.append(compileType(name, flat, origin));
    const Type *type = nullptr;
    if (members.isEmpty())
        type = any(origin.id());
    else if (members.size() == 1)
        type = members.first();
    else
        type = types->add<UnionType>(origin.id(), members);
    return isNullable ? types->add<NullableType>(origin.id(), type) : type;
}

const Type *TypeCompiler::Private::compileType(const QString &type, const FlatSchema &flat,
                                               const Schema &origin)
{
    if (type == u"string")
        return compileString(flat);
    if (type == u"integer")
        return compileNumber(flat, true);
    if (type == u"number")
        return compileNumber(flat, false);
    if (type == u"boolean")
        return types->add<BooleanType>(flat.node());
    if (type == u"array")
        return compileArray(flat, origin);
    if (type == u"object")
        return compileObject(flat, origin);
    return any(flat.node());
}

QString TypeCompiler::Private::className(const Schema &origin) const
{
    static const QRegularExpression direction(QStringLiteral("-(?:Input|Output)$"));
    static const QRegularExpression others(QStringLiteral("[^a-zA-Z0-9._-]"));
    const QString title = origin.text(Keyword::Title);
    const QString name = names.value(origin.id()).remove(direction);
    if (name.isEmpty())
        return title.isEmpty() ? QStringLiteral("Model") : title;
    // Components are called after the class: "Page_Item_" of Page[Item], "shop__models__Item" where
    // there are two of a name. Any other title is one that the model was given.
    const QString safe = QString(title).replace(others, QStringLiteral("_"));
    const bool isOfTitle = name == safe || name.endsWith(QLatin1String("__") + safe);
    return !title.isEmpty() && isOfTitle ? title : name;
}

void TypeCompiler::Private::report(const QString &rule, const QString &message, NodeId node)
{
    Diagnostic diagnostic;
    diagnostic.severity = Severity::Warning;
    diagnostic.rule = rule;
    diagnostic.message = message;
    diagnostic.node = node;
    diagnostics.append(diagnostic);
}

} // namespace Design
