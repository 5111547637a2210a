#pragma once

#include "app/studio/settings.h"
#include "designer/document/design_document.h"

class QMenu;

/// New, open, save and export, with the questions that go with them.
class FileControl : public QObject
{
    Q_OBJECT

public:
    /// Dialogs are shown above this window.
    FileControl(Design::DesignDocument &document, Settings &settings, QWidget *window);

    void newDesign();
    void open();
    bool openFile(const QString &path); ///< without asking about unsaved changes
    void openRecent(const QString &path);
    void openSample();
    bool save();
    bool saveAs();
    void exportOpenApi();
    /// Asks when there are unsaved changes; true when the design may go.
    bool mayDiscard();
    void fillRecentMenu(QMenu *menu);

Q_SIGNALS:
    void message(const QString &text); ///< for the status bar
    void failed(const QString &text);  ///< as a sentence, to be shown until it is closed
    void recentFilesChanged();

private:
    QString folder() const;
    void remember(const QString &path);

    Design::DesignDocument &m_document;
    Settings &m_settings;
    QWidget *m_window;
};
