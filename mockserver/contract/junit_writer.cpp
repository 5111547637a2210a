#include "mockserver/contract/junit_writer.h"

#include <QXmlStreamWriter>

namespace Mock
{

namespace
{

QString seconds(qint64 nanoseconds)
{
    return QString::number(static_cast<double>(nanoseconds) / 1e9, 'f', 6);
}

struct Sums {
    qsizetype tests = 0;
    qsizetype failures = 0;
    qsizetype skipped = 0;
    qint64 nanoseconds = 0;

    void add(const TestOutcome &outcome)
    {
        ++tests;
        failures += outcome.result == TestOutcome::Result::Failed;
        skipped += outcome.result == TestOutcome::Result::Skipped;
        nanoseconds += outcome.nanoseconds;
    }

    void write(QXmlStreamWriter *xml, const QString &name) const
    {
        xml->writeAttribute(QStringLiteral("name"), name);
        xml->writeAttribute(QStringLiteral("tests"), QString::number(tests));
        xml->writeAttribute(QStringLiteral("failures"), QString::number(failures));
        xml->writeAttribute(QStringLiteral("skipped"), QString::number(skipped));
        xml->writeAttribute(QStringLiteral("time"), seconds(nanoseconds));
    }
};

/// XML 1.0 has no place for most control characters.
QString printable(QString text)
{
    for (QChar &c : text) {
        const bool isControl = c.unicode() < 32 && c != u'\n' && c != u'\t';
        if (isControl || c.isNonCharacter() || c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void writeCase(QXmlStreamWriter *xml, const TestRecord &record)
{
    xml->writeStartElement(QStringLiteral("testcase"));
    xml->writeAttribute(QStringLiteral("classname"), printable(record.group));
    xml->writeAttribute(QStringLiteral("name"), printable(record.name));
    xml->writeAttribute(QStringLiteral("time"), seconds(record.outcome.nanoseconds));
    const QString text = printable(record.outcome.problems.join(u'\n'));
    if (record.outcome.result != TestOutcome::Result::Passed) {
        const bool isSkipped = record.outcome.result == TestOutcome::Result::Skipped;
        xml->writeStartElement(isSkipped ? QStringLiteral("skipped") : QStringLiteral("failure"));
        xml->writeAttribute(QStringLiteral("message"), text.section(u'\n', 0, 0));
        if (!isSkipped)
            xml->writeCharacters(text);
        xml->writeEndElement();
    }
    xml->writeEndElement();
}

} // namespace

QByteArray junitText(const QString &name, const QList<TestRecord> &records)
{
    QStringList groups;
    QHash<QString, QList<const TestRecord *>> byGroup;
    QHash<QString, Sums> sums;
    Sums all;
    for (const TestRecord &record : records) {
        if (!byGroup.contains(record.group))
            groups.append(record.group);
        byGroup[record.group].append(&record);
        sums[record.group].add(record.outcome);
        all.add(record.outcome);
    }
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    all.write(&xml, printable(name));
    for (const QString &group : std::as_const(groups)) {
        xml.writeStartElement(QStringLiteral("testsuite"));
        sums[group].write(&xml, printable(group));
        for (const TestRecord *record : std::as_const(byGroup[group]))
            writeCase(&xml, *record);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

} // namespace Mock
