#include "designer/map/map_picture.h"

#include "designer/looks/theme.h"
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

static void paint(MapScene &map, QPaintDevice &device, const QRectF &target, const QRectF &source)
{
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(target, Theme::current().window);
    map.render(&painter, target, source);
}

QByteArray mapPicture(MapScene &map, PictureFormat format, const QString &title)
{
    const QRectF cards = map.cardsRect();
    if (cards.isNull())
        return {};
    // A picture shows the whole: nothing in it is selected.
    const NodeId current = map.current();
    map.setCurrent(NodeId::None);
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
    map.setCurrent(current);
    return bytes;
}

} // namespace Design
