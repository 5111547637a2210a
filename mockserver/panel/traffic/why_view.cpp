#include "mockserver/panel/traffic/why_view.h"

#include "designer/looks/column_keeper.h"
#include "designer/looks/glyphs.h"
#include "designer/looks/theme.h"
#include "mockserver/panel/traffic/body_view.h"
#include "mockserver/panel/traffic/curl.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Design;

namespace Mock
{

static constexpr int mostRuleRows = 4;

WhyView::WhyView(const DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_stack(new QStackedLayout(this))
    , m_title(new QLabel)
    , m_facts(new QLabel)
    , m_empty(new QLabel(tr("Select a request to see what happened to it.")))
    , m_again(new QToolButton)
    , m_copy(new QToolButton)
    , m_saveAsTest(new QToolButton)
    , m_saveAsExample(new QToolButton)
    , m_steps(new QLabel)
    , m_note(new QLabel)
    , m_rulesModel(new ViolationsModel(document, this))
    , m_rules(new QTreeView)
    , m_bodies(new QSplitter)
    , m_request(new BodyView(tr("Request")))
    , m_response(new BodyView(tr("Answer")))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const int gap = fontMetrics().height() / 4;

    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);

    m_title->setTextFormat(Qt::RichText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setMinimumWidth(1); // resizing makes its text fit
    setMinimumWidth(40 * fontMetrics().averageCharWidth());
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    setUp(m_again, "sendAgain", Glyph::Redo, tr("Send Again"),
          tr("Send the same request to the design as it is now"));
    connect(m_again, &QToolButton::clicked, this, &WhyView::sendAgain);
    setUp(m_saveAsTest, "saveAsTest", Glyph::CheckCircle, tr("Save as Test"),
          tr("Add a test that sends this request and expects this answer"));
    connect(m_saveAsTest, &QToolButton::clicked, this,
            [this] { Q_EMIT saveAsTestRequested(m_exchange); });
    setUp(m_saveAsExample, "saveAsExample", Glyph::Docs, tr("Save as Example"),
          tr("Add the answer to the examples of this route"));
    connect(m_saveAsExample, &QToolButton::clicked, this,
            [this] { Q_EMIT saveAsExampleRequested(m_exchange); });
    setUp(m_copy, "copyAsCurl", Glyph::Copy, tr("Copy as cURL"),
          tr("Copy a curl command that sends this request again"));
    connect(m_copy, &QToolButton::clicked, this, &WhyView::copyAsCurl);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(2 * gap, gap, gap, 0);
    head->setSpacing(3 * gap);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    head->addStretch();
    for (QToolButton *tool : tools())
        head->addWidget(tool);

    for (QLabel *label : {m_steps, m_note}) {
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setContentsMargins(2 * gap, gap, 2 * gap, gap);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    }
    connect(m_note, &QLabel::linkActivated, this, &WhyView::openRoute);

    m_rules->setObjectName(QStringLiteral("brokenRules"));
    m_rules->setAccessibleName(tr("Broken rules"));
    m_rules->setModel(m_rulesModel);
    m_rules->setFrameShape(QFrame::NoFrame);
    m_rules->setRootIsDecorated(false);
    m_rules->setUniformRowHeights(true);
    m_rules->setAllColumnsShowFocus(true);
    m_ruleColumns = new ColumnKeeper(
        *m_rules, [] { return QStringLiteral("brokenRules"); }, [this] { fitRuleColumns(); });
    m_rules->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_rules->header()->setStretchLastSection(true);
    m_rules->header()->setHighlightSections(false);
    m_rules->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rules->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rules->viewport()->installEventFilter(this);
    connect(m_rules, &QTreeView::activated, this,
            [this](const QModelIndex &index) { openViolation(index.row()); });
    connect(m_rules, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ViolationsModel::GoColumn)
            openViolation(index.row());
    });
    connect(m_rules->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &WhyView::followRule);

    m_bodies->addWidget(m_request);
    m_bodies->addWidget(m_response);
    m_bodies->setChildrenCollapsible(false);
    m_bodies->setMinimumHeight(4 * fontMetrics().height());
    m_bodies->setSizes({1000, 1000});

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_steps);
    layout->addWidget(m_note);
    layout->addWidget(m_rules);
    layout->addWidget(m_bodies, 1);
    m_stack->addWidget(page);
}

void WhyView::setUp(QToolButton *button, const char *name, Glyph glyph, const QString &text,
                    const QString &tip)
{
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setIcon(glyphIcon(glyph));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setText(text);
    button->setToolTip(tip);
}

QList<QToolButton *> WhyView::tools() const
{
    return {m_again, m_saveAsTest, m_saveAsExample, m_copy};
}

void WhyView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void WhyView::clear()
{
    m_exchange = {};
    m_rulesModel->setViolations({});
    m_stack->setCurrentIndex(0);
}

static QString colored(const QString &text, const QColor &color)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text);
}

void WhyView::setExchange(const Exchange &exchange)
{
    m_exchange = exchange;
    showTitle();
    const QString revision = QLocale().toString(exchange.revision);
    const QString time =
        QLocale().toString(static_cast<double>(exchange.nanoseconds) / 1e6, 'f', 1);
    m_facts->setText(
        exchange.isUnderWay
            ? tr("since %1 · revision %2")
                  .arg(exchange.time.toLocalTime().toString(QStringLiteral("HH:mm:ss")), revision)
            : tr("%1 ms · revision %2").arg(time, revision));
    m_saveAsTest->setEnabled(!exchange.isUnderWay);
    m_saveAsExample->setEnabled(!exchange.isUnderWay);
    showSteps(exchange);
    showNearest(exchange);
    m_request->setBody(exchange.request.body, exchange.request.headers);
    m_response->setBody(exchange.response.body, exchange.response.headers);
    m_rulesModel->setViolations(exchange.violations);
    m_rules->setVisible(!exchange.violations.isEmpty());
    fitRules();
    m_stack->setCurrentIndex(1);
    if (!exchange.violations.isEmpty())
        m_rules->setCurrentIndex(m_rulesModel->index(0, 0));
}

void WhyView::showTitle()
{
    const Theme &theme = Theme::current();
    const bool isNarrow = width() < 112 * fontMetrics().averageCharWidth();
    const QString method = QString::fromLatin1(m_exchange.request.method).toHtmlEscaped();
    const QString target = QString::fromUtf8(m_exchange.request.target);
    const QString path = fontMetrics().elidedText(target, Qt::ElideMiddle, width() / 3);
    const int status = m_exchange.response.status;
    m_title->setText(
        QStringLiteral("<b>%1</b> %2 → <b>%3</b>")
            .arg(colored(method, theme.forMethod(method)), path.toHtmlEscaped(),
                 colored(isNarrow && status > 0 ? QString::number(status) : statusWords(m_exchange),
                         theme.forStatus(status))));
    m_title->setToolTip(target + QStringLiteral(" → ") + statusWords(m_exchange));
    m_facts->setVisible(!isNarrow);
    for (QToolButton *button : tools())
        button->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly
                                            : Qt::ToolButtonTextBesideIcon);
}

void WhyView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTitle();
}

bool WhyView::eventFilter(QObject *watched, QEvent *event)
{
    // The table gets its room after it is filled: when it is shown, and when the window is resized.
    if (watched == m_rules->viewport() && event->type() == QEvent::Resize)
        fitRules();
    return QWidget::eventFilter(watched, event);
}

static QString brokenWords(int rules)
{
    return rules == 1 ? WhyView::tr("1 rule broken") : WhyView::tr("%L1 rules broken").arg(rules);
}

/// How many rules were broken there.
static int brokenAt(StepKind kind, const QList<Violation> &violations)
{
    static const QMap<StepKind, QLatin1String> roots{{StepKind::Path, QLatin1String("path")},
                                                     {StepKind::Query, QLatin1String("query")},
                                                     {StepKind::Header, QLatin1String("header")},
                                                     {StepKind::Cookie, QLatin1String("cookie")},
                                                     {StepKind::Body, QLatin1String("body")}};
    const auto root = roots.constFind(kind);
    if (root == roots.cend())
        return static_cast<int>(violations.size());
    return static_cast<int>(
        std::count_if(violations.cbegin(), violations.cend(), [&](const Violation &violation) {
            return violation.location.array().value(0).string() == *root;
        }));
}

/// One for each kind: that of several dependencies which was not passed stands for all of them.
static QList<Step> stepsByKind(const QList<Step> &steps)
{
    QList<Step> byKind;
    for (const Step &step : steps) {
        if (byKind.isEmpty() || byKind.last().kind != step.kind)
            byKind.append(step);
        else if (byKind.last().outcome == Outcome::Passed)
            byKind.last() = step;
    }
    return byKind;
}

void WhyView::showSteps(const Exchange &exchange)
{
    const Theme &theme = Theme::current();
    QStringList shown;
    QStringList spoken;
    for (const Step &step : stepsByKind(exchange.steps)) {
        QString name = stepName(step.kind);
        spoken.append(tr("%1: %2").arg(name, outcomeWord(step.outcome)));
        const int broken = brokenAt(step.kind, exchange.violations);
        name.replace(u' ', QChar(QChar::Nbsp));
        switch (step.outcome) {
        case Outcome::Passed:
            shown.append(colored(QStringLiteral("✓"), theme.good) + QStringLiteral("&nbsp;") +
                         name);
            break;
        case Outcome::Failed:
            shown.append(colored(QStringLiteral("✗&nbsp;<b>%1</b>").arg(name), theme.bad) +
                         (broken > 0 ? QStringLiteral("&nbsp;") +
                                           brokenWords(broken).replace(u' ', QChar(QChar::Nbsp))
                                     : QString()));
            break;
        case Outcome::Skipped:
            shown.append(colored(QStringLiteral("–&nbsp;") + name, theme.dim));
            break;
        }
    }
    m_steps->setText(shown.join(QStringLiteral("&nbsp;&nbsp;&nbsp; ")));
    m_steps->setAccessibleName(tr("Steps: %1").arg(spoken.join(QStringLiteral(", "))));
    QStringList details;
    for (const Step &step : exchange.steps) {
        if (const QString words = stepWords(step); !words.isEmpty())
            details.append(tr("%1: %2").arg(stepName(step.kind), words));
    }
    m_steps->setToolTip(details.join(u'\n'));
    m_steps->setVisible(!shown.isEmpty());
}

void WhyView::showNearest(const Exchange &exchange)
{
    QString note = readAsTextWords(exchange).toHtmlEscaped();
    if (exchange.violations.isEmpty() && exchange.response.status >= 400) {
        const Why reason = why(exchange, m_document.api(), m_document.index());
        note = reason.sentence.toHtmlEscaped();
        if (!note.isEmpty())
            note[0] = note.at(0).toUpper();
    }
    QStringList links;
    for (const QString &route :
         exchange.nearestRoutes.first(std::min<qsizetype>(3, exchange.nearestRoutes.size())))
        links.append(QStringLiteral("<a href=\"%1\">%1</a>").arg(route.toHtmlEscaped()));
    if (!links.isEmpty())
        note += QStringLiteral("<br>") +
                tr("Routes like it: %1").arg(links.join(QStringLiteral(" &nbsp;·&nbsp; ")));
    if (isRouteMissing())
        note += QStringLiteral("<br><a href=\"menura:create\">%1</a>").arg(tr("Create this route"));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void WhyView::fitRules()
{
    const int rows = std::min(mostRuleRows, m_rulesModel->rowCount());
    if (rows == 0)
        return;
    const int rowHeight = m_rules->sizeHintForRow(0);
    const int headerHeight = m_rules->header()->sizeHint().height();
    m_rules->setMinimumHeight(headerHeight + rowHeight); // where there is little room, it scrolls
    m_rules->setMaximumHeight(headerHeight + rows * rowHeight);
    m_ruleColumns->refit();
}

void WhyView::fitRuleColumns()
{
    // Each column as wide as it needs. Where they do not fit, the one that repeats what Enter does
    // goes first, and then the widest ones give way.
    const QAbstractItemView &table = *m_rules; // QTreeView hides the hints
    const int room = m_rules->viewport()->width();
    QList<int> widths;
    for (int column = 0; column < ViolationsModel::GoColumn; ++column)
        widths.append(
            std::max(table.sizeHintForColumn(column), m_rules->header()->sectionSizeHint(column)));
    const auto all = [&widths] { return std::accumulate(widths.cbegin(), widths.cend(), 0); };
    m_rules->setColumnHidden(ViolationsModel::GoColumn,
                             all() + table.sizeHintForColumn(ViolationsModel::GoColumn) > room);
    for (int excess = all() - room; excess > 0; --excess)
        --*std::max_element(widths.begin(), widths.end());
    for (int column = 0; column < ViolationsModel::GoColumn; ++column)
        m_rules->setColumnWidth(column, widths.at(column));
}

void WhyView::followRule()
{
    const QModelIndex index = m_rules->currentIndex();
    JsonArray path;
    bool isInBody = false;
    if (index.isValid()) {
        const JsonArray location = m_rulesModel->violation(index.row()).location.array();
        isInBody = !location.isEmpty() && location.first().string() == QLatin1String("body");
        if (isInBody)
            path = location.sliced(1);
    }
    // What is missing has no line of its own: bar the object that it is missing from.
    const QString type = index.isValid() ? m_rulesModel->violation(index.row()).type : QString();
    const bool isMissing = type == QLatin1String("missing") || type == QLatin1String("required");
    const QString wanted = index.siblingAtColumn(ViolationsModel::WantedColumn).data().toString();
    QString note = wanted.isEmpty() ? QString() : tr("wanted: %1").arg(wanted);
    if (isMissing && !path.isEmpty())
        note = tr("missing: %1").arg(path.takeLast().string());
    m_request->barPlace(path, isInBody ? note : QString());
}

bool WhyView::openRule()
{
    if (!m_exchange.violations.isEmpty()) {
        const int row = std::max(0, m_rules->currentIndex().row());
        const Violation &violation = m_rulesModel->violation(row);
        return openPlace(violation.node, violation.keyword);
    }
    const Why reason = why(m_exchange, m_document.api(), m_document.index());
    return openPlace(reason.node != NodeId::None ? reason.node : m_exchange.operation,
                     reason.keyword);
}

bool WhyView::openPlace(NodeId node, Keyword keyword)
{
    if (node == NodeId::None || !m_document.index().contains(node))
        return false;
    m_selection.open(node, keyword);
    return true;
}

void WhyView::openViolation(int row)
{
    const Violation &violation = m_rulesModel->violation(row);
    openPlace(violation.node, violation.keyword);
}

void WhyView::openRoute(const QString &route)
{
    if (route == QLatin1String("menura:create")) {
        const QByteArray path = m_exchange.request.target.split('?').first();
        Q_EMIT routeWanted(QString::fromLatin1(m_exchange.request.method),
                           QString::fromUtf8(QByteArray::fromPercentEncoding(path)));
        return;
    }
    const QString path = route.section(u' ', -1);
    const QString method = route.contains(u' ') ? route.section(u' ', 0, 0).toLower() : QString();
    const PathItem *item = m_document.api().paths.find(path);
    if (!item || item->operations.isEmpty())
        return;
    const Operation *operation = item->operation(method);
    openPlace(operation ? operation->id : item->operations.first().id, Keyword::Unknown);
}

void WhyView::fillMenu(QMenu *menu)
{
    QAction *go = menu->addAction(tr("Go to the Rule"), this, &WhyView::openRule);
    go->setEnabled(!m_exchange.violations.isEmpty() || m_exchange.operation != NodeId::None);
    menu->addSeparator();
    for (QToolButton *tool : tools())
        menu->addAction(tool->icon(), tool->text(), tool, &QToolButton::click)
            ->setEnabled(tool->isEnabled());
    if (isRouteMissing()) {
        menu->addSeparator();
        menu->addAction(tr("Create This Route"), this,
                        [this] { openRoute(QStringLiteral("menura:create")); });
    }
}

bool WhyView::isRouteMissing() const
{
    const int status = m_exchange.response.status;
    return m_exchange.operation == NodeId::None &&
           (status == 405 || (status == 404 && m_exchange.route.isEmpty()));
}

void WhyView::copyAsCurl() const
{
    QGuiApplication::clipboard()->setText(curlCommand(m_exchange.request, m_serverUrl));
}

} // namespace Mock
