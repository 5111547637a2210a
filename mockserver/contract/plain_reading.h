#pragma once

#include "mockserver/contract/foretold.h"
#include "mockserver/contract/input_schema.h"

namespace Mock
{

/// How FastAPI (pydantic's lax mode) reads a value, in the plainest way, with the words of every
/// error: numbers, texts, choices, lists, dicts, models and unions of them. What a test expects
/// must not come from the code that it tests, so the compiled types of the server are not asked.
/// What is not plain (formats, types that only `x-menura.type` names) is vague.
class PlainReading
{
public:
    explicit PlainReading(const Design::FindSchema &find)
        : m_find(find)
    {
    }

    /// `known` is a value that is taken; parts of this one that are the same are believed to be.
    Foretold read(const Design::Schema &schema, const Design::Json &value,
                  const Design::JsonArray &location, const Design::Json &known = {}) const;
    /// A value at a place, in one more step from it.
    Foretold member(const Design::Schema &schema, const Design::Json &value,
                    const Design::JsonArray &location, const Design::Json &step,
                    const Design::Json &known) const;

    static Foretold missing(const Design::JsonArray &location, const Design::Json &input);

private:
    using Json = Design::Json;
    using JsonArray = Design::JsonArray;
    using ErrorType = Design::ErrorType;

    Foretold plainly(const Design::Schema &schema, const Json &value, const JsonArray &location,
                     const Json &known) const;
    Foretold typed(const InputSchema &input, const Json &value, const JsonArray &location,
                   const Json &known) const;
    /// What pydantic calls a type in the place of an error in a union; nothing where not known.
    std::optional<QString> label(const Design::Schema &schema, int depth) const;
    Design::Schema alternativeOf(const InputSchema &input, const Json &value) const;
    bool isDecimal(const InputSchema &input) const;
    Foretold decimal(const InputSchema &input, const Json &value, const JsonArray &location) const;
    Foretold otherRules(const InputSchema &input, const Json &value, const Json &known) const;

    // plain_reading_scalars.cpp
    static Foretold choice(const InputSchema &input, const Json &value, const JsonArray &location);
    static Foretold integer(const InputSchema &input, const Json &value, const JsonArray &location);
    static Foretold fraction(const InputSchema &input, const Json &value,
                             const JsonArray &location);
    static Foretold limits(const InputSchema &input, double number, const Json &value,
                           const JsonArray &location);
    static Foretold boolean(const Json &value, const JsonArray &location);
    static Foretold text(const InputSchema &input, const Json &value, const JsonArray &location);
    static Foretold bytes(const Json &value, const JsonArray &location);
    static Foretold secret(const InputSchema &input, const Json &value, const JsonArray &location);
    static Foretold url(const InputSchema &input, const Json &value);
    static Foretold ofFormat(const QString &format, const Json &value);

    // plain_reading_inside.cpp
    Foretold list(const InputSchema &input, const Json &value, const JsonArray &location,
                  const Json &known) const;
    Foretold tuple(const InputSchema &input, const Json &value, const JsonArray &location,
                   const Json &known) const;
    Foretold model(const InputSchema &input, const Json &value, const JsonArray &location,
                   const Json &known) const;
    Foretold dict(const InputSchema &input, const Json &value, const JsonArray &location,
                  const Json &known) const;
    Foretold oneOf(const InputSchema &input, const Json &value, const JsonArray &location,
                   const Json &known) const;
    Foretold tagged(const InputSchema &input, const Json &value, const JsonArray &location,
                    const Json &known) const;

    const Design::FindSchema m_find;
    mutable int m_depth = 0;
};

/// One error at a place.
Foretold refusedAs(Design::ErrorType type, const Design::JsonArray &location,
                   const Design::Json &input, const Design::JsonObject &context = {});

/// Whole numbers without a fraction, others as doubles.
Design::Json numberOf(double value);

} // namespace Mock
