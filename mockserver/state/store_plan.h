#pragma once

#include "designer/coercion/compile/type_compiler.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/schema/compiled_schema.h"
#include "mockserver/script/script.h"

namespace Mock
{

/// A store of a design made ready to be used.
struct StorePlan {
    struct Field {
        QString name;
        Design::ServerField::Kind kind = Design::ServerField::Kind::Counter;
        Script script;
        bool onUpdate = false;
    };

    QString name;
    QString label; ///< of one row, for messages: "Item" of the store "items"
    QString key;
    QList<QStringList> unique;
    QList<Design::ForeignKey> foreign;
    QList<Field> set;
    QStringList search;
    QStringList fields; ///< of the model; empty: unknown
    Design::JsonArray fixtures;
    QString pointer;
    Design::NodeId model = Design::NodeId::None;
    const Design::Type *type = nullptr; ///< of a row in FastAPI's profile
    Design::CompiledSchema schema;      ///< in the strict one
};

/// All stores of a design, with what they point to.
struct StorePlans {
    QList<StorePlan> stores;
    QList<std::shared_ptr<const Design::TypeSet>> types;

    const StorePlan *find(const QString &name) const
    {
        for (const StorePlan &plan : stores) {
            if (plan.name == name)
                return &plan;
        }
        return nullptr;
    }
};

} // namespace Mock
