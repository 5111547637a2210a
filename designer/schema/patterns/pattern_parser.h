#pragma once

#include "designer/schema/patterns/pattern_syntax.h"

#include <QHash>

namespace Design::Regex
{

/// Recursive descent over ECMA-262 section 22.2.1 and, in the legacy flavour, annex B.1.2.
class PatternParser
{
public:
    PatternParser(QStringView text, Flavour flavour);
    Parsed parse();

private:
    static constexpr char32_t atEnd = 0xffffffff;

    char32_t peek(qsizetype ahead = 0) const;
    char32_t next();
    bool take(char32_t c);
    bool take(const char *text);
    void fail(const QString &why);
    bool isUnicode() const { return m_flavour == Flavour::Unicode; }

    void countGroups();
    Node alternatives(int depth);
    Node sequence(int depth);
    bool term(int depth, Node *node);
    bool assertion(int depth, Node *node);
    bool atom(int depth, Node *node);
    Node group(int depth);
    Node lookAround(NodeType type, int depth);
    void quantify(Node *node);
    bool quantifier(int *least, int *most);
    bool braces(int *least, int *most);
    std::optional<qint64> number();
    QString groupName();

    Node escape();
    Node backReference();
    Node namedReference();
    char32_t characterEscape(bool inClass);
    char32_t legacyOctal();
    char32_t unicodeEscape();
    std::optional<char32_t> hex(int digits);
    std::optional<CharSet> classEscape();
    CharSet propertyEscape(bool isNegated);

    Node characterClass();
    /// One end of a range: a character, or a set like `\d` (then true).
    bool classAtom(char32_t *character, CharSet *set);

    QList<char32_t> m_text;
    Flavour m_flavour;
    qsizetype m_at = 0;
    int m_groups = 0; ///< seen so far
    int m_groupsInAll = 0;
    bool m_hasNames = false;
    QHash<QString, int> m_names;
    QList<QPair<QString, qsizetype>> m_usedNames;
    QString m_error;
};

} // namespace Design::Regex
