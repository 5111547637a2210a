#include "designer/looks/glyphs.h"

#include "designer/looks/theme.h"

#include <QFont>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>

namespace Design
{

static const QString &iconFontFamily()
{
    static const QString family = [] {
        const int font =
            QFontDatabase::addApplicationFont(QStringLiteral(":/menura/fonts/icons.ttf"));
        return QFontDatabase::applicationFontFamilies(font).value(0);
    }();
    return family;
}

const QList<Glyph> &allGlyphs()
{
    static const QList<Glyph> glyphs{
        Glyph::Add,       Glyph::ArrowBack,   Glyph::ArrowForward, Glyph::ArrowUp,
        Glyph::Check,     Glyph::CheckCircle, Glyph::ChevronRight, Glyph::Circle,
        Glyph::Close,     Glyph::Code,        Glyph::Computer,     Glyph::Copy,
        Glyph::DarkMode,  Glyph::Delete,      Glyph::Docs,         Glyph::Download,
        Glyph::Error,     Glyph::ExpandLess,  Glyph::ExpandMore,   Glyph::File,
        Glyph::Filter,    Glyph::FitAll,      Glyph::Folder,       Glyph::Follow,
        Glyph::Help,      Glyph::History,     Glyph::Home,         Glyph::Info,
        Glyph::LightMode, Glyph::Lines,       Glyph::Link,         Glyph::Lock,
        Glyph::Map,       Glyph::Model,       Glyph::More,         Glyph::NewFile,
        Glyph::NewFolder, Glyph::Open,        Glyph::OpenInNew,    Glyph::Pause,
        Glyph::Play,      Glyph::Redo,        Glyph::Remove,       Glyph::Route,
        Glyph::Router,    Glyph::Save,        Glyph::Search,       Glyph::Server,
        Glyph::Settings,  Glyph::Shield,      Glyph::Sidebar,      Glyph::Stop,
        Glyph::Sweep,     Glyph::Tag,         Glyph::Tiles,        Glyph::Undo,
        Glyph::Warning,   Glyph::ZoomIn,      Glyph::ZoomOut};
    return glyphs;
}

void paintGlyph(QPainter *painter, const QRectF &rect, Glyph glyph, const QColor &color)
{
    const QString &family = iconFontFamily();
    if (family.isEmpty())
        return;
    QFont font(family);
    font.setPixelSize(std::max(1, static_cast<int>(std::min(rect.width(), rect.height()))));
    font.setHintingPreference(QFont::PreferNoHinting);
    painter->save();
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignCenter, QString(QChar(static_cast<char16_t>(glyph))));
    painter->restore();
}

int glyphSize()
{
    return std::max(14, QFontMetrics(QGuiApplication::font()).height());
}

namespace
{

class GlyphIconEngine : public QIconEngine
{
public:
    GlyphIconEngine(Glyph glyph, Tone tone)
        : m_glyph(glyph)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(painter, rect, m_glyph, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphIconEngine(m_glyph, m_tone); }
    QString key() const override { return QStringLiteral("menura-glyph"); }
    bool isNull() override { return iconFontFamily().isEmpty(); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const Theme &theme = Theme::current();
        if (mode == QIcon::Disabled)
            return mixed(theme.window, theme.dim, 0.5);
        switch (m_tone) {
        case Tone::Text:
            return theme.text;
        case Tone::Accent:
            return theme.accent;
        case Tone::OnAccent:
            return theme.onAccent;
        case Tone::Good:
            return theme.good;
        case Tone::Warning:
            return theme.warning;
        case Tone::Bad:
            return theme.bad;
        case Tone::Dim:
            break;
        }
        return mode == QIcon::Active ? theme.text : theme.dim;
    }

    Glyph m_glyph;
    Tone m_tone;
};

} // namespace

QIcon glyphIcon(Glyph glyph, Tone tone)
{
    return QIcon(new GlyphIconEngine(glyph, tone));
}

} // namespace Design
