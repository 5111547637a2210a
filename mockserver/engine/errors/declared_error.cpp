#include "mockserver/engine/errors/declared_error.h"

#include "designer/schema/samples/sampler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "mockserver/engine/errors/error_filler.h"

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

/// A step into a value: the key of a member, or the index of an item.
struct Step {
    QString key;
    qsizetype index = -1;
};

/// The value with another one at the end of the path.
Json replaced(const Json &whole, QList<Step> path, const Json &part)
{
    if (path.isEmpty())
        return part;
    const Step step = path.takeFirst();
    if (step.index >= 0) {
        JsonArray items = whole.array();
        items[step.index] = replaced(items.value(step.index), path, part);
        return Json(items);
    }
    JsonObject members = whole.object();
    members.insert(step.key, replaced(members.value(step.key), path, part));
    return Json(members);
}

Json valueAt(const Json &whole, const QList<Step> &path)
{
    Json value = whole;
    for (const Step &step : path)
        value = step.index >= 0 ? value.array().value(step.index) : value.value(step.key);
    return value;
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

    void add(const QList<Step> &path, const Json &part)
    {
        if (part.isUndefined() || put(path, part))
            return;
        for (const JsonObject::Member &member : part.object())
            add(path + QList<Step>{{member.key, -1}}, member.value);
        if (part.isArray())
            addItems(path, part.array());
    }

    const Json &whole() const { return m_whole; }

private:
    bool put(const QList<Step> &path, const Json &part)
    {
        if (--m_tries < 0)
            return false;
        const Json changed = replaced(m_whole, path, part);
        if (!fits(m_answer, changed))
            return false;
        m_whole = changed;
        return true;
    }

    /// Items that do not fit as they are go into copies of the one that is there.
    void addItems(const QList<Step> &path, const JsonArray &items)
    {
        const Json first = valueAt(m_whole, path).array().value(0);
        if (items.isEmpty() || first.isUndefined())
            return;
        const bool areAll = put(path, Json(JsonArray(items.size(), first)));
        if (!areAll && !put(path, Json(JsonArray{first})))
            return;
        for (qsizetype i = 0; i < (areAll ? items.size() : 1); ++i)
            add(path + QList<Step>{{QString(), i}}, items[i]);
    }

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
    const QList<Json> filled = ErrorFiller(refusal, request).bodies(*answer.errorForm);
    const Json best = filled.value(0);
    // RFC 9457 section 3.2 lets every problem have more members than its schema shows.
    const bool isProblem = answer.mediaType.startsWith("application/problem+json");
    const Json problem = isProblem ? Design::readJson(problemResponse(refusal).body).value : Json();
    const Json full = isProblem ? merged(merged(example, best), problem) : Json();
    for (const Json &whole : QList<Json>{full, merged(example, best)} + filled) {
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
    graft.add({}, best);
    return graft.whole();
}

} // namespace Mock
