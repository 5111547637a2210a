#pragma once

#include "designer/codegen/python_module.h"
#include "designer/codegen/python_names.h"
#include "designer/codegen/type_writer.h"

#include <QHash>

namespace Design::Python
{

/// The classes of a project: one for each component schema, and those that had to be made of
/// objects without a name.
class Models
{
public:
    explicit Models(Source &source);

    static QString module() { return QStringLiteral("app.models"); }

    /// The Python name of what a reference leads to; empty when it is no component.
    QString use(const QString &reference);
    /// Whether the schema is an object with fields of its own, as a class has them.
    bool isModel(const Json &schema) const;
    /// Whether values of the schema are instances of a class once they have been read.
    bool isClass(const Json &schema) const;
    Json followed(const Json &schema) const { return m_source.followed(schema); }
    /// The class of such a schema.
    QString inlineModel(const Json &schema, const QString &name, const QString &pointer);
    /// Whether each of these is a model with values of its own in this field.
    bool areTagged(const JsonArray &schemas, const QString &property) const;
    /// The name of a property's field: its own, where Python allows it.
    QString fieldName(const Json &schema, const QString &property) const;
    /// `Color.red`, where the schema is a component with these values; else empty.
    QString enumMember(const Json &schema, const Json &value);
    /// The schema of a property, looked for in bases as well; undefined when there is none.
    Json property(const Json &schema, const QString &name) const;
    /// Names of all properties, those of bases first.
    QStringList properties(const Json &schema) const;
    /// The schema of a component; undefined when there is none.
    Json component(const QString &name) const;
    static QString reference(const QString &component);
    /// Whether the component stands in no class, since FastAPI makes it itself.
    bool isHidden(const QString &component) const;

    /// The module of all classes that were asked for so far, and of all components.
    Module write();

private:
    enum class Kind { Model, Enum, Alias, Hidden };

    struct Component {
        QString name; ///< in Python
        Kind kind = Kind::Alias;
        Json schema;
        QString pointer;
    };
    struct Definition {
        QString text;
        QSet<QString> uses;
    };

    void findComponents();
    void findAnswered();
    void addAnswered(const Json &json, int depth);
    Kind kindOf(const QString &name, const Json &schema, const QSet<QString> &bodies) const;
    const Component *find(const Json &schema) const;
    void define(const Component &component, bool isAnswered);
    QString modelText(const Component &component, bool isAnswered);
    QStringList computedFields(const Component &component);
    QString enumText(const Component &component);
    QString aliasText(const Component &component);
    QString fieldLine(const QString &property, const Json &schema, bool isRequired, bool isAnswered,
                      const Component &owner);
    static QStringList memberNames(const JsonArray &values);

    Source &m_source;
    Module m_module;
    TypeWriter m_types;
    Names m_names;
    QStringList m_order;                      ///< components, as in the document
    QHash<QString, Component> m_components;   ///< by their names in the document
    QSet<QString> m_answered;                 ///< components that answers hold
    QHash<QString, Definition> m_definitions; ///< by name in Python
    QStringList m_defined;
    QList<std::pair<Json, QString>> m_made; ///< objects without a name, and their classes
    QSet<QString> *m_uses = nullptr;        ///< of what is being defined
};

} // namespace Design::Python
