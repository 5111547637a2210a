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
    bool isPart = false;   ///< of something else: there are many, so they are found but not listed
    qsizetype recency = 0; ///< how lately it was there: the greater, the later; 0: never
};

/// The items that fit what is typed, best first.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    enum Role { DetailRole = Qt::UserRole + 1 };

    void setItems(const QList<PaletteItem> &items);
    /// What goes to a line (from 0) of the OpenAPI.
    void setLineJump(const std::function<void(int line)> &jump) { m_lineJump = jump; }
    /// Text that begins with > looks for commands only; without it commands come last. One that
    /// begins with : is the number of a line.
    void setPattern(const QString &pattern);
    const PaletteItem &item(int row) const
    {
        return m_isLine ? m_line : m_items.at(m_shown.at(row));
    }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void showLine(int number);

    QList<PaletteItem> m_items;
    QList<int> m_shown;
    std::function<void(int line)> m_lineJump;
    PaletteItem m_line;
    bool m_isLine = false; ///< m_line is all there is
};

/// "Go to anything": everything in the design, lines and commands, by a few of their letters.
class Palette : public Overlay
{
    Q_OBJECT

public:
    explicit Palette(QWidget *parent);

    void open(const QList<PaletteItem> &items, const QString &pattern);
    void setLineJump(const std::function<void(int line)> &jump) { m_model->setLineJump(jump); }

protected:
    bool handleKey(int key) override;

private:
    void filter(const QString &text);
    void run(const QModelIndex &index);
    void step(int by);

    PaletteModel *m_model;
    QListView *m_list;
};
