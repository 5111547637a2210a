#include "mockserver/panel/try_panel.h"

#include "designer/model/locate.h"
#include "designer/openapi/flatten.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/contract/boundary_tests.h"
#include "mockserver/contract/credentials.h"
#include "mockserver/contract/example_requests.h"
#include "mockserver/engine/engine.h"
#include "mockserver/panel/why_view.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
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
    m_target = new QLineEdit;
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
    const auto text = [&](const QString &name, const QString &hint) {
        auto *edit = new QPlainTextEdit;
        edit->setAccessibleName(name);
        edit->setPlaceholderText(hint);
        edit->setFont(fixed);
        edit->setTabChangesFocus(true);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] {
            if (edit->hasFocus())
                m_isTyped = true;
        });
        return edit;
    };
    m_headers = text(tr("Headers"), tr("Header: value, one a line"));
    m_headers->setFixedHeight(3 * fontMetrics().lineSpacing() + fontMetrics().height());
    m_body = text(tr("Body"), tr("Body"));

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
    layout->addWidget(m_headers, 2, 0, 1, 4);
    layout->addWidget(m_body, 3, 0, 1, 4);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(3, 1);

    connect(m_send, &QPushButton::clicked, this, &TryPanel::send);
    connect(m_target, &QLineEdit::returnPressed, this, &TryPanel::send);
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_isTyped = true; });
    connect(m_valid, &QToolButton::clicked, this, [this] { setOperation(m_operation); });
    connect(m_breakMenu, &QMenu::aboutToShow, this, &TryPanel::fillBreakMenu);
    connect(m_tokenMenu, &QMenu::aboutToShow, this, &TryPanel::fillTokenMenu);
    return form;
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
    ExampleRequests examples(api);
    const Named<PathItem> &path = api.paths.first();
    const ExampleRequest example = examples.make(path, path.value.operations.first());
    setRequest(example.request);
    if (!example.isValid())
        Q_EMIT message(example.problem);
}

void TryPanel::setRequest(const Request &request)
{
    m_method->setCurrentText(QString::fromLatin1(request.method));
    m_target->setText(QString::fromUtf8(request.target));
    m_target->setCursorPosition(0);
    QStringList headers;
    for (const HeaderField &header : request.headers)
        headers.append(QString::fromLatin1(header.name + ": " + header.value));
    m_headers->setPlainText(headers.join(QLatin1Char('\n')));
    const auto json = readJson(request.body);
    m_body->setPlainText(json.ok() && (json.value.isObject() || json.value.isArray())
                             ? QString::fromUtf8(writeJson(json.value, 2)).trimmed()
                             : QString::fromUtf8(request.body));
}

Request TryPanel::request() const
{
    Request request;
    request.method = m_method->currentText().toLatin1();
    const QString target = m_target->text().trimmed();
    const QUrl url(target.startsWith(QLatin1Char('/')) ? target : QLatin1Char('/') + target);
    request.target = url.toEncoded();
    for (const QString &line : m_headers->toPlainText().split(QLatin1Char('\n'))) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon > 0)
            request.headers.append(
                {line.left(colon).trimmed().toLatin1(), line.mid(colon + 1).trimmed().toLatin1()});
    }
    request.body = m_body->toPlainText().toUtf8();
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
