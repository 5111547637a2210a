#include "designer/editors/request_line.h"

#include "designer/looks/line_edit.h"
#include "designer/looks/theme.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/locate.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace Design
{

RequestLine::RequestLine(DesignDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_method(new QComboBox(this))
    , m_path(new LineEdit(this))
    , m_error(new QLabel(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_method->setFont(bold);
    m_method->setAccessibleName(tr("Method"));
    for (const QString &method : methodNames())
        m_method->addItem(method.toUpper(), method);
    QFont large = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    large.setPointSizeF(font().pointSizeF() * 1.2);
    m_path->setFont(large);
    m_path->setAccessibleName(tr("Path"));
    m_path->setToolTip(tr("The path. A name in braces, such as {item_id}, is a path parameter."));
    m_path->installEventFilter(this);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setWordWrap(true);
    m_error->hide();

    auto *send = new QPushButton(tr("Send"), this);
    send->setObjectName(QStringLiteral("sendToRoute"));
    send->setToolTip(tr("Send a valid request to this route and show what happens to it; starts "
                        "the server if it is stopped  Ctrl+Enter"));
    connect(send, &QPushButton::clicked, this, &RequestLine::sendRequested);

    auto *row = new QHBoxLayout;
    row->addWidget(m_method);
    row->addWidget(m_path, 1);
    row->addWidget(send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addLayout(row);
    column->addWidget(m_error);

    connect(m_method, &QComboBox::activated, this,
            [this](int index) { changeMethod(m_method->itemData(index).toString()); });
    connect(m_path, &QLineEdit::editingFinished, this, &RequestLine::changePath);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_error->hide(); });
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &) { update(); });
}

void RequestLine::setOperation(NodeId operation)
{
    m_operation = operation;
    m_error->hide();
    m_path->settle();
    update();
}

void RequestLine::editPath()
{
    m_path->setFocus(Qt::OtherFocusReason);
    m_path->selectAll();
}

void RequestLine::update()
{
    const Operation *operation = m_document.find<Operation>(m_operation);
    const Named<PathItem> *path = findPathOf(m_document.api(), m_operation);
    setEnabled(operation && path);
    if (!operation || !path)
        return;
    const QSignalBlocker blocker(m_method);
    m_method->setCurrentIndex(m_method->findData(operation->method));
    m_method->setPlaceholderText(operation->method.toUpper()); // one that is not drawn: QUERY
    paintMethod();
    if (!(m_path->hasFocus() && m_path->isModified()) && m_path->text() != path->name)
        m_path->setText(path->name);
}

void RequestLine::paintMethod()
{
    QPalette colors = palette();
    colors.setColor(QPalette::ButtonText, Theme::current().forMethod(m_method->currentText()));
    colors.setColor(QPalette::Text, colors.color(QPalette::ButtonText));
    m_method->setPalette(colors);
}

void RequestLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_method)
        paintMethod();
}

void RequestLine::showError(const QString &text)
{
    m_error->setText(text);
    m_error->show();
    m_path->setAccessibleDescription(text);
}

void RequestLine::changeMethod(const QString &method)
{
    const Operation *operation = m_document.find<Operation>(m_operation);
    const Named<PathItem> *path = findPathOf(m_document.api(), m_operation);
    if (!operation || !path || operation->method == method)
        return;
    if (path->value.operation(method)) {
        showError(tr("%1 has a route for %2 already.").arg(path->name, method.toUpper()));
        return update();
    }
    m_error->hide();
    m_document.edit(
        tr("Change the method to %1").arg(method.toUpper()),
        [&](Api &api) { Design::changeMethod(api, m_operation, method); }, {}, m_operation);
}

void RequestLine::changePath()
{
    const Named<PathItem> *path = findPathOf(m_document.api(), m_operation);
    const Operation *operation = m_document.find<Operation>(m_operation);
    if (!path || !operation || !m_path->isModified())
        return;
    QString wanted = m_path->text().trimmed();
    if (!wanted.startsWith(QLatin1Char('/')))
        wanted.prepend(QLatin1Char('/'));
    if (wanted == path->name) {
        m_path->settle();
        m_path->setText(wanted);
        return;
    }
    if (wanted.count(QLatin1Char('{')) != wanted.count(QLatin1Char('}')))
        return showError(tr("Each “{” of the path needs a “}”."));
    if (const PathItem *other = m_document.api().paths.find(wanted);
        other && other->operation(operation->method))
        return showError(
            tr("There is a route %1 %2 already.").arg(operation->method.toUpper(), wanted));
    m_error->hide();
    m_path->settle();
    const QString before = path->name;
    const qsizetype methods = path->value.operations.size();
    const bool isAlone = methods == 1 || !m_document.api().paths.contains(wanted);
    bool isDone = false;
    m_document.edit(
        tr("Change path %1 to %2").arg(before, wanted),
        [&](Api &api) {
            isDone = isAlone && !api.paths.contains(wanted)
                         ? Design::changePath(api, m_operation, wanted)
                         : moveOperation(api, m_operation, wanted);
        },
        {}, m_operation);
    if (!isDone)
        return showError(tr("The path cannot be %1.").arg(wanted));
    update();
    if (methods > 1 && !m_document.api().paths.contains(before))
        Q_EMIT message(
            tr("Renamed %1 to %2 for all its %n methods", nullptr, static_cast<int>(methods))
                .arg(before, wanted));
}

bool RequestLine::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_path && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            m_path->settle();
            m_error->hide();
            update();
            Q_EMIT pathLeft();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            changePath();
            if (m_error->isHidden())
                Q_EMIT pathLeft();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace Design
