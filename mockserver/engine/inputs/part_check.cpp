#include "mockserver/engine/inputs/part_check.h"

#include "designer/schema/validator.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/inputs/style_reader.h"

#include <algorithm>

using Design::Json;
using Design::JsonArray;

namespace Mock
{

namespace
{

QString headerProblem(const ParameterPlan &header, const QString &text)
{
    const StyledValue read = readStyled(text, header.name, header.style, header.shape);
    if (!read.problem.isEmpty())
        return read.problem;
    const Design::Validation found = Design::validate(header.schema, read.value);
    return found.isValid() ? QString() : rootCause(found.errors.first()).message;
}

} // namespace

Violation partViolation(const Json &at, const QString &type, const QString &message,
                        Design::NodeId node)
{
    Violation violation;
    violation.location = JsonArray{Json(QStringLiteral("body")), at};
    violation.type = type;
    violation.message = message;
    violation.node = node;
    return violation;
}

QByteArray typeOfPart(const FormField &part, const FieldEncoding &encoding)
{
    if (!part.contentType.isEmpty())
        return part.contentType;
    const QByteArrayList &wanted = encoding.contentTypes;
    const auto json = std::find_if(wanted.begin(), wanted.end(), [](const QByteArray &range) {
        return parseMediaType(range).isJson();
    });
    return json == wanted.end() || part.isFile() ? QByteArrayLiteral("text/plain") : *json;
}

QList<Violation> partViolations(const FormField &part, const PartPlan &plan, const Json &at,
                                Design::NodeId node)
{
    QList<Violation> violations;
    const QByteArrayList &wanted = plan.encoding.contentTypes;
    const QByteArray type = typeOfPart(part, plan.encoding);
    const auto fits = [&type](const QByteArray &range) { return mediaTypeFit(type, range) > 0; };
    if (!wanted.isEmpty() && std::none_of(wanted.begin(), wanted.end(), fits)) {
        violations.append(partViolation(at, QStringLiteral("contentType"),
                                        QStringLiteral("must be of type %1, not %2")
                                            .arg(QString::fromLatin1(wanted.join(" or ")),
                                                 QString::fromLatin1(parseMediaType(type).type)),
                                        node));
    }
    for (const ParameterPlan &header : plan.headers) {
        const Json text = part.head.value(header.name.toLower());
        const QString problem = text.isString()     ? headerProblem(header, text.string())
                                : header.isRequired ? QStringLiteral("is required")
                                                    : QString();
        if (problem.isEmpty())
            continue;
        violations.append(partViolation(
            at, QStringLiteral("headers"),
            QStringLiteral("the header field %1 of the part %2").arg(header.name, problem), node));
    }
    return violations;
}

} // namespace Mock
