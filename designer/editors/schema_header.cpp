#include "designer/editors/schema_header.h"

#include "designer/editors/title_edit.h"
#include "designer/editors/uses.h"
#include "designer/itemmodels/schema_table_model.h"
#include "designer/looks/glyphs.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/model/notation.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

namespace Design
{

SchemaHeader::SchemaHeader(DesignDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_name(new TitleEdit(this))
    , m_error(new QLabel(this))
    , m_extends(new QComboBox(this))
    , m_uses(new QToolButton(this))
{
    const int gap = fontMetrics().height() / 2;
    m_name->setAccessibleName(tr("Name of the model"));
    m_name->setToolTip(tr("The model's name. Everything that refers to it follows."));
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setWordWrap(true);
    m_error->hide();
    m_extends->setAccessibleName(tr("Extends"));
    m_extends->setToolTip(tr("The model whose fields this one has too"));
    m_extends->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *extends = new QLabel(tr("E&xtends"), this);
    extends->setBuddy(m_extends);
    extends->setForegroundRole(QPalette::PlaceholderText);
    m_uses->setAutoRaise(true);
    m_uses->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_uses->setIcon(glyphIcon(Glyph::Link));

    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_name, 1);
    row->addWidget(extends);
    row->addWidget(m_extends);
    row->addWidget(m_uses);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap / 2);
    column->addLayout(row);
    column->addWidget(m_error);

    connect(m_name, &QLineEdit::editingFinished, this, &SchemaHeader::rename);
    connect(m_name, &TitleEdit::entered, this, [this] {
        rename();
        if (m_error->isHidden())
            Q_EMIT nameLeft();
    });
    connect(m_name, &TitleEdit::escaped, this, &SchemaHeader::takeBackName);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_error->hide(); });
    connect(m_extends, &QComboBox::activated, this, &SchemaHeader::setBase);
    connect(m_uses, &QToolButton::clicked, this, &SchemaHeader::showUses);
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &) { update(); });
}

void SchemaHeader::setSchema(NodeId component)
{
    m_schema = component;
    m_error->hide();
    m_name->settle();
    update();
}

void SchemaHeader::editName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void SchemaHeader::update()
{
    const Api &api = m_document.api();
    const Named<Schema> *component = findNamedSchema(api, m_schema);
    setEnabled(component);
    if (!component)
        return;
    if (!(m_name->hasFocus() && m_name->isModified()) && m_name->text() != component->name) {
        m_name->setText(component->name);
        m_name->settle();
    }

    const QSignalBlocker blocker(m_extends);
    const QList<NodeId> bases = extendsOf(component->value);
    m_extends->clear();
    m_extends->addItem(tr("nothing"), QVariant::fromValue(NodeId::None));
    for (const Named<Schema> &other : api.components.schemas) {
        if (other.isRaw() || other.value.id() == m_schema)
            continue;
        m_extends->addItem(other.name, QVariant::fromValue(other.value.id()));
        if (bases.value(0) == other.value.id())
            m_extends->setCurrentIndex(m_extends->count() - 1);
    }
    const TypeExpression type = describeType(component->value, api);
    m_extends->setEnabled(type.kind == TypeExpression::Kind::Object ||
                          type.kind == TypeExpression::Kind::All ||
                          type.kind == TypeExpression::Kind::Any || !bases.isEmpty());
    m_extends->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_extends->setMaximumWidth(fontMetrics().averageCharWidth() * 30);

    const qsizetype uses = countUsesOfSchema(api, m_schema);
    m_uses->setText(uses == 0   ? tr("not used yet")
                    : uses == 1 ? tr("used in one place")
                                : tr("used in %n places", nullptr, static_cast<int>(uses)));
    m_uses->setAccessibleName(m_uses->text());
    m_uses->setToolTip(uses == 0 ? QString()
                                 : tr("Show where %1 is used (Shift+F12)").arg(component->name));
    m_uses->setEnabled(uses > 0);
}

void SchemaHeader::showError(const QString &text)
{
    m_error->setText(text);
    m_error->show();
    m_name->setAccessibleDescription(text);
}

void SchemaHeader::rename()
{
    const Named<Schema> *component = findNamedSchema(m_document.api(), m_schema);
    const QString name = m_name->text().trimmed();
    if (!component || name == component->name || !m_name->isModified())
        return;
    if (!isComponentName(name))
        return showError(tr("A model's name has only letters, digits, “.”, “-” and “_”."));
    if (m_document.api().components.schemas.contains(name))
        return showError(tr("There is a model %1 already.").arg(name));
    m_error->hide();
    m_name->settle();
    const QString before = component->name;
    int places = 0;
    m_document.edit(
        tr("Rename %1 to %2").arg(before, name),
        [&](Api &api) { places = renameSchema(api, m_schema, name); }, {}, m_schema);
    Q_EMIT message(SchemaTableModel::renamedText(before, name, places));
}

void SchemaHeader::setBase(int index)
{
    const NodeId base = m_extends->itemData(index).value<NodeId>();
    const Named<Schema> *component = findNamedSchema(m_document.api(), m_schema);
    if (!component)
        return;
    bool isDone = true;
    m_document.edit(
        tr("Change what %1 extends").arg(component->name),
        [&](Api &api) { isDone = setExtends(api, m_schema, base); }, {}, m_schema);
    if (!isDone) {
        showError(tr("%1 cannot extend %2: that one extends it already.")
                      .arg(component->name, m_extends->currentText()));
        update();
    } else {
        m_error->hide();
    }
}

void SchemaHeader::resizeEvent(QResizeEvent *event)
{
    // The name is what the header is there for: the other parts give way to it.
    static constexpr int lettersOfAll = 64;
    const bool isNarrow = width() < lettersOfAll * fontMetrics().averageCharWidth();
    m_uses->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    QWidget::resizeEvent(event);
}

void SchemaHeader::showUses()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SchemaUse &use : usesOfSchema(m_document.api(), m_document.index(), m_schema)) {
        QString text = use.text;
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        menu->addAction(text, this, [this, use] {
            if (use.node != NodeId::None)
                Q_EMIT placeRequested(use.node);
            else
                Q_EMIT itemRequested(use.item);
        });
    }
    if (menu->isEmpty()) {
        delete menu;
        return Q_EMIT message(tr("%1 is not used yet.").arg(m_name->text()));
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_uses->mapToGlobal(QPoint(0, m_uses->height())));
}

void SchemaHeader::takeBackName()
{
    m_name->settle();
    m_error->hide();
    update();
    if (const Named<Schema> *component = findNamedSchema(m_document.api(), m_schema))
        m_name->setText(component->name);
    Q_EMIT nameLeft();
}

} // namespace Design
