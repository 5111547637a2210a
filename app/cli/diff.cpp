#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/load.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "designer/compare/compare.h"
#include "designer/model/locate.h"
#include "designer/text/json_writer.h"

namespace Cli
{

using Design::Change;
using Design::Impact;

namespace
{

/// A design, its name, and the places of its parts in the text.
struct Side {
    QString path;
    Design::OpenedDesign loaded;
    Design::NodeIndex index;

    bool read(const QString &file)
    {
        path = file;
        loaded = Design::openDesign(file);
        if (!loaded.ok) {
            complainOfUnusable(loaded, file);
            return false;
        }
        index = Design::NodeIndex(loaded.api);
        return true;
    }

    QString place(Design::NodeId node) const
    {
        return placeText(loaded, index.pointer(node), path);
    }
};

QString word(Impact impact)
{
    switch (impact) {
    case Impact::Breaking:
        return QStringLiteral("breaking");
    case Impact::Risky:
        return QStringLiteral("risky");
    case Impact::Compatible:
        break;
    }
    return QStringLiteral("compatible");
}

/// Where to look: in the new design, or in the old one for what is gone.
QString placeOf(const Change &change, const Side &before, const Side &after)
{
    return change.after == Design::NodeId::None ? before.place(change.before)
                                                : after.place(change.after);
}

QString lineOf(const Change &change, const Side &before, const Side &after)
{
    QString others;
    if (change.otherPlaces == 1)
        others = QStringLiteral(" In one more place too.");
    else if (change.otherPlaces > 1)
        others = QStringLiteral(" In %1 more places too.").arg(change.otherPlaces);
    return QStringLiteral("%1: %2: %3: %4%5 (%6)")
        .arg(placeOf(change, before, after), word(change.impact), change.place, change.message,
             others, change.rule);
}

Design::Json objectOf(const Change &change, const Side &before, const Side &after)
{
    Design::JsonObject object;
    object.insert(QStringLiteral("impact"), word(change.impact));
    object.insert(QStringLiteral("rule"), change.rule);
    object.insert(QStringLiteral("place"), change.place);
    object.insert(QStringLiteral("message"), change.message);
    object.insert(QStringLiteral("otherPlaces"), change.otherPlaces);
    object.insert(QStringLiteral("source"), placeOf(change, before, after));
    return object;
}

QString countOf(const QList<Change> &changes)
{
    const auto count = [&changes](Impact impact) {
        return std::count_if(changes.begin(), changes.end(),
                             [impact](const Change &change) { return change.impact == impact; });
    };
    return QStringLiteral("%1 breaking, %2 risky, %3 compatible")
        .arg(count(Impact::Breaking))
        .arg(count(Impact::Risky))
        .arg(count(Impact::Compatible));
}

void describe(VerbParser &parser)
{
    parser.addArgument(QStringLiteral("OLD"), QStringLiteral("The design as it was."));
    parser.addArgument(QStringLiteral("NEW"), QStringLiteral("The design as it is."));
    parser.addOption({QStringLiteral("format")}, QStringLiteral("text or json."),
                     QStringLiteral("format"), QStringLiteral("text"));
    parser.addOption({QStringLiteral("fail-on")},
                     QStringLiteral("What makes the exit code 1: breaking, risky (and breaking), "
                                    "or any change."),
                     QStringLiteral("impact"), QStringLiteral("breaking"));
    parser.addNote(QStringLiteral(
        "Breaking: a request that was right is refused now, or an answer is not what "
        "it was said to be.\nRisky: it may be so; the designs alone do not tell. "
        "Compatible: callers can go on as before.\nWords and examples are not "
        "compared."));
    parser.addNote(QStringLiteral(
        "Prints 'file:line:column: impact: route, where: message (rule)', one line a change, the\n"
        "breaking ones first, and how many there are to stderr. Exits with 0 when nothing breaks, "
        "1 "
        "when\nsomething does, 2 when a design cannot be read."));
    parser.addExample(QStringLiteral("menura diff released.yaml shop.yaml"),
                      QStringLiteral("Prints what has changed since the release."));
    parser.addExample(QStringLiteral("menura diff released.yaml shop.yaml --fail-on any"),
                      QStringLiteral("Fails when anything at all has changed for callers."));
}

} // namespace

int compareDesigns(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("diff"),
                      QStringLiteral("Says what differs between two designs, and what of it breaks "
                                     "callers."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    if (!parser.isOneOf(QStringLiteral("format"),
                        {QStringLiteral("text"), QStringLiteral("json")}) ||
        !parser.isOneOf(
            QStringLiteral("fail-on"),
            {QStringLiteral("breaking"), QStringLiteral("risky"), QStringLiteral("any")}))
        return Trouble;

    Side before;
    Side after;
    if (!before.read(parser.argument(0)) || !after.read(parser.argument(1)))
        return Trouble;
    const QList<Change> changes = Design::compareDesigns(before.loaded.api, after.loaded.api);

    if (parser.value(QStringLiteral("format")) == QLatin1String("json")) {
        Design::JsonArray all;
        for (const Change &change : changes)
            all.append(objectOf(change, before, after));
        printBytes(Design::writeJson(all, 2) + '\n');
    } else {
        for (const Change &change : changes)
            print(lineOf(change, before, after));
        complain(countOf(changes));
    }
    const QString limit = parser.value(QStringLiteral("fail-on"));
    const Impact mildest = limit == QLatin1String("any")     ? Impact::Compatible
                           : limit == QLatin1String("risky") ? Impact::Risky
                                                             : Impact::Breaking;
    const bool fails = std::any_of(changes.begin(), changes.end(), [mildest](const Change &change) {
        return static_cast<int>(change.impact) <= static_cast<int>(mildest);
    });
    return fails ? Findings : Fine;
}

} // namespace Cli
