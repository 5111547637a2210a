#pragma once

#include <QByteArray>
#include <QString>

namespace Design
{

class MapScene;

enum class PictureFormat { Svg, Png };

/// SVG for names that end in .svg, PNG for all others.
PictureFormat pictureFormatOfFile(const QString &path);

/// All cards and edges as a picture, twice as large as on an ordinary screen if PNG, smaller where
/// that would be more than 60 megapixels. Empty when there are no cards.
QByteArray mapPicture(MapScene &map, PictureFormat format, const QString &title);

} // namespace Design
