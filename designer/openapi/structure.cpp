#include "designer/openapi/structure.h"

#include "designer/model/children.h"
#include "designer/model/design_text.h"
#include "designer/model/operation_keys.h"
#include "designer/model/schema_check.h"
#include "designer/openapi/object_checks.h"

#include <algorithm>

namespace Design
{

namespace
{

const QString invalidMember = QStringLiteral("invalid-member");

bool isExtension(const QString &key)
{
    return key.startsWith(QLatin1String("x-"));
}

template<class T>
constexpr bool isNamedList = false;
template<class T>
constexpr bool isNamedList<NamedList<T>> = true;

/// What a member of this type looks like in a document.
template<class T>
QString expected()
{
    if constexpr (std::is_same_v<T, QString>)
        return QStringLiteral("a string");
    else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::optional<bool>>)
        return QStringLiteral("true or false");
    else if constexpr (std::is_same_v<T, QStringList>)
        return QStringLiteral("a list of strings");
    else if constexpr (std::is_same_v<T, Schema>)
        return QStringLiteral("a schema (an object, true or false)");
    else if constexpr (requires(const T &list) { list.isEmpty(); } && !isNamedList<T>)
        return QStringLiteral("a list of objects");
    else if constexpr (requires(const T &list) { list->isEmpty(); })
        return QStringLiteral("a list of objects");
    else
        return QStringLiteral("an object");
}

/// Whether this is how a document spells the default value of such a member.
template<class T>
bool isSpelledDefault(const Json &json)
{
    if constexpr (requires(const T &member) { member.has_value(); })
        return false; // whatever fits is a value, and no default
    else if constexpr (std::is_same_v<T, QString>)
        return json.isString();
    else if constexpr (std::is_same_v<T, bool>)
        return json.isBool();
    else if constexpr (requires(const T &list) { list.isEmpty(); } && !isNamedList<T>)
        return json.isArray() && json.array().isEmpty();
    else
        return json.isObject() && json.object().isEmpty();
}

/// The members of a Link Object, of which the model has none.
const QStringList &linkMembers()
{
    static const QStringList keys{
        QStringLiteral("operationRef"), QStringLiteral("operationId"), QStringLiteral("parameters"),
        QStringLiteral("requestBody"),  QStringLiteral("description"), QStringLiteral("server"),
    };
    return keys;
}

class StructureCheck
{
public:
    explicit StructureCheck(const Api &api)
    {
        if (api.isVersion30())
            m_findings.version = SpecVersion::V30;
        else if (api.openapi.startsWith(QLatin1String("3.2")))
            m_findings.version = SpecVersion::V32;
        check(api, Place());
    }

    Diagnostics take() { return std::move(m_findings.diagnostics); }

private:
    template<class T>
    void check(const T &object, const Place &place)
    {
        const NodeId outer = m_findings.node;
        if constexpr (requires { object.id; })
            m_findings.node = object.id;
        bool isReference = false;
        if constexpr (requires { object.ref; })
            isReference = checkReference(object, place);
        checkMembers(object, place, isReference);
        if constexpr (requires { checkObject(object, place, m_findings); }) {
            if (!isReference)
                checkObject(object, place, m_findings);
        }
        m_findings.node = outer;
    }

    template<class T>
    bool checkReference(const T &object, const Place &place)
    {
        if (object.ref.isNull() && object.rest.wasWritten(u"$ref")) {
            m_findings.report(Place(place, u"$ref"), invalidMember,
                              DesignText::tr("“$ref” must be a reference (a string)."));
        }
        return !object.ref.isNull() && !Is<T, PathItem>;
    }

    template<class T>
    void checkMembers(const T &object, const Place &place, bool isReference)
    {
        QStringList known;
        if constexpr (requires { object.ref; })
            known.append(QStringLiteral("$ref"));
        if constexpr (Is<T, Link>)
            known += linkMembers();
        if constexpr (Is<T, Components>) {
            if (m_findings.version == SpecVersion::V32)
                known.append(QStringLiteral("mediaTypes"));
        }
        if constexpr (Is<T, MediaType>) { // of 3.2, and FastAPI writes it in 3.1 already
            if (m_findings.version != SpecVersion::V30)
                known.append(QStringLiteral("itemSchema"));
            if (m_findings.version == SpecVersion::V32)
                known.append(QStringLiteral("$ref")); // to a shared one
        }
        forEachField(object, [&](const QString &key, const auto &member) {
            using Member = std::remove_cvref_t<decltype(member)>;
            known.append(key);
            const Place at(place, key);
            if constexpr (!std::is_same_v<Member, Json>) {
                if (!isDefault(member)) {
                    checkMember(member, at);
                } else if (const Json raw = object.rest.value(key); !raw.isUndefined()) {
                    if (isSpelledDefault<Member>(raw))
                        checkMember(member, at);
                    else
                        m_findings.report(
                            at, invalidMember,
                            DesignText::tr("“%1” must be %2.").arg(key, expected<Member>()));
                }
            }
        });
        if constexpr (Is<T, PathItem>) {
            const Place additional(place, additionalOperationsKey());
            for (const Operation &operation : object.operations)
                check(operation,
                      Place(isAdditional(operation) ? additional : place, operation.method));
        }
        if constexpr (Is<T, Callback>) {
            for (const Named<PathItem> &expression : object.expressions)
                check(expression.value, Place(place, expression.name));
        }
        checkUnknown(object, known, place, isReference);
    }

    template<class T>
    void checkUnknown(const T &object, const QStringList &known, const Place &place,
                      bool isReference)
    {
        for (const Rest::Member &member : object.rest.members) {
            const QString &key = member.key;
            const Place at(place, key);
            const bool isMethod = Is<T, PathItem> && (operationKeys().contains(key) ||
                                                      key == additionalOperationsKey());
            const bool isExpression = Is<T, Callback> && key != QLatin1String("$ref");
            if (isExtension(key))
                continue;
            if (isReference) {
                if (!isReferenceMember(key)) {
                    m_findings.report(at, QStringLiteral("ignored-member"),
                                      DesignText::tr("“%1” has no effect beside “$ref”.").arg(key),
                                      Severity::Warning);
                }
            } else if ((isMethod && !isNewerThanDocument<T>(key)) || isExpression) {
                if (!member.value.isUndefined()) {
                    m_findings.report(at, invalidMember,
                                      key == additionalOperationsKey()
                                          ? DesignText::tr("“%1” must be an object of operations, "
                                                           "by methods that have no key of their "
                                                           "own.")
                                                .arg(key)
                                          : DesignText::tr("“%1” must be an object.").arg(key));
                }
            } else if (!known.contains(key) || isNewerThanDocument<T>(key)) {
                const bool isCertain = m_findings.version != SpecVersion::V32;
                m_findings.report(at, QStringLiteral("unknown-member"),
                                  DesignText::tr("“%1” is not known here.").arg(key),
                                  isCertain ? Severity::Error : Severity::Warning);
            }
        }
    }

    /// Reference Object, section 4.8.23.
    bool isReferenceMember(const QString &key) const
    {
        return key == QLatin1String("$ref") ||
               (m_findings.version != SpecVersion::V30 &&
                (key == QLatin1String("summary") || key == QLatin1String("description")));
    }

    /// Members that came with 3.1 in a document of 3.0, and the like.
    template<class T>
    bool isNewerThanDocument(const QString &key) const
    {
        if constexpr (Is<T, PathItem>) {
            const bool isOf32 = key == QLatin1String("query") || key == additionalOperationsKey();
            return isOf32 && m_findings.version != SpecVersion::V32;
        }
        if (m_findings.version != SpecVersion::V30)
            return false;
        if constexpr (Is<T, Api>)
            return key == QLatin1String("webhooks") || key == QLatin1String("jsonSchemaDialect");
        else if constexpr (Is<T, Info>)
            return key == QLatin1String("summary");
        else if constexpr (Is<T, Components>)
            return key == QLatin1String("pathItems");
        else
            return false;
    }

    template<class T>
    void checkMember(const T &, const Place &)
    {
    }
    void checkMember(const Schema &schema, const Place &place)
    {
        checkSchema(schema, place, m_findings.diagnostics);
    }
    void checkMember(const Info &info, const Place &place) { check(info, place); }
    void checkMember(const Components &components, const Place &place) { check(components, place); }
    void checkMember(const QList<SecurityRequirement> &list, const Place &place)
    {
        for (qsizetype i = 0; i < list.size(); ++i)
            checkNamed(list.at(i).schemes, Place(place, i));
    }
    template<class T>
    void checkMember(const std::optional<T> &value, const Place &place)
    {
        if constexpr (NodeStruct<T>)
            check(*value, place);
        else
            checkMember(*value, place);
    }
    template<class T>
    void checkMember(const QList<T> &list, const Place &place)
    {
        if constexpr (NodeStruct<T>) {
            for (qsizetype i = 0; i < list.size(); ++i)
                check(list.at(i), Place(place, i));
        }
    }
    template<class T>
    void checkMember(const NamedList<T> &list, const Place &place)
    {
        checkNamed(list, place);
    }

    template<class T>
    void checkNamed(const NamedList<T> &list, const Place &place)
    {
        for (const Named<T> &member : list) {
            const Place at(place, member.name);
            if (!member.isRaw()) {
                if constexpr (NodeStruct<T>)
                    check(member.value, at);
                else
                    checkMember(member.value, at);
            } else if (!isExtension(member.name) || !(Is<T, PathItem> || Is<T, Response>)) {
                m_findings.report(
                    at, Is<T, Schema> ? QStringLiteral("invalid-schema") : invalidMember,
                    DesignText::tr("“%1” must be %2.").arg(member.name, expected<T>()));
            }
        }
    }

    StructureFindings m_findings;
};

} // namespace

Diagnostics checkStructure(const Api &api)
{
    return StructureCheck(api).take();
}

} // namespace Design
