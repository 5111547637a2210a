#include "mockserver/panel/traffic/body_view.h"

#include "designer/looks/code_view.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

#include <QLabel>
#include <QLocale>
#include <QStringConverter>
#include <QVBoxLayout>

using namespace Design;

namespace Mock
{

BodyView::BodyView(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_words(title)
    , m_label(new QLabel(title, this))
    , m_view(new CodeView(this))
{
    const int gap = fontMetrics().height() / 4;
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumWidth(1);
    m_view->setAccessibleName(title);
    m_view->showMargins(false, false);
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_label);
    layout->addWidget(m_view, 1);
}

static QString asText(const QByteArray &body)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decode(body);
    return decode.hasError() || text.contains(QChar(u'\0')) ? QString::fromLatin1(body.toHex(' '))
                                                            : text;
}

/// The header fields, without what somebody who looks over a shoulder should not see.
static QString fieldLines(const QList<HeaderField> &headers)
{
    static const QStringList secret{QStringLiteral("authorization"), QStringLiteral("cookie"),
                                    QStringLiteral("set-cookie"),
                                    QStringLiteral("proxy-authorization")};
    QStringList lines;
    for (const HeaderField &field : headers) {
        const QString name = QString::fromLatin1(field.name);
        lines.append(name + QStringLiteral(": ") +
                     (secret.contains(name.toLower()) ? QStringLiteral("•••")
                                                      : QString::fromUtf8(field.value)));
    }
    return lines.join(u'\n');
}

void BodyView::setBody(const QByteArray &body, const QList<HeaderField> &headers)
{
    const QString type = QString::fromLatin1(headerValue(headers, "Content-Type"));
    const bool mayBeJson = type.isEmpty() || type.contains(QLatin1String("json"));
    ReadText read;
    if (mayBeJson && !body.isEmpty())
        read = readJson(body);
    m_value = read.ok() ? read.value : Json();

    const QString size = QLocale().formattedDataSize(body.size());
    QStringList words{m_title};
    if (body.isEmpty())
        words.append(tr("empty"));
    else
        words << type << size;
    words.removeAll(QString());
    m_words = words.join(QStringLiteral(" · "));
    showWords();
    m_label->setToolTip(fieldLines(headers));

    m_view->setLanguage(m_value.isUndefined() ? CodeLanguage::Plain : CodeLanguage::Json);
    m_view->showText(m_value.isUndefined() ? asText(body)
                                           : QString::fromUtf8(writeJson(m_value, 2)));
    barPlace({});
}

void BodyView::showWords()
{
    const QMargins margins = m_label->contentsMargins();
    m_label->setText(m_label->fontMetrics().elidedText(m_words, Qt::ElideRight,
                                                       width() - margins.left() - margins.right()));
    m_label->setAccessibleName(m_words);
}

void BodyView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWords();
}

void BodyView::barPlace(const JsonArray &path, const QString &note)
{
    m_view->barLines(0, -1);
    m_view->noteBelow(0, {});
    if (m_value.isUndefined())
        return;
    if (path.isEmpty())
        return m_view->noteBelow(0, note);
    QString pointer;
    for (const Json &part : path)
        pointer = part.isInteger() ? childPointer(pointer, part.toInt64())
                                   : childPointer(pointer, part.string());
    SourceMap map;
    writeJson(m_value, 2, &map);
    const SourceMap::Entry *entry = map.find(m_value, pointer);
    if (!entry)
        return;
    const int first = map.lineOf(entry->keyBegin) - 1;
    const int last = map.lineOf(entry->end > 0 ? entry->end - 1 : 0) - 1;
    m_view->barLines(first, last);
    m_view->noteBelow(first, note); // of an object or a list below where it begins
    m_view->revealLines(first, last);
}

} // namespace Mock
