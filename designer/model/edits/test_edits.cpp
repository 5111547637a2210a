#include "designer/model/edits/test_edits.h"

#include "designer/model/edits/behaviour_edits.h"

namespace Design
{

bool splitTest(Api &api, qsizetype test)
{
    static const QStringList ofStep{QStringLiteral("request"), QStringLiteral("headers"),
                                    QStringLiteral("body"), QStringLiteral("form"),
                                    QStringLiteral("expect")};
    const BehaviourPlace place =
        BehaviourPlace{NodeId::None, {QStringLiteral("tests")}}.child(test);
    const Json said = behaviourValue(api, place);
    if (!said.isObject() || !said.value(u"steps").isUndefined())
        return false;
    JsonObject rest;
    JsonObject step;
    for (const JsonObject::Member &member : said.object())
        (ofStep.contains(member.key) ? step : rest).insert(member.key, member.value);
    rest.insert(QStringLiteral("steps"), JsonArray{step});
    return setBehaviourValue(api, place, rest);
}

} // namespace Design
