#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/live_server.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"

#include <QHostInfo>
#include <QUrl>

namespace Cli
{

static void describe(VerbParser &parser)
{
    parser.addArgument(QStringLiteral("DESIGN"),
                       QStringLiteral("An OpenAPI document, YAML or JSON."));
    parser.addOption({QStringLiteral("host")},
                     QStringLiteral("Address to listen on. The default can be reached from this "
                                    "machine only; 0.0.0.0 is every address."),
                     QStringLiteral("address"), QStringLiteral("127.0.0.1"));
    parser.addOption({QStringLiteral("port")},
                     QStringLiteral("Port to listen on; 0 takes a free one."),
                     QStringLiteral("number"), QStringLiteral("8000"));
    parser.addOption({QStringLiteral("threads")},
                     QStringLiteral("Threads that answer, 1 to 64; 0: one a core, at most 4."),
                     QStringLiteral("number"), QStringLiteral("0"));
    parser.addOption({QStringLiteral("watch")},
                     QStringLiteral("Goes on with the new design whenever the file changes."));
    parser.addOption({QStringLiteral("seed")},
                     QStringLiteral("Other made-up answers: the same seed gives the same ones."),
                     QStringLiteral("number"), QStringLiteral("0"));
    parser.addOption(
        {QStringLiteral("profile")},
        QStringLiteral("fastapi (lenient reading and FastAPI's errors) or strict (JSON "
                       "Schema to the letter). Without it the design decides."),
        QStringLiteral("name"));
    parser.addOption({QStringLiteral("log")},
                     QStringLiteral("text or json: one line an exchange on stderr."),
                     QStringLiteral("form"));
    parser.addOption({QStringLiteral("state")},
                     QStringLiteral("JSON file that keeps the rows of the design's stores, so that "
                                    "they survive a restart."),
                     QStringLiteral("file"));
    parser.addOption({QStringLiteral("proxy")},
                     QStringLiteral("Passes every request on to this server, and its answers back. "
                                    "What breaks the design on either way is in the log."),
                     QStringLiteral("url"));
    parser.addOption({QStringLiteral("allow-upstream")},
                     QStringLiteral("Server that the design may ask, for upstreams, webhooks and "
                                    "proxies; may be repeated. '*': all that it names. On a "
                                    "terminal you are asked, once for each design."),
                     QStringLiteral("host"));
    parser.addOption({QStringLiteral("allow-host")},
                     QStringLiteral("Host name that requests may ask for besides localhost and "
                                    "addresses; may be repeated. '*': any name."),
                     QStringLiteral("name"));
    parser.addNote(QStringLiteral(
        "One line on the standard output, the address, says that connections are accepted. What\n"
        "is wrong with the design stands on stderr. Documentation is at /docs and /redoc, the\n"
        "description at /openapi.json. Ctrl+C or SIGTERM finish what is under way and stop."));
    parser.addExample(QStringLiteral("menura serve shop.yaml"),
                      QStringLiteral("Serves on http://127.0.0.1:8000."));
    parser.addExample(
        QStringLiteral("menura serve shop.yaml --watch --log text"),
        QStringLiteral("While you edit the file: the next request gets the new design."));
    parser.addExample(
        QStringLiteral("menura serve shop.yaml --proxy http://localhost:9000 --log text"),
        QStringLiteral("Does what the real server answers fit the design?"));
    parser.addExample(QStringLiteral("menura serve shop.yaml --host 0.0.0.0 --allow-host mock"),
                      QStringLiteral("In a container that others call \"mock\"."));
}

/// The address that a name or a number stands for; null when there is none.
static QHostAddress addressOf(const QString &host)
{
    const QHostAddress address(host);
    if (!address.isNull())
        return address;
    return QHostInfo::fromName(host).addresses().value(0);
}

static std::optional<ServeOptions> readOptions(const VerbParser &parser)
{
    ServeOptions options;
    const auto port = parser.number(QStringLiteral("port"), 0, 65535);
    const auto threads = port ? parser.number(QStringLiteral("threads"), 0, 64) : std::nullopt;
    const auto seed =
        threads ? parser.number(QStringLiteral("seed"), 0, std::numeric_limits<qint64>::max())
                : std::nullopt;
    if (!seed)
        return {};
    options.server.port = static_cast<quint16>(*port);
    options.server.threads = static_cast<int>(*threads);
    options.compile.seed = static_cast<quint64>(*seed);

    const QString host = parser.value(QStringLiteral("host"));
    options.server.host = addressOf(host);
    if (options.server.host.isNull()) {
        parser.refuse(QStringLiteral("'%1' is no address of this machine.").arg(host));
        return {};
    }
    options.server.allowedHosts = parser.values(QStringLiteral("allow-host"));

    if (parser.isSet(QStringLiteral("profile"))) {
        if (!parser.isOneOf(QStringLiteral("profile"),
                            {QStringLiteral("fastapi"), QStringLiteral("strict")}))
            return {};
        options.compile.profile = parser.value(QStringLiteral("profile")) == QLatin1String("strict")
                                      ? Mock::Profile::Strict
                                      : Mock::Profile::FastApi;
    }
    if (parser.isSet(QStringLiteral("log"))) {
        if (!parser.isOneOf(QStringLiteral("log"),
                            {QStringLiteral("text"), QStringLiteral("json")}))
            return {};
        options.log = parser.value(QStringLiteral("log")) == QLatin1String("json")
                          ? ServeOptions::Log::Json
                          : ServeOptions::Log::Text;
    }
    if (parser.isSet(QStringLiteral("proxy"))) {
        options.compile.proxy = parser.value(QStringLiteral("proxy"));
        const QUrl url(options.compile.proxy, QUrl::StrictMode);
        const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
        if (!isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment()) {
            parser.refuse(
                QStringLiteral("'%1' is no address of a server.").arg(options.compile.proxy));
            return {};
        }
    }
    options.allowedUpstreams = parser.values(QStringLiteral("allow-upstream"));
    options.stateFile = parser.value(QStringLiteral("state"));
    options.watch = parser.isSet(QStringLiteral("watch"));
    return options;
}

int serve(const QStringList &arguments)
{
    VerbParser parser(
        QStringLiteral("serve"),
        QStringLiteral("Answers requests as the design says, and refuses what breaks it."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    const std::optional<ServeOptions> options = readOptions(parser);
    if (!options)
        return Trouble;
    LiveServer server(parser.argument(0), *options);
    return server.run();
}

} // namespace Cli
