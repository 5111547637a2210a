#include "designer/coercion/python_text.h"
#include "mockserver/contract/value_cases.h"

using namespace Design;

namespace Mock
{

namespace
{

/// How pydantic names an alternative in the place of an error, and what it says to a list; nothing
/// where that takes more than the schema.
std::optional<ExpectedError> errorOfList(const InputSchema::Alternative &alternative,
                                         const InputSchema &input)
{
    const auto named = [&](const char *name, ErrorType type) {
        const bool isConstrained =
            input.flat.has(Keyword::Minimum) || input.flat.has(Keyword::ExclusiveMinimum) ||
            input.flat.has(Keyword::Maximum) || input.flat.has(Keyword::ExclusiveMaximum) ||
            input.flat.has(Keyword::MultipleOf) || input.flat.has(Keyword::MinLength) ||
            input.flat.has(Keyword::MaxLength) || input.flat.has(Keyword::Pattern);
        const QString label = QLatin1String(name);
        return ExpectedError{
            type, {}, {Json(isConstrained ? QLatin1String("constrained-") + label : label)}};
    };
    if (input.isUnion || input.isNamedEnum || input.flat.has(Keyword::Enum) ||
        input.flat.has(Keyword::Const) || input.flat.has(Keyword::Format) ||
        !input.flat.pythonType().isEmpty())
        return std::nullopt;
    if (input.type == u"integer")
        return named("int", ErrorType::IntType);
    if (input.type == u"number")
        return named("float", ErrorType::FloatType);
    if (input.type == u"string")
        return named("str", ErrorType::StringType);
    if (input.type == u"boolean")
        return named("bool", ErrorType::BoolType);
    const QString component = alternative.schema.reference().text.section(u'/', -1);
    const bool isModel = input.type == u"object" && input.flat.has(Keyword::Properties) &&
                         !component.isEmpty() && !component.contains(u'-');
    if (!isModel)
        return std::nullopt;
    return ExpectedError{ErrorType::ModelAttributesType, {}, {Json(component)}};
}

/// Whether pydantic might take a value for this alternative that JSON Schema refuses.
bool mightTake(const InputSchema &input, const Json &value)
{
    if (input.isUnion || input.type.isEmpty() || input.flat.has(Keyword::Format))
        return true;
    const bool isScalar = value.isString() || value.isNumber() || value.isBool();
    return isScalar &&
           (input.type == u"integer" || input.type == u"number" || input.type == u"boolean");
}

} // namespace

Json ValueCases::tagged(const InputSchema &unionOf, const InputSchema::Alternative &alternative,
                        const QString &path)
{
    const Json made = valid(alternative.schema, path + alternative.tag);
    if (!made.isObject())
        return {};
    JsonObject object = made.object();
    object.insert(unionOf.tagField, alternative.tag);
    return accepts(unionOf.origin, Json(object)) ? Json(object) : Json();
}

void ValueCases::addUnion(const InputSchema &input, Spelling spelling)
{
    if (!input.tagField.isEmpty()) {
        addTags(input);
        return;
    }
    const QString constraint =
        input.flat.has(Keyword::OneOf) ? QStringLiteral("oneOf") : QStringLiteral("anyOf");
    QList<ExpectedError> errors;
    bool isKnown = true;
    bool takesLists = input.alternatives.isEmpty();
    for (qsizetype i = 0; i < input.alternatives.size(); ++i) {
        const InputSchema::Alternative &alternative = input.alternatives[i];
        const InputSchema member(alternative.schema, m_find);
        acceptIfValid(input, QStringLiteral("alternative %1").arg(i + 1),
                      valid(alternative.schema, QStringLiteral("union"), static_cast<int>(i)));
        const std::optional<ExpectedError> error = errorOfList(alternative, member);
        isKnown = isKnown && error;
        if (error)
            errors.append(*error);
        takesLists =
            takesLists || member.isUnion || member.type.isEmpty() || member.type == u"array";
        addAlternative(input, i, spelling);
    }
    if (input.isNullable && spelling == Spelling::Json)
        accept(QStringLiteral("null"), nullptr);
    if (takesLists || spelling == Spelling::Text)
        return;
    refuse(QStringLiteral("none of the alternatives"), JsonArray(), constraint, std::nullopt);
    if (isKnown)
        m_cases.last().errors = errors;
}

/// What breaks a rule of one alternative, where no other takes it.
void ValueCases::addAlternative(const InputSchema &input, qsizetype index, Spelling spelling)
{
    const InputSchema member(input.alternatives[index].schema, m_find);
    if (member.isUnion || member.type == u"object")
        return;
    const bool mightFitElsewhere = spelling == Spelling::Text && input.alternatives.size() > 1;
    QStringList ignored;
    const QList<ValueCase> outer = std::exchange(m_cases, {});
    QStringList *constraints = std::exchange(m_constraints, &ignored);
    const Json start = valid(input.alternatives[index].schema, QStringLiteral("union"), 0);
    const QList<ValueCase> cases = make(member, spelling, start, &ignored);
    m_cases = outer;
    m_constraints = constraints;
    for (const ValueCase &made : cases) {
        const bool isOfType = made.constraint == u"type" || made.constraint.isEmpty();
        bool isTaken = mightFitElsewhere || accepts(input.origin, made.value);
        for (qsizetype i = 0; m_isFastApi && i < input.alternatives.size(); ++i) {
            if (i != index)
                isTaken = isTaken ||
                          mightTake(InputSchema(input.alternatives[i].schema, m_find), made.value);
        }
        if (!made.isAccepted && !isOfType && !isTaken) {
            refuse(QStringLiteral("alternative %1, %2").arg(index + 1).arg(made.note), made.value,
                   QStringLiteral("%1 of alternative %2").arg(made.constraint).arg(index + 1),
                   std::nullopt);
        }
    }
}

void ValueCases::addTags(const InputSchema &input)
{
    const QString constraint = QStringLiteral("discriminator");
    QStringList tags;
    Json some;
    for (const InputSchema::Alternative &alternative : input.alternatives) {
        const Json made = tagged(input, alternative, QStringLiteral("union"));
        tags.append(pythonRepr(Json(alternative.tag)));
        if (made.isUndefined())
            continue;
        accept(QStringLiteral("the alternative %1").arg(alternative.tag), made);
        some = made;
    }
    note(constraint);
    if (some.isUndefined())
        return;
    const QString field = pythonRepr(Json(input.tagField));
    JsonObject object = some.object();
    object.insert(input.tagField, QStringLiteral("none-of-these"));
    refuse(QStringLiteral("another tag"), Json(object), constraint, ErrorType::UnionTagInvalid,
           {{QStringLiteral("discriminator"), field},
            {QStringLiteral("tag"), QStringLiteral("none-of-these")},
            {QStringLiteral("expected_tags"), tags.join(QStringLiteral(", "))}});
    object.remove(input.tagField);
    refuse(QStringLiteral("no tag"), Json(object), constraint, ErrorType::UnionTagNotFound,
           {{QStringLiteral("discriminator"), field}});
    refuse(QStringLiteral("a list"), JsonArray(), QStringLiteral("type"),
           ErrorType::ModelAttributesType);
}

} // namespace Mock
