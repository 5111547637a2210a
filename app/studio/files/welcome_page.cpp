#include "app/studio/files/welcome_page.h"

#include "app/studio/choice_card.h"
#include "app/studio/files/templates.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

static constexpr qsizetype mostRecent = 6;
static constexpr int lettersOfBeginning = 44;

static QLabel *makeHeading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

WelcomePage::WelcomePage(const Actions &actions, QWidget *parent)
    : QScrollArea(parent)
    , m_recentTitle(makeHeading(tr("Recent designs")))
    , m_recent(new QVBoxLayout)
    , m_beginning(makeBeginning(actions))
    , m_cardGrid(new QGridLayout)
    , m_templates(makeTemplates())
    , m_columns(new QGridLayout)
{
    setObjectName(QStringLiteral("welcome"));
    setAccessibleName(tr("Welcome"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    page->setLayout(m_columns);
    const int gap = fontMetrics().height();
    m_columns->setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap);
    m_columns->setHorizontalSpacing(3 * gap);
    m_columns->setVerticalSpacing(2 * gap);
    setWidget(page);
    arrange();
    setRecentFiles({});
}

QWidget *WelcomePage::makeBeginning(const Actions &actions)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    const int gap = fontMetrics().height() / 4;
    layout->setContentsMargins({});
    layout->setSpacing(gap);

    auto *mark = new QLabel;
    const int side = 4 * fontMetrics().height();
    mark->setPixmap(QIcon(QStringLiteral(":/menura/icons/menura.svg"))
                        .pixmap(QSize(side, side), devicePixelRatioF()));
    auto *title = new QLabel(tr("Menura"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    layout->addWidget(mark);
    layout->addWidget(title);
    layout->addWidget(makeHeading(tr("Draw an API, and have it answer.")));
    layout->addSpacing(4 * gap);

    const auto addButton = [&](ActionId id, const QString &text) {
        QAction *action = actions[id];
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *button = new QPushButton(text + QStringLiteral("   ") + keys);
        button->setAccessibleName(text);
        button->setToolTip(action->statusTip());
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
        layout->addSpacing(gap);
        return button;
    };
    QPushButton *first = addButton(ActionId::New, tr("Begin a New Design"));
    first->setDefault(true);
    setFocusProxy(first);
    addButton(ActionId::Open, tr("Open an OpenAPI Document"));
    layout->addWidget(makeHeading(tr("or drop a file on the window")));
    layout->addSpacing(4 * gap);

    layout->addWidget(m_recentTitle);
    m_recent->setSpacing(0);
    layout->addLayout(m_recent);
    layout->addStretch();
    return column;
}

QWidget *WelcomePage::makeTemplates()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    const int gap = fontMetrics().height() / 4;
    layout->setContentsMargins({});
    layout->setSpacing(2 * gap);
    m_cardGrid->setSpacing(2 * gap);
    layout->addWidget(makeHeading(tr("Begin with a design that works, and make it yours")));
    layout->addLayout(m_cardGrid);
    for (const Template &choice : templates()) {
        auto *card = new ChoiceCard(choice.title, choice.line, choice.shows);
        card->setObjectName(QStringLiteral("template.%1").arg(QFileInfo(choice.path).baseName()));
        const QString path = choice.path;
        connect(card, &QAbstractButton::clicked, this,
                [this, path] { Q_EMIT templateChosen(path); });
        m_cards.append(card);
    }
    return column;
}

void WelcomePage::arrangeCards(int columns)
{
    for (int i = 0; i < m_cards.size(); ++i)
        m_cardGrid->addWidget(m_cards.at(i), i / columns, i % columns);
}

/// The templates beside the beginning where there is room, else below, in one column or two.
void WelcomePage::arrange()
{
    const int letter = fontMetrics().averageCharWidth();
    const int line = fontMetrics().height();
    int card = 0;
    for (const ChoiceCard *each : std::as_const(m_cards))
        card = std::max(card, each->sizeHint().width());
    const int beginning = lettersOfBeginning * letter;
    const int two = 2 * card + m_cardGrid->spacing();
    const int room = width() - 4 * line - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const bool isWide = room >= beginning + m_columns->horizontalSpacing() + two;
    const bool isNarrow = room < two;
    arrangeCards(isNarrow ? 1 : 2);
    m_cardGrid->setColumnMinimumWidth(0, card);
    m_cardGrid->setColumnMinimumWidth(1, isNarrow ? 0 : card);
    m_beginning->setFixedWidth(beginning);
    m_columns->addWidget(m_beginning, 1, 1, Qt::AlignTop | Qt::AlignLeft);
    m_columns->addWidget(m_templates, isWide ? 1 : 2, isWide ? 2 : 1, Qt::AlignTop);
    m_columns->setColumnStretch(0, 1);
    m_columns->setColumnStretch(3, 1);
    m_columns->setRowStretch(0, 1);
    m_columns->setRowStretch(3, 2);
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void WelcomePage::setRecentFiles(const QStringList &files)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentTitle->setVisible(!files.isEmpty());
    for (const QString &path : files.first(std::min(mostRecent, files.size()))) {
        const QFileInfo info(path);
        const bool isThere = info.exists();
        const QString folder = QDir::toNativeSeparators(info.absolutePath());
        auto *card = new ChoiceCard(info.fileName(),
                                    isThere ? folder : tr("%1 (no longer there)").arg(folder), {});
        card->setFlat(true);
        card->setEnabled(isThere);
        card->setToolTip(QDir::toNativeSeparators(path));
        card->setAccessibleName(tr("Open %1").arg(info.fileName()));
        connect(card, &QAbstractButton::clicked, this, [this, path] { Q_EMIT recentChosen(path); });
        m_recent->addWidget(card);
    }
}
