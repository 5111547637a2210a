#include "designer/storage/recovery_store.h"

#include "designer/storage/whole_file.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

namespace Design
{

namespace
{

struct RecoveryText {
    Q_DECLARE_TR_FUNCTIONS(Design::RecoveryText)
};

constexpr auto designSuffix = ".yaml";
constexpr auto aboutSuffix = ".json";
constexpr auto lockSuffix = ".lock";
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool writeWhole(const QString &path, const QByteArray &text)
{
    return writeWholeFile(path, text, ownerOnly).isEmpty();
}

/// Free when the program that held it is gone; a lock is never given up for its age.
std::unique_ptr<QLockFile> lockOf(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    return lock;
}

QString unfinishedKey()
{
    return QStringLiteral("unfinished");
}

Json unfinishedJson(const UnfinishedText &unfinished)
{
    JsonObject object{{QStringLiteral("format"), formatName(unfinished.format)},
                      {QStringLiteral("text"), QString::fromUtf8(unfinished.text)}};
    if (unfinished.place)
        object.insert(QStringLiteral("place"), *unfinished.place);
    if (!unfinished.instead.isUndefined())
        object.insert(QStringLiteral("instead"), unfinished.instead);
    return object;
}

UnfinishedText unfinishedText(const Json &json)
{
    UnfinishedText unfinished;
    if (json.object().contains(u"place"))
        unfinished.place = json.value(u"place").string();
    unfinished.format = formatFromName(json.value(u"format").string());
    unfinished.text = json.value(u"text").string().toUtf8();
    unfinished.instead = json.value(u"instead");
    return unfinished;
}

Json aboutJson(const RecoveryCopy &copy)
{
    JsonArray unfinished;
    for (const UnfinishedText &text : copy.unfinished)
        unfinished.append(unfinishedJson(text));
    return JsonObject{{QStringLiteral("path"), copy.path},
                      {QStringLiteral("name"), copy.name},
                      {unfinishedKey(), unfinished}};
}

} // namespace

RecoveryStore::RecoveryStore(const QString &folder)
    : m_folder(folder)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

RecoveryStore::~RecoveryStore()
{
    clear();
}

QString RecoveryStore::file(const QString &id, const char *suffix) const
{
    return m_folder + u'/' + id + QLatin1String(suffix);
}

bool RecoveryStore::begin()
{
    if (m_lock)
        return true;
    if (!QDir().mkpath(m_folder))
        return false;
    m_lock = lockOf(file(m_id, lockSuffix));
    if (m_lock->tryLock(0))
        return true;
    m_lock.reset();
    return false;
}

int RecoveryStore::ticket() const
{
    const QMutexLocker locker(&m_mutex);
    return m_ticket;
}

QString RecoveryStore::write(const RecoveryCopy &copy, int ticket)
{
    const QByteArray text = designText(copy.api, copy.wording.format, copy.wording);
    const QMutexLocker locker(&m_mutex);
    if (ticket != m_ticket)
        return {};
    const bool isWritten = begin() &&
                           writeWhole(file(m_id, aboutSuffix), writeJson(aboutJson(copy), 2)) &&
                           writeWhole(file(m_id, designSuffix), text);
    return isWritten ? QString()
                     : RecoveryText::tr("No copy for a crash can be kept in %1.")
                           .arg(QDir::toNativeSeparators(m_folder));
}

void RecoveryStore::clear()
{
    const QMutexLocker locker(&m_mutex);
    ++m_ticket;
    if (!m_lock)
        return;
    QFile::remove(file(m_id, designSuffix));
    QFile::remove(file(m_id, aboutSuffix));
    m_lock.reset(); // unlocks, which removes its file
}

QList<RecoveryStore::Orphan> RecoveryStore::orphans() const
{
    QList<Orphan> found;
    const QStringList files =
        QDir(m_folder).entryList({u'*' + QLatin1String(designSuffix)}, QDir::Files);
    for (const QString &name : files) {
        const QString id = QFileInfo(name).completeBaseName();
        if (id == m_id || !lockOf(file(id, lockSuffix))->tryLock(0))
            continue;
        QFile about(file(id, aboutSuffix));
        const Json told =
            about.open(QIODevice::ReadOnly) ? readJson(about.readAll()).value : Json();
        QList<UnfinishedText> unfinished;
        for (const Json &text : told.value(unfinishedKey()).array())
            unfinished.append(unfinishedText(text));
        found.append({id, told.value(u"path").string(), told.value(u"name").string(), unfinished,
                      QFileInfo(file(id, designSuffix)).lastModified(), file(id, designSuffix)});
    }
    std::sort(found.begin(), found.end(),
              [](const Orphan &a, const Orphan &b) { return a.time > b.time; });
    return found;
}

OpenedDesign RecoveryStore::read(const Orphan &orphan)
{
    return openDesign(orphan.copy, orphan.path);
}

void RecoveryStore::discard(const Orphan &orphan)
{
    QFile::remove(file(orphan.id, designSuffix));
    QFile::remove(file(orphan.id, aboutSuffix));
    QFile::remove(file(orphan.id, lockSuffix));
}

} // namespace Design
