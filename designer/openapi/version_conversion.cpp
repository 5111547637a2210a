#include "designer/openapi/version_conversion.h"

#include "designer/model/design_text.h"
#include "designer/openapi/export_losses.h"
#include "designer/openapi/hoist_definitions.h"
#include "designer/openapi/object_writer.h"
#include "designer/openapi/schema_conversion.h"

namespace Design
{

namespace
{

using ConvertSchema = std::function<Schema(const Schema &)>;

template<class Node>
bool convertSchemas(Node &node, const ConvertSchema &convert)
{
    changeEachChild(node, [&](auto &child) {
        if constexpr (Is<std::remove_cvref_t<decltype(child)>, Schema>) {
            child = convert(child);
            return true;
        } else {
            return convertSchemas(child, convert);
        }
    });
    return true;
}

class To30
{
public:
    To30(const Api &api, Diagnostics *diagnostics)
        : m_before(api)
        , m_losses(api, diagnostics)
    {
    }

    Api convert()
    {
        Api api = m_before;
        api.openapi = QStringLiteral("3.0.3");
        hoistDefinitions(api);
        convertSchemas(api, [this](const Schema &schema) {
            return schemaTo30(schema,
                              [this](NodeId node, const QString &message) { warn(node, message); });
        });
        convertInfo(api.info);
        inlinePathItems(api);
        moveWebhooks(api);
        if (api.paths.isEmpty())
            api.rest.set(QStringLiteral("paths"), JsonObject());
        api.jsonSchemaDialect.clear();
        api.rest.set(QStringLiteral("jsonSchemaDialect"), {});
        addResponses(api);
        checkSecurity(api);
        return api;
    }

private:
    void warn(NodeId node, const QString &message, const QString &suffix = {})
    {
        m_losses.warn(node, message, suffix);
    }

    void convertInfo(Info &info)
    {
        if (!info.summary.isEmpty()) {
            warn(m_before.id,
                 DesignText::tr("OpenAPI 3.0 has no “summary” of an API; it is left out."),
                 QStringLiteral("/info/summary"));
        }
        info.summary.clear();
        info.rest.set(QStringLiteral("summary"), {});
        const QString identifier = info.license.value(u"identifier").toString();
        if (identifier.isEmpty())
            return;
        JsonObject license = info.license.object();
        license.remove(u"identifier");
        info.license = license;
        warn(m_before.id,
             DesignText::tr("OpenAPI 3.0 has no “identifier” of a license; it is left out."),
             QStringLiteral("/info/license/identifier"));
    }

    /// Path items that are components take the places of the references to them.
    void inlinePathItems(Api &api)
    {
        const Api with = api;
        for (qsizetype i = 0; i < with.paths.size(); ++i) {
            const PathItem &item = with.paths.at(i).value;
            const PathItem *target = item.ref.isNull() ? nullptr : resolve(with, item);
            if (!target || !item.ref.text.startsWith(QLatin1String("#/components/pathItems/")))
                continue;
            api.paths[i].value = *target;
        }
        for (const Named<PathItem> &item : with.components.pathItems) {
            if (!item.isRaw() && !isUsed(with, item.value.id)) {
                warn(item.value.id,
                     DesignText::tr("OpenAPI 3.0 has no path items among the components; "
                                    "this one is used by no path and left out."));
            }
        }
        api.components.pathItems.clear();
        api.components.rest.set(QStringLiteral("pathItems"), {});
    }

    static bool isUsed(const Api &api, NodeId item)
    {
        return std::any_of(api.paths.begin(), api.paths.end(), [item](const Named<PathItem> &path) {
            return path.value.ref.component == item;
        });
    }

    void moveWebhooks(Api &api)
    {
        if (!api.webhooks.isEmpty()) {
            api.rest.set(QStringLiteral("x-webhooks"),
                         ObjectWriter(api).write(api).value(u"webhooks"));
            warn(m_before.id,
                 DesignText::tr("OpenAPI 3.0 has no webhooks; they are written as “x-webhooks”."),
                 QStringLiteral("/webhooks"));
        }
        api.webhooks.clear();
        api.rest.set(QStringLiteral("webhooks"), {});
    }

    /// 3.0 wants at least one answer of every operation.
    template<class Parent>
    bool addResponses(Parent &parent)
    {
        return changeEachChild(parent, [&](auto &child) {
            using Child = std::remove_cvref_t<decltype(child)>;
            bool isChanged = false;
            if constexpr (Is<Child, Operation>) {
                if (child.responses.isEmpty()) {
                    Response any;
                    any.description = QStringLiteral("Any answer");
                    child.responses.insert(QStringLiteral("default"), any);
                    isChanged = true;
                }
            }
            if constexpr (Is<Child, Operation> || Is<Child, PathItem> || Is<Child, Callback>)
                isChanged = addResponses(child) || isChanged;
            return isChanged;
        });
    }

    void checkSecurity(const Api &api)
    {
        for (const Named<SecurityScheme> &scheme : api.components.securitySchemes) {
            if (scheme.value.type == QLatin1String("mutualTLS")) {
                warn(scheme.value.id,
                     DesignText::tr("OpenAPI 3.0 has no security of type “mutualTLS”; it "
                                    "is written all the same."));
            }
        }
    }

    const Api &m_before;
    ExportLosses m_losses;
};

} // namespace

Api apiTo30(const Api &api, Diagnostics *diagnostics)
{
    return To30(api, diagnostics).convert();
}

Api apiTo31(const Api &api)
{
    Api converted = api;
    converted.openapi = QStringLiteral("3.1.0");
    convertSchemas(converted, [](const Schema &schema) { return schemaTo31(schema); });
    return converted;
}

} // namespace Design
