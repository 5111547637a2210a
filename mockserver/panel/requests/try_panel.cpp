#include "mockserver/panel/requests/try_panel.h"

#include "designer/editors/behaviour/rows_view.h"
#include "designer/looks/line_edit.h"
#include "designer/model/locate.h"
#include "designer/openapi/flatten.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/contract/boundary_tests.h"
#include "mockserver/contract/credentials.h"
#include "mockserver/contract/example_requests.h"
#include "mockserver/engine/engine.h"
#include "mockserver/engine/plan/plan_builder.h"
#include "mockserver/panel/requests/json_body_edit.h"
#include "mockserver/panel/requests/request_parts_model.h"
#include "mockserver/panel/traffic/why_view.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Design;

namespace Mock
{

static constexpr qsizetype mostBreaking = 80;

TryPanel::TryPanel(DesignDocument &document, Selection &selection, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_document(document)
    , m_why(new WhyView(document, selection))
{
    addWidget(makeForm());
    addWidget(m_why);
    m_why->setEmptyText(tr("Send the request to see what happens to it."));
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    setStretchFactor(0, 2);
    setStretchFactor(1, 3);
    setSizes({440, 600});
    setFocusProxy(m_target);
    connect(&selection, &Selection::changed, this, [this](NodeId node) {
        const NodeId operation = m_document.index().ancestor(node, NodeKind::Operation);
        if (operation != NodeId::None && operation != m_operation)
            setOperation(operation);
    });
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &changes) {
        if (!m_isTyped && changes.touches(m_operation))
            setOperation(m_operation);
    });
    connect(&document, &DesignDocument::wasReset, this, [this] {
        m_isTyped = false;
        setOperation(NodeId::None);
        m_why->clear();
    });
}

QWidget *TryPanel::makeForm()
{
    auto *form = new QWidget;
    form->setAutoFillBackground(true);
    form->setBackgroundRole(QPalette::Base);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_method = new QComboBox;
    m_method->setAccessibleName(tr("Method"));
    for (const QString &method : methodNames())
        m_method->addItem(method.toUpper());
    m_target = new LineEdit;
    m_target->setObjectName(QStringLiteral("tryTarget"));
    m_target->setAccessibleName(tr("Path and query"));
    m_target->setPlaceholderText(tr("/path?name=value"));
    m_target->setFont(fixed);
    m_send = new QPushButton(tr("Send"));
    m_send->setObjectName(QStringLiteral("trySend"));
    m_send->setDefault(true);
    m_send->setToolTip(tr("Send the request; starts the server if it is stopped  Ctrl+Enter"));
    m_valid = new QToolButton;
    m_valid->setAutoRaise(true);
    m_valid->setText(tr("Valid"));
    m_valid->setToolTip(tr("Fill in a request that the design accepts"));
    m_break = new QToolButton;
    m_break->setObjectName(QStringLiteral("tryBreak"));
    m_break->setAutoRaise(true);
    m_break->setText(tr("Break it"));
    m_break->setToolTip(tr("Fill in a request that breaks one rule"));
    m_break->setPopupMode(QToolButton::InstantPopup);
    m_breakMenu = new QMenu(m_break);

    m_break->setMenu(m_breakMenu);
    m_as = new QToolButton;
    m_as->setObjectName(QStringLiteral("tryAs"));
    m_as->setAutoRaise(true);
    m_as->setText(tr("As"));
    m_as->setToolTip(tr("Send the request as somebody that the design knows"));
    m_as->setPopupMode(QToolButton::InstantPopup);
    m_tokenMenu = new QMenu(m_as);
    m_as->setMenu(m_tokenMenu);
    const int gap = fontMetrics().height() / 3;
    auto *layout = new QGridLayout(form);
    layout->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_method, 0, 0);
    layout->addWidget(m_target, 0, 1, 1, 2);
    layout->addWidget(m_send, 0, 3);
    auto *presets = new QHBoxLayout;
    auto *caption = new QLabel(tr("Fill in:"));
    caption->setForegroundRole(QPalette::PlaceholderText);
    presets->addWidget(caption);
    presets->addWidget(m_valid);
    presets->addWidget(m_break);
    presets->addWidget(m_as);
    presets->addStretch();
    layout->addLayout(presets, 1, 0, 1, 4);
    layout->addWidget(makeContent(), 2, 0, 1, 4);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(2, 1);

    connect(m_method, &QComboBox::activated, this, &TryPanel::showBody);
    connect(m_send, &QPushButton::clicked, this, &TryPanel::send);
    connect(m_target, &QLineEdit::returnPressed, this, &TryPanel::send);
    connect(m_target, &QLineEdit::textEdited, this, [this] {
        m_isTyped = true;
        m_parts->setTarget(typedTarget());
    });
    connect(m_valid, &QToolButton::clicked, this, [this] { setOperation(m_operation); });
    connect(m_breakMenu, &QMenu::aboutToShow, this, &TryPanel::fillBreakMenu);
    connect(m_tokenMenu, &QMenu::aboutToShow, this, &TryPanel::fillTokenMenu);
    return form;
}

/// The parameters and header fields in a table, the body below it.
QWidget *TryPanel::makeContent()
{
    m_parts = new RequestPartsModel(this);
    auto *table = new RowsView(*m_parts, *m_parts, tr("Parameters and headers"));
    table->setObjectName(QStringLiteral("tryParts"));
    table->setMinimumHeight(3 * table->sizeHintForRow(0));
    connect(m_parts, &RequestPartsModel::edited, this, [this] {
        m_isTyped = true;
        m_target->setText(QString::fromUtf8(m_parts->target()));
        m_target->setCursorPosition(0);
    });
    m_body = new JsonBodyEdit;
    m_body->setObjectName(QStringLiteral("tryBody"));
    m_body->setAccessibleName(tr("Body"));
    m_body->setAccessibleDescription(tr("JSON; what the design knows is offered while typing. Esc "
                                        "leaves the text."));
    m_body->setFrameShape(QFrame::StyledPanel);
    connect(m_body, &CodeEditor::typed, this, [this] { m_isTyped = true; });
    connect(m_body, &CodeEditor::left, m_send, qOverload<>(&QWidget::setFocus));
    auto *content = new QSplitter(Qt::Vertical);
    content->setChildrenCollapsible(false);
    content->addWidget(table);
    content->addWidget(m_body);
    content->setStretchFactor(0, 2);
    content->setStretchFactor(1, 3);
    return content;
}

Api TryPanel::onlyRoute() const
{
    Api api = m_document.api();
    const Named<PathItem> *path = findPathOf(api, m_operation);
    api.webhooks = {};
    if (!path) {
        api.paths = {};
        return api;
    }
    Named<PathItem> kept = *path;
    kept.value.operations.removeIf(
        [this](const Operation &operation) { return operation.id != m_operation; });
    api.paths = {};
    api.paths.append(kept);
    return flattened(api);
}

void TryPanel::setOperation(NodeId operation)
{
    m_operation = operation;
    m_isTyped = false;
    const Api api = onlyRoute();
    const bool isThere = !api.paths.isEmpty();
    m_valid->setEnabled(isThere);
    m_break->setEnabled(isThere);
    m_as->setEnabled(isThere);
    if (!isThere)
        return;
    showRoute(api);
    ExampleRequests examples(api);
    const Named<PathItem> &path = api.paths.first();
    const ExampleRequest example = examples.make(path, path.value.operations.first());
    setRequest(example.request);
    if (!example.isValid())
        Q_EMIT message(example.problem);
}

void TryPanel::showRoute(const Api &api)
{
    const Named<PathItem> &path = api.paths.first();
    const Operation &operation = path.value.operations.first();
    m_parts->setRoute(api, path.name, allParameters(api, path.value, operation));
    Schema schema;
    const RequestBody *body =
        operation.requestBody ? resolve(api, *operation.requestBody) : nullptr;
    for (const Named<MediaType> &media : body ? body->content : NamedList<MediaType>()) {
        if (media.name.contains(QLatin1String("json")))
            schema = media.value.schema;
    }
    m_body->setSchema(api, schema);
}

QByteArray TryPanel::typedTarget() const
{
    const QString target = m_target->text().trimmed();
    return QUrl(target.startsWith(u'/') ? target : u'/' + target).toEncoded();
}

void TryPanel::setRequest(const Request &request)
{
    m_method->setCurrentText(QString::fromLatin1(request.method));
    m_target->setText(QString::fromUtf8(request.target));
    m_target->setCursorPosition(0);
    m_parts->setTarget(request.target);
    m_parts->setHeaders(request.headers);
    const auto json = readJson(request.body);
    m_body->setBody(json.ok() && (json.value.isObject() || json.value.isArray())
                        ? writeJson(json.value, 2).trimmed()
                        : request.body);
    showBody();
}

/// A request that reads something has no body, unless the design or a preset gives it one.
void TryPanel::showBody()
{
    const QString method = m_method->currentText();
    const bool isReading = method == QLatin1String("GET") || method == QLatin1String("HEAD");
    m_body->setVisible(!isReading || !m_body->utf8().isEmpty());
}

Request TryPanel::request() const
{
    Request request;
    request.method = m_method->currentText().toLatin1();
    request.target = typedTarget();
    request.headers = m_parts->headers();
    request.body = m_body->utf8();
    return request;
}

void TryPanel::send()
{
    m_isWaiting = true;
    m_why->clear();
    Q_EMIT sendRequested(request());
}

void TryPanel::append(const QList<Exchange> &batch)
{
    if (!m_isWaiting)
        return;
    const Request sent = request();
    for (const Exchange &exchange : batch) {
        if (exchange.request.method == sent.method && exchange.request.target == sent.target) {
            m_isWaiting = false;
            return m_why->setExchange(exchange);
        }
    }
}

QList<QPair<QString, Request>> TryPanel::breaking() const
{
    QList<QPair<QString, Request>> requests;
    const Api api = onlyRoute();
    if (api.paths.isEmpty())
        return requests;
    const BoundaryTests tests = boundaryTests(api);
    for (const TestCase &test : tests.cases) {
        const bool isBroken =
            test.steps.size() == 1 && (test.steps.first().expect.isRefused ||
                                       test.steps.first().expect.status.value_or(0) >= 400);
        if (isBroken && requests.size() < mostBreaking)
            requests.append({test.name, test.steps.first().request});
    }
    return requests;
}

void TryPanel::fillBreakMenu()
{
    m_breakMenu->clear();
    // A menu for each place, and in it each way to break it once.
    QHash<QString, QMenu *> places;
    QSet<QString> known;
    for (const auto &[name, request] : breaking()) {
        const QString place = name.section(QStringLiteral(": "), 0, 0);
        QString way = name.section(QStringLiteral(": "), 1).section(QStringLiteral(": "), 0, 0);
        if (known.contains(place + u'/' + way))
            continue;
        known.insert(place + u'/' + way);
        QMenu *&menu = places[place];
        if (!menu)
            menu = m_breakMenu->addMenu(QString(place).replace(u'&', QStringLiteral("&&")));
        menu->addAction(way.replace(u'&', QStringLiteral("&&")), this, [this, broken = request] {
            m_isTyped = true;
            setRequest(broken);
        });
    }
    if (m_breakMenu->isEmpty())
        m_breakMenu->addAction(tr("The route has no rule to break"))->setEnabled(false);
}

void TryPanel::fillTokenMenu()
{
    m_tokenMenu->clear();
    const Api api = onlyRoute();
    if (api.paths.isEmpty())
        return;
    const Operation &operation = api.paths.first().value.operations.first();
    const auto add = [&](const QString &text, const QString &schemeName, const QString &token) {
        QAction *action = m_tokenMenu->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, api, schemeName, token] {
            const SecurityScheme *scheme = api.components.securitySchemes.find(schemeName);
            scheme = scheme ? resolve(api, *scheme) : nullptr;
            if (!scheme)
                return;
            Request changed = request();
            setCredential(changed, *scheme, token.toUtf8());
            m_isTyped = true;
            setRequest(changed);
        });
    };
    QStringList schemes;
    for (const Identity &identity : identitiesFor(api, operation)) {
        const AccessToken &token = identity.token;
        QString text = token.user.isEmpty() ? token.text : token.user;
        if (!token.scopes.isEmpty())
            text += QStringLiteral(" · ") + token.scopes.join(QLatin1String(", "));
        add(text, identity.scheme, token.text);
        if (!schemes.contains(identity.scheme))
            schemes.append(identity.scheme);
    }
    if (schemes.isEmpty()) {
        m_tokenMenu->addAction(tr("The design names nobody for this route"))->setEnabled(false);
        return;
    }
    m_tokenMenu->addSeparator();
    for (const QString &scheme : std::as_const(schemes)) {
        add(schemes.size() == 1 ? tr("Nobody") : tr("Nobody for %1").arg(scheme), scheme, {});
        add(schemes.size() == 1 ? tr("With a wrong token")
                                : tr("With a wrong token for %1").arg(scheme),
            scheme, QStringLiteral("wrong"));
    }
}

void TryPanel::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    if (!m_isMoved)
        setSizes({width() * 2 / 5, width() * 3 / 5});
}

} // namespace Mock
