#include "app/studio/files/live_design.h"

#include "designer/lint/lint.h"
#include "mockserver/state/state.h"

#include <QHash>

#include <algorithm>

using namespace Design;

static constexpr int compileQuietMilliseconds = 60;
static constexpr int checkQuietMilliseconds = 300;

LiveDesign::LiveDesign(const DesignDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_compileJob([this](const Mock::CompiledApiPointer &compiled) {
        m_compiled = compiled;
        Q_EMIT compiledChanged(compiled);
        if (m_found && !m_checkTimer.isActive() && !m_checkJob.isBusy())
            join();
        if (isCurrent())
            for (const auto &act : std::exchange(m_waiting, {}))
                act();
    })
    , m_checkJob([this](const Diagnostics &found) {
        m_found = found;
        join();
    })
    , m_joinJob([this](const Diagnostics &problems) { Q_EMIT problemsChanged(problems); })
    , m_loadedRevision(document.revision())
{
    m_compileTimer.setSingleShot(true);
    m_compileTimer.setInterval(compileQuietMilliseconds);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkQuietMilliseconds);
    connect(&m_compileTimer, &QTimer::timeout, this, &LiveDesign::compile);
    connect(&m_checkTimer, &QTimer::timeout, this, &LiveDesign::check);
    connect(&document, &DesignDocument::changed, this, &LiveDesign::noteChange);
    // Other words for the same design are a revision of it as well.
    connect(&document, &DesignDocument::wordingChanged, this, &LiveDesign::noteChange);
    connect(&document, &DesignDocument::wasReset, this, &LiveDesign::noteReset);
    noteReset();
}

void LiveDesign::whenCurrent(const std::function<void()> &act)
{
    if (isCurrent())
        act();
    else
        m_waiting.append(act);
}

void LiveDesign::noteChange()
{
    // Not restarted by the next edit: the server follows steady typing too.
    if (!m_compileTimer.isActive())
        m_compileTimer.start();
    m_checkTimer.start();
}

void LiveDesign::noteReset()
{
    m_loadedRevision = m_document.revision();
    m_compileTimer.stop();
    m_waiting.clear();
    m_checkJob.cancel();
    m_joinJob.cancel();
    m_found.reset();
    m_state = std::make_shared<Mock::State>();
    compile();
    m_checkTimer.start(0);
}

void LiveDesign::compile()
{
    Mock::CompileOptions options;
    options.state = m_state;
    options.revision = m_document.revision();
    options.allowedHosts = m_allowedHosts ? m_allowedHosts() : QStringList();
    options.inclusions = m_document.wording().inclusions;
    m_compileJob.start([api = m_document.api(), options] { return Mock::compile(api, options); });
}

/// What the compiler finds joins what the rules say, which have the better words and the fixes:
/// nothing is said twice of one place. Only what is worse than a rule knows stays.
static Diagnostics joined(Diagnostics found, const Diagnostics &compiled)
{
    static const QHash<QString, QString> rules{
        {QStringLiteral("dangling-reference"), QStringLiteral("dangling-reference")},
        {QStringLiteral("invalid-pattern"), QStringLiteral("invalid-pattern")},
        {QStringLiteral("example-not-valid"), QStringLiteral("invalid-example")},
        {QStringLiteral("path-parameter-missing"), QStringLiteral("path-parameters")},
        {QStringLiteral("unknown-security-scheme"), QStringLiteral("unknown-security")},
    };
    using Place = QPair<QString, NodeId>; // no node: anywhere
    QHash<Place, Severity> said;
    for (const Diagnostic &known : std::as_const(found)) {
        for (const Place &place : {Place(known.rule, known.node), Place(known.rule, NodeId::None)})
            said.insert(place, std::min(known.severity, said.value(place, known.severity)));
    }
    for (const Diagnostic &more : compiled) {
        const auto known = said.constFind({rules.value(more.rule), more.node});
        if (known == said.constEnd() || *known > more.severity)
            found.append(more);
    }
    return found;
}

void LiveDesign::check()
{
    const bool isAsLoaded = m_document.revision() == m_loadedRevision;
    m_checkJob.start([api = m_document.api(), isAsLoaded, loaded = m_document.loadDiagnostics()] {
        if (api.id == NodeId::None) // no design has been opened
            return Diagnostics();
        const Diagnostics found = lint(api);
        return isAsLoaded ? withReadFindings(found, loaded) : found;
    });
}

void LiveDesign::join()
{
    // That of the design before this one has nothing to say here.
    const bool isOfThis = m_compiled && m_compiled->revision() >= m_loadedRevision;
    m_joinJob.start(
        [found = *m_found, compiled = isOfThis ? m_compiled : Mock::CompiledApiPointer()] {
            return compiled ? joined(found, compiled->diagnostics()) : found;
        });
}
