#include "mockserver/contract/example_requests.h"

#include "designer/model/locate.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_writer.h"
#include "mockserver/contract/credentials.h"
#include "mockserver/contract/example_body.h"
#include "mockserver/contract/parameter_text.h"

#include <QUrl>

using namespace Design;

namespace Mock
{

namespace
{

/// Leaves out the fields that OpenAPI has its own words for: parameters of these names mean nothing
/// (section 4.8.12.1).
void dropFields(const QByteArray &name, Request *request)
{
    request->headers.removeIf([&](const HeaderField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

class ExampleRequests::Private
{
public:
    Private(const Api &design, quint64 sampleSeed)
        : api(design)
        , compiler(api)
        , seed(sampleSeed)
    {
    }

    /// The parameters of an operation: its own win over the path item's (OpenAPI 3.1, 4.8.9.1).
    QList<Parameter> parameters(const PathItem &item, const Operation &operation) const
    {
        QList<Parameter> result;
        for (const QList<Parameter> &list : {operation.parameters, item.parameters}) {
            for (const Parameter &listed : list) {
                const Parameter *parameter = resolve(api, listed);
                if (!parameter)
                    continue;
                const bool known = std::any_of(result.begin(), result.end(), [&](const auto &p) {
                    return p.name == parameter->name && p.in == parameter->in;
                });
                if (!known)
                    result.append(*parameter);
            }
        }
        return result;
    }

    /// The value of a parameter, or undefined when it is optional and has no example.
    Json value(const Parameter &parameter, const QString &path, QString *problem)
    {
        const Schema schema =
            parameter.content.isEmpty() ? parameter.schema : parameter.content.first().value.schema;
        const CompiledSchema compiled = compiler.compile(schema);
        const Json given = givenExample(api, parameter.example, parameter.examples, compiled);
        const bool isNothing = parameter.in == QLatin1String("query") &&
                               !parameter.allowEmptyValue && given.isString() &&
                               given.string().isEmpty();
        if (!given.isUndefined() && !isNothing)
            return given;
        if (!parameter.required)
            return {};
        SampleOptions options;
        options.seed = seed;
        options.path = path;
        options.name = parameter.name;
        options.direction = Direction::Request;
        options.overrides = {};
        const Sample made = sample(compiled, options);
        if (!made.isFound()) {
            *problem = QStringLiteral("%1 parameter %2: %3")
                           .arg(parameter.in, parameter.name, made.reason);
        }
        return made.value;
    }

    void addCredentials(const QList<SecurityRequirement> &alternatives,
                        ExampleRequest *example) const
    {
        if (alternatives.isEmpty())
            return;
        for (const Named<QStringList> &use : alternatives.first().schemes) {
            const SecurityScheme *scheme = api.components.securitySchemes.find(use.name);
            scheme = scheme ? resolve(api, *scheme) : nullptr;
            if (!scheme)
                continue;
            const QByteArray token = exampleToken(*scheme, use.value);
            if (scheme->type == QLatin1String("apiKey") && scheme->in == QLatin1String("query"))
                example->queryCredentials.append(
                    {QUrl::toPercentEncoding(scheme->name),
                     QUrl::toPercentEncoding(QString::fromUtf8(token))});
            else if (scheme->type != QLatin1String("mutualTLS"))
                example->credentials.append(credentialHeader(*scheme, token));
        }
    }

    const Api api; // a copy is cheap and keeps the schemas alive
    SchemaCompiler compiler;
    const quint64 seed;
};

ExampleRequests::ExampleRequests(const Api &api, quint64 seed)
    : d(std::make_unique<Private>(api, seed))
{
}

ExampleRequests::~ExampleRequests() = default;

ExampleRequest ExampleRequests::make(const Named<PathItem> &path, const Operation &operation)
{
    ExampleRequest result;
    Request &request = result.request;
    request.method = operation.method.toUpper().toUtf8();
    const QString place = operation.method + u' ' + path.name;
    QString target = path.name;
    TextPairs query;
    QByteArray whole;
    QList<QByteArray> cookies;
    for (const Parameter &parameter : d->parameters(path.value, operation)) {
        const Json value = d->value(parameter, place, &result.problem);
        if (value.isUndefined())
            continue;
        if (parameter.in == QLatin1String("path")) {
            const QString segment = QString::fromLatin1(pathText(parameter, value));
            target.replace(u'{' + parameter.name + u'}', segment);
            target.replace(u'{' + parameter.name + QStringLiteral(":path}"), segment);
        } else if (isWholeQuery(parameter)) {
            whole = wholeQuery(parameter, value);
        } else if (parameter.in == QLatin1String("query")) {
            query += queryPairs(parameter, value);
        } else if (parameter.in == QLatin1String("cookie")) {
            cookies.append(parameter.name.toUtf8() + '=' + headerText(parameter, value));
        } else if (parameter.in == QLatin1String("header")) {
            request.headers.append({parameter.name.toUtf8(), headerText(parameter, value)});
        }
    }
    if (!cookies.isEmpty())
        request.headers.append({"Cookie", cookies.join("; ")});
    d->addCredentials(operation.security.value_or(d->api.security), &result);
    for (const HeaderField &credential : std::as_const(result.credentials))
        dropFields(credential.name, &request);
    request.headers += result.credentials;
    for (const auto &credential : std::as_const(result.queryCredentials)) {
        query.removeIf([&](const auto &pair) { return pair.first == credential.first; });
        query.append(credential);
    }
    if (operation.requestBody) {
        if (const RequestBody *body = resolve(d->api, *operation.requestBody)) {
            const ExampleBody made = exampleBody(d->api, d->compiler, *body, place, d->seed);
            if (made.problem.isEmpty()) {
                dropFields("Content-Type", &request);
                request.headers.append({"Content-Type", made.contentType});
                request.body = made.bytes;
                result.body = made.value;
            } else if (body->required) {
                result.problem = made.problem;
            }
        }
    }
    // The values are encoded already, and QUrl would encode their `%` again.
    QByteArrayList pieces;
    for (const QString &piece : target.split(u'%'))
        pieces.append(QUrl::toPercentEncoding(piece, "/!$&'()*+,;=:@~.-_"));
    request.target = pieces.join('%');
    if (!whole.isEmpty() || !query.isEmpty())
        request.target += '?' + (whole.isEmpty() ? joined(query) : whole);
    return result;
}

} // namespace Mock
