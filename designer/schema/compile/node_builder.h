#pragma once

#include "designer/schema/compile/compile_context.h"

namespace Design
{

/// Fills one node with the instructions of one schema. One source file a group of keywords.
class NodeBuilder
{
public:
    using Place = SchemaDocuments::Place;

    NodeBuilder(CompileContext &context, Compiled::Node &node, const Place &place);
    void build();

private:
    /// Kinds of values as a set, for addCode().
    enum : quint8 {
        OnNull = 1,
        OnBoolean = 2,
        OnNumber = 4,
        OnString = 8,
        OnArray = 16,
        OnObject = 32,
        OnAll = 63
    };

    void buildTypes();
    void buildValues();
    void buildNumberLimits();
    void buildStringLimits();
    void buildFormat();
    void buildContent();
    void buildArrays();
    void buildContains();
    void buildProperties();
    void buildDependencies();
    void buildReferences();
    void buildApplicators();
    void buildBranches(Keyword keyword);
    void buildSubtypes();
    void buildConditional();
    void buildUnevaluated();
    void finish();
    void finishShortcuts();

    void addLimit(Compiled::Op op, Keyword keyword);
    void addCount(Compiled::Op op, Keyword keyword, quint8 kinds);
    void addRequired(Compiled::ObjectRules *rules, QStringList *names);
    void addTags(const QList<Named<Schema>> &alternatives, Compiled::Branches *branches);
    void addTag(const QString &tag, int branch, Compiled::Branches *branches, QStringList *tags);
    Compiled::TellingProperty tellingProperty(const QList<Schema> &branches) const;
    QStringList ownTags(const Schema &alternative, const QString &property);
    QString branchName(const Schema &schema) const;
    template<class Test>
    bool isAnyPart(const Schema &schema, const Place &place, const Test &test, int depth = 0);
    bool isMarked(const Schema &schema, Keyword keyword, const Place &place);
    bool isMarkedElsewhere(const QString &name, Keyword keyword);
    bool hasMarked(const Schema &schema, const QString &name, Keyword keyword, const Place &place);

    bool has(Keyword keyword) const { return isActive(keyword) && m_schema.has(keyword); }
    bool isActive(Keyword keyword) const;
    const Json &value(Keyword keyword) const;
    std::optional<qint64> count(Keyword keyword) const;
    const Compiled::Node *childOf(Keyword keyword);
    const Compiled::Node *restOf(Keyword keyword, bool *isThere);
    const Compiled::Node *node(const Schema &schema) { return m_context.child(schema, m_place); }

    template<class T>
    const T *keep(T data)
    {
        return m_context.program().add(std::move(data));
    }
    Compiled::Instruction make(Compiled::Op op, Keyword keyword) const;
    void addCode(quint8 kinds, const Compiled::Instruction &instruction);

    struct Emitted {
        quint8 kinds;
        Compiled::Instruction instruction;
    };

    CompileContext &m_context;
    Compiled::Node &m_node;
    const Place m_place;
    const Schema &m_schema;
    const DialectRules &m_rules;
    std::vector<Emitted> m_code;
};

} // namespace Design
