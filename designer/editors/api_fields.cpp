#include "designer/editors/api_fields.h"

#include "designer/editors/section.h"
#include "designer/editors/text_edit.h"
#include "designer/looks/line_edit.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace Design
{

namespace
{

/// Sets a text of an object that is there only as long as something is in it.
void setMember(Json &object, const QString &key, const QString &text)
{
    JsonObject changed = object.object();
    if (text.isEmpty())
        changed.remove(key);
    else
        changed.insert(key, Json(text));
    object = changed.isEmpty() ? Json() : Json(changed);
}

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

} // namespace

ApiFields::ApiFields(DesignDocument &document, Part part, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(part == Part::About ? 0 : Section::textIndent(), 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(fontMetrics().height() / 3);
    if (part == Part::About)
        addAbout();
    else
        addTerms();
    connect(&document, &DesignDocument::changed, this, [this](const ChangeSet &) { update(); });
    connect(&document, &DesignDocument::wasReset, this, &ApiFields::update);
    update();
}

void ApiFields::addLine(const QString &label, const QString &hint, const QString &field,
                        const Get &get, const Set &set)
{
    auto *edit = new LineEdit(this);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    m_form->addRow(label, edit);
    m_lines.append({edit, get});
    connect(edit, &QLineEdit::textEdited, this, [this, field, set, edit](const QString &text) {
        m_document.edit(
            tr("Change %1").arg(edit->accessibleName().toLower()),
            [&](Api &api) { set(api, text); }, {m_document.api().id, field}, m_document.api().id);
    });
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        edit->settle();
        m_document.finishMerging();
    });
}

void ApiFields::addAbout()
{
    addLine(
        tr("Versio&n"), QStringLiteral("1.0.0"), QStringLiteral("version"),
        [](const Api &api) { return api.info.version; },
        // The version is required: empty is allowed, absent is not.
        [](Api &api, const QString &text) {
            api.info.version = text.isNull() ? QStringLiteral("") : text;
        });
    addLine(
        tr("Su&mmary"), tr("What the API is for, in a few words"), QStringLiteral("summary"),
        [](const Api &api) { return api.info.summary; },
        [](Api &api, const QString &text) { api.info.summary = orNull(text); });
    m_description = new TextEdit(this);
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("Markdown"));
    m_form->addRow(tr("Descri&ption"), m_description);
    connect(m_description, &TextEdit::textEdited, this, [this](const QString &text) {
        const NodeId id = m_document.api().id;
        m_document.edit(
            tr("Change the description"), [&](Api &api) { api.info.description = orNull(text); },
            {id, QStringLiteral("description")}, id);
    });
    connect(m_description, &TextEdit::left, &m_document, &DesignDocument::finishMerging);
    addProfile();
}

void ApiFields::addProfile()
{
    m_profile = new QComboBox(this);
    m_profile->setAccessibleName(tr("Answers like"));
    const auto addChoice = [this](const QString &text, const QString &meaning,
                                  const QString &profile) {
        m_profile->addItem(text, profile);
        m_profile->setItemData(m_profile->count() - 1, meaning, Qt::ToolTipRole);
    };
    addChoice(tr("FastAPI: lenient, in its words"),
              tr("Values are read leniently, and refusals are written as FastAPI writes them."),
              QStringLiteral("fastapi"));
    addChoice(tr("Strict: JSON Schema to the letter"),
              tr("Nothing is converted; refusals are what the design declares."),
              QStringLiteral("strict"));
    addChoice(tr("Not said: by who wrote it"),
              tr("Like FastAPI for documents that FastAPI wrote, else strict."), QString());
    m_profile->setMinimumContentsLength(20);
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->addRow(tr("&Answers like"), m_profile);
    connect(m_profile, &QComboBox::activated, this, [this](int index) {
        const QString profile = m_profile->itemData(index).toString();
        m_document.edit(
            tr("Change how it answers"),
            [&](Api &api) { setMember(api.menura, QStringLiteral("profile"), profile); }, {},
            m_document.api().id);
    });
}

void ApiFields::addTerms()
{
    const auto addMember = [this](const QString &label, const QString &hint, Json Info::*object,
                                  const QString &key) {
        addLine(
            label, hint, label,
            [object, key](const Api &api) { return (api.info.*object).value(key).toString(); },
            [object, key](Api &api, const QString &text) {
                setMember(api.info.*object, key, text);
            });
    };
    addMember(tr("Contact"), tr("Who answers questions"), &Info::contact, QStringLiteral("name"));
    addMember(tr("Contact's e-mail"), QStringLiteral("api@example.com"), &Info::contact,
              QStringLiteral("email"));
    addMember(tr("Contact's page"), QStringLiteral("https://example.com/support"), &Info::contact,
              QStringLiteral("url"));
    addMember(tr("Licence"), QStringLiteral("Apache 2.0"), &Info::license, QStringLiteral("name"));
    addMember(tr("Licence's page"), QStringLiteral("https://www.apache.org/licenses/LICENSE-2.0"),
              &Info::license, QStringLiteral("url"));
    addLine(
        tr("Terms of service"), QStringLiteral("https://example.com/terms"),
        QStringLiteral("termsOfService"), [](const Api &api) { return api.info.termsOfService; },
        [](Api &api, const QString &text) { api.info.termsOfService = orNull(text); });
}

void ApiFields::update()
{
    const Api &api = m_document.api();
    for (const Line &line : m_lines) {
        const QString text = line.get(api);
        if (line.edit->text() == text)
            continue;
        const int cursor = line.edit->cursorPosition();
        line.edit->setText(text);
        line.edit->setCursorPosition(line.edit->hasFocus() ? cursor : 0);
    }
    if (m_description && m_description->toPlainText() != api.info.description)
        m_description->showText(api.info.description);
    if (m_profile) {
        const QSignalBlocker blocker(m_profile);
        m_profile->setCurrentIndex(
            qMax(0, m_profile->findData(api.menura.value(u"profile").toString())));
    }
}

QString ApiFields::summary() const
{
    QStringList texts;
    for (const Line &line : m_lines) {
        if (const QString text = line.get(m_document.api()); !text.isEmpty())
            texts.append(text);
    }
    return texts.isEmpty() ? tr("none") : texts.join(QStringLiteral(" · "));
}

} // namespace Design
