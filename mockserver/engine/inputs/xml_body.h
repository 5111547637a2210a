#pragma once

#include "mockserver/engine/inputs/text_shape.h"
#include "mockserver/engine/inputs/xml_form.h"

namespace Mock
{

/// The value as an XML document in UTF-8. What cannot be a name in XML is made one.
QByteArray writeXml(const Design::Json &value, const XmlForm &form);

/// An XML document as the value that the schema is about.
struct ReadXml {
    Design::Json value; ///< undefined when it is none
    QString error;      ///< why, with line and column
};

/// Elements and attributes become members, repeated elements lists; texts become numbers and such
/// where the shape has them. Entities are not looked up.
ReadXml readXml(const QByteArray &text, const XmlForm &form, const TextShape &shape);

} // namespace Mock
