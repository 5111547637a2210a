#include "designer/schema/compile/dialect.h"

#include "designer/schema/compile/keyword_table.h"

namespace Design
{

Dialect dialectFromUri(QStringView uri)
{
    if (uri.startsWith(u"https://spec.openapis.org/oas/3.") && uri.contains(u"/dialect/"))
        return Dialect::Draft202012;
    if (uri.endsWith(u'#'))
        uri.chop(1);
    const qsizetype start = uri.startsWith(u"http://") ? 7 : uri.startsWith(u"https://") ? 8 : 0;
    const QStringView name = uri.mid(start);
    if (start == 0)
        return Dialect::Auto;
    if (name == u"json-schema.org/draft/2020-12/schema")
        return Dialect::Draft202012;
    if (name == u"json-schema.org/draft/2019-09/schema")
        return Dialect::Draft201909;
    if (name == u"json-schema.org/draft-07/schema")
        return Dialect::Draft7;
    if (name == u"json-schema.org/draft-06/schema")
        return Dialect::Draft6;
    if (name == u"json-schema.org/draft-04/schema")
        return Dialect::Draft4;
    return Dialect::Auto;
}

bool isActive(Keyword keyword, const DialectRules &rules)
{
    const KeywordRow *row = keywordRow(keyword);
    if (!row)
        return false;
    if (rules.isOpenApi30())
        return row->inOpenApi30;
    if (rules.dialect < row->since || rules.dialect > row->until)
        return false;
    return rules.isBefore(Dialect::Draft201909) || rules.has(row->vocabulary);
}

DialectRules withVocabularies(DialectRules rules, const JsonObject &vocabulary)
{
    rules.vocabularies = static_cast<quint8>(Vocabulary::Core);
    for (const JsonObject::Member &member : vocabulary) {
        const QString &uri = member.key;
        if (!uri.startsWith(QLatin1String("https://json-schema.org/draft/20")))
            continue;
        const QString name = uri.mid(uri.lastIndexOf(u'/') + 1);
        const auto add = [&](Vocabulary part) { rules.vocabularies |= static_cast<quint8>(part); };
        if (name == QLatin1String("applicator")) {
            add(Vocabulary::Applicator);
            if (rules.dialect == Dialect::Draft201909) // it had no vocabulary of its own then
                add(Vocabulary::Unevaluated);
        } else if (name == QLatin1String("unevaluated")) {
            add(Vocabulary::Unevaluated);
        } else if (name == QLatin1String("validation")) {
            add(Vocabulary::Validation);
        } else if (name == QLatin1String("meta-data")) {
            add(Vocabulary::MetaData);
        } else if (name == QLatin1String("content")) {
            add(Vocabulary::Content);
        } else if (name == QLatin1String("format-annotation")) {
            add(Vocabulary::Format);
        } else if (name == QLatin1String("format-assertion")) {
            add(Vocabulary::Format);
            rules.assertsFormat = true; // also when it is optional: we know it
        } else if (name == QLatin1String("format")) {
            add(Vocabulary::Format);
            rules.assertsFormat = member.value.toBool();
        }
    }
    return rules;
}

} // namespace Design
