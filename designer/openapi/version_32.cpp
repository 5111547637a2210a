#include "designer/model/children.h"
#include "designer/model/design_text.h"
#include "designer/openapi/export_losses.h"
#include "designer/openapi/version_conversion.h"

namespace Design
{

namespace
{

/// The members of an object that came with OpenAPI 3.2 and that no other says as well.
template<class T>
QStringList newMembers()
{
    if constexpr (Is<T, Api>)
        return {QStringLiteral("$self")};
    else if constexpr (Is<T, Server>)
        return {QStringLiteral("name")};
    else if constexpr (Is<T, Tag>)
        return {QStringLiteral("summary"), QStringLiteral("parent"), QStringLiteral("kind")};
    else if constexpr (Is<T, MediaType>)
        return {QStringLiteral("itemSchema"), QStringLiteral("prefixEncoding"),
                QStringLiteral("itemEncoding")};
    else if constexpr (Is<T, Example>)
        return {QStringLiteral("dataValue"), QStringLiteral("serializedValue")};
    else if constexpr (Is<T, SecurityScheme>)
        return {QStringLiteral("deprecated"), QStringLiteral("oauth2MetadataUrl")};
    else
        return {};
}

bool isOfQueryString(const Parameter &parameter)
{
    return parameter.in == QLatin1String("querystring");
}

class To31
{
public:
    To31(const Api &api, Diagnostics *diagnostics)
        : m_before(api)
        , m_losses(api, diagnostics)
    {
    }

    Api convert()
    {
        Api api = m_before;
        api.openapi = QStringLiteral("3.1.0");
        convertNode(api);
        auto &shared = api.components.parameters;
        for (qsizetype i = shared.size(); i-- > 0;) {
            if (!shared.at(i).isRaw() && isOfQueryString(shared.at(i).value))
                shared.removeAt(i); // whoever refers to it has said so
        }
        return api;
    }

private:
    void warnOf(NodeId node, const QString &member, const QString &suffix)
    {
        m_losses.warn(node,
                      DesignText::tr("OpenAPI 3.1 has no “%1” here; it is left out.").arg(member),
                      suffix);
    }

    template<class Node>
    bool dropMembers(Node &node)
    {
        bool isChanged = false;
        for (const QString &member : newMembers<Node>()) {
            if (node.rest.value(member).isUndefined())
                continue;
            warnOf(node.id, member, childPointer({}, member));
            node.rest.set(member, {});
            isChanged = true;
        }
        return isChanged;
    }

    template<class Node>
    bool convertNode(Node &node)
    {
        bool isChanged = convertOwn(node);
        isChanged = dropMembers(node) || isChanged;
        return changeEachChild(node, [this](auto &child) { return convertNode(child); }) ||
               isChanged;
    }

    /// The members of a discriminator and of XML that came with 3.2.
    bool convertNode(Schema &schema)
    {
        bool isChanged = false;
        for (const auto &[keyword, member] :
             {std::pair(Keyword::Discriminator, QStringLiteral("defaultMapping")),
              std::pair(Keyword::Xml, QStringLiteral("nodeType"))}) {
            JsonObject object = schema.value(keyword).object();
            if (!object.contains(member))
                continue;
            warnOf(schema.id(), member, u'/' + keywordName(keyword) + u'/' + member);
            object.remove(member);
            schema.set(keyword, Json(object));
            isChanged = true;
        }
        return changeEachChild(schema, [this](Schema &child) { return convertNode(child); }) ||
               isChanged;
    }

    template<class Node>
    bool convertOwn(Node &)
    {
        return false;
    }

    bool convertOwn(PathItem &item)
    {
        const qsizetype removed = item.operations.removeIf([this](const Operation &operation) {
            const bool isNew =
                isAdditional(operation) || operation.method == QLatin1String("query");
            if (isNew)
                warnOf(operation.id, operation.method, {});
            return isNew;
        });
        return dropQueryStrings(item.parameters) || removed > 0;
    }

    bool convertOwn(Operation &operation) { return dropQueryStrings(operation.parameters); }

    bool dropQueryStrings(QList<Parameter> &parameters)
    {
        return parameters.removeIf([this](const Parameter &written) {
            const Parameter *parameter = resolve(m_before, written);
            const bool isNew = parameter && isOfQueryString(*parameter);
            if (isNew)
                warnOf(written.id, parameter->in, {});
            return isNew;
        }) > 0;
    }

    bool convertOwn(Parameter &parameter)
    {
        if (parameter.style != QLatin1String("cookie"))
            return false;
        warnOf(parameter.id, parameter.style, QStringLiteral("/style"));
        parameter.style.clear();
        return true;
    }

    /// `value` says the same as `dataValue`.
    bool convertOwn(Example &example)
    {
        const Json data = example.rest.value(u"dataValue");
        if (data.isUndefined())
            return false;
        example.rest.set(QStringLiteral("dataValue"), {});
        if (example.value.isUndefined())
            example.value = data;
        return true;
    }

    /// 3.1 wants a description of each answer, 3.2 has a summary as well.
    bool convertOwn(Response &response)
    {
        if (response.summary.isEmpty())
            return false;
        if (response.description.isEmpty())
            response.description = response.summary;
        else
            warnOf(response.id, QStringLiteral("summary"), QStringLiteral("/summary"));
        response.summary.clear();
        return true;
    }

    bool convertOwn(SecurityScheme &scheme)
    {
        const QString member = QStringLiteral("deviceAuthorization");
        JsonObject flows = scheme.flows.object();
        if (!flows.contains(member))
            return false;
        warnOf(scheme.id, member, QStringLiteral("/flows/") + member);
        flows.remove(member);
        scheme.flows = Json(flows);
        return true;
    }

    const Api &m_before;
    ExportLosses m_losses;
};

} // namespace

bool isVersion32(const Api &api)
{
    return api.openapi.startsWith(QLatin1String("3.2"));
}

Api apiFrom32(const Api &api, Diagnostics *diagnostics)
{
    return To31(api, diagnostics).convert();
}

} // namespace Design
