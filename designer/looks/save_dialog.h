#pragma once

#include <QFileDialog>

namespace Design
{

/// Asks where to save something that can be written in several formats. The ending of the name
/// follows the format that is chosen, and stands in the name before anyone asks whether the file
/// may be overwritten.
class SaveDialog : public QFileDialog
{
    Q_OBJECT

public:
    struct Format {
        QString filter;         ///< "SVG picture (*.svg)"
        QStringList suffixes{}; ///< the first one is what a name without any gets
    };

    /// @param path what is proposed, without the suffix of the first format
    SaveDialog(QWidget *parent, const QString &title, const QString &path,
               const QList<Format> &formats);

    QString ask(); ///< the path; empty when nothing is to be saved
    qsizetype format() const;
    void chooseFormat(qsizetype index); ///< as if the user had chosen it in the list

protected:
    void accept() override;

private:
    void follow();
    bool isOfAFormat(const QString &suffix) const;

    QList<Format> m_formats;
};

} // namespace Design
