#pragma once

#include <QIcon>
#include <QList>

namespace Design
{

/// The icons of the program: characters of the Material Icons font (`:/menura/fonts/icons.ttf`).
enum class Glyph : char16_t {
    Add = 0xe145,
    ArrowBack = 0xe5c4,
    ArrowForward = 0xe5c8,
    ArrowUp = 0xe5d8,
    Check = 0xe5ca,
    CheckCircle = 0xe86c,
    ChevronRight = 0xe5cc,
    Circle = 0xef4a,
    Close = 0xe5cd,
    Code = 0xe86f,
    Computer = 0xe30a,
    Copy = 0xe14d,
    DarkMode = 0xe51c,
    Delete = 0xe92e,
    Docs = 0xea19,
    Download = 0xe2c4,
    Error = 0xe000,
    ExpandLess = 0xe5ce,
    ExpandMore = 0xe5cf,
    File = 0xe873,
    Filter = 0xef4f,
    FitAll = 0xe56b,
    Folder = 0xe2c7,
    Follow = 0xe258,
    Help = 0xe8fd,
    History = 0xe889,
    Home = 0xe88a,
    Info = 0xe88e,
    LightMode = 0xe518,
    Lines = 0xe896,
    Link = 0xe157,
    Lock = 0xe897,
    Map = 0xe335,
    Model = 0xead3,
    More = 0xe5d3,
    NewFile = 0xe89c,
    NewFolder = 0xe2cc,
    Open = 0xe2c8,
    OpenInNew = 0xe89e,
    Pause = 0xe034,
    Play = 0xe037,
    Redo = 0xe15a,
    Remove = 0xe15b,
    Route = 0xe8d4,
    Router = 0xe97a,
    Save = 0xe161,
    Search = 0xe8b6,
    Server = 0xe875,
    Settings = 0xe8b8,
    Shield = 0xe9e0,
    Sidebar = 0xe949,
    Stop = 0xe047,
    Sweep = 0xe16c,
    Tag = 0xe892,
    Tiles = 0xe9b0,
    Undo = 0xe166,
    Warning = 0xe002,
    ZoomIn = 0xe8ff,
    ZoomOut = 0xe900,
};

/// Which colour of the theme a glyph is painted in; it follows a change of the theme by itself.
enum class Tone { Text, Dim, Accent, OnAccent, Good, Warning, Bad };

/// All of them, in the order of their names.
const QList<Glyph> &allGlyphs();

QIcon glyphIcon(Glyph glyph, Tone tone = Tone::Dim);

/// Side of a small icon in device-independent pixels: that of a line of text in the usual font.
int glyphSize();

/// Paints one glyph, as large as the shorter side of rect, in the middle of it.
void paintGlyph(QPainter *painter, const QRectF &rect, Glyph glyph, const QColor &color);

} // namespace Design
