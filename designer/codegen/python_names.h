#pragma once

#include <QSet>
#include <QString>

namespace Design::Python
{

bool isKeyword(const QString &name);
/// Whether the name can stand in a program as it is.
bool isIdentifier(const QString &name);

/// `item_id` for "itemId", "Item-ID" or "item id": a name for a variable or a function.
QString variableName(const QString &name);
/// `PetStore` for "pet-store"; names that can stand as they are stay.
QString className(const QString &name);
/// The title that pydantic and FastAPI give a field without one: "Item Id" for `item_id`.
QString titleOf(const QString &name);

/// Names that are taken in one place, and those that are given out there.
class Names
{
public:
    void take(const QString &name) { m_taken.insert(name); }
    bool has(const QString &name) const { return m_taken.contains(name); }
    /// The name, with a number behind it where it is taken.
    QString unique(const QString &name);

private:
    QSet<QString> m_taken;
};

} // namespace Design::Python
