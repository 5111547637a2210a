#include "mockserver/engine/inputs/xml_form.h"

using Design::Keyword;
using Design::Schema;

namespace Mock
{

namespace
{

constexpr int mostLevels = 8;
constexpr int mostForms = 2'000;

const XmlForm &plainForm()
{
    static const XmlForm form{};
    return form;
}

class Former
{
public:
    explicit Former(const Design::FindSchema &find)
        : m_find(find)
    {
    }

    std::shared_ptr<XmlForm> form(const Schema &schema, int level)
    {
        auto result = std::make_shared<XmlForm>();
        if (level == 0 || schema.isAbsent() || --m_budget < 0)
            return result;
        const Design::FlatSchema flat(schema, m_find);
        const Design::Json xml = flat.value(Keyword::Xml).value;
        result->name = xml.value(u"name").toString();
        result->prefix = xml.value(u"prefix").toString();
        result->namespaceUri = xml.value(u"namespace").toString();
        result->isAttribute = xml.value(u"attribute").toBool();
        result->isWrapped = xml.value(u"wrapped").toBool();
        for (const Schema &part : flat.parts()) {
            for (const auto &property : part.members(Keyword::Properties)) {
                if (!property.isRaw())
                    result->members.insert(property.name, form(property.value, level - 1));
            }
        }
        if (flat.has(Keyword::Items))
            result->item = form(flat.schema(Keyword::Items), level - 1);
        return result;
    }

private:
    const Design::FindSchema &m_find;
    int m_budget = mostForms;
};

} // namespace

const XmlForm &XmlForm::member(const QString &key) const
{
    const auto it = members.constFind(key);
    return it == members.cend() ? plainForm() : **it;
}

const XmlForm &XmlForm::items() const
{
    return item ? *item : plainForm();
}

XmlForm::Pointer xmlFormOf(const Schema &schema, const QString &component,
                           const Design::FindSchema &find)
{
    const std::shared_ptr<XmlForm> form = Former(find).form(schema, mostLevels);
    if (form->name.isEmpty())
        form->name = component;
    return form;
}

} // namespace Mock
