#include "designer/schema/patterns/pattern.h"

#include "designer/schema/patterns/pattern_linear.h"
#include "designer/schema/patterns/pattern_matcher.h"
#include "designer/schema/patterns/pattern_property_test.h"
#include "designer/schema/patterns/pattern_syntax.h"

#include <chrono>
#include <ctime>

#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

namespace Design
{

namespace
{

// About 50 ms of matching each: the compiled matcher counts other things than the interpreter.
constexpr uint32_t compiledMatchLimit = 10'000'000;
constexpr uint32_t interpretedMatchLimit = 1'000'000;
constexpr uint32_t heapLimit = 32 * 1024; // KiB
constexpr qsizetype longestForShortened = 65535;

struct FreeCode {
    void operator()(pcre2_code *code) const { pcre2_code_free(code); }
};
struct FreeContext {
    void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
};
struct FreeMatch {
    void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
};
using Code = std::unique_ptr<pcre2_code, FreeCode>;
using Context = std::unique_ptr<pcre2_match_context, FreeContext>;

Code compileCode(const QString &text, uint32_t options, QString *error)
{
    int number = 0;
    PCRE2_SIZE offset = 0;
    const uint32_t all = options | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    Code code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.utf16()),
                            static_cast<PCRE2_SIZE>(text.size()), all, &number, &offset, nullptr));
    if (!code && error) {
        PCRE2_UCHAR buffer[200] = {};
        pcre2_get_error_message(number, buffer, std::size(buffer));
        *error = QStringLiteral("%1 at offset %2")
                     .arg(QString::fromUtf16(reinterpret_cast<const char16_t *>(buffer)))
                     .arg(offset);
    }
    return code;
}

Context makeContext(uint32_t limit)
{
    Context context(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(context.get(), limit);
    pcre2_set_heap_limit(context.get(), heapLimit);
    return context;
}

/// One for each thread, because making one allocates.
pcre2_match_data *matchData()
{
    thread_local const std::unique_ptr<pcre2_match_data, FreeMatch> data(
        pcre2_match_data_create(1, nullptr));
    return data.get();
}

/// What this thread has worked, so that other programs on a busy machine cost nothing here.
qint64 nanosecondsOfWork()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
#endif
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

struct Pattern::Data {
    QString text;
    QString error;
    Syntax syntax = Syntax::Invalid;
    Regex::Parsed parsed;
    std::optional<Regex::LinearPattern> linear; ///< where a mere walk over the text will do
    Code code;                                  ///< null where only our own matcher will do
    Context context;
    Context interpreterContext;
    bool isCompiled = false; ///< to machine code
    bool isShortened = false;
    bool isRisky = false;

    void prepare()
    {
        isCompiled = code && pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE) == 0;
        interpreterContext = makeContext(interpretedMatchLimit);
        context = makeContext(isCompiled ? compiledMatchLimit : interpretedMatchLimit);
    }

    Match search(QStringView subject) const;
    Match searchTree(QStringView subject) const;
};

Pattern::Pattern(const QString &text)
{
    auto data = std::make_shared<Data>();
    data->text = text;
    data->parsed = Regex::parsePattern(text, Regex::Flavour::Unicode);
    data->syntax = Syntax::Unicode;
    if (!data->parsed.error.isEmpty()) {
        data->error = data->parsed.error;
        data->parsed = Regex::parsePattern(text, Regex::Flavour::Legacy);
        data->syntax = Syntax::Legacy;
    }
    if (data->parsed.error.isEmpty()) {
        const QString pcre = Regex::toPcre(data->parsed.root, &data->isShortened);
        if (!pcre.isNull())
            data->code =
                compileCode(pcre, PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF, nullptr);
        data->linear = Regex::LinearPattern::of(data->parsed.root);
        data->isRisky = !data->linear && Regex::isRisky(data->parsed.root);
    } else {
        data->error = data->parsed.error;
        data->parsed = {};
        data->code = compileCode(text, 0, nullptr);
        data->syntax = data->code ? Syntax::Pcre : Syntax::Invalid;
        data->isRisky = true;
    }
    data->prepare();
    d = std::move(data);
}

Pattern::Syntax Pattern::syntax() const
{
    return d ? d->syntax : Syntax::Invalid;
}

QString Pattern::text() const
{
    return d ? d->text : QString();
}

QString Pattern::error() const
{
    return d ? d->error : QStringLiteral("there is none");
}

const Regex::Parsed *Pattern::parsed() const
{
    const bool isEcma = syntax() == Syntax::Unicode || syntax() == Syntax::Legacy;
    return isEcma ? &d->parsed : nullptr;
}

Pattern::Match Pattern::search(QStringView subject, qint64 *cost) const
{
    if (!isValid())
        return Match::No;
    if (!d->isRisky || !cost)
        return d->search(subject);
    // The library does not say what a search took, so it is measured.
    const qint64 begin = nanosecondsOfWork();
    const Match match = d->search(subject);
    constexpr qint64 nanosecondsPerStep = 10;
    *cost += (nanosecondsOfWork() - begin) / nanosecondsPerStep;
    return match;
}

Pattern::Match Pattern::Data::search(QStringView subject) const
{
    if (linear)
        return linear->matches(subject) ? Match::Yes : Match::No;
    if (!code || (isShortened && subject.size() > longestForShortened))
        return searchTree(subject);
    const auto *units = reinterpret_cast<PCRE2_SPTR>(subject.utf16());
    const auto size = static_cast<PCRE2_SIZE>(subject.size());
    static constexpr char16_t nothing = 0; // an empty view may be null
    if (!units)
        units = reinterpret_cast<PCRE2_SPTR>(&nothing);
    int result = isCompiled
                     ? pcre2_jit_match(code.get(), units, size, 0, 0, matchData(), context.get())
                     : pcre2_match(code.get(), units, size, 0, 0, matchData(), context.get());
    if (result == PCRE2_ERROR_JIT_STACKLIMIT) {
        result = pcre2_match(code.get(), units, size, 0, PCRE2_NO_JIT, matchData(),
                             interpreterContext.get());
    }
    if (result >= 0)
        return Match::Yes;
    return result == PCRE2_ERROR_NOMATCH ? Match::No : Match::TooCostly;
}

Pattern::Match Pattern::Data::searchTree(QStringView subject) const
{
    const std::optional<bool> found = Regex::searchTree(parsed.root, parsed.groups, subject);
    if (!found)
        return Match::TooCostly;
    return *found ? Match::Yes : Match::No;
}

bool Regex::hasProperty(char32_t c, const Property &property)
{
    const QString text =
        QStringLiteral("\\A\\%1{%2}\\z").arg(property.isNegated ? u'P' : u'p').arg(property.name);
    const Code code = compileCode(text, 0, nullptr);
    const QString subject = QString::fromUcs4(&c, 1);
    return code &&
           pcre2_match(code.get(), reinterpret_cast<PCRE2_SPTR>(subject.utf16()),
                       static_cast<PCRE2_SIZE>(subject.size()), 0, 0, matchData(), nullptr) >= 0;
}

} // namespace Design
