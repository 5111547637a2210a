#pragma once

#include "designer/codegen/python_code.h"
#include "designer/codegen/source.h"

namespace Design::Python
{

class Models;
class Module;

/// What a schema is in Python.
struct TypeHint {
    Code type;         ///< `str | None`
    QList<Code> rules; ///< arguments of Field(), Query() ...: `min_length=3`
    JsonObject extra;  ///< what stands in the schema and cannot be said otherwise
};

/// A default value, and whether it only becomes one of its type when pydantic reads it.
struct DefaultValue {
    Code code;
    bool needsReading = false;
};

/// Writes the types of schemas into one module.
class TypeWriter
{
public:
    TypeWriter(Source &source, Models &models, Module &module);

    /// `name` is for a class that has to be made of an object; `pointer` is the schema's place.
    TypeHint hint(const Json &schema, const QString &name, const QString &pointer);
    /// The type with all that belongs to it: `Annotated[str, Field(min_length=3)]`.
    Code annotation(const Json &schema, const QString &name, const QString &pointer);
    /// Title (where it is not the usual one), description, examples ... as arguments.
    /// What has no argument of its own goes into `json_schema_extra`, with what is `extra`.
    static QList<Code> notes(const Json &schema, const QString &usualTitle,
                             const JsonObject &extra);
    DefaultValue defaultValue(const Json &schema, const Json &value);
    Module &module() { return m_module; }

private:
    struct Work;
    void writeReference(Work &work);
    void writeUnion(Work &work);
    void writeChoice(Work &work);
    void writeString(Work &work);
    void writeNumber(Work &work, const QString &type);
    void writeArray(Work &work);
    void writeObject(Work &work);
    void writeOfType(Work &work, const QString &type);
    bool writeDecimal(Work &work, const JsonArray &members);
    bool isHashable(const Json &schema) const;
    Code any();
    void takeRules(Work &work, std::initializer_list<std::pair<const char *, const char *>> names);

    Source &m_source;
    Models &m_models;
    Module &m_module;
};

} // namespace Design::Python
