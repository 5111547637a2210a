#include "designer/map/map_pane.h"

#include "designer/looks/glyphs.h"
#include "designer/map/map_edits.h"
#include "designer/map/map_layout.h"
#include "designer/map/map_overview.h"
#include "designer/map/map_picture.h"
#include "designer/model/edits/map_places.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/notation.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace Design
{

static QToolButton *makeButton(Glyph glyph, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(glyphIcon(glyph));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

MapPane::MapPane(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_view(new MapView(this))
    , m_summary(new QLabel(this))
    , m_empty(
          new QLabel(tr("Models appear here as cards, with lines for what they refer to."), m_view))
    , m_job([this](const Drawn &drawn) { apply(drawn); })
    , m_tidyJob([this](const Drawn &drawn) { keepTidied(drawn); })
{
    setObjectName(QStringLiteral("mapPane"));
    setFocusProxy(m_view);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    auto *tidyButton = makeButton(Glyph::Router, tr("Lay all cards out anew"), this);
    tidyButton->setObjectName(QStringLiteral("tidyMap"));
    tidyButton->setText(tr("Tidy"));
    tidyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *exportButton = makeButton(Glyph::Download, tr("Save the map as a picture"), this);
    exportButton->setText(tr("Export…"));
    exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *outButton = makeButton(Glyph::ZoomOut, tr("Smaller  -"), this);
    auto *inButton = makeButton(Glyph::ZoomIn, tr("Larger  +"), this);
    m_zoom = makeButton(Glyph::FitAll, tr("Show everything  Ctrl+0"), this);
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(QStringLiteral("100 %")) +
                            5 * glyphSize() / 2);
    m_tools = {tidyButton, exportButton, outButton, inButton, m_zoom};

    auto *bar = new QHBoxLayout;
    const int gap = fontMetrics().height() / 4;
    bar->setContentsMargins(4 * gap, gap, gap, gap);
    bar->setSpacing(gap / 2);
    bar->addWidget(m_summary, 1);
    for (QToolButton *button : {tidyButton, exportButton, outButton, m_zoom, inButton})
        bar->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    auto *over = new QVBoxLayout(m_view);
    over->addWidget(m_empty);
    new MapOverview(m_view); // which is its parent

    connect(tidyButton, &QToolButton::clicked, this, &MapPane::tidy);
    connect(exportButton, &QToolButton::clicked, this, &MapPane::exportRequested);
    connect(outButton, &QToolButton::clicked, m_view, &MapView::zoomOut);
    connect(inButton, &QToolButton::clicked, m_view, &MapView::zoomIn);
    connect(m_zoom, &QToolButton::clicked, m_view, &MapView::fit);
    connect(m_view, &MapView::zoomChanged, this, &MapPane::updateState);
    connect(m_view, &MapView::currentChanged, this, [this](NodeId node) {
        if (node != NodeId::None)
            m_selection.select(node);
    });
    connect(m_view, &MapView::openRequested, this, [this](NodeId node) { m_selection.open(node); });
    connect(m_view, &MapView::cardsMoved, this, &MapPane::keepPlaces);
    connect(m_view, &MapView::connectRequested, this, &MapPane::connectModels);
    connect(m_view, &MapView::menuRequested, this, &MapPane::showMenu);
    connect(&document, &DesignDocument::changed, this, &MapPane::update);
    connect(&document, &DesignDocument::wasReset, this, &MapPane::restart);
    connect(&selection, &Selection::changed, this, &MapPane::followSelection);
    updateState();
}

MapPane::Drawn MapPane::draw(const Api &api, const MapScene::Places &known)
{
    Drawn drawn;
    drawn.graph = mapGraph(api);
    const QHash<NodeId, QPoint> kept = mapPlaces(api);
    QList<LayoutBox> boxes;
    for (const MapCard &card : std::as_const(drawn.graph.cards)) {
        LayoutBox box{card.size(), std::nullopt};
        if (const auto place = kept.constFind(card.node); place != kept.cend())
            box.place = QPointF(*place);
        else if (const auto seen = known.constFind(card.node); seen != known.cend())
            box.place = *seen;
        boxes.append(box);
    }
    QList<LayoutLink> links;
    for (const MapEdge &edge : std::as_const(drawn.graph.edges)) {
        const double fromOffset = drawn.graph.cards.at(edge.from).rowMiddle(edge.row);
        const double toOffset = drawn.graph.cards.at(edge.to).rowMiddle(-1);
        // A base stands before what extends it, everything else behind what refers to it.
        if (edge.kind == EdgeKind::Inheritance)
            links.append({edge.to, edge.from, toOffset, fromOffset});
        else
            links.append({edge.from, edge.to, fromOffset, toOffset});
    }
    const QList<QPointF> places = layoutMap(boxes, links);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const NodeId node = drawn.graph.cards.at(i).node;
        drawn.places.insert(node, places.at(i));
        if (!kept.contains(node))
            drawn.automatic.insert(node, places.at(i));
    }
    return drawn;
}

void MapPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        update();
}

void MapPane::restart()
{
    m_automatic.clear();
    update();
}

void MapPane::update()
{
    m_isStale = true;
    if (!isVisible())
        return;
    m_isStale = false;
    m_job.start([api = m_document.api(), known = m_automatic] { return draw(api, known); });
    updateState();
}

void MapPane::apply(const Drawn &drawn)
{
    for (auto it = drawn.automatic.cbegin(); it != drawn.automatic.cend(); ++it)
        m_automatic.insert(it.key(), it.value());
    m_view->setGraph(drawn.graph, drawn.places, std::exchange(m_isAnimated, false));
    followSelection();
    updateState();
    Q_EMIT updated();
}

NodeId MapPane::modelAround(NodeId node) const
{
    const NodeIndex &index = m_document.index();
    NodeId at = node;
    while (at != NodeId::None && !m_view->map().card(at))
        at = index.parent(at);
    return at;
}

void MapPane::followSelection()
{
    const NodeId model = modelAround(m_selection.node());
    if (model == m_view->current())
        return;
    m_view->setCurrent(model);
    m_view->approach();
}

void MapPane::updateState()
{
    const MapGraph &graph = m_view->map().graph();
    const auto models = static_cast<int>(graph.cards.size());
    const auto edges = static_cast<int>(graph.edges.size());
    m_summary->setText(models == 0 && m_job.isBusy()
                           ? tr("Drawing the map …")
                           : tr("Models: %L1 · references: %L2").arg(models).arg(edges));
    m_empty->setVisible(models == 0 && !m_job.isBusy());
    m_zoom->setText(tr("%1 %").arg(std::lround(m_view->zoom() * 100)));
    for (QToolButton *button : m_tools)
        button->setEnabled(models > 0);
}

void MapPane::keepPlaces(NodeId moved, bool byKey)
{
    const Named<Schema> *model = findNamedSchema(m_document.api(), moved);
    if (!model)
        return;
    // All of them: what somebody arranged is what shall be there the next time.
    QHash<NodeId, QPoint> places;
    const MapScene::Places shown = m_view->map().places();
    for (auto it = shown.cbegin(); it != shown.cend(); ++it)
        places.insert(it.key(), it.value().toPoint());
    const auto several = static_cast<int>(m_view->map().chosen().size());
    if (!byKey)
        m_document.finishMerging();
    m_document.edit(
        several > 1 ? tr("Move %n cards on the map", nullptr, several)
                    : tr("Move %1 on the map").arg(model->name),
        [&places](Api &api) { setMapPlaces(api, places); },
        byKey ? MergeKey{moved, QStringLiteral("map")} : MergeKey());
}

void MapPane::tidy()
{
    if (m_view->map().graph().cards.isEmpty())
        return;
    m_tidyJob.start([api = m_document.api()] {
        Api loose = api;
        setMapPlaces(loose, {});
        return draw(loose, {});
    });
}

void MapPane::keepTidied(const Drawn &drawn)
{
    QHash<NodeId, QPoint> places;
    for (auto it = drawn.places.cbegin(); it != drawn.places.cend(); ++it)
        places.insert(it.key(), it.value().toPoint());
    m_isAnimated = true;
    m_document.finishMerging();
    m_document.edit(tr("Tidy the map"), [&places](Api &api) { setMapPlaces(api, places); });
    m_view->fit();
}

void MapPane::connectModels(NodeId card, NodeId row, NodeId target)
{
    const Named<Schema> *from = findNamedSchema(m_document.api(), card);
    const Named<Schema> *to = findNamedSchema(m_document.api(), target);
    if (!from || !to)
        return;
    if (row == NodeId::None) {
        const quint64 before = m_document.revision();
        const QString base = to->name;
        const QString name = from->name;
        m_document.edit(
            tr("Let %1 extend %2").arg(name, base),
            [card, target](Api &api) { setExtends(api, card, target); }, {}, card);
        Q_EMIT message(m_document.revision() != before
                           ? tr("%1 extends %2").arg(name, base)
                           : tr("%1 cannot extend %2: that would be a circle").arg(name, base));
        return;
    }
    QString field;
    for (const MapRow &line : m_view->map().card(card)->card().rows) {
        if (line.node == row)
            field = line.name;
    }
    const QString said = field.isEmpty() ? from->name : from->name + u'.' + field;
    m_document.edit(
        tr("Change type of %1").arg(said),
        [row, target](Api &api) { pointRowAt(api, row, target); }, {}, row);
    const Schema *now = findSchema(m_document.api(), row);
    if (now)
        Q_EMIT message(
            tr("Type of %1: %2").arg(said, prettyType(describeType(*now, m_document.api()))));
}

void MapPane::showMenu(NodeId node, const QPoint &at)
{
    const MapCardItem *item = m_view->map().card(node);
    if (!item)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("mapMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open the Model"), this, [this, node] { m_selection.open(node); });
    menu->addSeparator();
    const auto escaped = [](QString text) { return text.replace(u'&', QStringLiteral("&&")); };
    const auto addTargets = [&](const QString &title, NodeId row) {
        QMenu *targets = menu->addMenu(escaped(title));
        for (const MapCard &target : m_view->map().graph().cards) {
            if (row != NodeId::None || target.node != node)
                targets->addAction(escaped(target.name), this, [this, node, row, to = target.node] {
                    connectModels(node, row, to);
                });
        }
    };
    addTargets(tr("Extends"), NodeId::None);
    for (const MapRow &row : item->card().rows) {
        if (row.node != NodeId::None)
            addTargets(tr("%1 becomes").arg(row.name.isEmpty() ? row.type : row.name), row.node);
    }
    menu->popup(at);
}

std::function<QByteArray()> MapPane::picture(PictureFormat format) const
{
    return [drawing = drawingOf(m_view->map()), format, title = m_document.displayName()] {
        return mapPicture(drawing, format, title);
    };
}

} // namespace Design
