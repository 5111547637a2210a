#include "designer/model/behaviour/behaviour.h"
#include "designer/model/expressions/extension_walk.h"

namespace Design
{

namespace
{

class ModelRename : public ExtensionWalk
{
public:
    ModelRename(const QString &from, const QString &to)
        : m_from(from)
        , m_to(to)
    {
    }

    /// From the document on.
    QStringList places() const { return m_places; }

private:
    Json met(const Json &value, const Place &place) override
    {
        if (place.kind != Kind::Model || value.string() != m_from)
            return value;
        m_places.append(QStringLiteral("/x-menura") + place.pointer);
        return m_to;
    }

    QString m_from;
    QString m_to;
    QStringList m_places;
};

} // namespace

int renameModelInBehaviour(Api &api, const QString &from, const QString &to)
{
    ModelRename rename(from, to);
    const Json menura = rename.document(api.menura);
    if (!rename.places().isEmpty())
        api.menura = menura;
    return static_cast<int>(rename.places().size());
}

QStringList modelPlacesInBehaviour(const Api &api, const QString &name)
{
    ModelRename walk(name, name);
    walk.document(api.menura);
    return walk.places();
}

} // namespace Design
