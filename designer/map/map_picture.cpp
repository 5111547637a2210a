#include "designer/map/map_picture.h"

#include "designer/map/map_scene.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace Design
{

static constexpr double margin = 24;
static constexpr double mostPixels = 60e6;

PictureFormat pictureFormatOfFile(const QString &path)
{
    return path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive) ? PictureFormat::Svg
                                                                     : PictureFormat::Png;
}

MapDrawing drawingOf(const MapScene &map)
{
    MapDrawing drawing{{}, {}, map.cardsRect(), Theme::current()};
    for (const MapCard &card : map.graph().cards) {
        if (const MapCardItem *item = map.card(card.node))
            drawing.cards.append({item->card(), item->pos()});
    }
    for (const auto &edge : map.edges())
        drawing.edges.append({edge->edge(), edge->path()});
    return drawing;
}

/// A picture shows the whole: nothing in it is selected.
static void paint(const MapDrawing &map, QPaintDevice &device, const QRectF &target,
                  const QRectF &source)
{
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(target, map.theme.window);
    painter.scale(target.width() / source.width(), target.height() / source.height());
    painter.translate(-source.topLeft());
    for (const auto &[edge, path] : map.edges) {
        MapEdgeItem item;
        item.setEdge(edge);
        item.setPath(path);
        painter.save();
        item.paint(&painter, map.theme);
        painter.restore();
    }
    for (const auto &[card, place] : map.cards) {
        painter.save();
        painter.translate(place);
        MapCardItem(card).paint(&painter, map.theme);
        painter.restore();
    }
}

QByteArray mapPicture(const MapDrawing &map, PictureFormat format, const QString &title)
{
    const QRectF cards = map.cardsRect;
    if (cards.isNull())
        return {};
    const QRectF source = cards.adjusted(-margin, -margin, margin, margin);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (format == PictureFormat::Svg) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(96);
        generator.setSize(source.size().toSize());
        generator.setViewBox(QRectF(QPointF(), source.size()));
        generator.setTitle(title);
        paint(map, generator, QRectF(QPointF(), source.size()), source);
    } else {
        const double scale =
            std::min(2.0, std::sqrt(mostPixels / (source.width() * source.height())));
        QImage image((source.size() * scale).toSize(), QImage::Format_RGB32);
        paint(map, image, image.rect(), source);
        image.setText(QStringLiteral("Title"), title);
        image.save(&buffer, "PNG");
    }
    return bytes;
}

} // namespace Design
