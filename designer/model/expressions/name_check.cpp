#include "designer/model/expressions/name_check.h"

#include "designer/model/design_text.h"
#include "designer/model/near_name.h"
#include "designer/text/pointer.h"

#include <QSet>

namespace Design
{

namespace
{

using Kind = ScriptToken::Kind;

/// ECMA-262 sections 12.7.2 (keywords) and 19 (the global object).
bool isJavaScript(const QString &name)
{
    static const QSet<QString> names = [] {
        const QString all = QStringLiteral(
            "await break case catch class const continue debugger default delete do else enum "
            "export extends false finally for from function get if import in instanceof let new "
            "null of return set static super switch this throw true try typeof undefined var void "
            "while with yield async arguments globalThis NaN Infinity eval isFinite isNaN "
            "parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape "
            "unescape AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array "
            "Boolean DataView Date Error EvalError FinalizationRegistry Float32Array Float64Array "
            "Function Int8Array Int16Array Int32Array Intl Iterator JSON Map Math Number Object "
            "Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String "
            "Symbol SyntaxError TypeError Uint8Array Uint8ClampedArray Uint16Array Uint32Array "
            "URIError WeakMap WeakRef WeakSet");
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names.contains(name);
}

/// What every object has (ECMA-262 section 20.1.3).
bool isOfEveryObject(const QString &name)
{
    static const QSet<QString> names{
        QStringLiteral("constructor"),    QStringLiteral("hasOwnProperty"),
        QStringLiteral("isPrototypeOf"),  QStringLiteral("propertyIsEnumerable"),
        QStringLiteral("toLocaleString"), QStringLiteral("toString"),
        QStringLiteral("valueOf"),        QStringLiteral("__proto__")};
    return names.contains(name);
}

/// The names that the text declares anywhere: variables, parameters, functions, classes.
QSet<QString> declaredNames(const QList<ScriptToken> &all)
{
    static const QSet<QString> declaring{QStringLiteral("const"), QStringLiteral("let"),
                                         QStringLiteral("var"), QStringLiteral("class"),
                                         QStringLiteral("function")};
    QList<ScriptToken> tokens;
    for (const ScriptToken &token : all) {
        if (token.kind != Kind::Space)
            tokens.append(token);
    }
    QSet<QString> names;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind == Kind::Name && declaring.contains(tokens.at(i).text)) {
            // Up to the end of the statement: `const a = 1, {b, c} = d`. What is not declared there
            // is passed over as well.
            for (qsizetype j = i + 1; j < tokens.size() && !tokens.at(j).is(QLatin1String(";")) &&
                                      tokens.at(j).text != QLatin1String("of") &&
                                      tokens.at(j).text != QLatin1String("in");
                 ++j) {
                const bool isMember =
                    tokens.at(j - 1).is(QLatin1String(".")) ||
                    tokens.at(j + 1 < tokens.size() ? j + 1 : j).is(QLatin1String("."));
                if (tokens.at(j).kind == Kind::Name && !isMember)
                    names.insert(tokens.at(j).text);
            }
        }
        // Parameters stand in brackets before a body: `f(a) {`, `catch (e) {`, `(a, b) =>`.
        if (tokens.at(i).is(QLatin1String("("))) {
            int depth = 0;
            qsizetype close = i;
            for (; close < tokens.size(); ++close) {
                depth += tokens.at(close).is(QLatin1String("(")) ? 1 : 0;
                depth -= tokens.at(close).is(QLatin1String(")")) ? 1 : 0;
                if (depth == 0)
                    break;
            }
            const ScriptToken behind =
                close + 1 < tokens.size() ? tokens.at(close + 1) : ScriptToken();
            const bool isHead = behind.is(QLatin1String("{")) || behind.is(QLatin1String("=>"));
            for (qsizetype j = i + 1; isHead && j < close; ++j) {
                if (tokens.at(j).kind == Kind::Name)
                    names.insert(tokens.at(j).text);
            }
        }
        if (tokens.at(i).is(QLatin1String("=>")) && i > 0 && tokens.at(i - 1).kind == Kind::Name)
            names.insert(tokens.at(i - 1).text);
    }
    return names;
}

class NameCheck : public ScriptWalk
{
public:
    NameCheck(const ScriptScope &scope, const ValueShapes &shapes)
        : ScriptWalk(scope, &shapes)
    {
    }

    QList<UnknownName> check(const QString &expression)
    {
        m_declared = declaredNames(scriptTokens(expression));
        walkThrough(expression);
        return m_unknown;
    }

protected:
    void meetName(Tokens &tokens, qsizetype at, const ScriptScope &scope) override
    {
        const QString &name = tokens.at(at).text;
        if (scope.contains(name) || m_declared.contains(name) || isJavaScript(name) ||
            isKeyOrTyped(tokens, at))
            return;
        report(tokens, at, at, name, nearestOf(name, expressionRoots()));
    }

    void meetMember(Tokens &tokens, const Member &member, const ScriptValue &of) override
    {
        const bool isText = tokens.at(member.at).kind == Kind::Text;
        if (isText && !of.isComplete) // looked up in brackets
            return;
        check(tokens, member, of);
    }

    void meetMethod(Tokens &tokens, const Member &member, const ScriptValue &of) override
    {
        check(tokens, member, of);
    }

private:
    /// `{name: …}`, `typeof name`
    static bool isKeyOrTyped(const Tokens &tokens, qsizetype at)
    {
        qsizetype before = at - 1;
        while (before >= 0 && tokens.at(before).kind == Kind::Space)
            --before;
        const ScriptToken left = before >= 0 ? tokens.at(before) : ScriptToken();
        const bool isBehindKeyMark = left.is(QLatin1String("{")) || left.is(QLatin1String(","));
        const qsizetype behind = skipSpace(tokens, at + 1, tokens.size());
        return left.text == QLatin1String("typeof") ||
               (isBehindKeyMark && (isMark(tokens, behind, tokens.size(), ":") ||
                                    isMark(tokens, behind, tokens.size(), "(")));
    }

    void check(Tokens &tokens, const Member &member, const ScriptValue &of)
    {
        const qsizetype behind = skipSpace(tokens, member.at + 1, tokens.size());
        const bool isOptional = tokens.at(member.mark).is(QLatin1String("?.")) ||
                                isMark(tokens, behind, tokens.size(), "?.");
        if (isOptional || m_declared.contains(tokens.at(member.from).text) ||
            isOfEveryObject(member.name))
            return;
        const std::optional<QStringList> names = namesOf(of);
        if (!names || names->contains(member.name, of.caseOfNames))
            return;
        const QString near = nearestOf(member.name, *names);
        QString before;
        for (qsizetype i = member.from; i < member.mark; ++i)
            before += tokens.at(i).text;
        const bool isText = tokens.at(member.at).kind == Kind::Text;
        const auto whole = [&](const QString &name) {
            return before.trimmed() +
                   (isText ? QStringLiteral("['%1']").arg(name) : QString(u'.' + name));
        };
        report(tokens, member.from, member.at, whole(member.name),
               near.isEmpty() ? near : whole(near));
    }

    /// All members that the value can have; nothing where that is not known.
    static std::optional<QStringList> namesOf(const ScriptValue &value)
    {
        if (value.isComplete)
            return QStringList(value.members.keys());
        if (value.isOpen || value.shapes.isEmpty())
            return std::nullopt;
        std::optional<QStringList> names = ValueShapes::allFields(value.shapes);
        if (names)
            *names += value.members.keys();
        return names;
    }

    void report(const Tokens &tokens, qsizetype from, qsizetype last, const QString &name,
                const QString &meant)
    {
        const qsizetype column = columnOf(tokens, from);
        const qsizetype end = columnOf(tokens, last) + tokens.at(last).text.size();
        const QString message =
            meant.isEmpty()
                ? DesignText::tr("There is no “%1” here.").arg(name)
                : DesignText::tr("There is no “%1” here. Did you mean “%2”?").arg(name, meant);
        m_unknown.append({column, end - column, message});
    }

    QSet<QString> m_declared;
    QList<UnknownName> m_unknown;
};

class ExpressionVisitor : public ExtensionWalk
{
public:
    ExpressionVisitor(const ExpressionScopes &scopes, const ValueShapes &shapes,
                      const ExpressionRoute &route, const QString &pointer)
        : m_scopes(scopes)
        , m_shapes(shapes)
        , m_route(route)
        , m_pointer(pointer)
    {
    }

    const QList<CheckedExpression> &found() const { return m_found; }

protected:
    Json met(const Json &value, const Place &place) override
    {
        if (place.kind == ExtensionWalk::Kind::Expression)
            check(value.string(), place, place.pointer);
        else if (place.kind == ExtensionWalk::Kind::Template)
            inTemplate(value, place, place.pointer);
        return value;
    }

private:
    void inTemplate(const Json &value, const Place &place, const QString &pointer)
    {
        if (value.isString()) {
            for (const TemplatePiece &piece : templatePieces(value.string())) {
                if (piece.isExpression)
                    check(piece.text, place, pointer);
            }
        }
        for (qsizetype i = 0; i < value.array().size(); ++i)
            inTemplate(value.array().at(i), place, childPointer(pointer, i));
        for (const JsonObject::Member &member : value.object())
            inTemplate(member.value, place, childPointer(pointer, member.key));
    }

    void check(const QString &expression, const Place &place, const QString &pointer)
    {
        const QList<UnknownName> unknown = unknownNames(expression, scopeAt(place), m_shapes);
        if (!unknown.isEmpty())
            m_found.append({expression, m_pointer + pointer, unknown});
    }

    /// Most expressions stand where the one before them did.
    const ScriptScope &scopeAt(const Place &place)
    {
        if (!m_scope || m_of != place.of || m_name != place.name) {
            m_scope = m_scopes.scope(place, m_route);
            m_of = place.of;
            m_name = place.name;
        }
        return *m_scope;
    }

    const ExpressionScopes &m_scopes;
    const ValueShapes &m_shapes;
    const ExpressionRoute m_route;
    const QString m_pointer;
    std::optional<ScriptScope> m_scope;
    Place::Of m_of = Place::Of::Document;
    QString m_name;
    QList<CheckedExpression> m_found;
};

} // namespace

QList<UnknownName> unknownNames(const QString &expression, const ScriptScope &scope,
                                const ValueShapes &shapes)
{
    return NameCheck(scope, shapes).check(expression);
}

QList<CheckedExpression> expressionsWithUnknownNames(const Api &api, const ExpressionScopes &scopes,
                                                     const ValueShapes &shapes,
                                                     const ExpressionRoute &route)
{
    if (!route.operation) {
        ExpressionVisitor visitor(scopes, shapes, route, QStringLiteral("/x-menura"));
        visitor.document(api.menura);
        return visitor.found();
    }
    const Json menura = route.operation->rest.value(u"x-menura");
    if (menura.isUndefined())
        return {};
    const QString pointer = childPointer(childPointer(QStringLiteral("/paths"), route.path->name),
                                         route.operation->method);
    ExpressionVisitor visitor(scopes, shapes, route, pointer + QLatin1String("/x-menura"));
    visitor.route(menura);
    return visitor.found();
}

Diagnostics checkNamesInExpressions(const Api &api)
{
    const ValueShapes shapes(api);
    const ExpressionScopes scopes(api, shapes);
    Diagnostics diagnostics;
    const auto add = [&](const ExpressionRoute &route) {
        for (const CheckedExpression &found :
             expressionsWithUnknownNames(api, scopes, shapes, route)) {
            for (const UnknownName &name : found.unknown) {
                Diagnostic diagnostic;
                diagnostic.severity = Severity::Warning;
                diagnostic.rule = QStringLiteral("menura-name");
                diagnostic.message = name.message;
                diagnostic.pointer = found.pointer;
                diagnostic.node = route.operation ? route.operation->id : NodeId::None;
                diagnostics.append(diagnostic);
            }
        }
    };
    add({});
    for (const Named<PathItem> &path : api.paths) {
        if (path.isRaw())
            continue;
        for (const Operation &operation : path.value.operations)
            add({&path, &operation});
    }
    return diagnostics;
}

} // namespace Design
