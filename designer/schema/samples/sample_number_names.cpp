// What the names of numbers suggest.

#include "designer/schema/samples/sample_names.h"

#include <array>

namespace Design
{

namespace
{

struct NumberRule {
    const char *word; ///< one of the name's words
    qint64 least;     ///< in hundredths
    qint64 most;
};

constexpr std::array numberRules{
    NumberRule{"price", 199, 19999},
    NumberRule{"amount", 500, 50000},
    NumberRule{"cost", 199, 19999},
    NumberRule{"total", 500, 50000},
    NumberRule{"tax", 50, 2000},
    NumberRule{"fee", 50, 2000},
    NumberRule{"discount", 50, 2500},
    NumberRule{"balance", 1000, 500000},
    NumberRule{"salary", 3000000, 9000000},
    NumberRule{"rating", 300, 500},
    NumberRule{"ratio", 10, 90},
    NumberRule{"probability", 5, 95},
    NumberRule{"confidence", 50, 99},
    NumberRule{"score", 4000, 10000},
    NumberRule{"percent", 500, 9500},
    NumberRule{"percentage", 500, 9500},
    NumberRule{"latitude", 3500, 5900},
    NumberRule{"lat", 3500, 5900},
    NumberRule{"longitude", 100, 2400},
    NumberRule{"lng", 100, 2400},
    NumberRule{"lon", 100, 2400},
    NumberRule{"weight", 50, 9000},
    NumberRule{"height", 1000, 20000},
    NumberRule{"width", 1000, 20000},
    NumberRule{"length", 1000, 20000},
    NumberRule{"temperature", 1200, 2800},
    NumberRule{"age", 1900, 7400},
    NumberRule{"quantity", 100, 1200},
    NumberRule{"count", 100, 5000},
    NumberRule{"stock", 100, 25000},
    NumberRule{"year", 201500, 202500},
    NumberRule{"month", 100, 1200},
    NumberRule{"day", 100, 2800},
    NumberRule{"hour", 0, 2300},
    NumberRule{"minute", 0, 5900},
    NumberRule{"second", 0, 5900},
    NumberRule{"seconds", 3000, 360000},
    NumberRule{"duration", 3000, 360000},
    NumberRule{"latency", 500, 30000},
    NumberRule{"ms", 500, 30000},
    NumberRule{"timestamp", 168000000000, 176000000000}, // seconds since 1970
    NumberRule{"at", 168000000000, 176000000000},
    NumberRule{"priority", 100, 500},
    NumberRule{"level", 100, 1000},
    NumberRule{"floor", 100, 1200},
    NumberRule{"distance", 100, 50000},
    NumberRule{"speed", 1000, 12000},
    NumberRule{"bytes", 100000, 500000000},
    NumberRule{"port", 102400, 4915100},
    NumberRule{"page", 100, 500},
    NumberRule{"limit", 1000, 10000},
    NumberRule{"offset", 0, 5000},
    NumberRule{"size", 100, 100000},
    NumberRule{"id", 100, 99900},
    NumberRule{"status", 20000, 20000},
    NumberRule{"code", 100, 99900},
};

} // namespace

qint64 hundredthsForName(const QString &name, SampleRandom &random)
{
    const QStringList words = wordsOfName(name);
    for (qsizetype i = words.size(); i-- > 0;) {
        for (const NumberRule &rule : numberRules) {
            if (words[i] == QLatin1String(rule.word))
                return random.between(rule.least, rule.most);
        }
    }
    return -1;
}

} // namespace Design
