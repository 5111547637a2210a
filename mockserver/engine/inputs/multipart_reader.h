#pragma once

#include "mockserver/engine/inputs/form_reader.h"

namespace Mock
{

/// One pass over a multipart body, as python-multipart makes it: strict about delimiters and heads,
/// while a part that never ends counts for nothing. Where names are wanted, each part must have
/// one.
class MultipartReader
{
public:
    enum class Names { Wanted, Optional };

    MultipartReader(const QByteArray &body, const QByteArray &boundary, Names names);
    ReadForm read();

private:
    enum class Next { Part, End, Broken };

    Next readStart();
    Next readPart();
    /// Reads the head of a part up to its data; false when it is broken or does not end.
    bool readHead();
    bool readHeadLine();
    /// Where the data of the part ends, with the place after its delimiter in m_at.
    Next readData(QByteArray *data);
    Next fail(const QString &error);

    QByteArray m_body;
    Names m_names;
    QByteArray m_delimiter; ///< with the line break before it
    qsizetype m_at = 0;
    QByteArray m_disposition; ///< of the part, as it was sent
    QByteArray m_contentType;
    Design::JsonObject m_head; ///< all header fields of the part
    int m_files = 0;
    ReadForm m_form;
};

} // namespace Mock
