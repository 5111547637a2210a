#pragma once

#include "designer/model/component_table.h"
#include "designer/model/schema_json.h"

namespace Design
{

/// Makes JSON objects from the structs of designer/model, by the table in fields.h: the members in
/// the order in which they were read, new ones where the table puts them.
class ObjectWriter
{
public:
    explicit ObjectWriter(const Api &api);

    Json write(const QString &value) const { return value; }
    Json write(bool value) const { return value; }
    Json write(const std::optional<bool> &value) const { return *value; }
    Json write(const Json &value) const { return value; }
    Json write(const QStringList &value) const;
    Json write(const Reference &value) const { return m_components.text(value); }
    Json write(const Schema &value) const { return writeSchema(value, m_linkText); }
    Json write(const SecurityRequirement &value) const;
    template<class T>
    Json write(const std::optional<T> &value) const;
    template<class T>
    Json write(const QList<T> &value) const;
    template<class T>
    Json write(const NamedList<T> &value) const;
    /// Any other struct of api.h.
    template<class T>
    Json write(const T &value) const;

private:
    ComponentTable m_components;
    LinkText m_linkText;
};

extern template Json ObjectWriter::write(const Api &) const;
extern template Json ObjectWriter::write(const Example &) const;
extern template Json ObjectWriter::write(const MediaType &) const;
extern template Json ObjectWriter::write(const Header &) const;
extern template Json ObjectWriter::write(const Parameter &) const;
extern template Json ObjectWriter::write(const RequestBody &) const;
extern template Json ObjectWriter::write(const Link &) const;
extern template Json ObjectWriter::write(const Response &) const;
extern template Json ObjectWriter::write(const SecurityScheme &) const;
extern template Json ObjectWriter::write(const Server &) const;
extern template Json ObjectWriter::write(const Tag &) const;
extern template Json ObjectWriter::write(const Callback &) const;
extern template Json ObjectWriter::write(const Operation &) const;
extern template Json ObjectWriter::write(const PathItem &) const;

} // namespace Design
