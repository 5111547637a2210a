#include "app/cli/verb_parser.h"

#include "app/cli/console.h"
#include "app/cli/exit_code.h"

namespace Cli
{

VerbParser::VerbParser(const QString &verb, const QString &summary)
    : m_verb(verb)
    , m_summary(summary)
{
    m_parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help.")});
}

void VerbParser::addArgument(const QString &name, const QString &description)
{
    m_arguments.append({name, description});
    m_parser.addPositionalArgument(name, description);
}

void VerbParser::addOption(const QStringList &names, const QString &description,
                           const QString &valueName, const QString &defaultValue)
{
    m_parser.addOption({names, description, valueName, defaultValue});
}

void VerbParser::addNote(const QString &paragraph)
{
    m_notes.append(paragraph);
}

void VerbParser::addExample(const QString &command, const QString &meaning)
{
    m_examples.append({command, meaning});
}

std::optional<int> VerbParser::parse(const QStringList &arguments)
{
    const bool isUnderstood = m_parser.parse(QStringList(m_verb) + arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        printBytes(help().toUtf8());
        return Fine;
    }
    if (!isUnderstood)
        return refuse(m_parser.errorText());
    const QStringList given = m_parser.positionalArguments();
    if (given.size() < m_arguments.size())
        return refuse(QStringLiteral("%1 is missing.").arg(m_arguments.at(given.size()).name));
    if (given.size() > m_arguments.size())
        return refuse(
            QStringLiteral("Unexpected argument '%1'.").arg(given.at(m_arguments.size())));
    return {};
}

std::optional<qint64> VerbParser::number(const QString &option, qint64 least, qint64 most) const
{
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    refuse(QStringLiteral("--%1 must be a whole number from %2 to %3, not '%4'.")
               .arg(option)
               .arg(least)
               .arg(most)
               .arg(value(option)));
    return {};
}

bool VerbParser::isOneOf(const QString &option, const QStringList &allowed) const
{
    if (allowed.contains(value(option)))
        return true;
    refuse(QStringLiteral("--%1 must be %2, not '%3'.")
               .arg(option, allowed.join(QStringLiteral(" or ")), value(option)));
    return false;
}

int VerbParser::refuse(const QString &reason) const
{
    complain(QStringLiteral("menura %1: %2\nTry 'menura %1 --help'.").arg(m_verb, reason));
    return Trouble;
}

QString VerbParser::help() const
{
    QString usage = QStringLiteral("Usage: menura ") + m_verb;
    for (const Text &argument : m_arguments)
        usage += u' ' + argument.name;
    usage += QStringLiteral(" [options]\n\n") + m_summary + u'\n';
    for (const QString &note : m_notes)
        usage += u'\n' + note + u'\n';

    // QCommandLineParser lays out options and arguments; its first line knows nothing of verbs.
    const QString table = m_parser.helpText();
    usage += u'\n' + table.mid(table.indexOf(QLatin1String("Options:")));

    if (!m_examples.isEmpty())
        usage += QStringLiteral("\nExamples:\n");
    for (const Text &example : m_examples)
        usage += QStringLiteral("  %1\n      %2\n").arg(example.name, example.description);
    return usage;
}

} // namespace Cli
