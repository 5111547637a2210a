#include "mockserver/panel/requests/json_body_edit.h"

#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/panel/requests/json_completion.h"

using namespace Design;

namespace Mock
{

static constexpr int wordList = 1; // the only one there is

JsonBodyEdit::JsonBodyEdit(QWidget *parent)
    : CodeEditor(parent)
{
    setLanguage(CodeLanguage::Json);
    showMargins(false, false);
    setOwnHistory(true);
    connect(this, &CodeEditor::typed, this, &JsonBodyEdit::offer, Qt::QueuedConnection);
    connect(this, &QsciScintilla::userListActivated, this,
            [this](int, const QString &word) { take(word); });
}

void JsonBodyEdit::setSchema(const Api &api, const Schema &schema)
{
    m_api = api;
    m_schema = schema;
}

void JsonBodyEdit::setBody(const QByteArray &text)
{
    cancelList();
    startText(text);
}

QString JsonBodyEdit::before() const
{
    const auto at = static_cast<qsizetype>(SendScintilla(SCI_GETCURRENTPOS));
    return QString::fromUtf8(utf8().first(at));
}

QString JsonBodyEdit::behind() const
{
    const auto at = static_cast<qsizetype>(SendScintilla(SCI_GETCURRENTPOS));
    return QString::fromUtf8(utf8().sliced(at));
}

void JsonBodyEdit::offer()
{
    if (m_schema.isAbsent() || !hasFocus())
        return;
    const JsonPlace place = jsonPlace(before());
    const bool hasBegun = place.isInString || !place.begun.isEmpty();
    const QStringList words = hasBegun ? jsonWords(m_api, m_schema, place) : QStringList();
    if (words.isEmpty())
        return cancelList();
    showUserList(wordList, words);
}

void JsonBodyEdit::take(const QString &word)
{
    const JsonPlace place = jsonPlace(before());
    const QString rest = behind().trimmed();
    const bool isText = place.isKey || place.isInString || !readJson(word.toUtf8()).ok();
    QString text = isText ? QString::fromUtf8(writeJson(Json(word))) : word;
    if (place.isKey && !rest.startsWith(u':') && !rest.startsWith(QLatin1String("\":")))
        text += QLatin1String(": ");
    qsizetype from = place.begun.toUtf8().size();
    qsizetype to = 0;
    if (place.isInString) {
        ++from; // the quotation mark that began it
        to = behind().startsWith(u'"') ? 1 : 0;
    }
    const auto at = static_cast<qsizetype>(SendScintilla(SCI_GETCURRENTPOS));
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(at - from), static_cast<long>(at + to));
    SendScintilla(SCI_REPLACESEL, text.toUtf8().constData());
}

} // namespace Mock
