#include "designer/model/rename/input_rename.h"

#include "designer/model/expressions/extension_walk.h"
#include "designer/model/locate.h"
#include "designer/model/rename/script_rename.h"
#include "designer/model/rename/test_route.h"

namespace Design
{

namespace
{

const QString extensionKey = QStringLiteral("x-menura");

class InputFollower : public ExtensionWalk
{
public:
    explicit InputFollower(const InputRename &rename)
        : m_rename(rename)
    {
        ScriptValue place;
        place.from = rename.from;
        place.to = rename.to;
        place.caseOfNames =
            rename.in == QLatin1String("header") ? Qt::CaseInsensitive : Qt::CaseSensitive;
        m_scope.insert(rename.in, place);
    }

    int count() const { return m_count; }

private:
    Json met(const Json &value, const Place &place) override
    {
        if (place.kind == Kind::Input && m_rename.in == QLatin1String("query") &&
            value.string() == m_rename.from) {
            ++m_count;
            return m_rename.to;
        }
        ScriptRename rename(m_scope, nullptr);
        const Json changed = rename.inPlace(value, place);
        m_count += rename.count();
        return changed;
    }

    const InputRename &m_rename;
    ScriptScope m_scope;
    int m_count = 0;
};

template<class Change>
int changeRequests(Json &test, const Change &change)
{
    JsonObject object = test.object();
    int count = 0;
    if (const Json *request = object.find(u"request")) {
        const QString line = change(request->toString());
        count += line != request->toString() ? 1 : 0;
        object.insert(QStringLiteral("request"), line);
    }
    JsonArray steps = object.value(u"steps").array();
    for (Json &step : steps)
        count += changeRequests(step, change);
    if (!steps.isEmpty())
        object.insert(QStringLiteral("steps"), steps);
    if (count > 0)
        test = object;
    return count;
}

/// Gives the requests of the tests another line; the number of those that changed.
template<class Change>
int changeTests(Api &api, const Change &change)
{
    JsonArray tests = api.menura.value(u"tests").array();
    int count = 0;
    for (Json &test : tests)
        count += test.isObject() ? changeRequests(test, change) : 0;
    if (count > 0) {
        JsonObject menura = api.menura.object();
        menura.insert(QStringLiteral("tests"), tests);
        api.menura = menura;
    }
    return count;
}

} // namespace

int followInput(Operation &operation, const InputRename &rename)
{
    const Json before = operation.rest.value(extensionKey);
    if (!before.isObject())
        return 0;
    InputFollower follower(rename);
    const Json after = follower.route(before);
    if (follower.count() > 0)
        operation.rest.set(extensionKey, after);
    return follower.count();
}

int followInputInTests(Api &api, const QList<NodeId> &operations, const InputRename &rename)
{
    if (rename.in != QLatin1String("query"))
        return 0;
    const Api before = api;
    return changeTests(api, [&](const QString &line) {
        const Operation *tested = testedRoute(before, line);
        return tested && operations.contains(tested->id)
                   ? withQueryName(line, rename.from, rename.to)
                   : line;
    });
}

int followPathInTests(Api &api, const Api &before, const QList<NodeId> &operations,
                      const QString &from, const QString &to)
{
    return changeTests(api, [&](const QString &line) {
        const Operation *tested = testedRoute(before, line);
        return tested && operations.contains(tested->id) ? withPath(line, from, to) : line;
    });
}

} // namespace Design
