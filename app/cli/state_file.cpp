#include "app/cli/state_file.h"

#include "app/cli/console.h"
#include "designer/storage/whole_file.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QFile>

namespace Cli
{

using namespace std::chrono_literals;

StateFile::StateFile(const QString &path, std::shared_ptr<Mock::State> state)
    : m_path(path)
    , m_state(std::move(state))
{
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &StateFile::save);
}

StateFile::~StateFile()
{
    if (m_timer.isActive())
        save();
}

bool StateFile::load()
{
    QFile file(m_path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly)) {
            complain(QStringLiteral("%1 cannot be read: %2").arg(m_path, file.errorString()));
            return false;
        }
        const Design::ReadText read = Design::readJson(file.readAll());
        if (!read.ok() || !read.value.isObject()) {
            complain(read.diagnostics, m_path);
            complain(QStringLiteral("%1 holds no state of a mock server.").arg(m_path));
            return false;
        }
        m_state->restore(read.value);
    }
    m_saved = m_state->revision();
    m_timer.start();
    return true;
}

void StateFile::save()
{
    const quint64 revision = m_state->revision();
    if (revision == m_saved)
        return;
    const QString failure =
        Design::writeWholeFile(m_path, Design::writeJson(m_state->snapshot(), 2));
    if (!failure.isEmpty()) {
        complain(QStringLiteral("%1 cannot be saved: %2").arg(m_path, failure));
        return;
    }
    m_saved = revision;
}

} // namespace Cli
