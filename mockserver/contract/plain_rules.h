#pragma once

#include "designer/coercion/compile/flat_schema.h"

namespace Mock
{

enum class Fit { No, Yes, Unknown };

/// Whether a value fits a schema, in the plainest way: keyword by keyword, as JSON Schema 2020-12
/// says it. What a test expects must not come from the code that it tests, so the validator is not
/// asked. What is not plain (formats, patterns with classes, references that lead nowhere) is not
/// known.
class PlainRules
{
public:
    explicit PlainRules(const Design::FindSchema &find)
        : m_find(find)
    {
    }

    /// `known` is a value that fits; parts of this one that are the same are believed to fit.
    Fit fits(const Design::Schema &schema, const Design::Json &value,
             const Design::Json &known = {}) const;
    /// The same for what is written as text: a text may stand for a number or a boolean as well.
    Fit fitsAsText(const Design::Schema &schema, const Design::Json &value,
                   const Design::Json &known = {}) const;

private:
    using Json = Design::Json;
    using Schema = Design::Schema;

    Fit judge(const Schema &schema, const Json &value, const Json &known, int depth) const;
    Fit plainly(const Schema &schema, const Json &value, const Json &known, int depth) const;
    Fit asText(const Schema &schema, const Json &value, const Json &known, int depth) const;
    Fit keyword(const Schema &schema, const Schema::Entry &entry, const Json &value,
                const Json &known, int depth) const;
    Fit number(const Schema &schema, const Schema::Entry &entry, const Json &value) const;
    static Fit text(const Schema::Entry &entry, const Json &value);
    Fit list(const Schema &schema, const Schema::Entry &entry, const Json &value, const Json &known,
             int depth) const;
    Fit contains(const Schema &schema, const Json &value, int depth) const;
    Fit object(const Schema &schema, const Schema::Entry &entry, const Json &value,
               const Json &known, int depth) const;
    Fit others(const Schema &schema, const Schema &of, const Json &value, const Json &known,
               int depth) const;
    Fit required(const Schema &schema, const Json &value) const;
    Fit combination(const Schema &schema, const Schema::Entry &entry, const Json &value,
                    const Json &known, int depth) const;
    bool isTyped(const Schema &schema, int depth) const;

    const Design::FindSchema m_find;
    mutable bool m_isText = false;
    mutable bool m_isPart = false; ///< of an allOf, with the schemas that the value itself is of
};

} // namespace Mock
