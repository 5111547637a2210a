#include "app/studio/files/live_design.h"

#include "designer/lint/lint.h"
#include "mockserver/state/state.h"

using namespace Design;

static constexpr int compileQuietMilliseconds = 60;
static constexpr int checkQuietMilliseconds = 300;

LiveDesign::LiveDesign(const DesignDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_compileJob([this](const Mock::CompiledApiPointer &compiled) {
        m_compiled = compiled;
        Q_EMIT compiledChanged(compiled);
        if (isCurrent())
            for (const auto &act : std::exchange(m_waiting, {}))
                act();
    })
    , m_checkJob([this](const Diagnostics &problems) { Q_EMIT problemsChanged(problems); })
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

void LiveDesign::check()
{
    const bool isAsLoaded = m_document.revision() == m_loadedRevision;
    m_checkJob.start([api = m_document.api(), isAsLoaded, loaded = m_document.loadDiagnostics(),
                      compiled = m_compiled] {
        if (api.id == NodeId::None) // no design has been opened
            return Diagnostics();
        Diagnostics found = lint(api);
        if (isAsLoaded)
            found = withReadFindings(found, loaded);
        if (compiled)
            found += compiled->diagnostics();
        return found;
    });
}
