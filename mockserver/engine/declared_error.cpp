#include "mockserver/engine/declared_error.h"

#include "designer/schema/sampler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "mockserver/engine/error_filler.h"

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

bool fits(const AnswerPlan &answer, const Json &value)
{
    Design::ValidateOptions options;
    options.direction = Design::Direction::Response;
    return isValid(answer.schema, value, options);
}

/// The value with another one at the path of keys.
Json replaced(const Json &whole, const QStringList &path, const Json &part)
{
    if (path.isEmpty())
        return part;
    JsonObject members = whole.object();
    members.insert(path.first(), replaced(members.value(path.first()), path.sliced(1), part));
    return Json(members);
}

/// Puts as much of one value into another as leaves that valid.
class Graft
{
public:
    Graft(const AnswerPlan &answer, const Json &base)
        : m_answer(answer)
        , m_whole(base)
    {
    }

    void add(const QStringList &path, const Json &part)
    {
        if (part.isUndefined() || --m_tries < 0)
            return;
        const Json changed = replaced(m_whole, path, part);
        if (fits(m_answer, changed)) {
            m_whole = changed;
            return;
        }
        for (const JsonObject::Member &member : part.object())
            add(path + QStringList(member.key), member.value);
        if (part.array().size() > 1) // maybe only some details do not fit
            add(path, Json(part.array().first(1)));
    }

    const Json &whole() const { return m_whole; }

private:
    const AnswerPlan &m_answer;
    Json m_whole;
    int m_tries = 200;
};

Json merged(const Json &base, const Json &part)
{
    if (!base.isObject() || !part.isObject())
        return part;
    JsonObject members = base.object();
    for (const JsonObject::Member &member : part.object())
        members.insert(member.key, merged(members.value(member.key), member.value));
    return Json(members);
}

} // namespace

Json declaredError(const AnswerPlan &answer, const Refusal &refusal, const Request &request,
                   quint64 seed)
{
    const Json example = answer.examples.isEmpty() ? Json() : answer.examples.first().value;
    if (!answer.errorForm)
        return example;
    const Json filled = ErrorFiller(refusal, request).body(*answer.errorForm);
    // RFC 9457 section 3.2 lets every problem have more members than its schema shows.
    const bool isProblem = answer.mediaType.startsWith("application/problem+json");
    const Json problem = isProblem ? Design::readJson(problemResponse(refusal).body).value : Json();
    const Json full = isProblem ? merged(merged(example, filled), problem) : Json();
    for (const Json &whole : {full, merged(example, filled), filled}) {
        if (!whole.isUndefined() && fits(answer, whole))
            return whole;
    }
    Json base = example;
    if (base.isUndefined()) {
        Design::SampleOptions options;
        options.seed = seed;
        options.path = answer.response;
        options.direction = Design::Direction::Response;
        base = sample(answer.schema, options).value;
    }
    if (base.isUndefined())
        return {};
    Graft graft(answer, base);
    graft.add({}, filled);
    return graft.whole();
}

} // namespace Mock
