#pragma once

#include <QMap>
#include <QSet>
#include <QStringList>

namespace Design::Python
{

/// One file of Python: what it imports, and its blocks.
class Module
{
public:
    /// `name` is what others import it as: `app.models`.
    explicit Module(const QString &name = {}, const QString &docstring = {});

    /// `from module import name`, unless it is this one; returns the name.
    QString use(const QString &module, const QString &name);
    QString use(const char *module, const char *name);
    /// `import module`; returns the module.
    QString useModule(const QString &module);

    /// A block at the top level: a statement, or (two lines apart) a class or a function.
    void addStatement(const QString &text);
    void addDefinition(const QString &text);
    /// A statement before the functions, however often it is asked for.
    void addOnce(const QString &text);
    const QString &name() const { return m_name; }
    bool uses(const QString &module, const QString &name) const
    {
        return m_names.value(module).contains(name);
    }
    bool isEmpty() const { return m_blocks.isEmpty(); }

    QString text() const;

private:
    struct Block {
        QString text;
        bool isDefinition = false;
    };
    QString imports() const;

    QString m_name;
    QString m_docstring;
    QMap<QString, QSet<QString>> m_names; ///< by module
    QSet<QString> m_modules;
    QList<Block> m_blocks;
};

} // namespace Design::Python
