#include "designer/model/behaviour/behaviour.h"

namespace Design
{

namespace
{

/// Replaces the member's text where it is `from`.
bool renameMember(JsonObject *object, const QString &key, const QString &from, const QString &to)
{
    const Json *value = object->find(key);
    if (!value || value->toString() != from)
        return false;
    object->insert(key, to);
    return true;
}

/// The models that expectations of a test name, in its steps too.
Json renamedTest(const Json &test, const QString &from, const QString &to, int *count)
{
    if (!test.isObject())
        return test;
    JsonObject object = test.object();
    JsonObject expect = object.value(QStringLiteral("expect")).object();
    if (renameMember(&expect, QStringLiteral("model"), from, to)) {
        object.insert(QStringLiteral("expect"), expect);
        ++*count;
    }
    JsonArray steps = object.value(QStringLiteral("steps")).array();
    for (Json &step : steps)
        step = renamedTest(step, from, to, count);
    if (!steps.isEmpty())
        object.insert(QStringLiteral("steps"), steps);
    return Json(object);
}

} // namespace

int renameModelInBehaviour(Api &api, const QString &from, const QString &to)
{
    int count = 0;
    JsonObject menura = api.menura.object();
    JsonObject stores = menura.value(QStringLiteral("stores")).object();
    for (const QString &name : stores.keys()) {
        JsonObject store = stores.value(name).object();
        int renamed = 0;
        for (const QLatin1String key :
             {QLatin1String("model"), QLatin1String("create"), QLatin1String("answer")})
            renamed += renameMember(&store, key, from, to) ? 1 : 0;
        if (renamed > 0)
            stores.insert(name, store);
        count += renamed;
    }
    JsonArray tests = menura.value(QStringLiteral("tests")).array();
    const int inStores = count;
    for (Json &test : tests)
        test = renamedTest(test, from, to, &count);
    if (inStores > 0)
        menura.insert(QStringLiteral("stores"), stores);
    if (count > inStores)
        menura.insert(QStringLiteral("tests"), tests);
    if (count > 0)
        api.menura = menura;
    return count;
}

} // namespace Design
