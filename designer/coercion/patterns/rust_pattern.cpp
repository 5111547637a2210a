#define PCRE2_CODE_UNIT_WIDTH 16

#include "designer/coercion/patterns/rust_pattern.h"

#include "designer/coercion/patterns/rust_class.h"

#include <algorithm>
#include <iterator>
#include <pcre2.h>

namespace Design
{

struct RustPattern::Code {
    pcre2_code *compiled = nullptr;
    pcre2_match_context *limits = nullptr;

    Code() = default;
    Code(const Code &) = delete;
    Code &operator=(const Code &) = delete;
    ~Code()
    {
        pcre2_match_context_free(limits);
        pcre2_code_free(compiled);
    }
};

namespace
{

struct Translation {
    QLatin1String rust;
    QLatin1String pcre; ///< %1 stands for the members of a class of word characters
};

// Longer ones first where one begins like another.
constexpr Translation translations[] = {
    {QLatin1String("\\b{start-half}"), QLatin1String("(?<![%1])")},
    {QLatin1String("\\b{end-half}"), QLatin1String("(?![%1])")},
    {QLatin1String("\\b{start}"), QLatin1String("(?:(?<![%1])(?=[%1]))")},
    {QLatin1String("\\b{end}"), QLatin1String("(?:(?<=[%1])(?![%1]))")},
    {QLatin1String("\\<"), QLatin1String("(?:(?<![%1])(?=[%1]))")},
    {QLatin1String("\\>"), QLatin1String("(?:(?<=[%1])(?![%1]))")},
    {QLatin1String("\\b"), QLatin1String("(?:(?<=[%1])(?![%1])|(?<![%1])(?=[%1]))")},
    {QLatin1String("\\B"), QLatin1String("(?:(?<=[%1])(?=[%1])|(?<![%1])(?![%1]))")},
    {QLatin1String("\\w"), QLatin1String("[%1]")},
    {QLatin1String("\\W"), QLatin1String("[^%1]")},
};

/// What Rust means by the escape that the text starts with, where PCRE2 would not.
const Translation *translationOf(QStringView text)
{
    const auto starts = [text](const Translation &row) { return text.startsWith(row.rust); };
    const auto row = std::find_if(std::begin(translations), std::end(translations), starts);
    return row == std::end(translations) ? nullptr : row;
}

/// The pattern in PCRE2's words, where it would read them differently.
QString asRustMeans(const QString &pattern)
{
    QString result;
    qsizetype i = 0;
    while (i < pattern.size()) {
        if (pattern[i] == u'[') {
            result += rustClass(pattern, &i);
        } else if (const auto *row = translationOf(QStringView(pattern).sliced(i))) {
            result += QString(row->pcre).replace(QLatin1String("%1"), rustWord);
            i += row->rust.size();
        } else if (pattern[i] == u'\\') {
            result += rustEscape(pattern, &i);
        } else {
            result += pattern[i++];
        }
    }
    return result;
}

} // namespace

RustPattern::RustPattern(const QString &pattern)
{
    const QString text = asRustMeans(pattern);
    const auto units = reinterpret_cast<PCRE2_SPTR>(text.utf16());
    int error = 0;
    PCRE2_SIZE offset = 0;
    auto code = std::make_shared<Code>();
    code->compiled =
        pcre2_compile(units, static_cast<PCRE2_SIZE>(text.size()),
                      PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY, &error, &offset, nullptr);
    if (!code->compiled) {
        char16_t message[160] = {};
        pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR *>(message), 160);
        m_error = QStringLiteral("%1 at character %2")
                      .arg(QString::fromUtf16(message))
                      .arg(static_cast<qint64>(offset));
        return;
    }
    pcre2_jit_compile(code->compiled, PCRE2_JIT_COMPLETE); // without it matching is only slower
    code->limits = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(code->limits, 1'000'000);
    pcre2_set_depth_limit(code->limits, 50'000);
    m_code = std::move(code);
}

RustPattern::Match RustPattern::search(QStringView subject) const
{
    if (!m_code)
        return Match::Yes;
    pcre2_match_data *data = pcre2_match_data_create(1, nullptr);
    static constexpr char16_t nothing = 0; // PCRE2 wants an address even for an empty text
    const char16_t *start = subject.isEmpty() ? &nothing : subject.utf16();
    const auto match = [&](uint32_t options) {
        return pcre2_match(m_code->compiled, reinterpret_cast<PCRE2_SPTR>(start),
                           static_cast<PCRE2_SIZE>(subject.size()), 0, options, data,
                           m_code->limits);
    };
    int result = match(0);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT) // long texts; the interpreter has the heap for them
        result = match(PCRE2_NO_JIT);
    pcre2_match_data_free(data);
    if (result >= 0)
        return Match::Yes;
    return result == PCRE2_ERROR_MATCHLIMIT || result == PCRE2_ERROR_DEPTHLIMIT ||
                   result == PCRE2_ERROR_HEAPLIMIT
               ? Match::TooCostly
               : Match::No;
}

} // namespace Design
