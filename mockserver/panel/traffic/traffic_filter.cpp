#include "mockserver/panel/traffic/traffic_filter.h"

namespace Mock
{

TrafficFilter::TrafficFilter(const QString &text)
{
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        Term term{Field::Any, word};
        const std::pair<QLatin1String, Field> prefixes[] = {
            {QLatin1String("status:"), Field::Status},
            {QLatin1String("method:"), Field::Method},
            {QLatin1String("path:"), Field::Path},
            {QLatin1String("body~"), Field::Body},
        };
        for (const auto &[prefix, field] : prefixes) {
            if (word.startsWith(prefix, Qt::CaseInsensitive))
                term = {field, word.sliced(prefix.size())};
        }
        if (!term.text.isEmpty()) // a prefix that is still being typed hides nothing
            m_terms.append(term);
    }
}

bool TrafficFilter::accepts(const Exchange &exchange, const QString &reason) const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(),
                       [&](const Term &term) { return holds(term, exchange, reason); });
}

bool TrafficFilter::holds(const Term &term, const Exchange &exchange, const QString &reason)
{
    const int number = exchange.response.status;
    const QString status = number > 0 ? QString::number(number) : QString();
    const auto contains = [&term](const QString &text) {
        return text.contains(term.text, Qt::CaseInsensitive);
    };
    switch (term.field) {
    case Field::Status: {
        // An x stands for any digit, and "4" is enough for "4xx".
        for (qsizetype i = 0; i < std::min(term.text.size(), status.size()); ++i) {
            const QChar wanted = term.text.at(i).toLower();
            if (wanted != u'x' && wanted != status.at(i))
                return false;
        }
        return term.text.size() <= status.size();
    }
    case Field::Method:
        return QString::fromLatin1(exchange.request.method)
                   .compare(term.text, Qt::CaseInsensitive) == 0;
    case Field::Path:
        return contains(QString::fromUtf8(exchange.request.target));
    case Field::Body:
        return contains(QString::fromUtf8(exchange.request.body)) ||
               contains(QString::fromUtf8(exchange.response.body));
    case Field::Any:
        break;
    }
    return contains(QString::fromLatin1(exchange.request.method)) ||
           contains(QString::fromUtf8(exchange.request.target)) || contains(status) ||
           contains(reason);
}

} // namespace Mock
