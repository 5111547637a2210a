#pragma once

#include "designer/codegen/script_python.h"

namespace Design::Python
{

/// app/stores.py: the rows of the design's stores.
class Stores
{
public:
    Stores(Source &source, Models &models);

    bool isEmpty() const { return m_source.behaviour().stores.isEmpty(); }
    static QString variable(const QString &store) { return variableName(store); }
    /// What expressions and routes see: the store's name in Python, and what a row is.
    ScriptValue value(const QString &store) const;
    /// Whether the rows are instances of a class, and not dictionaries.
    bool hasClass(const QString &store) const;
    /// Fields whose values an expression gives; the routes set them.
    static QList<ServerField> expressions(const StoreDesign &store, bool onlyUpdates);

    Module write();
    /// app/store.py: the class of all stores.
    static QString storeClass();

private:
    QString text(const Named<StoreDesign> &store, Module &module);

    Source &m_source;
    Models &m_models;
};

} // namespace Design::Python
