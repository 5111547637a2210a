#include "mockserver/engine/answers/answer_items.h"

#include "designer/schema/validator.h"
#include "designer/text/json_writer.h"

#include <QHash>

#include <algorithm>
#include <optional>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr qint64 collectionSize = 20;
constexpr qint64 usualPage = 10;

bool isValidAnswer(const Design::CompiledSchema &schema, const Json &value)
{
    Design::ValidateOptions options;
    options.direction = Design::Direction::Response;
    return isValid(schema, value, options);
}

/// "item_id" of "/items/{item_id}"; empty for other paths.
QString lastParameter(const QString &path)
{
    const QString last = path.section(u'/', -1);
    const bool isParameter = last.startsWith(u'{') && last.indexOf(u'}') == last.size() - 1;
    return isParameter ? last.mid(1, last.size() - 2).section(u':', 0, 0) : QString();
}

/// As it stands in a path or query.
QString plainText(const Json &value)
{
    return value.isString() ? value.string() : QString::fromUtf8(Design::writeJson(value));
}

/// The first of these parameters that holds a whole number.
std::optional<qint64> number(const JsonObject &inputs, const QList<QLatin1String> &names)
{
    for (const QLatin1String name : names) {
        const Json *value = inputs.find(QString(name));
        if (value && value->isInt64())
            return std::max<qint64>(value->toInt64(), 0);
    }
    return std::nullopt;
}

const QList<QLatin1String> &limitNames()
{
    static const QList<QLatin1String> names{QLatin1String("limit"),     QLatin1String("per_page"),
                                            QLatin1String("perPage"),   QLatin1String("pageSize"),
                                            QLatin1String("page_size"), QLatin1String("size"),
                                            QLatin1String("$top")};
    return names;
}

const QList<QLatin1String> &offsetNames()
{
    static const QList<QLatin1String> names{QLatin1String("offset"), QLatin1String("skip"),
                                            QLatin1String("$skip")};
    return names;
}

/// Makes the things of one collection.
class Collection
{
public:
    Collection(const RoutePlan &list, const AnswerPlan::Items &items, const ReadInputs &inputs,
               const MakeItem &makeItem)
        : m_parameter(lastParameter(list.item->path))
        , m_field(fieldOf(m_parameter, items.fields))
        , m_items(items)
        , m_inputs(inputs)
        , m_makeItem(makeItem)
    {
    }

    /// Nothing when they cannot be told apart by a number.
    std::optional<JsonArray> page() const
    {
        const qint64 limit =
            std::min(number(m_inputs.other, limitNames()).value_or(usualPage), collectionSize);
        const qint64 page = number(m_inputs.other, {QLatin1String("page")}).value_or(1);
        const qint64 skipped =
            number(m_inputs.other, offsetNames())
                .value_or(std::clamp<qint64>(page - 1, 0, collectionSize) * limit);
        const JsonObject wanted = wantedFields();
        JsonArray found;
        qint64 fitting = 0;
        for (qint64 id = 1; id <= collectionSize && found.size() < limit; ++id) {
            if (wanted.isEmpty() && id <= skipped)
                continue;
            const Json item = make(id);
            if (item.isUndefined())
                return std::nullopt;
            if (fits(item, wanted) && ++fitting > (wanted.isEmpty() ? 0 : skipped))
                found.append(item);
        }
        return found;
    }

private:
    /// The query parameters that are called as a field.
    JsonObject wantedFields() const
    {
        JsonObject wanted;
        for (const JsonObject::Member &member : m_inputs.other) {
            const bool isPaging =
                std::any_of(limitNames().begin(), limitNames().end(),
                            [&](QLatin1String name) { return member.key == name; });
            if (m_items.fields.contains(member.key) && !member.value.isNull() && !isPaging)
                wanted.insert(member.key, member.value);
        }
        return wanted;
    }

    static bool fits(const Json &item, const JsonObject &wanted)
    {
        return std::all_of(wanted.begin(), wanted.end(), [&](const JsonObject::Member &each) {
            return Design::jsonEquals(item.value(each.key), each.value);
        });
    }

    Json make(qint64 id) const
    {
        JsonObject path = m_inputs.path;
        path.insert(m_parameter, Json(id));
        Json item = m_makeItem(path);
        const Json *own = item.find(m_field);
        if (own && plainText(*own) != QString::number(id)) {
            // Not a number, so it has an identity of its own, and is asked for by that.
            path.insert(m_parameter, *own);
            const Json *again = (item = m_makeItem(path)).find(m_field);
            own = again && Design::jsonEquals(*again, path.value(m_parameter)) ? again : nullptr;
        }
        return own ? asListed(item) : Json();
    }

    /// A list may show less of a thing than its own address does.
    Json asListed(const Json &item) const
    {
        JsonObject shown;
        for (const JsonObject::Member &member : item.object()) {
            if (m_items.fields.contains(member.key))
                shown.insert(member.key, member.value);
        }
        for (const Json &each : {Json(shown), item}) {
            if (isValidAnswer(m_items.schema, each))
                return each;
        }
        return {};
    }

    const QString m_parameter;
    const QString m_field;
    const AnswerPlan::Items &m_items;
    const ReadInputs &m_inputs;
    const MakeItem &m_makeItem;
};

Json withList(const AnswerPlan &answer, const Json &value, const JsonArray &list)
{
    if (answer.items->member.isEmpty())
        return Json(list);
    JsonObject object = value.object();
    object.insert(answer.items->member, Json(list));
    return Json(object);
}

const JsonArray &listIn(const AnswerPlan &answer, const Json &value)
{
    if (answer.items->member.isEmpty())
        return value.array();
    const Json *list = value.find(answer.items->member);
    static const JsonArray none;
    return list ? list->array() : none;
}

} // namespace

void linkItems(std::vector<RoutePlan> *routes)
{
    QHash<QString, RoutePlan *> lists;
    for (RoutePlan &route : *routes) {
        QString path = route.path;
        if (path.endsWith(u'/'))
            path.chop(1);
        if (route.method == "GET" && route.answer.items && !lists.contains(path))
            lists.insert(path, &route);
    }
    for (RoutePlan &route : *routes) {
        if (route.method != "GET" || lastParameter(route.path).isEmpty())
            continue;
        RoutePlan *list = lists.value(route.path.section(u'/', 0, -2));
        if (!list || list->item)
            continue;
        list->item = &route;
        route.list = list;
    }
}

QString fieldOf(const QString &parameter, const QStringList &fields)
{
    const bool isOfId = parameter.size() > 2 && parameter.endsWith(u"id", Qt::CaseInsensitive);
    return isOfId && !fields.contains(parameter) ? QStringLiteral("id") : parameter;
}

Json withItems(const RoutePlan &list, const AnswerPlan &answer, const Json &value,
               const ReadInputs &inputs, const MakeItem &makeItem)
{
    if (!list.item || !answer.items || answer.response != list.answer.response)
        return value;
    const std::optional<JsonArray> page = Collection(list, *answer.items, inputs, makeItem).page();
    if (!page)
        return value;
    // Where the design wants fewer, fewer: as many as it had without the collection.
    const qsizetype before = listIn(answer, value).size();
    for (const qsizetype size : {page->size(), std::min(before, page->size())}) {
        const Json filled = withList(answer, value, page->first(size));
        if (isValidAnswer(answer.schema, filled))
            return filled;
    }
    return value;
}

Json listedExample(const RoutePlan &item, const AnswerPlan &answer, const ReadInputs &inputs)
{
    const bool isMain = answer.response == item.answer.response;
    if (!isMain || !item.list || item.list->answer.examples.isEmpty())
        return {};
    const AnswerPlan &list = item.list->answer;
    const QString parameter = lastParameter(item.path);
    const QString field = fieldOf(parameter, answer.fields);
    const QString id = plainText(inputs.path.value(parameter));
    for (const Json &each : listIn(list, list.examples.first().value)) {
        const Json *own = each.find(field);
        if (own && plainText(*own) == id && isValidAnswer(answer.schema, each))
            return each;
    }
    return {};
}

} // namespace Mock
