#include "designer/coercion/reading.h"
#include "designer/coercion/types/text_types.h"

#include <QStringList>

namespace Design
{

namespace
{

/// As pathlib writes it on POSIX systems: without empty parts and those of one dot, but for two
/// slashes at the start, which may mean something to the system.
QString normalized(const QString &text)
{
    QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(QStringLiteral("."));
    const bool hasTwoSlashes =
        text.startsWith(QLatin1String("//")) && !text.startsWith(QLatin1String("///"));
    const QLatin1String root(hasTwoSlashes ? "//" : text.startsWith(u'/') ? "/" : "");
    const QString path = root + parts.join(u'/');
    return path.isEmpty() ? QStringLiteral(".") : path;
}

} // namespace

Json PathType::read(const Json &input, Reading &reading) const
{
    if (!input.isString() || reading.isBytes(input))
        return reading.refuse(ErrorType::PathType, input, node(), Keyword::Type);
    reading.atMost(Exactness::Lax);
    return Json(normalized(input.string()));
}

QString PathType::name() const
{
    // pydantic's own name: it wraps the class into these.
    const QString path = QStringLiteral("json-or-python[json=function-after[path_validator(), str],"
                                        "python=is-instance[Path]]");
    return QStringLiteral("lax-or-strict[lax=union[%1,function-after[path_validator(), str]],"
                          "strict=%1]")
        .arg(path);
}

} // namespace Design
