#include "designer/editors/example_line.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/icon_label.h"
#include "designer/model/locate.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/json_writer.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Design
{

static constexpr int quietMilliseconds = 120;

ExampleLine::ExampleLine(DesignDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_example(new QLabel(this))
    , m_icon(new IconLabel(this))
    , m_verdict(new QLabel(this))
{
    auto *caption = new QLabel(tr("Example"), this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    m_example->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_example->setTextFormat(Qt::PlainText);
    m_example->setAccessibleName(tr("Example of the model"));
    m_example->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_verdict->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 2);
    auto *paste = new QToolButton(this);
    paste->setObjectName(QStringLiteral("pasteSample"));
    paste->setAutoRaise(true);
    paste->setText(tr("Paste Sample"));
    paste->setToolTip(tr("Add the fields that the JSON on the clipboard suggests; those that are "
                         "there stay as they are"));
    connect(paste, &QToolButton::clicked, this, &ExampleLine::pasteRequested);
    layout->addWidget(caption);
    layout->addWidget(m_example, 1);
    layout->addWidget(m_icon);
    layout->addWidget(m_verdict);
    auto *copy = new QToolButton(this);
    copy->setObjectName(QStringLiteral("copyExample"));
    copy->setAutoRaise(true);
    copy->setIcon(glyphIcon(Glyph::Copy));
    copy->setToolTip(tr("Copy the example"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_whole);
        Q_EMIT message(tr("Copied the example"));
    });
    layout->addWidget(copy);
    layout->addWidget(paste);

    m_timer.setSingleShot(true);
    m_timer.setInterval(quietMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ExampleLine::refresh);
    connect(&document, &DesignDocument::changed, this,
            [this](const ChangeSet &) { m_timer.start(); });
}

void ExampleLine::setSchema(NodeId component)
{
    m_schema = component;
    m_timer.stop();
    refresh();
}

QString ExampleLine::verdict() const
{
    return m_verdict->text();
}

void ExampleLine::refresh()
{
    const Named<Schema> *component = findNamedSchema(m_document.api(), m_schema);
    setVisible(component);
    if (!component)
        return;
    SchemaCompiler compiler(m_document.api());
    const CompiledSchema compiled = compiler.compile(component->value);
    SampleOptions options;
    options.name = component->name;
    options.bytes = 20'000;
    options.steps = 200'000;
    const Sample found = sample(compiled, options);
    // Somebody who wrote an example wants to see that one, with what is wrong with it.
    Json value = found.value;
    const JsonArray &examples = component->value.value(Keyword::Examples).array();
    if (!examples.isEmpty())
        value = examples.first();
    else if (const Json &example = component->value.value(Keyword::Example); !example.isUndefined())
        value = example;

    m_text = value.isUndefined() ? QString() : QString::fromUtf8(writeJson(value));
    m_whole = value.isUndefined() ? QString() : QString::fromUtf8(writeJson(value, 2)).trimmed();
    if (value.isUndefined()) {
        m_isGood = false;
        m_isUnknown = found.outcome != Sample::Unsatisfiable;
        m_verdict->setText(m_isUnknown ? tr("too large or too intricate to make one up")
                                       : tr("no value fits all rules of the model"));
    } else {
        const Validation checked = validate(compiled, value);
        m_isGood = checked.isValid();
        m_isUnknown = false;
        if (m_isGood) {
            m_verdict->setText(tr("valid"));
        } else {
            const SchemaError first = checked.errors.value(0);
            const SchemaError &error = rootCause(first);
            m_verdict->setText(error.instance.isEmpty()
                                   ? error.message
                                   : error.instance + QLatin1Char(' ') + error.message);
        }
    }
    m_icon->setIcon(m_isGood      ? glyphIcon(Glyph::Check, Tone::Good)
                    : m_isUnknown ? glyphIcon(Glyph::Info)
                                  : glyphIcon(Glyph::Error, Tone::Bad));
    m_verdict->setForegroundRole(m_isGood      ? QPalette::WindowText
                                 : m_isUnknown ? QPalette::PlaceholderText
                                               : QPalette::BrightText);
    m_verdict->setAccessibleName(tr("The example is %1").arg(m_verdict->text()));
    showText();
}

void ExampleLine::showText()
{
    m_example->setText(
        m_example->fontMetrics().elidedText(m_text, Qt::ElideRight, m_example->width()));
    // As much of it as a tip has room for.
    static constexpr int mostLines = 40;
    QStringList lines = m_whole.split(u'\n');
    if (lines.size() > mostLines)
        lines = lines.first(mostLines) << QStringLiteral("…");
    m_example->setToolTip(lines.join(u'\n'));
}

void ExampleLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    showText();
}

} // namespace Design
