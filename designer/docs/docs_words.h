#pragma once

#include <QString>

namespace Design
{

enum class DocsLanguage {
    English, ///< whatever the program speaks: for pages that others will read
    Program, ///< that of its translations
};

/// The words of the documentation that are not the design's. They are written as
/// QT_TRANSLATE_NOOP("Design::DocsWords", "…") where they are used.
class DocsWords
{
public:
    DocsWords(DocsLanguage language = DocsLanguage::English)
        : m_language(language)
    {
    }

    QString operator()(const char *english) const;
    /// Words that depend on a number, which itself is put in later: "%1 item(s)".
    QString counted(const char *english, qint64 number) const;

private:
    DocsLanguage m_language;
};

} // namespace Design
