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

    int count() const { return m_count; }

private:
    Json met(const Json &value, const Place &place) override
    {
        if (place.kind != Kind::Model || value.string() != m_from)
            return value;
        ++m_count;
        return m_to;
    }

    QString m_from;
    QString m_to;
    int m_count = 0;
};

class ModelPlaces : public ExtensionWalk
{
public:
    explicit ModelPlaces(const QString &name)
        : m_name(name)
    {
    }

    QStringList pointers() const { return m_pointers; }

private:
    Json met(const Json &value, const Place &place) override
    {
        if (place.kind == Kind::Model && value.string() == m_name)
            m_pointers.append(QStringLiteral("/x-menura") + place.pointer);
        return value;
    }

    QString m_name;
    QStringList m_pointers;
};

} // namespace

int renameModelInBehaviour(Api &api, const QString &from, const QString &to)
{
    ModelRename rename(from, to);
    const Json menura = rename.document(api.menura);
    if (rename.count() > 0)
        api.menura = menura;
    return rename.count();
}

QStringList modelPlacesInBehaviour(const Api &api, const QString &name)
{
    ModelPlaces places(name);
    places.document(api.menura);
    return places.pointers();
}

} // namespace Design
