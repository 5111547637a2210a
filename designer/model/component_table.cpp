#include "designer/model/component_table.h"

#include "designer/model/fields.h"
#include "designer/text/pointer.h"

#include <QUrl>

namespace Design
{

namespace
{

constexpr QLatin1String componentsPrefix("#/components/");

QString decodedPercent(const QString &text)
{
    return text.contains(u'%') ? QUrl::fromPercentEncoding(text.toUtf8()) : text;
}

QString decodedToken(const QString &text)
{
    QString token = decodedPercent(text);
    if (token.contains(u'~')) {
        token.replace(QLatin1String("~1"), QLatin1String("/"));
        token.replace(QLatin1String("~0"), QLatin1String("~"));
    }
    return token;
}

} // namespace

ComponentTable::ComponentTable(const Api &api)
{
    forEachField(api.components, [this](const QString &section, const auto &list) {
        for (const auto &member : list) {
            if constexpr (requires { member.value.id(); })
                insert(section, member.name, member.value.id());
            else
                insert(section, member.name, member.value.id);
        }
    });
}

void ComponentTable::insert(const QString &section, const QString &name, NodeId id)
{
    if (id == NodeId::None)
        return; // a malformed component, kept raw
    m_ids.insert(componentsPrefix + section + u'/' + name, id);
    m_names.insert(id, {section, name});
}

NodeId ComponentTable::find(const QString &section, const QString &name) const
{
    return m_ids.value(componentsPrefix + section + u'/' + name, NodeId::None);
}

NodeId ComponentTable::find(const QString &referenceText) const
{
    if (!referenceText.startsWith(componentsPrefix))
        return NodeId::None;
    // Names rarely need decoding, and most references lead to a component itself.
    if (!referenceText.contains(u'%') && !referenceText.contains(u'~') &&
        referenceText.count(u'/') == 3)
        return m_ids.value(referenceText, NodeId::None);
    const ComponentPath path = componentPath(referenceText);
    return path.isNull() ? NodeId::None : find(path.section, path.name);
}

QString ComponentTable::text(const Reference &reference) const
{
    const auto found = m_names.constFind(reference.component);
    if (found == m_names.cend())
        return reference.text;
    if (m_ids.value(reference.text, NodeId::None) == reference.component)
        return reference.text;
    const ComponentPath path = componentPath(reference.text);
    if (path.section == found->section && path.name == found->name)
        return reference.text;
    return textFor(reference.component) + path.rest;
}

QString ComponentTable::textFor(NodeId component) const
{
    const auto found = m_names.constFind(component);
    if (found == m_names.cend())
        return {};
    return fragmentText(QLatin1String("/components/") + found->section + u'/' + escapedToken(found->name));
}

ComponentPath componentPath(const QString &referenceText)
{
    if (!referenceText.startsWith(componentsPrefix))
        return {};
    const qsizetype section = componentsPrefix.size();
    const qsizetype name = referenceText.indexOf(u'/', section) + 1;
    if (name == 0)
        return {};
    qsizetype end = referenceText.indexOf(u'/', name);
    if (end < 0)
        end = referenceText.size();
    return {decodedToken(referenceText.sliced(section, name - 1 - section)),
            decodedToken(referenceText.sliced(name, end - name)), referenceText.sliced(end)};
}

QString localPointer(const QString &referenceText)
{
    if (referenceText == QLatin1String("#"))
        return QStringLiteral("");
    if (!referenceText.startsWith(QLatin1String("#/")))
        return {};
    return decodedPercent(referenceText.sliced(1));
}

QString fragmentText(const QString &pointer)
{
    // Everything that a fragment may hold as it is: pchar, "/" and "?".
    static const QByteArray allowed("/?:@!$&'()*+,;=~");
    return u'#' + QString::fromLatin1(QUrl::toPercentEncoding(pointer, allowed));
}

} // namespace Design
