#include "designer/editors/rules_form.h"

#include "designer/looks/line_edit.h"
#include "designer/editors/text_edit.h"
#include "designer/itemmodels/example_text.h"
#include "designer/model/locate.h"
#include "designer/schema/formats/format.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

namespace Design
{

RulesForm::RulesForm(SchemaTableModel &model, const QModelIndex &rulesCell, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(model)
    , m_cell(rulesCell)
    , m_form(new QFormLayout(this))
    , m_message(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    const SchemaRow &row = model.content(rulesCell);
    setAccessibleName(tr("Rules of %1").arg(row.name));
    const Api &api = model.document().api();
    if (const Schema *schema = findSchema(api, row.node))
        m_type = describeType(*schema, api);

    auto *title = new QLabel(tr("%1 · %2").arg(row.name, prettyType(m_type)), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_form->addRow(title);
    const int gap = fontMetrics().height() / 2;
    m_form->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    m_form->setHorizontalSpacing(gap);
    m_form->setVerticalSpacing(gap / 2);

    const QList<Keyword> rules = legalRules(m_type);
    if (rules.contains(Keyword::MinLength))
        addRange(tr("Length"), Keyword::MinLength, Keyword::MaxLength);
    if (rules.contains(Keyword::MinItems))
        addRange(tr("Items"), Keyword::MinItems, Keyword::MaxItems);
    if (rules.contains(Keyword::MinProperties))
        addRange(tr("Fields"), Keyword::MinProperties, Keyword::MaxProperties);
    if (rules.contains(Keyword::Minimum))
        addNumberRange();
    if (rules.contains(Keyword::MultipleOf))
        addText(tr("Multiple of"), Keyword::MultipleOf, {});
    if (rules.contains(Keyword::Pattern))
        addText(tr("Pattern"), Keyword::Pattern, QStringLiteral("^[a-z]+$"));
    if (rules.contains(Keyword::Format) && m_type.kind == TypeExpression::Kind::Scalar &&
        m_type.format.isEmpty()) { // a format that is a word of its own is part of the type
        auto *names = new QCompleter(formatNames(), this);
        names->setCaseSensitivity(Qt::CaseInsensitive);
        names->setFilterMode(Qt::MatchContains);
        addText(tr("Format"), Keyword::Format, {})->setCompleter(names);
    }
    if (rules.contains(Keyword::UniqueItems))
        addCheck(tr("No item twice"), Keyword::UniqueItems);
    if (rules.contains(Keyword::AdditionalProperties))
        addCheck(tr("No other fields"), Keyword::AdditionalProperties);
    if (rules.contains(Keyword::Discriminator))
        addText(tr("Told apart by"), Keyword::Discriminator, tr("name of a field"));
    // What is told apart by a field is exactly one anyway.
    if (rules.contains(Keyword::OneOf) && m_type.rule(Keyword::Discriminator).isUndefined())
        addCheck(tr("Exactly one fits"), Keyword::OneOf);
    // A body or an answer as a whole is there or not: it has no default.
    using Kind = SchemaRow::Kind;
    const bool isWhole =
        row.kind == Kind::Body || row.kind == Kind::Answer || row.kind == Kind::AnswerContent;
    const auto isSaid = [this](Keyword keyword) { return !m_type.rule(keyword).isUndefined(); };
    if (!isWhole || isSaid(Keyword::Default))
        addText(tr("Default"), Keyword::Default, {});
    addExample();
    const bool isField = row.kind == Kind::Property;
    if (isField || isSaid(Keyword::ReadOnly))
        addCheck(tr("Read-only"), Keyword::ReadOnly);
    if (isField || isSaid(Keyword::WriteOnly))
        addCheck(tr("Write-only"), Keyword::WriteOnly);
    if (!isWhole || isSaid(Keyword::Deprecated))
        addCheck(tr("Deprecated"), Keyword::Deprecated);

    m_message->setWordWrap(true);
    m_message->setForegroundRole(QPalette::BrightText);
    m_message->hide();
    m_form->addRow(m_message);
}

RulesForm::~RulesForm()
{
    m_model.document().finishMerging();
}

LineEdit *RulesForm::numberEdit(const QString &name, const Json &value)
{
    auto *edit = new LineEdit(this);
    edit->setText(QString::fromLatin1(value.numberText()));
    edit->setAccessibleName(name);
    edit->setFixedWidth(fontMetrics().averageCharWidth() * 13);
    connect(edit, &QLineEdit::textEdited, this, &RulesForm::apply);
    return edit;
}

void RulesForm::addRange(const QString &label, Keyword low, Keyword high)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().averageCharWidth());
    m_edits.insert(low, numberEdit(tr("%1 at least").arg(label), m_type.rule(low)));
    m_edits.insert(high, numberEdit(tr("%1 at most").arg(label), m_type.rule(high)));
    row->addWidget(m_edits.value(low));
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(m_edits.value(high));
    row->addStretch();
    auto *caption = new QLabel(label, this);
    caption->setBuddy(m_edits.value(low));
    m_form->addRow(caption, row);
}

void RulesForm::addNumberRange()
{
    const auto add = [this](const QString &label, Keyword limit, Keyword open,
                            const QString &itself) {
        auto *row = new QHBoxLayout;
        row->setSpacing(fontMetrics().averageCharWidth());
        const bool isOpen = !m_type.rule(open).isUndefined();
        m_edits.insert(limit, numberEdit(label, isOpen ? m_type.rule(open) : m_type.rule(limit)));
        auto *check = new QCheckBox(itself, this);
        check->setChecked(isOpen);
        connect(check, &QCheckBox::toggled, this, &RulesForm::apply);
        m_checks.insert(open, check);
        row->addWidget(m_edits.value(limit));
        row->addWidget(check);
        row->addStretch();
        auto *caption = new QLabel(label, this);
        caption->setBuddy(m_edits.value(limit));
        m_form->addRow(caption, row);
    };
    add(tr("At least"), Keyword::Minimum, Keyword::ExclusiveMinimum, tr("greater, not equal"));
    add(tr("At most"), Keyword::Maximum, Keyword::ExclusiveMaximum, tr("less, not equal"));
}

QString RulesForm::valueText(Keyword keyword) const
{
    const Json &value = m_type.rule(keyword);
    if (keyword == Keyword::Format && value.isUndefined())
        return m_type.format;
    if (value.isUndefined())
        return {};
    if (value.isNumber())
        return QString::fromLatin1(value.numberText());
    // Where the type is text, text needs no quotation marks.
    if (value.isString() &&
        (keyword != Keyword::Default || m_type.name == QLatin1String("string") ||
         m_type.kind == TypeExpression::Kind::Literals))
        return value.string();
    return QString::fromUtf8(writeJson(value));
}

LineEdit *RulesForm::addText(const QString &label, Keyword keyword, const QString &placeholder)
{
    auto *edit = new LineEdit(this);
    edit->setText(valueText(keyword));
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(label);
    edit->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    connect(edit, &QLineEdit::textChanged, this, &RulesForm::apply);
    m_edits.insert(keyword, edit);
    m_form->addRow(label, edit);
    return edit;
}

QCheckBox *RulesForm::addCheck(const QString &label, Keyword keyword)
{
    auto *check = new QCheckBox(label, this);
    check->setChecked(!m_type.rule(keyword).isUndefined());
    connect(check, &QCheckBox::toggled, this, &RulesForm::apply);
    m_checks.insert(keyword, check);
    m_form->addRow(QString(), check);
    return check;
}

QString RulesForm::text() const
{
    const auto typed = [this](Keyword keyword) {
        const LineEdit *edit = m_edits.value(keyword);
        return edit ? edit->text().trimmed() : QString();
    };
    const auto checked = [this](Keyword keyword) {
        const QCheckBox *check = m_checks.value(keyword);
        return check && check->isChecked();
    };
    const auto quoted = [](const QString &value) {
        return QString::fromUtf8(writeJson(Json(value)));
    };
    QStringList texts;
    for (Keyword low : {Keyword::MinLength, Keyword::MinItems, Keyword::MinProperties}) {
        if (!typed(low).isEmpty())
            texts.append(QStringLiteral(">=") + typed(low));
    }
    for (Keyword high : {Keyword::MaxLength, Keyword::MaxItems, Keyword::MaxProperties}) {
        if (!typed(high).isEmpty())
            texts.append(QStringLiteral("<=") + typed(high));
    }
    if (!typed(Keyword::Minimum).isEmpty())
        texts.append(
            (checked(Keyword::ExclusiveMinimum) ? QStringLiteral(">") : QStringLiteral(">=")) +
            typed(Keyword::Minimum));
    if (!typed(Keyword::Maximum).isEmpty())
        texts.append(
            (checked(Keyword::ExclusiveMaximum) ? QStringLiteral("<") : QStringLiteral("<=")) +
            typed(Keyword::Maximum));
    if (!typed(Keyword::MultipleOf).isEmpty())
        texts.append(QStringLiteral("multiple of ") + typed(Keyword::MultipleOf));
    if (!typed(Keyword::Pattern).isEmpty())
        texts.append(QStringLiteral("pattern ") + quoted(typed(Keyword::Pattern)));
    if (!typed(Keyword::Format).isEmpty())
        texts.append(QStringLiteral("format ") + quoted(typed(Keyword::Format)));
    if (checked(Keyword::UniqueItems))
        texts.append(QStringLiteral("unique"));
    if (checked(Keyword::AdditionalProperties))
        texts.append(QStringLiteral("closed"));
    if (!typed(Keyword::Discriminator).isEmpty())
        texts.append(QStringLiteral("by ") + quoted(typed(Keyword::Discriminator)));
    if (checked(Keyword::OneOf))
        texts.append(QStringLiteral("exactly one"));
    if (const QString value = typed(Keyword::Default); !value.isEmpty()) {
        const bool isJson = readJson(value.toUtf8()).ok();
        const bool isText = m_type.name == QLatin1String("string") &&
                            value != QLatin1String("null") && !value.startsWith(QLatin1Char('"'));
        texts.append(QStringLiteral("default ") + (isJson && !isText ? value : quoted(value)));
    }
    if (checked(Keyword::ReadOnly))
        texts.append(QStringLiteral("read-only"));
    if (checked(Keyword::WriteOnly))
        texts.append(QStringLiteral("write-only"));
    if (checked(Keyword::Deprecated))
        texts.append(QStringLiteral("deprecated"));
    return texts.join(QLatin1Char(' '));
}

void RulesForm::apply()
{
    if (!m_cell.isValid())
        return;
    const QString rules = text();
    const auto error = m_model.check(m_cell, rules);
    if (!error)
        m_model.setData(m_cell, rules);
    showMessage(error);
}

void RulesForm::showMessage(const std::optional<NotationError> &error)
{
    m_message->setText(error ? error->message : QString());
    m_message->setVisible(error.has_value());
    adjustSize();
}

void RulesForm::addExample()
{
    const int column = m_model.columnOf(SchemaTableModel::Column::Example);
    if (column < 0)
        return;
    m_example = new TextEdit(this);
    m_example->setAccessibleName(tr("Example"));
    m_example->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const Json value = parseExample(m_model.content(m_cell).example, m_type).value;
    m_example->setPlainText(value.isObject() || value.isArray()
                                ? QString::fromUtf8(writeJson(value, 2)).trimmed()
                                : exampleText(value, m_type));
    auto *make = new QPushButton(tr("Make &One"), this);
    make->setToolTip(tr("Put in a value that the type and the rules accept"));
    make->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().averageCharWidth());
    row->addWidget(m_example, 1);
    row->addWidget(make, 0, Qt::AlignTop);
    auto *caption = new QLabel(tr("E&xample"), this);
    caption->setBuddy(m_example);
    m_form->addRow(caption, row);
    connect(m_example, &TextEdit::textEdited, this, &RulesForm::applyExample);
    connect(make, &QPushButton::clicked, this, &RulesForm::makeExample);
}

void RulesForm::applyExample(const QString &text)
{
    if (!m_cell.isValid())
        return;
    const QModelIndex cell =
        m_cell.sibling(m_cell.row(), m_model.columnOf(SchemaTableModel::Column::Example));
    const auto error = m_model.check(cell, text);
    if (!error)
        m_model.setData(cell, text);
    showMessage(error);
}

void RulesForm::makeExample()
{
    const Api &api = m_model.document().api();
    const Schema *schema =
        m_cell.isValid() ? findSchema(api, m_model.content(m_cell).node) : nullptr;
    if (!schema)
        return;
    SchemaCompiler compiler(api);
    SampleOptions options;
    options.name = m_model.content(m_cell).name;
    options.bytes = 10'000;
    options.steps = 200'000;
    const Sample made = sample(compiler.compile(*schema), options);
    if (!made.isFound())
        return showMessage(NotationError{0, 0, made.reason, {}});
    const bool isLong = made.value.isObject() || made.value.isArray();
    const QString text = isLong ? QString::fromUtf8(writeJson(made.value, 2)).trimmed()
                                : exampleText(made.value, m_type);
    m_example->showText(text);
    applyExample(text);
}

void RulesForm::popup(const QPoint &below, const QPoint &above)
{
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(below);
    QPoint place = below;
    if (screen) {
        const QRect room = screen->availableGeometry();
        if (place.y() + height() > room.bottom())
            place.setY(qMax(room.top(), above.y() - height()));
        place.setX(qBound(room.left(), place.x(), qMax(room.left(), room.right() - width())));
    }
    move(place);
    show();
    if (auto *first = findChild<QLineEdit *>()) {
        first->setFocus(Qt::PopupFocusReason);
        first->selectAll();
    } else if (m_example) {
        m_example->setFocus(Qt::PopupFocusReason);
    }
}

void RulesForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
        event->key() == Qt::Key_F4) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace Design
