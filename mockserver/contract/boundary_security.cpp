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

bool isQueryKey(const SecurityScheme &scheme)
{
    return scheme.type == u"apiKey" && scheme.in == u"query";
}

/// The request with one credential more.
RequestParts alsoWith(RequestParts parts, const SecurityScheme &scheme, const QByteArray &token)
{
    if (isQueryKey(scheme))
        parts.query.append({QUrl::toPercentEncoding(scheme.name),
                            QUrl::toPercentEncoding(QString::fromUtf8(token))});
    else if (scheme.type != u"mutualTLS")
        parts.credentials.append(credentialHeader(scheme, token));
    return parts;
}

/// The request with another credential for one scheme.
RequestParts withCredential(RequestParts parts, const SecurityScheme &scheme,
                            const QByteArray &token)
{
    if (isQueryKey(scheme)) {
        const QByteArray name = QUrl::toPercentEncoding(scheme.name);
        parts.query.removeIf([&name](const auto &pair) { return pair.first == name; });
    } else {
        const HeaderField field = credentialHeader(scheme, token);
        parts.credentials.removeIf(
            [&field](const HeaderField &other) { return other.name == field.name; });
    }
    return alsoWith(std::move(parts), scheme, token);
}

/// Whether the design knows somebody with these rights, or lets everybody in.
bool canProve(const SecurityScheme &scheme, const QStringList &scopes)
{
    const AccessTokens tokens = accessTokens(scheme);
    return !tokens.isGiven ||
           std::any_of(tokens.tokens.begin(), tokens.tokens.end(), [&](const AccessToken &token) {
               return std::all_of(scopes.begin(), scopes.end(), [&](const QString &scope) {
                   return token.scopes.contains(scope);
               });
           });
}

/// FastAPI's OAuth2 and OpenIdConnect are content with whatever is there.
bool takesAnything(const QString &name, const SecurityScheme &scheme)
{
    return scheme.type == u"openIdConnect" || name == u"OAuth2";
}

QStringList namesOf(const SecurityRequirement &requirement)
{
    QStringList names;
    for (const Named<QStringList> &use : requirement.schemes)
        names.append(use.name);
    return names;
}

/// Whether some alternative is content with these schemes.
bool suffice(const QStringList &schemes, const QList<SecurityRequirement> &alternatives)
{
    return std::any_of(alternatives.begin(), alternatives.end(), [&](const auto &alternative) {
        const QStringList needed = namesOf(alternative);
        return std::all_of(needed.begin(), needed.end(),
                           [&](const QString &name) { return schemes.contains(name); });
    });
}

/// Two schemes that both need the one field for credentials.
bool isInEachOthersWay(const SecurityScheme &one, const SecurityScheme &other)
{
    const auto isInAuthorization = [](const SecurityScheme &scheme) {
        return scheme.type != u"apiKey" && scheme.type != u"mutualTLS";
    };
    return isInAuthorization(one) && isInAuthorization(other);
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
    if (alternatives.size() > 1 || alternatives.first().schemes.size() > 1)
        addCombinations(alternatives, bare);
    if (alternatives.size() > 1)
        return;
    const auto &schemes = alternatives.first().schemes;
    for (const Named<QStringList> &use : schemes) {
        addWrongForms(use, bare);
        const bool isFirst = std::all_of(schemes.begin(), schemes.end(), [&](const auto &other) {
            return other.name == use.name || !isUserAsked(other.name);
        });
        if (isFirst) // else the user of another scheme is missed before this one is looked at
            addWrongTokens(use, m_base);
    }
}

bool BoundaryGenerator::isUserAsked(const QString &scheme) const
{
    return m_behaviour.logins.find(scheme) &&
           anyDependency(scheme, [](const auto &dependency) { return dependency.isUser; });
}

RequestParts BoundaryGenerator::withSome(RequestParts parts, const SecurityRequirement &requirement,
                                         const QStringList &schemes) const
{
    for (const Named<QStringList> &use : requirement.schemes) {
        const SecurityScheme *scheme = schemeOf(use.name);
        if (scheme && schemes.contains(use.name))
            parts = alsoWith(std::move(parts), *scheme, exampleToken(*scheme, use.value));
    }
    return parts;
}

/// Each alternative lets in by itself, and what only is a part of one does not.
void BoundaryGenerator::addCombinations(const QList<SecurityRequirement> &alternatives,
                                        const RequestParts &bare)
{
    // Dependencies ask in an order of their own, and not for presence alone.
    const auto isAsked = [](const DependencyDesign &) { return true; };
    for (const SecurityRequirement &requirement : alternatives) {
        for (const Named<QStringList> &use : requirement.schemes) {
            const SecurityScheme *scheme = schemeOf(use.name);
            if (!scheme || !canProve(*scheme, use.value) || anyDependency(use.name, isAsked) ||
                (m_isFastApi && takesAnything(use.name, *scheme)))
                return;
            for (const Named<QStringList> &other : requirement.schemes) {
                const SecurityScheme *second = schemeOf(other.name);
                if (other.name != use.name && second && isInEachOthersWay(*scheme, *second))
                    return;
            }
        }
    }
    for (const SecurityRequirement &requirement : alternatives) {
        const QStringList names = namesOf(requirement);
        const QString all = names.join(QStringLiteral(" and "));
        if (m_blocked.isEmpty()) {
            TestCase test = securityTest(QStringLiteral("with %1").arg(all),
                                         withSome(bare, requirement, names));
            test.steps.first().expect.isAccepted = true;
            test.steps.first().expect.isLetIn = true;
            test.steps.first().expect.refusals = {401, 403};
            m_tests.cases.append(test);
        }
        constexpr qsizetype most = 5; // schemes, whose combinations are all tried
        const uint combinations = 1U << std::min(names.size(), most);
        for (uint some = 1; some + 1 < combinations; ++some) {
            QStringList given;
            for (qsizetype i = 0; i < std::min(names.size(), most); ++i) {
                if (some & (1U << i))
                    given.append(names[i]);
            }
            if (!suffice(given, alternatives))
                addRefusal(QStringLiteral("only %1").arg(given.join(QStringLiteral(" and "))), all,
                           withSome(bare, requirement, given), 401,
                           m_isFastApi ? QStringLiteral("Not authenticated") : QString());
        }
        for (const Named<QStringList> &use : requirement.schemes) {
            const auto needsIt = [&use](const SecurityRequirement &one) {
                return namesOf(one).contains(use.name);
            };
            QStringList others = names;
            others.removeOne(use.name);
            if (alternatives.size() > 1 && !suffice(others, alternatives) &&
                std::count_if(alternatives.begin(), alternatives.end(), needsIt) == 1)
                addWrongTokens(use, withSome(bare, requirement, others));
        }
    }
}

void BoundaryGenerator::addWrongForms(const Named<QStringList> &use, const RequestParts &bare)
{
    const SecurityScheme *scheme = schemeOf(use.name);
    if (!scheme || scheme->type == u"mutualTLS")
        return;
    if ((isBearer(*scheme) || isBasic(*scheme)) &&
        !(m_isFastApi && takesAnything(use.name, *scheme))) {
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
}

void BoundaryGenerator::addWrongTokens(const Named<QStringList> &use, const RequestParts &rest)
{
    const SecurityScheme *scheme = schemeOf(use.name);
    if (!scheme || scheme->type == u"mutualTLS")
        return;
    const AccessTokens tokens = accessTokens(*scheme);
    const bool isUser = isUserAsked(use.name);
    const QString token = QStringLiteral("token of %1").arg(use.name);
    if (!tokens.isGiven && !isUser)
        return;
    addRefusal(QStringLiteral("nobody's for %1").arg(use.name), token,
               withCredential(rest, *scheme, isBasic(*scheme) ? nobody : nobodysToken), 401,
               isUser        ? refusalOf(*scheme)
               : m_isFastApi ? QStringLiteral("Invalid authentication credentials")
                             : QString());
    for (const AccessToken &one : tokens.tokens) {
        const auto isLacking = [&one](const QString &scope) { return !one.scopes.contains(scope); };
        if (std::none_of(use.value.begin(), use.value.end(), isLacking))
            continue;
        addRefusal(QStringLiteral("with too few rights for %1").arg(use.name),
                   QStringLiteral("scopes of %1").arg(use.name),
                   withCredential(rest, *scheme, one.text.toUtf8()), 403,
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
    TestCase test = securityTest(text, parts);
    test.constraint = name + u' ' + constraint;
    TestStep &step = test.steps.first();
    step.expect.status = status;
    if (!detail.isEmpty() && m_isInFastApisWords)
        step.expect.body = JsonObject{{QStringLiteral("detail"), detail}};
    m_tests.cases.append(test);
}

TestCase BoundaryGenerator::securityTest(const QString &text, const RequestParts &parts) const
{
    TestCase test;
    test.group = m_route;
    test.route = m_operation;
    test.name = QStringLiteral("security: %1").arg(text);
    TestStep step;
    step.request = parts.request();
    test.steps.append(step);
    return test;
}

} // namespace Mock
