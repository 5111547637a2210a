#include "designer/looks/save_dialog.h"

#include <QFileInfo>

#include <algorithm>

namespace Design
{

SaveDialog::SaveDialog(QWidget *parent, const QString &title, const QString &path,
                       const QList<Format> &formats)
    : QFileDialog(parent, title, QFileInfo(path).absolutePath())
    , m_formats(formats)
{
    setAcceptMode(AcceptSave);
    QStringList filters;
    for (const Format &format : formats)
        filters.append(format.filter);
    setNameFilters(filters);
    setDefaultSuffix(formats.first().suffixes.first());
    selectFile(QFileInfo(path).fileName() + u'.' + defaultSuffix());
    connect(this, &QFileDialog::filterSelected, this, &SaveDialog::follow);
}

QString SaveDialog::ask()
{
    return exec() == QDialog::Accepted ? selectedFiles().value(0) : QString();
}

qsizetype SaveDialog::format() const
{
    return std::max<qsizetype>(0, nameFilters().indexOf(selectedNameFilter()));
}

void SaveDialog::chooseFormat(qsizetype index)
{
    selectNameFilter(m_formats.at(index).filter);
    follow();
}

bool SaveDialog::isOfAFormat(const QString &suffix) const
{
    return std::any_of(m_formats.begin(), m_formats.end(), [&suffix](const Format &format) {
        return format.suffixes.contains(suffix, Qt::CaseInsensitive);
    });
}

/// Qt takes whatever stands behind a dot for the ending: that of `shop-1.2` is still missing.
void SaveDialog::accept()
{
    const QFileInfo file(selectedFiles().value(0));
    if (!file.isDir() && !file.fileName().isEmpty() && !isOfAFormat(file.suffix()))
        selectFile(file.fileName() + u'.' + defaultSuffix());
    QFileDialog::accept();
}

void SaveDialog::follow()
{
    const QStringList &suffixes = m_formats.at(format()).suffixes;
    setDefaultSuffix(suffixes.first());
    const QFileInfo file(selectedFiles().value(0));
    const auto isOfAnother = [&file, &suffixes](const Format &format) {
        return format.suffixes.contains(file.suffix()) && !suffixes.contains(file.suffix());
    };
    if (!file.isDir() && std::any_of(m_formats.begin(), m_formats.end(), isOfAnother))
        selectFile(file.completeBaseName() + u'.' + suffixes.first());
}

} // namespace Design
