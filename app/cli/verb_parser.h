#pragma once

#include <QCommandLineParser>

#include <optional>

namespace Cli
{

/// The command line of one verb: its arguments and options, and a help text with examples.
class VerbParser
{
public:
    VerbParser(const QString &verb, const QString &summary);

    /// Every argument that is added is needed, in this order.
    void addArgument(const QString &name, const QString &description);
    void addOption(const QStringList &names, const QString &description,
                   const QString &valueName = {}, const QString &defaultValue = {});
    void addNote(const QString &paragraph);
    void addExample(const QString &command, const QString &meaning);

    /// Nothing when the verb can go on. Else its exit code: the help was printed, or what is wrong.
    std::optional<int> parse(const QStringList &arguments);

    QString argument(qsizetype index) const { return m_parser.positionalArguments().value(index); }
    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    QStringList values(const QString &option) const { return m_parser.values(option); }

    /// The option as a whole number; nothing, said on stderr, when it is none or out of range.
    std::optional<qint64> number(const QString &option, qint64 least, qint64 most) const;
    /// Whether the option's value is one of these; says so on stderr when it is not.
    bool isOneOf(const QString &option, const QStringList &allowed) const;

    /// Says what is wrong and where to read on; returns the exit code for it.
    int refuse(const QString &reason) const;

private:
    struct Text {
        QString name;
        QString description;
    };

    QString help() const;

    QCommandLineParser m_parser;
    QString m_verb;
    QString m_summary;
    QStringList m_notes;
    QList<Text> m_arguments;
    QList<Text> m_examples;
};

} // namespace Cli
