#include "designer/model/edits/route_line.h"

#include "designer/model/edits/copies.h"
#include "designer/model/fields.h"
#include "designer/model/locate.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace Design
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Design::ParsedRoute)
};

QString firstSegment(const QString &path)
{
    return path.section(u'/', 1, 1);
}

/// The names in braces, in order.
QStringList pathNames(const QString &path)
{
    static const QRegularExpression form(QStringLiteral("\\{([^{}]*)\\}"));
    QStringList names;
    for (auto matches = form.globalMatch(path); matches.hasNext();)
        names.append(matches.next().captured(1));
    return names;
}

class RouteParser
{
public:
    RouteParser(QStringView text, const Api &api)
        : m_text(text)
        , m_api(api)
    {
    }

    ParsedRoute parse()
    {
        skipBlanks();
        parseMethod();
        parsePath();
        skipBlanks();
        while (m_result.ok() && m_at < m_text.size())
            parseArrow();
        if (m_result.ok())
            checkIsNew();
        return m_result;
    }

private:
    void fail(const QString &message, qsizetype at, qsizetype length = 0)
    {
        if (m_result.ok())
            m_result.error = NotationError{at, length, message, {}};
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    void parseMethod()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end).isLetter())
            ++end;
        const QString word = m_text.sliced(m_at, end - m_at).toString().toLower();
        if (word.isEmpty()) {
            m_result.draft.method = QStringLiteral("get");
        } else if (methodNames().contains(word)) {
            m_result.draft.method = word;
        } else {
            fail(Words::tr("%1 is no method: use get, post, put, patch, delete, head or options.")
                     .arg(word.toUpper()),
                 m_at, word.size());
        }
        m_at = end;
        skipBlanks();
    }

    void parsePath()
    {
        const qsizetype begin = m_at;
        if (m_result.ok() && (m_at >= m_text.size() || m_text.at(m_at) != u'/'))
            return fail(Words::tr("A path begins with a slash, such as /todos/{id}."), m_at);
        QString path;
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace()) {
            if (m_text.at(m_at) == u'{')
                parseParameter(path);
            else
                path += m_text.at(m_at++);
            if (!m_result.ok())
                return;
        }
        const QStringList names = pathNames(path);
        if (names.size() != QSet<QString>(names.cbegin(), names.cend()).size())
            return fail(Words::tr("A parameter stands twice in this path."), begin, m_at - begin);
        if (path.contains(u'}') && path.count(u'{') != path.count(u'}'))
            return fail(Words::tr("A } without { stands in this path."), begin, m_at - begin);
        if (path.contains(u'?') || path.contains(u'#'))
            return fail(Words::tr("Query parameters are not part of the path: add them in the "
                                  "route's table."),
                        begin, m_at - begin);
        m_result.draft.path = path;
    }

    // {id} or {id: int 1..}
    void parseParameter(QString &path)
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (end < 0)
            return fail(Words::tr("The } of this parameter is missing."), m_at,
                        m_text.size() - m_at);
        const QStringView inside = m_text.sliced(m_at + 1, end - m_at - 1);
        const qsizetype colon = inside.indexOf(u':');
        const QString name = (colon < 0 ? inside : inside.first(colon)).trimmed().toString();
        static const QRegularExpression form(QStringLiteral("^[\\w.-]+$"));
        if (!form.match(name).hasMatch())
            return fail(Words::tr("A parameter needs a name of letters, digits and _."), m_at,
                        end - m_at + 1);
        if (colon >= 0) {
            const auto type = parsePart(m_at + 2 + colon, end);
            if (!type)
                return;
            m_result.draft.pathTypes.insert(name, *type);
        }
        path += u'{' + name + u'}';
        m_at = end + 1;
    }

    std::optional<TypeExpression> parsePart(qsizetype begin, qsizetype end)
    {
        const ParsedType parsed = parseType(m_text.sliced(begin, end - begin), m_api);
        if (parsed.ok())
            return parsed.type;
        NotationError error = *parsed.error;
        error.column += begin;
        if (m_result.ok())
            m_result.error = error;
        return std::nullopt;
    }

    // "<- Type" or "-> [status] [Type]"
    void parseArrow()
    {
        const QStringView rest = m_text.sliced(m_at);
        const bool isAnswer = rest.startsWith(u"->") || rest.startsWith(u'→');
        const bool isBody = rest.startsWith(u"<-") || rest.startsWith(u'←');
        if (!isAnswer && !isBody)
            return fail(Words::tr("After the path comes <- and what is sent, or -> and what is "
                                  "answered."),
                        m_at, rest.size());
        m_at += rest.at(0) == u'→' || rest.at(0) == u'←' ? 1 : 2;
        skipBlanks();
        if (isAnswer)
            parseStatus();
        qsizetype end = m_text.size();
        for (const QStringView arrow :
             {QStringView(u"->"), QStringView(u"<-"), QStringView(u"→"), QStringView(u"←")}) {
            if (const qsizetype found = m_text.indexOf(arrow, m_at); found >= 0)
                end = std::min(end, found);
        }
        const bool isOnlyStatus = isAnswer && m_result.draft.status != 0 &&
                                  m_text.sliced(m_at, end - m_at).trimmed().isEmpty();
        if (!isOnlyStatus)
            (isAnswer ? m_result.draft.answer : m_result.draft.body) = parsePart(m_at, end);
        m_at = end;
    }

    void parseStatus()
    {
        static const QRegularExpression form(QStringLiteral("^[1-5]\\d\\d(?=\\s|$)"));
        const QRegularExpressionMatch match = form.match(m_text.sliced(m_at).toString());
        if (!match.hasMatch())
            return;
        m_result.draft.status = match.captured().toInt();
        m_at += match.capturedLength();
        skipBlanks();
    }

    void checkIsNew()
    {
        const RouteDraft &draft = m_result.draft;
        const PathItem *item = m_api.paths.find(draft.path);
        if (item && item->operation(draft.method))
            fail(Words::tr("%1 %2 is there already.").arg(draft.method.toUpper(), draft.path), 0,
                 m_text.size());
    }

    QStringView m_text;
    const Api &m_api;
    qsizetype m_at = 0;
    ParsedRoute m_result;
};

Schema makeSchema(Api &api, const TypeExpression &type)
{
    Schema schema;
    applyType(schema, type, RulesOf::Both, api);
    return schema;
}

NamedList<MediaType> jsonContent(Api &api, const TypeExpression &type)
{
    MediaType media;
    media.id = api.newId();
    media.schema = makeSchema(api, type);
    NamedList<MediaType> content;
    content.insert(QStringLiteral("application/json"), media);
    return content;
}

QString freeOperationId(const Api &api, const RouteDraft &draft)
{
    QString base = draft.method + u'_' + draft.path;
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9]+"));
    base.replace(others, QStringLiteral("_"));
    while (base.endsWith(u'_'))
        base.chop(1);
    QSet<QString> taken;
    for (const Named<PathItem> &path : api.paths) {
        for (const Operation &operation : path.value.operations)
            taken.insert(operation.operationId);
    }
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = base + u'_' + QString::number(number);
    return name;
}

} // namespace

ParsedRoute parseRoute(QStringView text, const Api &api)
{
    return RouteParser(text, api).parse();
}

/// How another route of the path says its parameter; null when none does.
static const Parameter *siblingParameter(const PathItem &item, const QString &name)
{
    for (const Operation &operation : item.operations) {
        for (const Parameter &parameter : operation.parameters) {
            if (parameter.in == QLatin1String("path") && parameter.name == name)
                return &parameter;
        }
    }
    return nullptr;
}

NodeId addRoute(Api &api, const RouteDraft &draft)
{
    Operation operation;
    operation.id = api.newId();
    operation.method = draft.method;
    operation.operationId = freeOperationId(api, draft);
    for (const Named<PathItem> &path : std::as_const(api.paths)) {
        if (firstSegment(path.name) != firstSegment(draft.path) || path.value.operations.isEmpty())
            continue;
        operation.tags = path.value.operations.first().tags;
        break;
    }
    const PathItem *existing = std::as_const(api.paths).find(draft.path);
    for (const QString &name : pathNames(draft.path)) {
        const auto declares = [&name](const Parameter &parameter) {
            return parameter.in == QLatin1String("path") && parameter.name == name;
        };
        if (existing &&
            std::any_of(existing->parameters.cbegin(), existing->parameters.cend(), declares))
            continue; // said once for all routes of the path
        const auto *sibling = existing && !draft.pathTypes.contains(name)
                                  ? siblingParameter(*existing, name)
                                  : nullptr;
        if (sibling) {
            operation.parameters.append(withFreshIds(*sibling, api));
            continue;
        }
        Parameter parameter;
        parameter.id = api.newId();
        parameter.name = name;
        parameter.in = QStringLiteral("path");
        parameter.required = true;
        TypeExpression string;
        string.kind = TypeExpression::Kind::Scalar;
        string.name = QStringLiteral("string");
        parameter.schema = makeSchema(api, draft.pathTypes.value(name, string));
        operation.parameters.append(parameter);
    }
    if (draft.body) {
        RequestBody body;
        body.id = api.newId();
        body.required = true;
        body.content = jsonContent(api, *draft.body);
        operation.requestBody = body;
    }
    int status = draft.status;
    if (status == 0) {
        const bool isEmptyDelete = draft.method == QLatin1String("delete") && !draft.answer;
        status = draft.method == QLatin1String("post") ? 201 : isEmptyDelete ? 204 : 200;
    }
    Response response;
    response.id = api.newId();
    response.description = Words::tr("Successful answer");
    if (draft.answer)
        response.content = jsonContent(api, *draft.answer);
    operation.responses.insert(QString::number(status), response);

    if (PathItem *item = api.paths.find(draft.path)) {
        item->operations.append(operation);
        return operation.id;
    }
    Named<PathItem> path;
    path.name = draft.path;
    path.value.id = api.newId();
    path.value.operations.append(operation);
    qsizetype at = api.paths.size();
    for (qsizetype i = 0; i < api.paths.size(); ++i) {
        if (firstSegment(api.paths.at(i).name) == firstSegment(draft.path))
            at = i + 1;
    }
    api.paths.QList<Named<PathItem>>::insert(at, path);
    return operation.id;
}

} // namespace Design
