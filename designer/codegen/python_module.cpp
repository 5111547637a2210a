#include "designer/codegen/python_module.h"

#include "designer/codegen/python_code.h"

#include <algorithm>

namespace Design::Python
{

namespace
{

/// As isort groups them: the standard library, what is installed, the project itself.
int groupOf(const QString &module)
{
    const QString root = module.section(u'.', 0, 0);
    if (root == u"__future__")
        return 0;
    if (root == u"app")
        return 3;
    static const QStringList installed{QStringLiteral("fastapi"), QStringLiteral("pydantic"),
                                       QStringLiteral("typing_extensions"), QStringLiteral("httpx"),
                                       QStringLiteral("pytest")};
    return installed.contains(root) ? 2 : 1;
}

/// CONSTANTS before Classes before functions, as isort sorts them.
int kindOf(const QString &name)
{
    if (name.toUpper() == name && name.size() > 1)
        return 0;
    return name.at(0).isUpper() ? 1 : 2;
}

bool comesBefore(const QString &left, const QString &right)
{
    const int a = kindOf(left);
    const int b = kindOf(right);
    return a != b ? a < b : left < right;
}

} // namespace

Module::Module(const QString &name, const QString &docstring)
    : m_name(name)
    , m_docstring(docstring)
{
}

QString Module::use(const QString &module, const QString &name)
{
    if (module != m_name)
        m_names[module].insert(name);
    return name;
}

QString Module::use(const char *module, const char *name)
{
    return use(QString::fromLatin1(module), QString::fromLatin1(name));
}

QString Module::useModule(const QString &module)
{
    m_modules.insert(module);
    return module;
}

void Module::addStatement(const QString &text)
{
    m_blocks.append({text, false});
}

void Module::addDefinition(const QString &text)
{
    m_blocks.append({text, true});
}

void Module::addOnce(const QString &text)
{
    const auto isSame = [&](const Block &block) { return block.text == text; };
    if (!std::any_of(m_blocks.cbegin(), m_blocks.cend(), isSame))
        m_blocks.prepend({text, false});
}

QString Module::imports() const
{
    QString groups[4];
    QStringList modules = m_modules.values();
    modules.sort();
    for (const QString &module : std::as_const(modules))
        groups[groupOf(module)] += QLatin1String("import ") + module + u'\n';
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it) {
        QStringList names = it->values();
        std::sort(names.begin(), names.end(), comesBefore);
        const QString start = QLatin1String("from ") + it.key() + QLatin1String(" import ");
        const QString line = start + names.join(QLatin1String(", "));
        groups[groupOf(it.key())] += line.size() <= 88 ? line + u'\n'
                                                       : start + QLatin1String("(\n    ") +
                                                             names.join(QLatin1String(",\n    ")) +
                                                             QLatin1String(",\n)\n");
    }
    QStringList all;
    for (const QString &group : groups) {
        if (!group.isEmpty())
            all.append(group);
    }
    return all.join(u'\n');
}

QString Module::text() const
{
    QString result = docstring(m_docstring, 0);
    const QString imported = imports();
    if (!imported.isEmpty())
        result += (result.isEmpty() ? QString() : QStringLiteral("\n")) + imported;
    bool wasDefinition = false;
    for (const Block &block : m_blocks) {
        const bool isFar = block.isDefinition || wasDefinition;
        if (!result.isEmpty())
            result += isFar ? QStringLiteral("\n\n") : QStringLiteral("\n");
        result += block.text;
        if (!result.endsWith(u'\n'))
            result += u'\n';
        wasDefinition = block.isDefinition;
    }
    return result;
}

} // namespace Design::Python
