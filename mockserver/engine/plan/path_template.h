#pragma once

#include <QStringList>

#include <functional>

namespace Mock
{

/// A path of a design such as `/items/{item_id}` or `/files/{file_path:path}`, matched against
/// decoded paths: a parameter takes at least one character and no slash, a `path` parameter
/// everything. As Starlette, it knows the convertors str, path, int, float and uuid.
class PathTemplate
{
public:
    PathTemplate() = default;
    explicit PathTemplate(const QString &text);

    /// Whether some values are those that are meant, where a path can be taken apart in many ways.
    using Fits = std::function<bool(const QStringList &values)>;

    /// Whether the path fits; values are those of the parameters, in their order.
    bool match(QStringView path, QStringList *values, const Fits &fits = {}) const;

    const QString &text() const { return m_text; }
    const QStringList &names() const { return m_names; }
    /// The text before the first parameter.
    QString literalStart() const;
    /// Less than, when this one is to be tried before the other where concrete paths come first
    /// (OpenAPI 3.1, section 4.8.8.1).
    bool isMoreConcrete(const PathTemplate &other) const;

private:
    enum class Convertor { Text, Path, Integer, Number, Uuid };
    struct Token {
        QString literal; ///< of a token without a parameter
        int parameter = -1;
        Convertor convertor = Convertor::Text;
    };

    bool mayMatch(QStringView path) const;
    bool matchFrom(qsizetype token, QStringView rest, const Fits &fits, QStringList *values,
                   int *steps) const;
    static qsizetype longest(Convertor convertor, QStringView text);
    static bool isComplete(Convertor convertor, QStringView text);

    QString m_text;
    QList<Token> m_tokens;
    qsizetype m_slashes = 0;
    bool m_isOfAnyDepth = false;
    QStringList m_names;
};

} // namespace Mock
