#include "app/studio/status_strip.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

using namespace Design;

static constexpr int messageMilliseconds = 6000;

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_saved(new QLabel)
    , m_revision(new QLabel)
    , m_message(new QLabel)
{
    const int gap = fontMetrics().height() / 4;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * gap, 1, 3 * gap, 0);
    layout->setSpacing(2 * gap);
    layout->addWidget(m_saved);
    m_problems = addButton(QStringLiteral("statusProblems"));
    m_server = addButton(QStringLiteral("statusServer"));
    layout->addWidget(m_revision);
    layout->addWidget(m_message, 1);
    m_saved->setMinimumWidth(fontMetrics().averageCharWidth() * 10);
    m_revision->setForegroundRole(QPalette::PlaceholderText);
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // cut, if it has to be
    connect(m_problems, &QToolButton::clicked, this, &StatusStrip::problemsClicked);
    connect(m_server, &QToolButton::clicked, this, &StatusStrip::serverClicked);
    m_messageTimer.setSingleShot(true);
    connect(&m_messageTimer, &QTimer::timeout, m_message, &QLabel::clear);
    setSaved(true, false);
    setProblems(0, 0, 0);
    setServer(false, {});
}

QToolButton *StatusStrip::addButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int side = fontMetrics().height() - 3;
    button->setIconSize(QSize(side, side));
    layout()->addWidget(button);
    return button;
}

void StatusStrip::setSaved(bool saved, bool hasFile)
{
    m_saved->setText(!saved ? tr("● Not saved") : hasFile ? tr("✓ Saved") : tr("No file yet"));
}

void StatusStrip::setProblems(int errors, int warnings, int hints)
{
    QStringList words;
    if (errors > 0)
        words.append(errors == 1 ? tr("1 error") : tr("%L1 errors").arg(errors));
    if (warnings > 0)
        words.append(warnings == 1 ? tr("1 warning") : tr("%L1 warnings").arg(warnings));
    if (hints > 0 && words.isEmpty())
        words.append(hints == 1 ? tr("1 hint") : tr("%L1 hints").arg(hints));
    m_problems->setText(words.isEmpty() ? tr("No problems") : words.join(QStringLiteral(", ")));
    m_problems->setIcon(errors > 0     ? glyphIcon(Glyph::Error, Tone::Bad)
                        : warnings > 0 ? glyphIcon(Glyph::Warning, Tone::Warning)
                        : hints > 0    ? glyphIcon(Glyph::Info)
                                       : glyphIcon(Glyph::CheckCircle, Tone::Good));
    m_problems->setToolTip(tr("Show the problems of the design"));
    m_problems->setAccessibleName(m_problems->text());
}

void StatusStrip::setServer(bool running, const QUrl &url)
{
    m_server->setText(running ? tr("Running on port %1").arg(url.port()) : tr("Server stopped"));
    m_server->setIcon(running ? glyphIcon(Glyph::Circle, Tone::Good) : glyphIcon(Glyph::Circle));
    m_server->setToolTip(running ? url.toString() : tr("Show the traffic"));
    m_server->setAccessibleName(m_server->text());
}

void StatusStrip::setRevision(quint64 revision)
{
    m_revision->setText(tr("Revision %1").arg(QLocale().toString(revision)));
}

void StatusStrip::showMessage(const QString &text)
{
    m_message->setText(text);
    m_messageTimer.start(messageMilliseconds);
}

QString StatusStrip::message() const
{
    return m_message->text();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(0, 0, width(), 1, theme.border);
}
