#include "app/studio/welcome_page.h"

#include "designer/looks/glyphs.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Design;

static constexpr qsizetype mostRecent = 6;

WelcomePage::WelcomePage(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_recentTitle(new QLabel(tr("Recent designs")))
    , m_recent(new QVBoxLayout)
{
    setObjectName(QStringLiteral("welcome"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const int gap = fontMetrics().height() / 4;

    auto *mark = new QLabel;
    const int side = 4 * fontMetrics().height();
    mark->setPixmap(QIcon(QStringLiteral(":/menura/icons/menura.svg")).pixmap(side, side));
    auto *title = new QLabel(tr("Menura"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *line = new QLabel(tr("Draw an API, and have it answer."));
    line->setForegroundRole(QPalette::PlaceholderText);

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(2 * gap);
    const auto addButton = [&](ActionId id, const QString &text, bool isMain) {
        QAction *action = actions[id];
        auto *button = new QPushButton;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setText(keys.isEmpty() ? text : text + QStringLiteral("   ") + keys);
        button->setAccessibleName(text);
        button->setToolTip(action->statusTip());
        button->setDefault(isMain);
        button->setMinimumWidth(40 * fontMetrics().averageCharWidth());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        buttons->addWidget(button, 0, Qt::AlignLeft);
    };
    addButton(ActionId::OpenSample, tr("Look around in a sample shop"), true);
    addButton(ActionId::New, tr("Begin a new design"), false);
    addButton(ActionId::Open, tr("Open an OpenAPI document"), false);

    m_recentTitle->setForegroundRole(QPalette::PlaceholderText);
    m_recent->setSpacing(0);
    m_recent->setContentsMargins(0, 0, 0, 0);

    auto *column = new QVBoxLayout;
    column->setSpacing(gap);
    column->addWidget(mark);
    column->addWidget(title);
    column->addWidget(line);
    column->addSpacing(6 * gap);
    column->addLayout(buttons);
    column->addSpacing(6 * gap);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);
    auto *layout = new QGridLayout(this);
    layout->addLayout(column, 1, 1);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(2, 3);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(2, 1);
    setRecentFiles({});
}

void WelcomePage::setRecentFiles(const QStringList &files)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentTitle->setVisible(!files.isEmpty());
    for (const QString &path : files.first(std::min(mostRecent, files.size()))) {
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(glyphIcon(Glyph::File));
        button->setText(QFileInfo(path).fileName());
        button->setToolTip(QDir::toNativeSeparators(path));
        button->setAccessibleName(tr("Open %1").arg(QFileInfo(path).fileName()));
        connect(button, &QToolButton::clicked, this, [this, path] { Q_EMIT recentChosen(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
}
