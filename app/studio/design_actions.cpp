#include "app/studio/design_actions.h"

#include "app/studio/editor_tabs.h"
#include "app/studio/prompt.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/route_line.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/preview/place_names.h"
#include "designer/preview/source_text.h"

using namespace Design;

DesignActions::DesignActions(DesignDocument &document, Selection &selection, EditorTabs &tabs,
                             Prompt &prompt, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_tabs(tabs)
    , m_prompt(prompt)
{
}

static QString routeWords(const RouteDraft &draft)
{
    QString words = draft.method.toUpper() + u' ' + draft.path;
    if (draft.body)
        words += DesignActions::tr(", takes %1").arg(prettyType(*draft.body));
    if (draft.answer)
        words += DesignActions::tr(", answers %1").arg(prettyType(*draft.answer));
    if (draft.status != 0)
        words += DesignActions::tr(" with status %1").arg(draft.status);
    return words;
}

void DesignActions::newRoute()
{
    m_prompt.ask(
        tr("New route"), QStringLiteral("get /todos/{id: int} -> Todo"),
        [this](const QString &line) -> Prompt::Answer {
            const ParsedRoute parsed = parseRoute(line, m_document.api());
            return parsed.ok() ? Prompt::Answer{true, routeWords(parsed.draft)}
                               : Prompt::Answer{false, parsed.error->message};
        },
        [this](const QString &line) { addRoute(line); });
}

void DesignActions::addRoute(const QString &line)
{
    const ParsedRoute parsed = parseRoute(line, m_document.api());
    if (!parsed.ok())
        return;
    NodeId added = NodeId::None;
    m_document.edit(tr("New Route %1 %2").arg(parsed.draft.method.toUpper(), parsed.draft.path),
                    [&](Api &api) { added = Design::addRoute(api, parsed.draft); });
    m_selection.select(added);
    m_tabs.openNew(added);
}

void DesignActions::newModel()
{
    NodeId added = NodeId::None;
    m_document.edit(tr("New Model"), [&added](Api &api) {
        added = addSchema(api, uniqueSchemaName(api, QStringLiteral("Model")));
    });
    m_selection.select(added);
    m_tabs.openNew(added);
}

bool DesignActions::canDelete() const
{
    const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
    return item != NodeId::None && item != m_document.api().id;
}

void DesignActions::deleteSelected()
{
    const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
    if (!canDelete())
        return;
    const QString name = placeName(m_document.api(), m_document.index(), item);
    m_document.edit(tr("Delete %1").arg(name), [item](Api &api) {
        if (!removeOperation(api, item))
            removeSchema(api, item);
    });
    Q_EMIT message(tr("Deleted %1. Undo brings it back.").arg(name));
}
