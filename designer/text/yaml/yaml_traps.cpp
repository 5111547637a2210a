#include "designer/text/yaml/yaml_traps.h"

#include <algorithm>

namespace Design
{

static bool isBlankOrBreak(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether the question mark there can begin an explicit key.
static bool isExplicitKey(QByteArrayView text, qsizetype at)
{
    return (at == 0 || isBlankOrBreak(text[at - 1])) &&
           (at + 1 == text.size() || isBlankOrBreak(text[at + 1]));
}

/// The tab behind the colon, if an indicator follows on the same line; or -1.
static qsizetype tabBeforeIndicator(QByteArrayView text, qsizetype colon)
{
    qsizetype tab = -1;
    qsizetype at = colon + 1;
    for (; at < text.size() && (text[at] == ' ' || text[at] == '\t'); ++at) {
        if (tab < 0 && text[at] == '\t')
            tab = at;
    }
    if (tab < 0 || at == text.size())
        return -1;
    const bool isDash = text[at] == '-' && (at + 1 == text.size() || isBlankOrBreak(text[at + 1]));
    return isDash || QByteArrayView("?:|>").contains(text[at]) ? tab : -1;
}

std::optional<YamlTrap> findYamlTrap(QByteArrayView text)
{
    const auto control = std::find_if(text.begin(), text.end(), [](char c) {
        return c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (control != text.end()) {
        const QString code = QString::number(*control, 16).rightJustified(4, u'0').toUpper();
        return YamlTrap{
            QStringLiteral("The control character U+%1 is not allowed in YAML").arg(code),
            control - text.begin()};
    }
    if (!text.contains('\t'))
        return {};
    qsizetype key = text.indexOf('?');
    while (key >= 0 && !isExplicitKey(text, key))
        key = text.indexOf('?', key + 1);
    for (qsizetype colon = key < 0 ? -1 : text.indexOf(':', key); colon >= 0;
         colon = text.indexOf(':', colon + 1)) {
        const qsizetype tab = tabBeforeIndicator(text, colon);
        if (tab >= 0)
            return YamlTrap{QStringLiteral("A tab cannot be used for indentation"), tab};
    }
    return {};
}

bool hasTabAfterColon(QStringView text)
{
    for (qsizetype colon = text.indexOf(u':'); colon >= 0; colon = text.indexOf(u':', colon + 1)) {
        qsizetype at = colon + 1;
        while (at < text.size() && text[at] == u' ')
            ++at;
        if (at < text.size() && text[at] == u'\t')
            return true;
    }
    return false;
}

} // namespace Design
