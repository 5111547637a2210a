#pragma once

#include "designer/openapi/files/file_source.h"
#include "designer/text/yaml/yaml_reader.h"

#include <QMap>

/// Files of a design that stand nowhere, the first of which is the design's own.
class MemoryFiles : public Design::FileSource
{
public:
    void add(const QString &name, const QByteArray &text)
    {
        if (m_texts.isEmpty())
            m_root = name;
        m_texts.insert(name, text);
    }
    QByteArray rootText() const { return m_texts.value(m_root); }

    QString folder() const override { return QStringLiteral("/memory"); }
    QString rootName() const override { return m_root; }
    Design::SourceFilePointer file(const QString &name) override
    {
        Design::SourceFile file;
        if (!m_texts.contains(name)) {
            file.problem = QStringLiteral("there is no such file.");
        } else if (name.endsWith(QLatin1String(".md"))) {
            file.value = QString::fromUtf8(m_texts.value(name));
        } else {
            const Design::ReadText text = Design::readJsonOrYaml(m_texts.value(name));
            file.value = text.value;
            file.sourceMap = text.sourceMap;
        }
        return std::make_shared<const Design::SourceFile>(file);
    }

private:
    QString m_root;
    QMap<QString, QByteArray> m_texts;
};
