#include "designer/docs/docs_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Design
{

static constexpr auto context = "Design::DocsWords";

QString DocsWords::operator()(const char *english) const
{
    return m_language == DocsLanguage::Program ? QCoreApplication::translate(context, english)
                                               : QString::fromUtf8(english);
}

QString DocsWords::counted(const char *english, qint64 number) const
{
    if (m_language == DocsLanguage::Program) {
        constexpr qint64 most = std::numeric_limits<int>::max();
        const int near = static_cast<int>(std::clamp<qint64>(number, 0, most));
        const QString words = QCoreApplication::translate(context, english, nullptr, near);
        if (words != QLatin1String(english))
            return words;
    }
    return QString::fromUtf8(english).replace(QLatin1String("(s)"),
                                              number == 1 ? QString() : QStringLiteral("s"));
}

} // namespace Design
