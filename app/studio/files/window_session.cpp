#include "app/studio/files/window_session.h"

#include "app/studio/files/file_control.h"
#include "app/studio/main_window.h"
#include "app/studio/regions.h"
#include "app/studio/tabs/editor_tabs.h"

using namespace Design;

namespace
{

const QString fileKey = QStringLiteral("file");
const QString geometryKey = QStringLiteral("geometry");
const QString regionsKey = QStringLiteral("regions");
const QString portKey = QStringLiteral("port");
const QString tabsKey = QStringLiteral("tabs");
const QString currentKey = QStringLiteral("current");
const QString sideKey = QStringLiteral("side");
const QString selectedKey = QStringLiteral("selected");
const QString nodeKey = QStringLiteral("node");
const QString kindKey = QStringLiteral("kind");
const QString nameKey = QStringLiteral("name");
const QString pageKey = QStringLiteral("page");
const QString previewKey = QStringLiteral("preview");

QVariantMap saved(const NodeIndex &index, const EditorTabs::OpenTab &tab)
{
    QVariantMap result{{previewKey, tab.isPreview}};
    if (!tab.page.isEmpty()) {
        result.insert(pageKey, tab.page);
    } else if (tab.behaviour.isNone()) {
        result.insert(nodeKey, index.pointer(tab.item));
    } else {
        result.insert(kindKey, static_cast<int>(tab.behaviour.kind));
        result.insert(nameKey, tab.behaviour.name);
    }
    return result;
}

void restoreTabs(MainWindow &window, const QVariantMap &session)
{
    const NodeIndex &index = window.document().index();
    EditorTabs &tabs = window.tabs();
    const QVariantList open = session.value(tabsKey).toList();
    if (open.isEmpty())
        return;
    tabs.closeAll();
    for (const QVariant &entry : open) {
        const QVariantMap tab = entry.toMap();
        if (QAction *page = window.actions().named(tab.value(pageKey).toString())) {
            page->trigger();
            continue;
        }
        const auto kind = static_cast<BehaviourItem::Kind>(tab.value(kindKey).toInt());
        const bool isShown = kind == BehaviourItem::Kind::None
                                 ? tabs.look(index.nodeAt(tab.value(nodeKey).toString()))
                                 : tabs.look(BehaviourItem{kind, tab.value(nameKey).toString()});
        if (isShown && !tab.value(previewKey).toBool())
            tabs.pinCurrent();
    }
    tabs.setCurrent(session.value(currentKey).toInt());
    const QVariant side = session.value(sideKey);
    if (side.isValid())
        tabs.showAside(index.nodeAt(side.toString()));
    const NodeId selected = index.nodeAt(session.value(selectedKey).toString());
    if (selected != NodeId::None && tabs.currentItem() != NodeId::None)
        window.selection().select(selected);
}

} // namespace

QVariantMap sessionOf(MainWindow &window)
{
    const NodeIndex &index = window.document().index();
    QVariantList tabs;
    for (const EditorTabs::OpenTab &tab : window.tabs().openTabs())
        tabs.append(saved(index, tab));
    QVariantMap session{{fileKey, window.document().filePath()},
                        {geometryKey, window.saveGeometry()},
                        {regionsKey, window.regions().state()},
                        {portKey, window.session().control().wantedPort()},
                        {tabsKey, tabs},
                        {currentKey, window.tabs().current()},
                        {selectedKey, index.pointer(window.selection().node())}};
    if (window.tabs().asideItem() != NodeId::None)
        session.insert(sideKey, index.pointer(window.tabs().asideItem()));
    return session;
}

QString sessionFile(const QVariantMap &session)
{
    return session.value(fileKey).toString();
}

void restoreWindow(MainWindow &window, const QVariantMap &session)
{
    window.restoreGeometry(session.value(geometryKey).toByteArray());
    window.regions().restore(session.value(regionsKey).toMap());
    if (const uint port = session.value(portKey).toUInt(); port > 0)
        window.session().control().setWantedPort(static_cast<quint16>(port));
    const QString file = sessionFile(session);
    // A large file is read beside; whatever the user opens before that is not of this session.
    QObject::connect(
        &window.document(), &DesignDocument::filePathChanged, &window,
        [&window, session, file](const QString &path) {
            if (path == file)
                restoreTabs(window, session);
        },
        Qt::SingleShotConnection);
    window.files().openFile(file);
}
