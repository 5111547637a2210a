#include "mockserver/engine/trace_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace Mock
{

/// With %1 to %9 taken at once: what is put in may have a % of its own.
static QString filled(const QString &sentence, const QStringList &about)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isPlace = sentence.at(i) == u'%' && i + 1 < sentence.size();
        const int place = isPlace ? sentence.at(i + 1).digitValue() : -1;
        if (place < 1 || place > about.size()) {
            text += sentence.at(i);
            continue;
        }
        text += about.at(place - 1);
        ++i;
    }
    return text;
}

QString TraceText::english() const
{
    if (!m_sentence)
        return m_words;
    QStringList about;
    for (const TraceText &one : m_about)
        about.append(one.english());
    return filled(QString::fromUtf8(m_sentence), about);
}

QString TraceText::translated() const
{
    if (!m_sentence)
        return m_words;
    QStringList about;
    for (const TraceText &one : m_about)
        about.append(one.translated());
    return filled(QCoreApplication::translate("Mock::TraceText", m_sentence), about);
}

} // namespace Mock
