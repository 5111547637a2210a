#include "designer/openapi/hoist_definitions.h"

#include "designer/model/component_table.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/rewrite.h"
#include "designer/model/references.h"
#include "designer/text/pointer.h"

namespace Design
{

namespace
{

struct Definition {
    NodeId owner;
    QString path; ///< in the owner: `/$defs/Name`
    NodeId component;
};

/// Takes the definitions out of one component.
QList<Definition> takeDefinitions(Api &api, qsizetype at)
{
    QList<Definition> taken;
    const Named<Schema> owner = api.components.schemas.at(at);
    Schema schema = owner.value;
    for (const Keyword keyword : {Keyword::Defs, Keyword::Definitions}) {
        for (const Named<Schema> &member : owner.value.members(keyword)) {
            if (member.isRaw())
                continue;
            QString base = owner.name + u'.' + member.name;
            if (!isComponentName(base))
                base = owner.name + QStringLiteral(".definition");
            const QString name = uniqueSchemaName(api, base);
            api.components.schemas.append({name, member.value, {}});
            taken.append({owner.value.id(), childPointer(u'/' + keywordName(keyword), member.name),
                          member.value.id()});
        }
        schema.remove(keyword);
    }
    if (!taken.isEmpty())
        api.components.schemas[at].value = schema;
    return taken;
}

} // namespace

void hoistDefinitions(Api &api)
{
    // New components stand last, so definitions within definitions get their turn.
    QList<Definition> definitions;
    for (qsizetype i = 0; i < api.components.schemas.size(); ++i) {
        if (!api.components.schemas.at(i).isRaw())
            definitions += takeDefinitions(api, i);
    }
    if (definitions.isEmpty())
        return;
    Rewriting rewriting;
    rewriting.text = [](QString &, TextKind) { return false; };
    rewriting.reference = [&](Reference &reference) {
        bool isMoved = false;
        // An outer definition comes before those inside it.
        for (const Definition &definition : std::as_const(definitions)) {
            if (reference.component != definition.owner)
                continue;
            const QString rest = localPointer(u'#' + componentPath(reference.text).rest);
            if (rest != definition.path && !rest.startsWith(definition.path + u'/'))
                continue;
            reference = referenceToSchema(api, definition.component);
            reference.text += fragmentText(rest.sliced(definition.path.size())).sliced(1);
            isMoved = true;
        }
        return isMoved;
    };
    rewriteNames(api, rewriting);
}

} // namespace Design
