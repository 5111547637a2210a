#include "designer/preview/place_names.h"

#include "designer/model/operation_keys.h"
#include "designer/text/pointer.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

class PlaceName
{
    Q_DECLARE_TR_FUNCTIONS(Design::PlaceName)

public:
    PlaceName(const Api &api, const QStringList &tokens)
        : m_api(api)
        , m_tokens(tokens)
    {
    }

    QString text()
    {
        const QString root = take();
        if (root == QLatin1String("components")) {
            const QString kind = take();
            m_text = take();
            if (kind == QLatin1String("schemas"))
                addSchemaSteps();
            else if (kind == QLatin1String("parameters") || kind == QLatin1String("headers"))
                skipTo(QLatin1String("schema"));
        } else if (root == QLatin1String("paths") || root == QLatin1String("webhooks")) {
            addPath(root == QLatin1String("paths") ? m_api.paths : m_api.webhooks);
        } else if (root == QLatin1String("x-menura")) {
            const QString group = take(); // "dependencies admin", as the text of the design says it
            m_text = next().isEmpty() ? group : group + u' ' + take();
        } else {
            m_text = root;
        }
        return m_text;
    }

private:
    QString take() { return m_at < m_tokens.size() ? m_tokens.at(m_at++) : QString(); }
    QString next() const { return m_tokens.value(m_at); }

    void skipTo(QLatin1String token)
    {
        while (m_at < m_tokens.size() && next() != token)
            ++m_at;
        if (take() == token)
            addSchemaSteps();
    }

    void addPart(const QString &part) { m_text += QStringLiteral(" · ") + part; }

    void addPath(const NamedList<PathItem> &paths)
    {
        const QString path = take();
        const PathItem *item = paths.find(path);
        m_text = path;
        const Operation *operation = item ? item->operation(next()) : nullptr;
        if (next() == additionalOperationsKey()) {
            take();
            operation = item ? item->operation(next()) : nullptr;
        }
        if (operation || operationKeys().contains(next()))
            m_text = take().toUpper() + u' ' + path;
        const QString part = take();
        if (part == QLatin1String("parameters")) {
            const QList<Parameter> parameters = operation ? operation->parameters
                                                : item    ? item->parameters
                                                          : QList<Parameter>();
            const Parameter parameter = parameters.value(take().toInt());
            if (!parameter.name.isEmpty())
                addPart(parameter.name);
            skipTo(QLatin1String("schema"));
        } else if (part == QLatin1String("requestBody")) {
            addPart(tr("body"));
            skipTo(QLatin1String("schema"));
        } else if (part == QLatin1String("responses")) {
            addPart(tr("answer %1").arg(take()));
            skipTo(QLatin1String("schema"));
        }
    }

    void addSchemaSteps()
    {
        while (m_at < m_tokens.size()) {
            const QString step = take();
            if (step == QLatin1String("properties") || step == QLatin1String("patternProperties"))
                m_text += u'.' + take();
            else if (step == QLatin1String("items"))
                m_text += tr("[item]");
            else if (step == QLatin1String("prefixItems"))
                m_text += u'[' + take() + u']';
            else if (step == QLatin1String("anyOf") || step == QLatin1String("oneOf"))
                addPart(tr("case %1").arg(take().toInt() + 1));
            else if (step == QLatin1String("allOf"))
                take();
            else if (step == QLatin1String("additionalProperties"))
                m_text += tr(".other");
        }
    }

    const Api &m_api;
    QStringList m_tokens;
    qsizetype m_at = 0;
    QString m_text;
};

} // namespace

QString placeName(const Api &api, const QString &pointer)
{
    return PlaceName(api, pointerTokens(pointer)).text();
}

QString placeName(const Api &api, const NodeIndex &index, NodeId node)
{
    return placeName(api, index.pointer(node));
}

} // namespace Design
