#include "designer/model/locate.h"
#include "mockserver/contract/boundary_generator.h"
#include "mockserver/contract/credentials.h"

#include <QUrl>

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

/// What has the form of a credential, and is none that anybody knows.
const QByteArray nobody = QByteArrayLiteral("nobody:nothing");
const QByteArray nobodysToken = QByteArrayLiteral("nobodys-token");

/// The request with another credential for one scheme.
RequestParts withCredential(RequestParts parts, const SecurityScheme &scheme,
                            const QByteArray &token)
{
    if (scheme.type == u"apiKey" && scheme.in == u"query") {
        const QByteArray name = QUrl::toPercentEncoding(scheme.name);
        parts.query.removeIf([&name](const auto &pair) { return pair.first == name; });
        parts.query.append({name, QUrl::toPercentEncoding(QString::fromUtf8(token))});
        return parts;
    }
    const HeaderField field = credentialHeader(scheme, token);
    parts.credentials.removeIf(
        [&field](const HeaderField &other) { return other.name == field.name; });
    parts.credentials.append(field);
    return parts;
}

/// In the words of FastAPI's tutorial.
QString refusalOf(const SecurityScheme &scheme)
{
    return isBasic(scheme)    ? QStringLiteral("Incorrect username or password")
           : isBearer(scheme) ? QStringLiteral("Could not validate credentials")
                              : QStringLiteral("Invalid API key");
}

} // namespace

const SecurityScheme *BoundaryGenerator::schemeOf(const QString &name) const
{
    const SecurityScheme *scheme = m_flat.components.securitySchemes.find(name);
    return scheme ? resolve(m_flat, *scheme) : nullptr;
}

bool BoundaryGenerator::anyDependency(const QString &scheme,
                                      const std::function<bool(const DependencyDesign &)> &is) const
{
    return std::any_of(m_dependencies.begin(), m_dependencies.end(), [&](const QString &name) {
        const DependencyDesign *dependency = m_behaviour.dependencies.find(name);
        return dependency && dependency->scheme == scheme && is(*dependency);
    });
}

/// Requests of somebody who has no credentials, none that can be read, none that count, or too few
/// rights. The dependencies that take them run.
void BoundaryGenerator::addSecurity(const Operation &operation)
{
    const QList<SecurityRequirement> alternatives = operation.security.value_or(m_flat.security);
    if (alternatives.isEmpty())
        return;
    const QString name = QStringLiteral("security");
    const QString credentials = QStringLiteral("credentials");
    for (const SecurityRequirement &requirement : alternatives) {
        bool isSeen = false;
        for (const Named<QStringList> &use : requirement.schemes) {
            const SecurityScheme *scheme = schemeOf(use.name);
            isSeen = isSeen || (scheme && scheme->type != u"mutualTLS");
            const auto isOptional = [](const auto &dependency) { return dependency.isOptional; };
            if (anyDependency(use.name, isOptional))
                return note(name, credentials, QStringLiteral("they may be left out"));
        }
        if (requirement.schemes.isEmpty())
            return note(name, credentials, QStringLiteral("they may be left out"));
        if (!isSeen)
            return note(name, credentials, QStringLiteral("nothing in a request shows them"));
    }
    RequestParts bare = m_base;
    bare.credentials.clear();
    bare.query.clear();
    addRefusal(QStringLiteral("left out"), credentials, bare, 401,
               m_isFastApi ? QStringLiteral("Not authenticated") : QString());
    if (alternatives.size() > 1)
        return; // what breaks one of them may fit another
    for (const Named<QStringList> &use : alternatives.first().schemes)
        addCredentials(use, bare);
}

void BoundaryGenerator::addCredentials(const Named<QStringList> &use, const RequestParts &bare)
{
    const SecurityScheme *scheme = schemeOf(use.name);
    if (!scheme || scheme->type == u"mutualTLS")
        return;
    // FastAPI's OAuth2 and OpenIdConnect take whatever is there.
    const bool isAny = m_isFastApi && (scheme->type == u"openIdConnect" || use.name == u"OAuth2");
    if ((isBearer(*scheme) || isBasic(*scheme)) && !isAny) {
        RequestParts parts = bare;
        const QString missing = m_isFastApi ? QStringLiteral("Not authenticated") : QString();
        const QString form = QStringLiteral("form of %1").arg(use.name);
        parts.credentials = {{"Authorization", "Other abc"}};
        addRefusal(QStringLiteral("of another kind than %1").arg(use.name), form, parts, 401,
                   missing);
        if (isBasic(*scheme)) {
            parts.credentials = {{"Authorization", "Basic !"}};
            addRefusal(QStringLiteral("malformed for %1").arg(use.name), form, parts, 401, missing);
        } else if (!m_isFastApi) {
            parts.credentials = {{"Authorization", "Bearer a b"}};
            addRefusal(QStringLiteral("malformed for %1").arg(use.name), form, parts, 401, missing);
        }
    }
    const AccessTokens tokens = accessTokens(*scheme);
    const bool isUser = m_behaviour.logins.find(use.name) &&
                        anyDependency(use.name, [](const auto &one) { return one.isUser; });
    const QString token = QStringLiteral("token of %1").arg(use.name);
    if (!tokens.isGiven && !isUser)
        return;
    addRefusal(QStringLiteral("nobody's for %1").arg(use.name), token,
               withCredential(m_base, *scheme, isBasic(*scheme) ? nobody : nobodysToken), 401,
               isUser        ? refusalOf(*scheme)
               : m_isFastApi ? QStringLiteral("Invalid authentication credentials")
                             : QString());
    for (const AccessToken &one : tokens.tokens) {
        const auto isLacking = [&one](const QString &scope) { return !one.scopes.contains(scope); };
        if (std::none_of(use.value.begin(), use.value.end(), isLacking))
            continue;
        addRefusal(QStringLiteral("with too few rights for %1").arg(use.name),
                   QStringLiteral("scopes of %1").arg(use.name),
                   withCredential(m_base, *scheme, one.text.toUtf8()), 403,
                   m_isFastApi ? QStringLiteral("Not enough permissions") : QString());
        break;
    }
}

void BoundaryGenerator::addRefusal(const QString &text, const QString &constraint,
                                   const RequestParts &parts, int status, const QString &detail)
{
    const QString name = QStringLiteral("security");
    note(name, constraint);
    if (!m_blocked.isEmpty())
        return;
    TestCase test;
    test.group = m_route;
    test.route = m_operation;
    test.name = QStringLiteral("%1: %2").arg(name, text);
    test.constraint = name + u' ' + constraint;
    TestStep step;
    step.request = parts.request();
    step.expect.status = status;
    if (!detail.isEmpty() && m_isInFastApisWords)
        step.expect.body = JsonObject{{QStringLiteral("detail"), detail}};
    test.steps.append(step);
    m_tests.cases.append(test);
}

} // namespace Mock
