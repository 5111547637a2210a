#pragma once

#include "designer/coercion/read_error.h"

#include <optional>

namespace Design
{

class Type;

/// How near a value was to its type: unions prefer the member that had to change it least.
enum class Exactness { Lax, Strict, Exact };

/// One value being read: where we are in it, what was wrong so far, and how much work is left.
class Reading
{
public:
    explicit Reading(const JsonArray &location = {})
        : m_location(location)
    {
    }

    /// The value as the type has it, or undefined.
    Json read(const Type &type, const Json &input);
    /// The same for bytes that nothing has decoded (a body that was not declared as JSON).
    /// Types of text refuse those that are no UTF-8.
    Json readBytes(const Type &type, const Json &bytes, bool areText = true);
    bool isBytes(const Json &input) const { return &input == m_bytes; }

    bool isUnreadable(const Json &input) const { return isBytes(input) && !m_areText; }

    /// The same for what a text of JSON inside the value holds.
    Json readJsonText(const Type &type, const Json &content);
    bool isJsonText() const { return m_isJsonText; }

    /// Reads a part of the value, whose errors have `step` (a name or an index) in their place.
    Json readAt(const Json &step, const Type &type, const Json &input);

    /// Notes the error at this place. Gives undefined, to be returned.
    Json refuse(ErrorType type, const Json &input, NodeId node, Keyword keyword,
                const JsonObject &context = {});
    /// The same for a part of the value.
    Json refuseAt(const Json &step, ErrorType type, const Json &input, NodeId node,
                  Keyword keyword);

    const QList<ReadError> &errors() const { return m_errors; }
    qsizetype errorCount() const { return m_errors.size(); }
    void dropErrors(qsizetype from) { m_errors.remove(from, m_errors.size() - from); }

    void atMost(Exactness exactness) { m_exactness = std::min(m_exactness, exactness); }
    Exactness exactness() const { return m_exactness; }
    void addFieldsSet(int count) { m_fieldsSet = m_fieldsSet.value_or(0) + count; }
    std::optional<int> fieldsSet() const { return m_fieldsSet; }
    void restore(Exactness exactness, std::optional<int> fieldsSet);

    /// Values as FastAPI encodes them where no response model does: a decimal as a number, a
    /// duration as seconds, `+00:00` for UTC. Models keep pydantic's own forms.
    bool isEncoded() const { return m_isEncoded; }
    void setEncoded(bool isEncoded) { m_isEncoded = isEncoded; }

    void push(const Json &step) { m_location.append(step); }
    void pop() { m_location.removeLast(); }

    /// The work, the depth or the errors allowed were used up; the value counts as refused.
    bool isExhausted() const { return m_steps <= 0 || m_gaveUp || hasTooManyErrors(); }
    /// Only the errors were: those that were noted are right, and there may be more.
    bool hasTooManyErrors() const { return m_errors.size() >= mostErrors; }
    void giveUp() { m_gaveUp = true; } ///< a part of the work (a pattern) is too costly

private:
    static constexpr int mostDepth = 1'000;
    static constexpr qsizetype mostErrors = 10'000;

    JsonArray m_location;
    QList<ReadError> m_errors;
    const Json *m_bytes = nullptr;
    bool m_areText = true;
    bool m_isJsonText = false;
    Exactness m_exactness = Exactness::Exact;
    std::optional<int> m_fieldsSet;
    int m_steps = 2'000'000; ///< values read in all, those that a union tries included
    int m_depth = 0;
    bool m_gaveUp = false;
    bool m_isEncoded = false;
};

} // namespace Design
