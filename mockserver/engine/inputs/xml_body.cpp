#include "mockserver/engine/inputs/xml_body.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <vector>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr int deepest = 100;

/// A name that XML allows (the plain ones of section 2.3).
QString xmlName(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        const bool isStart = c.isLetter() || c == u'_';
        const bool isFine = isStart || c.isDigit() || c == u'-' || c == u'.';
        if (result.isEmpty() && !isStart)
            result += u'_';
        result += isFine ? c : QChar(u'_');
    }
    return result.isEmpty() ? QStringLiteral("_") : result;
}

QString textOf(const Json &value)
{
    if (value.isString()) {
        QString text = value.string();
        for (QChar &c : text) { // XML 1.0 has no characters for these
            if (c < u' ' && c != u'\t' && c != u'\n' && c != u'\r')
                c = QChar::ReplacementCharacter;
        }
        return text;
    }
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return QString::fromLatin1(value.numberText());
}

class Writer
{
public:
    explicit Writer(QByteArray *bytes)
        : m_out(bytes)
    {
    }

    void write(const Json &value, const XmlForm &form)
    {
        m_out.writeStartDocument();
        // Where nothing else names it, Prism's name for it.
        const QString name = form.name.isEmpty() ? QStringLiteral("xml") : form.name;
        if (value.isArray())
            writeWrapped(name, value.array(), form, 0);
        else
            writeElement(name, value, form, 0);
        m_out.writeEndDocument();
    }

private:
    void start(const QString &name, const XmlForm &form)
    {
        const QString plain = xmlName(form.name.isEmpty() ? name : form.name);
        const QString prefix = form.prefix.isEmpty() ? QString() : xmlName(form.prefix);
        m_out.writeStartElement(prefix.isEmpty() ? plain : prefix + u':' + plain);
        if (!form.namespaceUri.isEmpty())
            m_out.writeAttribute(prefix.isEmpty() ? QStringLiteral("xmlns")
                                                  : QStringLiteral("xmlns:") + prefix,
                                 form.namespaceUri);
    }

    void writeElement(const QString &name, const Json &value, const XmlForm &form, int depth)
    {
        start(name, form);
        if (value.isObject() && depth < deepest)
            writeMembers(value.object(), form, depth);
        else if (value.isArray() && depth < deepest)
            writeItems(name, value.array(), form, depth);
        else
            m_out.writeCharacters(textOf(value));
        m_out.writeEndElement();
    }

    void writeMembers(const JsonObject &members, const XmlForm &form, int depth)
    {
        for (const JsonObject::Member &member : members) {
            const XmlForm &inner = form.member(member.key);
            const QString name = inner.name.isEmpty() ? member.key : inner.name;
            if (inner.isAttribute && !member.value.isObject() && !member.value.isArray())
                m_out.writeAttribute(xmlName(name), textOf(member.value));
        }
        for (const JsonObject::Member &member : members) {
            const XmlForm &inner = form.member(member.key);
            const bool isScalar = !member.value.isObject() && !member.value.isArray();
            if (inner.isAttribute && isScalar)
                continue;
            const QString name = inner.name.isEmpty() ? member.key : inner.name;
            if (!member.value.isArray())
                writeElement(member.key, member.value, inner, depth + 1);
            else if (inner.isWrapped)
                writeWrapped(name, member.value.array(), inner, depth + 1);
            else
                writeItems(member.key, member.value.array(), inner, depth + 1);
        }
    }

    void writeWrapped(const QString &name, const JsonArray &items, const XmlForm &form, int depth)
    {
        start(name, form);
        writeItems(name, items, form, depth);
        m_out.writeEndElement();
    }

    void writeItems(const QString &name, const JsonArray &items, const XmlForm &form, int depth)
    {
        for (const Json &item : items)
            writeElement(name, item, form.items(), depth + 1);
    }

    QXmlStreamWriter m_out;
};

/// An element as it was read.
struct Element {
    QString name; ///< without its prefix
    QList<QPair<QString, QString>> attributes;
    QString text;
    std::vector<Element> children;
};

Element readElement(QXmlStreamReader &in, int depth)
{
    Element element;
    element.name = in.name().toString();
    for (const QXmlStreamAttribute &attribute : in.attributes())
        element.attributes.append({attribute.name().toString(), attribute.value().toString()});
    if (depth > deepest)
        in.raiseError(QStringLiteral("elements are nested too deeply"));
    while (!in.atEnd()) {
        const QXmlStreamReader::TokenType token = in.readNext();
        if (token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::StartElement)
            element.children.push_back(readElement(in, depth + 1));
        else if (token == QXmlStreamReader::Characters)
            element.text += in.text();
    }
    return element;
}

QString memberOf(const QString &name, const XmlForm &form, bool isAttribute)
{
    for (auto it = form.members.begin(); it != form.members.end(); ++it) {
        const XmlForm &inner = **it;
        // A list without a wrapper shows as its items.
        const QString item = !inner.isWrapped && inner.item ? inner.item->name : QString();
        const QString said = !item.isEmpty() ? item : inner.name;
        if (inner.isAttribute == isAttribute && !said.isEmpty() && said == name)
            return it.key();
    }
    return name;
}

Json valueOf(const Element &element, const XmlForm &form, const TextShape &shape);

Json listOf(const Element &element, const XmlForm &form, const TextShape &shape)
{
    JsonArray items;
    for (const Element &child : element.children)
        items.append(valueOf(child, form.items(), shape.item(items.size())));
    return Json(items);
}

Json valueOf(const Element &element, const XmlForm &form, const TextShape &shape)
{
    if (shape.isArray && !shape.isObject)
        return listOf(element, form, shape);
    const bool isLeaf = element.children.empty() && element.attributes.isEmpty();
    if (isLeaf && !(shape.isObject && element.text.trimmed().isEmpty()))
        return scalarFromText(element.text, shape);
    JsonObject members;
    for (const auto &[name, text] : element.attributes) {
        const QString key = memberOf(name, form, true);
        members.insert(key, scalarFromText(text, shape.field(key)));
    }
    for (const Element &child : element.children) {
        const QString key = memberOf(child.name, form, false);
        const XmlForm &inner = form.member(key);
        const TextShape &field = shape.field(key);
        if (field.isArray && !inner.isWrapped) {
            JsonArray items = members.value(key).array();
            items.append(valueOf(child, inner.items(), field.item(items.size())));
            members.insert(key, Json(items));
        } else {
            members.insert(key, valueOf(child, inner, field));
        }
    }
    return Json(members);
}

} // namespace

QByteArray writeXml(const Json &value, const XmlForm &form)
{
    QByteArray bytes;
    Writer(&bytes).write(value, form);
    return bytes;
}

ReadXml readXml(const QByteArray &text, const XmlForm &form, const TextShape &shape)
{
    QXmlStreamReader in(text);
    Element root;
    if (in.readNextStartElement())
        root = readElement(in, 0);
    while (!in.atEnd())
        in.readNext();
    if (in.hasError()) {
        return {{},
                QStringLiteral("line %1, column %2: %3")
                    .arg(in.lineNumber())
                    .arg(in.columnNumber())
                    .arg(in.errorString())};
    }
    return {valueOf(root, form, shape), {}};
}

} // namespace Mock
