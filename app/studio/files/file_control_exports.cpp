#include "app/studio/files/file_control.h"
#include "designer/codegen/project_folder.h"
#include "designer/docs/html_docs.h"
#include "designer/looks/save_dialog.h"
#include "designer/map/map_pane.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/storage/design_file.h"
#include "designer/text/json_writer.h"
#include "designer/text/yaml/yaml_writer.h"
#include "mockserver/panel/server_control.h"
#include "mockserver/panel/traffic/har.h"
#include "mockserver/panel/traffic/traffic_panel.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Design;

void FileControl::exportOpenApi()
{
    const QStringList yaml{QStringLiteral("yaml"), QStringLiteral("yml")};
    const QStringList json{QStringLiteral("json")};
    SaveDialog dialog(m_window, tr("Export OpenAPI"), folder() + QStringLiteral("/openapi"),
                      {{tr("OpenAPI 3.1, YAML (*.yaml *.yml)"), yaml},
                       {tr("OpenAPI 3.1, JSON (*.json)"), json},
                       {tr("OpenAPI 3.0, YAML (*.yaml *.yml)"), yaml},
                       {tr("OpenAPI 3.0, JSON (*.json)"), json}});
    const QString path = dialog.ask();
    const auto version = dialog.format() < 2 ? ExportVersion::OpenApi31 : ExportVersion::OpenApi30;
    exportTo(path, [api = m_document.api(), path, version](Diagnostics *lost) {
        const Json document = Design::exportOpenApi(api, version, lost);
        return formatOfFile(path) == FileFormat::Json ? writeJson(document, 2)
                                                      : writeYaml(document);
    });
}

void FileControl::exportDocs()
{
    SaveDialog dialog(m_window, tr("Export Documentation"), proposedPath(),
                      {{tr("Web page (*.html)"), {QStringLiteral("html"), QStringLiteral("htm")}}});
    exportTo(dialog.ask(), [api = m_document.api()](Diagnostics *) {
        return docsPage(api, {DocsTarget::Page}).toUtf8();
    });
}

void FileControl::exportTo(const QString &path,
                           const std::function<QByteArray(Diagnostics *lost)> &make)
{
    if (path.isEmpty())
        return;
    cancel();
    m_patience.begin(tr("Exporting %1 …").arg(QFileInfo(path).fileName()));
    m_exporting = std::make_shared<Cancellation>();
    m_exportJob.start([path, make, cancellation = m_exporting] {
        Exported exported;
        exported.path = path;
        const QByteArray text = make(&exported.lost);
        // Only then, so that an export that was cancelled leaves no file behind.
        exported.isGivenUp = !cancellation->commit();
        if (!exported.isGivenUp)
            exported.failure = saveText(text, path);
        return exported;
    });
}

void FileControl::tell(const Exported &exported)
{
    if (exported.isGivenUp)
        return;
    if (!exported.failure.isEmpty())
        return Q_EMIT failed(exported.failure);
    const QString name = QFileInfo(exported.path).fileName();
    if (exported.lost.isEmpty())
        Q_EMIT message(tr("Exported %1").arg(name));
    else
        Q_EMIT failed(tr("Exported %1, but not all of it can be said in this version: %2")
                          .arg(name, exported.lost.first().message));
}

void FileControl::exportProject()
{
    const QString path =
        QFileDialog::getExistingDirectory(m_window, tr("Folder of the FastAPI Project"), folder());
    if (path.isEmpty())
        return;
    cancel();
    m_patience.begin(tr("Exporting %1 …").arg(QFileInfo(path).fileName()));
    m_projectJob.start([api = m_document.api(), path] {
        return MadeProject{path, fastApiProject(api)};
    });
}

bool FileControl::mayOverwrite(const QStringList &files, const QString &folder)
{
    constexpr qsizetype mostNamed = 10;
    QString list = files.mid(0, mostNamed).join(u'\n');
    if (const auto more = static_cast<int>(files.size() - mostNamed); more > 0)
        list += u'\n' + tr("and %n more", nullptr, more);
    QMessageBox box(QMessageBox::Warning, tr("Files in the Way"),
                    tr("Overwrite what people wrote in %1?").arg(folder), QMessageBox::Cancel,
                    m_window);
    box.setObjectName(QStringLiteral("filesInTheWay"));
    box.setInformativeText(tr("Menura did not write these files, or they were changed since:") +
                           QStringLiteral("\n\n") + list);
    const QPushButton *overwrite = box.addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel); // Enter must not destroy anything
    box.setEscapeButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == overwrite;
}

void FileControl::write(const MadeProject &made)
{
    const QString name = QFileInfo(made.folder).fileName();
    ProjectWriting writing = writeProject(made.project, made.folder);
    if (!writing.inTheWay.isEmpty()) {
        if (!mayOverwrite(writing.inTheWay, name))
            return Q_EMIT message(tr("Nothing was written into %1").arg(name));
        writing = writeProject(made.project, made.folder, Overwriting::Allow);
    }
    if (!writing.ok())
        return Q_EMIT failed(writing.errorString);
    if (made.project.findings.isEmpty())
        Q_EMIT message(tr("Exported %1").arg(name));
    else
        Q_EMIT failed(tr("Exported %1. What a FastAPI project cannot do stands in its README; "
                         "first: %2")
                          .arg(name, made.project.findings.first().message));
}

void FileControl::exportTraffic(const Mock::TrafficPanel &traffic,
                                const Mock::ServerControl &server)
{
    SaveDialog dialog(m_window, tr("Export HAR"), folder() + QStringLiteral("/traffic"),
                      {{tr("HTTP archive (*.har)"), {QStringLiteral("har")}}});
    exportTo(dialog.ask(),
             [exchanges = traffic.shownExchanges(), url = server.url()](Diagnostics *) {
                 return writeJson(Mock::harLog(exchanges, url), 2);
             });
}

void FileControl::exportMap(const MapPane &map)
{
    SaveDialog dialog(m_window, tr("Export the Map"), proposedPath() + QStringLiteral("-map"),
                      {{tr("SVG picture (*.svg)"), {QStringLiteral("svg")}},
                       {tr("PNG picture (*.png)"), {QStringLiteral("png")}}});
    const QString path = dialog.ask();
    exportTo(path,
             [make = map.picture(pictureFormatOfFile(path))](Diagnostics *) { return make(); });
}
