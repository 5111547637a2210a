#include "mockserver/engine/answers/answer_choice.h"

#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/plan/plan_builder.h"

#include <algorithm>

using Design::Json;
using Design::JsonObject;

namespace Mock
{

namespace
{

/// The preferences of all Prefer fields, in order. Commas and semicolons separate alike: clients
/// write both.
QList<NamedText> preferences(const Request &request)
{
    QByteArray all = headerValue(request.headers, "prefer");
    bool isQuoted = false;
    for (char &c : all) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            c = ';';
    }
    return parseParameters(all, ';');
}

void readWish(const QString &name, const QString &value, Wishes *wishes)
{
    if (name == u"code" && !wishes->status) {
        const int status = value.size() == 3 ? value.toInt() : 0;
        if (status >= 200 && status <= 599)
            wishes->status = status;
        else
            wishes->problem = QStringLiteral("\"%1\" is no status to prefer.").arg(value);
    } else if (name == u"example" && wishes->example.isEmpty()) {
        wishes->example = value;
    } else if (name == u"dynamic" && !wishes->dynamic) {
        if (value == u"true" || value == u"false")
            wishes->dynamic = value == u"true";
        else
            wishes->problem =
                QStringLiteral("\"dynamic\" is true or false, not \"%1\".").arg(value);
    }
}

/// Whether the request sends what the example of a request says, and the example says something.
bool isSent(const RequestExample &example, const ReadInputs &values)
{
    if (example.path.isEmpty() && example.other.isEmpty() && example.bodies.isEmpty())
        return false;
    const auto holds = [](const JsonObject &wanted, const JsonObject &sent) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const JsonObject::Member &member) {
            const Json *value = sent.find(member.key);
            return value && jsonEquals(*value, member.value);
        });
    };
    const bool isBody =
        example.bodies.isEmpty() ||
        std::any_of(example.bodies.begin(), example.bodies.end(),
                    [&](const Json &body) { return jsonEquals(body, values.body); });
    return isBody && holds(example.path, values.path) && holds(example.other, values.other);
}

/// Whether the example has a field for each value of the path that has its name, with that value.
bool isNamedByPath(const AnswerPlan::Example &example, const ReadInputs &values)
{
    bool isAny = false;
    for (const JsonObject::Member &member : values.path) {
        const Json *field = example.value.find(member.key);
        if (!field)
            continue;
        if (!jsonEquals(*field, member.value))
            return false;
        isAny = true;
    }
    return isAny;
}

class Chooser
{
public:
    Chooser(const RoutePlan &route, const Wishes &wishes, const QByteArray &accept,
            const ReadInputs &values)
        : m_route(route)
        , m_wishes(wishes)
        , m_accept(accept)
        , m_values(values)
    {
    }

    AnswerChoice choose()
    {
        if (m_wishes.status)
            return chooseStatus(*m_wishes.status);
        if (m_wishes.isEmpty()) {
            const AnswerChoice sent = chooseSent();
            if (sent.answer)
                return sent;
        }
        const AnswerPlan &answer = usual();
        return chooseResponse(answer.response, answer.status);
    }

private:
    static AnswerChoice refused(int status, const QString &problem)
    {
        AnswerChoice choice;
        choice.refusal = status;
        choice.problem = problem;
        return choice;
    }

    /// The success; of an operation that has errors alone, such as 410, the one of the lowest
    /// status. A range is for what no status of its own stands for.
    const AnswerPlan &usual() const
    {
        const bool isOpen = m_route.answer.hasBody || m_route.around || m_route.answers.isEmpty();
        if (!m_route.answer.response.isEmpty() || isOpen)
            return m_route.answer;
        const auto rank = [](const AnswerPlan &answer) {
            return std::pair(isStatusRange(answer.response), answer.status);
        };
        return *std::min_element(
            m_route.answers.begin(), m_route.answers.end(),
            [&](const AnswerPlan &a, const AnswerPlan &b) { return rank(a) < rank(b); });
    }

    AnswerChoice chooseStatus(int status) const
    {
        const QString exact = QString::number(status);
        const QString range = exact.first(1) + QStringLiteral("XX");
        for (const QString &name : {exact, range, QStringLiteral("default")}) {
            for (const AnswerPlan &answer : m_route.answers) {
                if (answer.response.compare(name, Qt::CaseInsensitive) == 0)
                    return chooseResponse(answer.response, status);
            }
        }
        return refused(
            404, QStringLiteral("The design has no response %1 for %2.").arg(exact, m_route.title));
    }

    /// The first response with an example for just this request.
    AnswerChoice chooseSent() const
    {
        for (const AnswerPlan &answer : m_route.answers) {
            for (const AnswerPlan::Example &example : answer.examples) {
                if (!isSent(example.request, m_values))
                    continue;
                AnswerChoice choice = chooseResponse(answer.response, answer.status);
                if (choice.answer == &answer) {
                    choice.example = &example;
                    return choice;
                }
            }
        }
        return {};
    }

    AnswerChoice chooseResponse(const QString &response, int status) const
    {
        QList<const AnswerPlan *> answers;
        for (const AnswerPlan &answer : m_route.answers) {
            if (answer.response == response)
                answers.append(&answer);
        }
        if (answers.isEmpty())
            answers.append(&m_route.answer);
        // Where the client does not care, JSON comes first.
        std::stable_sort(answers.begin(), answers.end(), [this](const auto *a, const auto *b) {
            return m_accept.isEmpty() && a->isJson && !b->isJson;
        });
        AnswerChoice choice;
        choice.status = status;
        choice.isDynamic = m_wishes.isDynamic();
        choice.answer = answers.first();
        choice.contentType = choice.answer->contentType;
        if (!choice.answer->hasBody || isBodyless(status))
            return choice;
        QList<QByteArray> offers;
        for (const AnswerPlan *answer : answers)
            offers.append(answer->mediaType.isEmpty() ? answer->contentType : answer->mediaType);
        if (!m_accept.isEmpty()) {
            const Accepted accepted = bestMediaType(m_accept, offers);
            if (accepted.offer < 0 && m_route.hasOwnAccept)
                return withExample(choice, answers);
            if (accepted.offer < 0) {
                return refused(406,
                               QStringLiteral("%1 can be answered as %2, not as %3.")
                                   .arg(m_route.title, QString::fromLatin1(offers.join(" or ")),
                                        QString::fromLatin1(m_accept)));
            }
            choice.answer = answers[accepted.offer];
            choice.contentType = contentType(*choice.answer, accepted);
        }
        return withExample(choice, answers);
    }

    /// What a range of the design, such as `*/*`, becomes: what we write it as, where that is
    /// acceptable, else what was asked for. (A browser asks for HTML, and JSON is none.)
    QByteArray contentType(const AnswerPlan &answer, const Accepted &accepted) const
    {
        const bool isOpen = answer.mediaType.contains('*');
        const bool isOurs = mediaTypeFit(answer.contentType, answer.mediaType) > 0 &&
                            bestMediaType(m_accept, {answer.contentType}).offer >= 0;
        return !isOpen || isOurs || accepted.type.contains('*') ? answer.contentType
                                                                : accepted.type;
    }

    AnswerChoice withExample(AnswerChoice choice, const QList<const AnswerPlan *> &answers) const
    {
        if (!m_wishes.example.isEmpty()) {
            QList<const AnswerPlan *> some{choice.answer};
            if (m_accept.isEmpty())
                some += answers;
            for (const AnswerPlan *answer : std::as_const(some)) {
                for (const AnswerPlan::Example &example : answer->examples) {
                    if (example.name != m_wishes.example)
                        continue;
                    if (answer != choice.answer)
                        choice.contentType = answer->contentType;
                    choice.answer = answer;
                    choice.example = &example;
                    return choice;
                }
            }
            return refused(404, QStringLiteral("The response %1 of %2 has no example \"%3\".")
                                    .arg(choice.answer->response, m_route.title, m_wishes.example));
        }
        if (choice.isDynamic && choice.answer->schema.isNull()) {
            return refused(500, QStringLiteral("There is no schema to make up the response %1 of "
                                               "%2 from.")
                                    .arg(choice.answer->response, m_route.title));
        }
        if (choice.isDynamic)
            return choice;
        for (const AnswerPlan::Example &example : choice.answer->examples) {
            if (!choice.example && isNamedByPath(example, m_values))
                choice.example = &example;
        }
        return choice;
    }

    const RoutePlan &m_route;
    const Wishes &m_wishes;
    const QByteArray &m_accept;
    const ReadInputs &m_values;
};

} // namespace

QByteArray Wishes::applied() const
{
    QByteArrayList parts;
    if (status)
        parts.append("code=" + QByteArray::number(*status));
    if (!example.isEmpty())
        parts.append("example=" + example.toUtf8().toPercentEncoding("-._~!$&'*+^`|#"));
    if (isDynamic())
        parts.append("dynamic=true");
    return parts.join(", ");
}

Wishes readWishes(const Request &request, const Inputs &inputs)
{
    Wishes wishes;
    for (const NamedText &preference : preferences(request))
        readWish(preference.name, preference.value, &wishes);
    for (const NamedText &pair : inputs.query()) {
        if (pair.name.startsWith(QLatin1String("__")))
            readWish(pair.name.sliced(2), pair.value, &wishes);
    }
    return wishes;
}

AnswerChoice chooseAnswer(const RoutePlan &route, const Wishes &wishes, const QByteArray &accept,
                          const ReadInputs &values)
{
    return Chooser(route, wishes, accept, values).choose();
}

} // namespace Mock
