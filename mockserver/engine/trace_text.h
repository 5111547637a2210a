#pragma once

#include <QString>

#include <vector>

namespace Mock
{

/// A sentence of Menura's own about a request: what it says, and of what. Whatever leaves the
/// program has it in English; a window says it in its language. Words of others (of an answer, of a
/// script) are what they are in both.
class TraceText
{
public:
    TraceText() = default;
    TraceText(const QString &words)
        : m_words(words)
    {
    }
    /// sentence: marked with QT_TRANSLATE_NOOP("Mock::TraceText", …), with %1 and so on for
    /// `about`.
    explicit TraceText(const char *sentence, std::vector<TraceText> about = {})
        : m_sentence(sentence)
        , m_about(std::move(about))
    {
    }

    bool isEmpty() const { return !m_sentence && m_words.isEmpty(); }
    QString english() const;
    QString translated() const; ///< in the language of the windows

private:
    QString m_words;
    const char *m_sentence = nullptr;
    std::vector<TraceText> m_about;
};

} // namespace Mock
