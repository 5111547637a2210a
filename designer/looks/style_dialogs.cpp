#include "designer/looks/glyphs.h"
#include "designer/looks/style_painting.h"

#include <QHeaderView>
#include <QTreeView>

namespace Design
{

std::optional<Glyph> fileDialogGlyph(QStyle::StandardPixmap icon)
{
    switch (icon) {
    case QStyle::SP_DirIcon:
    case QStyle::SP_DirClosedIcon:
    case QStyle::SP_DirLinkIcon:
        return Glyph::Folder;
    case QStyle::SP_DirOpenIcon:
        return Glyph::Open;
    case QStyle::SP_DirHomeIcon:
        return Glyph::Home;
    case QStyle::SP_FileIcon:
    case QStyle::SP_FileLinkIcon:
        return Glyph::File;
    case QStyle::SP_ComputerIcon:
    case QStyle::SP_DesktopIcon:
        return Glyph::Computer;
    case QStyle::SP_DriveHDIcon:
        return Glyph::Server;
    case QStyle::SP_ArrowBack:
        return Glyph::ArrowBack;
    case QStyle::SP_ArrowForward:
        return Glyph::ArrowForward;
    case QStyle::SP_FileDialogToParent:
        return Glyph::ArrowUp;
    case QStyle::SP_FileDialogNewFolder:
        return Glyph::NewFolder;
    case QStyle::SP_FileDialogListView:
        return Glyph::Tiles;
    case QStyle::SP_FileDialogDetailedView:
        return Glyph::Lines;
    default:
        return std::nullopt;
    }
}

void arrangeFiles(QTreeView &files)
{
    QHeaderView *header = files.header();
    if (header->count() < 2)
        return;
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    const QFontMetrics font = files.fontMetrics();
    files.window()->resize(files.window()->size().expandedTo(
        {72 * font.averageCharWidth() * 3 / 2, 30 * font.height()}));
}

} // namespace Design
