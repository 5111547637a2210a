#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/verbs.h"

#include <QCoreApplication>

using namespace Cli;

namespace
{

constexpr Verb verbs[] = {
    {"serve", "answer requests as the design says", serve},
    {"export", "write the design as plain OpenAPI 3.1 or 3.0", exportDesign},
    {"lint", "say what is wrong with the design", lintDesign},
    {"diff", "say what differs between two designs, and what breaks callers", compareDesigns},
    {"test", "run the tests of the design, and those that follow from it", testDesign},
    {"docs", "write documentation for people as an HTML page", writeDocs},
    {"fastapi", "write a runnable FastAPI project", writeFastApi},
    {"validate", "check a JSON or YAML file against a JSON Schema", validateData},
};

QString help()
{
    QString text = QStringLiteral("Usage: menura VERB [options]\n\n"
                                  "Menura draws an API and has it answer. A design is an OpenAPI "
                                  "document,\nJSON or YAML.\n\nVerbs:\n");
    for (const Verb &verb : verbs) {
        text += QStringLiteral("  %1 %2\n")
                    .arg(QLatin1String(verb.name), -10)
                    .arg(QLatin1String(verb.summary));
    }
    text += QStringLiteral(
        "\n'menura VERB --help' explains a verb and gives examples. 'menura --version' tells the\n"
        "version.\n\n"
        "Exit codes: 0 fine; 1 something was found; 2 wrong usage or input that cannot be read.\n");
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("menura"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MENURA_VERSION));

    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == QLatin1String("help")) { // menura help serve
        arguments.removeFirst();
        arguments.append(QStringLiteral("--help"));
    }
    const QString first = arguments.value(0);
    if (first == QLatin1String("--help") || first == QLatin1String("-h")) {
        printBytes(help().toUtf8());
        return Fine;
    }
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        print(QStringLiteral("menura ") + QCoreApplication::applicationVersion());
        return Fine;
    }
    for (const Verb &verb : verbs) {
        if (first == QLatin1String(verb.name))
            return verb.run(arguments.mid(1));
    }
    if (!first.isEmpty())
        complain(QStringLiteral("menura: '%1' is no verb.\n").arg(first));
    complain(help().trimmed());
    return Trouble;
}
