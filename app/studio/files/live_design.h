#pragma once

#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "mockserver/engine/engine.h"

#include <QTimer>

#include <optional>

/// What follows from the design and takes a moment: the compiled form that the server answers
/// from, and the problems. Both are worked out away from the GUI thread after each edit.
class LiveDesign : public QObject
{
    Q_OBJECT

public:
    explicit LiveDesign(const Design::DesignDocument &document, QObject *parent = nullptr);

    /// The newest that is ready; null before the first.
    const Mock::CompiledApiPointer &compiled() const { return m_compiled; }
    /// Whether what is ready is the design as it stands now, the latest edit included.
    bool isCurrent() const { return m_compiled && m_compiled->revision() == m_document.revision(); }
    /// Does it as soon as that is so; never where another design comes first.
    void whenCurrent(const std::function<void()> &act);
    /// Says which other servers the design may ask; without it, none.
    void setAllowedHosts(const std::function<QStringList()> &hosts) { m_allowedHosts = hosts; }
    void compileAgain() { noteChange(); }

Q_SIGNALS:
    void compiledChanged(const Mock::CompiledApiPointer &compiled);
    void problemsChanged(const Design::Diagnostics &problems);

private:
    void noteChange();
    void noteReset();
    void compile();
    void check();
    void join();

    const Design::DesignDocument &m_document;
    QTimer m_compileTimer;
    QTimer m_checkTimer;
    Design::LatestJob<Mock::CompiledApiPointer> m_compileJob;
    Design::LatestJob<Design::Diagnostics> m_checkJob;
    Design::LatestJob<Design::Diagnostics> m_joinJob;
    std::optional<Design::Diagnostics> m_found; ///< by the rules, in this document
    Mock::CompiledApiPointer m_compiled;
    QList<std::function<void()>> m_waiting;
    std::function<QStringList()> m_allowedHosts;
    std::shared_ptr<Mock::State> m_state; ///< of this document: edits keep the rows
    quint64 m_loadedRevision = 0;
};
