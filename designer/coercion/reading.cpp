#include "designer/coercion/reading.h"

#include "designer/coercion/type.h"

#include <utility>

namespace Design
{

Json Reading::read(const Type &type, const Json &input)
{
    --m_steps;
    if (m_depth >= mostDepth)
        m_gaveUp = true;
    if (isExhausted())
        return refuse(ErrorType::RecursionLoop, input, type.node(), Keyword::Unknown);
    ++m_depth;
    Json value = type.read(input, *this);
    --m_depth;
    return value;
}

Json Reading::readBytes(const Type &type, const Json &bytes, bool areText)
{
    m_bytes = &bytes;
    m_areText = areText;
    Json value = read(type, bytes);
    m_bytes = nullptr;
    return value;
}

Json Reading::readJsonText(const Type &type, const Json &content)
{
    const bool wasJsonText = std::exchange(m_isJsonText, true);
    Json value = read(type, content);
    m_isJsonText = wasJsonText;
    return value;
}

Json Reading::readAt(const Json &step, const Type &type, const Json &input)
{
    push(step);
    Json value = read(type, input);
    pop();
    return value;
}

Json Reading::refuse(ErrorType type, const Json &input, NodeId node, Keyword keyword,
                     const JsonObject &context)
{
    if (!hasTooManyErrors())
        m_errors.append({type, m_location, input, context, node, keyword});
    return {};
}

Json Reading::refuseAt(const Json &step, ErrorType type, const Json &input, NodeId node,
                       Keyword keyword)
{
    push(step);
    refuse(type, input, node, keyword);
    pop();
    return {};
}

void Reading::restore(Exactness exactness, std::optional<int> fieldsSet)
{
    m_exactness = exactness;
    m_fieldsSet = fieldsSet;
}

} // namespace Design
