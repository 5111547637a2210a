#pragma once

#include "app/studio/overlay.h"

#include <QAbstractListModel>
#include <QIcon>

#include <functional>

class QListView;

/// Something that can be gone to or done.
struct PaletteItem {
    QString title;
    QString detail; ///< dim, at the right: a key, a summary
    QIcon icon;
    bool isCommand = false;
    std::function<void()> run;
};

/// The items that fit what is typed, best first.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    enum Role { DetailRole = Qt::UserRole + 1 };

    void setItems(const QList<PaletteItem> &items);
    /// Text that begins with > looks for commands only; without it commands come last.
    void setPattern(const QString &pattern);
    const PaletteItem &item(int row) const { return m_items.at(m_shown.at(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteItem> m_items;
    QList<int> m_shown;
};

/// "Go to anything": routes, models and commands by a few of their letters.
class Palette : public Overlay
{
    Q_OBJECT

public:
    explicit Palette(QWidget *parent);

    void open(const QList<PaletteItem> &items, const QString &pattern);

protected:
    bool handleKey(int key) override;

private:
    void filter(const QString &text);
    void run(const QModelIndex &index);
    void step(int by);

    PaletteModel *m_model;
    QListView *m_list;
};
