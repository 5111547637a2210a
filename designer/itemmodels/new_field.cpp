#include "designer/itemmodels/new_field.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(NewField)
};

/// The colon between name and type; quotation marks hide one that belongs to the name.
qsizetype colonOf(const QString &text)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (text.at(i) == QLatin1Char(':') && !isQuoted)
            return i;
    }
    return -1;
}

} // namespace

NewField parseNewField(const QString &text, const Api &api)
{
    NewField field;
    field.type.kind = TypeExpression::Kind::Scalar;
    field.type.name = QStringLiteral("string");

    const qsizetype colon = colonOf(text);
    QString name = text.left(colon < 0 ? text.size() : colon).trimmed();
    const bool isQuoted = name.size() > 1 && name.startsWith(QLatin1Char('"'));
    if (name.endsWith(QLatin1Char('*'))) {
        field.required = true;
        name = name.chopped(1).trimmed();
    } else if (colon >= 0 && name.endsWith(QLatin1Char('?')) && !isQuoted) {
        name = name.chopped(1).trimmed(); // as TypeScript says it; fields are optional anyway
    }
    if (name.size() > 1 && name.startsWith(QLatin1Char('"')) && name.endsWith(QLatin1Char('"')))
        name = name.mid(1, name.size() - 2);
    field.name = name;
    if (name.isEmpty()) {
        field.error = NotationError{0,
                                    0,
                                    Text::tr("Type a name, and after a colon its type if you "
                                             "like: title: string 1..80."),
                                    {}};
        return field;
    }
    const QString type = colon < 0 ? QString() : text.mid(colon + 1);
    if (type.trimmed().isEmpty())
        return field;
    const ParsedType parsed = parseType(type, api);
    field.type = parsed.type;
    field.error = parsed.error;
    if (field.error)
        field.error->column += colon + 1;
    return field;
}

} // namespace Design
