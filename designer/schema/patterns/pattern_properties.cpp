#include "designer/schema/patterns/pattern_properties.h"

#include <QHash>
#include <QSet>

#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

namespace Design::Regex
{

namespace
{

/// General categories: PCRE2 knows the short names only.
const QHash<QString, QString> &categories()
{
    static const auto table = [] {
        const QString pairs = QStringLiteral(
            "Cased_Letter LC Close_Punctuation Pe Connector_Punctuation Pc Control Cc cntrl Cc "
            "Currency_Symbol Sc Dash_Punctuation Pd Decimal_Number Nd digit Nd Enclosing_Mark Me "
            "Final_Punctuation Pf Format Cf Initial_Punctuation Pi Letter L Letter_Number Nl "
            "Line_Separator Zl Lowercase_Letter Ll Mark M Combining_Mark M Math_Symbol Sm "
            "Modifier_Letter Lm Modifier_Symbol Sk Nonspacing_Mark Mn Number N "
            "Open_Punctuation Ps Other C Other_Letter Lo Other_Number No Other_Punctuation Po "
            "Other_Symbol So Paragraph_Separator Zp Private_Use Co Punctuation P punct P "
            "Separator Z Space_Separator Zs Spacing_Mark Mc Surrogate Cs Symbol S "
            "Titlecase_Letter Lt Unassigned Cn Uppercase_Letter Lu");
        QHash<QString, QString> result;
        const QStringList words = pairs.split(u' ');
        for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
            result.insert(words[i], words[i + 1]);
            result.insert(words[i + 1], words[i + 1]);
        }
        return result;
    }();
    return table;
}

/// The binary properties of ECMA-262 that PCRE2 knows by the same names.
const QSet<QString> &binaryProperties()
{
    static const auto table = [] {
        const QString names = QStringLiteral(
            "ASCII ASCII_Hex_Digit AHex Alphabetic Alpha Any Bidi_Control Bidi_C Bidi_Mirrored "
            "Bidi_M Case_Ignorable CI Cased Changes_When_Casefolded CWCF Changes_When_Casemapped "
            "CWCM Changes_When_Lowercased CWL Changes_When_Titlecased CWT "
            "Changes_When_Uppercased CWU Dash Default_Ignorable_Code_Point DI Deprecated Dep "
            "Diacritic Dia Emoji Emoji_Component EComp Emoji_Modifier EMod Emoji_Modifier_Base "
            "EBase Emoji_Presentation EPres Extended_Pictographic ExtPict Extender Ext "
            "Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext Hex_Digit Hex IDS_Binary_Operator IDSB "
            "IDS_Trinary_Operator IDST ID_Continue IDC ID_Start IDS Ideographic Ideo "
            "Join_Control Join_C Logical_Order_Exception LOE Lowercase Lower Math "
            "Noncharacter_Code_Point NChar Pattern_Syntax Pat_Syn Pattern_White_Space Pat_WS "
            "Quotation_Mark QMark Radical Regional_Indicator RI Sentence_Terminal STerm "
            "Soft_Dotted SD Terminal_Punctuation Term Unified_Ideograph UIdeo Uppercase Upper "
            "Variation_Selector VS White_Space space XID_Continue XIDC XID_Start XIDS");
        const QStringList words = names.split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return table;
}

/// The list of scripts is the library's own. Its names are looser than ECMA-262's.
bool isScript(const QString &name)
{
    if (name.isEmpty() || !name[0].isUpper() || name.contains(u' ') || name.contains(u'-'))
        return false;
    for (const QChar c : name) {
        if (c.unicode() > 127 || !(c.isLetter() || c == u'_'))
            return false;
    }
    const QString text = QStringLiteral("\\p{sc:%1}").arg(name);
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *code =
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.utf16()),
                      static_cast<PCRE2_SIZE>(text.size()), PCRE2_UTF, &error, &offset, nullptr);
    pcre2_code_free(code);
    return code != nullptr;
}

} // namespace

QString pcreProperty(const QString &expression)
{
    const qsizetype equals = expression.indexOf(u'=');
    if (equals < 0) {
        const QString category = categories().value(expression);
        return !category.isEmpty() || !binaryProperties().contains(expression) ? category
                                                                               : expression;
    }
    const QString kind = expression.left(equals);
    const QString value = expression.mid(equals + 1);
    if (kind == QLatin1String("General_Category") || kind == QLatin1String("gc"))
        return categories().value(value);
    if (!isScript(value))
        return {};
    if (kind == QLatin1String("Script") || kind == QLatin1String("sc"))
        return QLatin1String("sc:") + value;
    if (kind == QLatin1String("Script_Extensions") || kind == QLatin1String("scx"))
        return QLatin1String("scx:") + value;
    return {};
}

} // namespace Design::Regex
