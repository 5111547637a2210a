#pragma once

#include "designer/codegen/models.h"

namespace Design::Python
{

/// One argument of a function that answers a route, or of a dependency.
struct Argument {
    QString name;
    Code type;
    QString standard; ///< `= 10` without the sign; empty: it must be given
    // Where its value comes from, for expressions.
    QString place; ///< path, query, header, cookie, body, or empty
    QString said;  ///< its name in the design
    Json schema;
};

/// Reads parameters and bodies of the design into arguments.
class ArgumentWriter
{
public:
    ArgumentWriter(Source &source, Models &models, Module &module);

    /// The Parameter Objects of an operation, those of its path included; a name is given once.
    static JsonArray parameters(const Source &source, const Json &item, const Json &operation);
    Argument parameter(const Json &parameter, const QString &route, Names *names,
                       const QString &pointer);

    struct Body {
        QList<Argument> arguments;
        JsonObject extra;     ///< of the Request Body Object: what no argument says
        bool isWhole = false; ///< the body is one argument, and not its members
        bool isRaw = false;   ///< the route reads the bytes itself
        Json schema;
    };
    Body body(const Json &operation, const QString &route, Names *names, const QString &pointer);

    /// `name: type = standard`, those that must be given first.
    static QList<Code> signature(const QList<Argument> &arguments);

private:
    enum class Marker { Path, Query, Header, Cookie, Body, Form, File };

    Argument made(const QString &name, const Json &schema, const QString &usualTitle, Marker marker,
                  bool isRequired, QList<Code> arguments, const QString &hintName,
                  const QString &pointer, bool needsMarker);
    QList<Argument> members(const Json &schema, Marker marker, bool isEmbedded, Names *names,
                            const QString &hintName, const QString &pointer);
    bool isScalar(const Json &schema) const;
    bool isFile(const Json &schema) const;

    Source &m_source;
    Models &m_models;
    Module &m_module;
    TypeWriter m_types;
};

} // namespace Design::Python
