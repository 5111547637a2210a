#pragma once

#include "mockserver/contract/plain_reading.h"
#include "mockserver/contract/plain_rules.h"
#include "mockserver/contract/tested_input.h"

namespace Mock
{

/// Says what must come of a value of an input: in FastAPI's profile with every error, in the strict
/// one only whether it is refused.
class Judge
{
public:
    Judge(const Design::FindSchema &find, ValueCases &values, bool isFastApi);

    /// `known` is a value of the input that is taken. Fields of a form that are `texts` are sent as
    /// such, though they are files.
    Foretold judge(const TestedInput &input, const Design::Json &value, const Design::Json &known,
                   const QStringList &texts = {}) const;

private:
    using Json = Design::Json;

    Foretold strictly(const TestedInput &input, const Json &value, const Json &known,
                      const QStringList &texts) const;
    Foretold parameter(const TestedInput &input, const Json &value, const Json &known) const;
    Foretold body(const TestedInput &input, const Json &value, const Json &known) const;
    /// Of a body whose fields are inputs of their own.
    Foretold fields(const TestedInput &input, const Json &value, const Json &known,
                    const QStringList &texts) const;
    Foretold formModel(const TestedInput &input, const Json &value, const Json &known,
                       const QStringList &texts) const;
    /// What a model is read from: the fields with their defaults, then what else there is.
    Json modelInput(const InputSchema &model, const Json &value) const;
    bool hasFiles(const InputSchema &model) const;

    const Design::FindSchema m_find;
    ValueCases &m_values;
    const PlainReading m_reading;
    const PlainRules m_rules;
    const bool m_isFastApi;
};

/// What a value looks like when it comes back as `input` from where everything is text.
Design::Json asSent(const Design::Json &value);

/// Whether a field, or the items of it, are files.
bool isFileField(const Design::Schema &schema, const Design::FindSchema &find);

} // namespace Mock
