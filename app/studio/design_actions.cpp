#include "app/studio/design_actions.h"

#include "app/studio/prompt.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/lint/fixes.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/route_line.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/edits/tag_edits.h"
#include "designer/openapi/fragment.h"
#include "designer/preview/place_names.h"
#include "designer/preview/problems_model.h"
#include "designer/preview/source_text.h"
#include "designer/schema/inference.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QUuid>

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
        tr("New route"),
        QStringLiteral("get /todos/{id: int} -> Todo, post /todos <- NewTodo -> Todo"),
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

/// Parts of a path that are numbers or UUIDs stand for any of them.
static QString pathPattern(const QString &path)
{
    static const QRegularExpression number(QStringLiteral("^[0-9]+$"));
    QStringList parts = path.split(u'/');
    QStringList names;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const bool isUuid = !QUuid::fromString(parts.at(i)).isNull();
        if (!isUuid && !number.match(parts.at(i)).hasMatch())
            continue;
        QString name = parts.at(i - 1);
        if (name.endsWith(u's') && name.size() > 1)
            name.chop(1);
        name = name.isEmpty() || name.contains(u'{') ? QStringLiteral("id")
                                                     : name + QStringLiteral("_id");
        name = uniqueName(name, names);
        names.append(name);
        parts[i] = isUuid ? u'{' + name + QStringLiteral(": uuid}")
                          : u'{' + name + QStringLiteral(": int}");
    }
    return parts.join(u'/');
}

/// The path of the design that takes in this one, the one with the fewest parameters; or empty.
static QString fittingPath(const Api &api, const QString &path)
{
    const QStringList parts = path.split(u'/');
    const auto fits = [&parts](const QStringList &segments) {
        if (segments.size() != parts.size())
            return false;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool isParameter = segments.at(i).startsWith(u'{');
            if (isParameter ? parts.at(i).isEmpty() : segments.at(i) != parts.at(i))
                return false;
        }
        return true;
    };
    QString best;
    for (const Named<PathItem> &item : api.paths) {
        if (fits(item.name.split(u'/')) &&
            (best.isEmpty() || item.name.count(u'{') < best.count(u'{')))
            best = item.name;
    }
    return best;
}

void DesignActions::addRouteFor(const QString &method, const QString &path)
{
    // The path may be there, and only the method be missing.
    const QString known = fittingPath(m_document.api(), path);
    const QString line = method.toLower() + u' ' + (known.isEmpty() ? pathPattern(path) : known);
    if (!parseRoute(line, m_document.api()).ok()) {
        Q_EMIT message(tr("A route for %1 cannot be added.").arg(path));
        return;
    }
    addRoute(line);
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

void DesignActions::renameSelected()
{
    const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
    if (item != NodeId::None)
        m_tabs.rename(item);
}

void DesignActions::duplicateSelected()
{
    if (!canDelete())
        return;
    const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
    const QString name = placeName(m_document.api(), m_document.index(), item);
    NodeId copy = NodeId::None;
    m_document.edit(tr("Duplicate %1").arg(name), [&](Api &api) {
        copy = findOperation(api, item) ? copyOperation(api, item) : duplicateSchema(api, item);
    });
    m_selection.select(copy);
    m_tabs.rename(copy); // with the cursor in the name, which nobody wants as it is
}

void DesignActions::copySelected()
{
    if (!canDelete())
        return;
    const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
    QGuiApplication::clipboard()->setText(fragmentText(m_document.api(), item));
    Q_EMIT message(tr("Copied %1").arg(placeName(m_document.api(), m_document.index(), item)));
}

void DesignActions::paste()
{
    const Fragment fragment = readFragment(QGuiApplication::clipboard()->text());
    if (fragment.kind == Fragment::Kind::None) {
        Q_EMIT message(tr("The clipboard holds no route, no model and no JSON."));
        return;
    }
    if (fragment.kind == Fragment::Kind::Sample)
        return pasteSample(fragment.value);
    QList<NodeId> added;
    m_document.edit(tr("Paste"), [&](Api &api) { added = Design::paste(api, fragment); });
    if (added.isEmpty())
        return;
    m_selection.select(added.first());
    if (added.size() == 1)
        m_tabs.openNew(added.first());
    else
        Q_EMIT message(tr("Pasted %n routes and models", nullptr, static_cast<int>(added.size())));
}

void DesignActions::pasteSample(const Json &sample)
{
    NodeId added = NodeId::None;
    m_document.edit(tr("New Model from a Sample"), [&](Api &api) {
        const Schema schema = inferSchema(sample, [&api] { return api.newId(); });
        added = addSchema(api, uniqueSchemaName(api, QStringLiteral("Model")), schema);
    });
    m_selection.select(added);
    m_tabs.openNew(added);
}

void DesignActions::placeBeside(NodeId node, NodeId other, Side side)
{
    const QString name = placeName(m_document.api(), m_document.index(), node);
    m_document.edit(
        tr("Move %1").arg(name),
        [&](Api &api) {
            if (!placeOperation(api, node, other, side))
                placeSchema(api, node, other, side);
        },
        {}, node);
}

void DesignActions::moveSelected(NodeId neighbour, int by)
{
    const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
    if (neighbour != NodeId::None && canDelete())
        placeBeside(item, neighbour, by < 0 ? Side::Before : Side::Behind);
}

void DesignActions::place(NodeId node, NodeId before, const QString &tag)
{
    const Api &api = m_document.api();
    const QString name = placeName(api, m_document.index(), node);
    const Operation *operation = findOperation(api, node);
    const bool changesTag = operation && operation->tags.value(0) != tag;
    m_document.edit(
        tr("Move %1").arg(name),
        [&](Api &changed) {
            if (changesTag)
                setMainTag(changed, node, tag);
            if (operation && before != NodeId::None)
                placeOperation(changed, node, before, Side::Before);
            else if (!operation && before != NodeId::None)
                placeSchema(changed, node, before, Side::Before);
            else if (!operation)
                moveSchema(changed, node, changed.components.schemas.size() - 1);
        },
        {}, node);
}

void DesignActions::offerFixes(const Diagnostic &problem, const QPoint &at)
{
    auto *menu = new QMenu;
    menu->setObjectName(QStringLiteral("fixes"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Keyword keyword = ProblemsModel::keywordOf(problem);
    menu->addAction(tr("Go to its place"), this,
                    [this, node = problem.node, keyword] { m_selection.open(node, keyword); });
    menu->addSeparator();
    const QList<Fix> fixes = fixesFor(problem, m_document.api(), m_document.index());
    for (const Fix &fix : fixes) {
        QString text = fix.text;
        menu->addAction(text.replace(u'&', QStringLiteral("&&")), this, [this, fix] {
            m_document.edit(fix.text, fix.apply);
            Q_EMIT message(tr("%1: done. Undo takes it back.").arg(fix.text));
        });
    }
    if (fixes.isEmpty())
        menu->addAction(tr("Nothing can be done about it by itself"))->setEnabled(false);
    menu->popup(at);
}
