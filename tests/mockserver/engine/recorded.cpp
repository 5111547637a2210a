#include "tests/mockserver/engine/recorded.h"

#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>

using Design::Json;

namespace
{

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// type and loc of each error of a 422, as one text.
QByteArray errorSignature(const Json &body)
{
    Design::JsonArray errors;
    for (const Json &error : body.value(u"detail").array())
        errors.append(Design::JsonArray{error.value(u"type"), error.value(u"loc")});
    return Design::writePythonJson(Json(errors));
}

QString shortened(const QByteArray &text)
{
    return QString::fromUtf8(text.left(400));
}

} // namespace

void Score::add(const Score &other)
{
    cases += other.cases;
    status += other.status;
    errors += other.errors;
    refused += other.refused;
    bodies += other.bodies;
    compared += other.compared;
    values += other.values;
    shown += other.shown;
}

bool Score::isPerfect() const
{
    return status == cases && errors == refused && bodies == compared && values == shown;
}

QString Score::toText() const
{
    const auto percent = [](int part, int all) { return all == 0 ? 100.0 : 100.0 * part / all; };
    return QStringLiteral("status %1/%2 (%3 %)  type+loc %4/%5 (%6 %)  body %7/%8 (%9 %)  "
                          "value %10/%11 (%12 %)")
        .arg(status)
        .arg(cases)
        .arg(percent(status, cases), 0, 'f', 2)
        .arg(errors)
        .arg(refused)
        .arg(percent(errors, refused), 0, 'f', 2)
        .arg(bodies)
        .arg(compared)
        .arg(percent(bodies, compared), 0, 'f', 2)
        .arg(values)
        .arg(shown)
        .arg(percent(values, shown), 0, 'f', 2);
}

Replay::Replay(const QString &folder)
    : m_folder(folder)
{
}

bool Replay::isPossible() const
{
    return QFile::exists(m_folder + QStringLiteral("/matrix.jsonl")) ||
           QFile::exists(m_folder + QStringLiteral("/records.jsonl"));
}

QList<Json> Replay::lines(const QString &name) const
{
    QList<Json> values;
    for (const QByteArray &line : contents(m_folder + u'/' + name).split('\n')) {
        if (!line.isEmpty())
            values.append(Design::readPythonJson(line).value);
    }
    return values;
}

QList<RecordedCase> Replay::matrix() const
{
    QList<RecordedCase> cases;
    for (const Json &line : lines(QStringLiteral("matrix.jsonl"))) {
        RecordedCase one;
        one.document = line.value(u"doc").toString();
        one.request.method = line.value(u"method").toString().toLatin1();
        one.request.target = line.value(u"path").toString().toUtf8();
        for (const auto &header : line.value(u"headers").object())
            one.request.headers.append({header.key.toLatin1(), header.value.toString().toUtf8()});
        // Bytes that are no UTF-8 were recorded one character each.
        const QString body = line.value(u"body").toString();
        const bool isBytes = body.startsWith(QChar(0xef)) || body.startsWith(QChar(0xff));
        one.request.body = isBytes ? body.toLatin1() : body.toUtf8();
        one.status = static_cast<int>(line.value(u"status").toInt64());
        one.body = line.value(u"json");
        one.allow = line.value(u"allow").toString().toLatin1();
        const QString path = line.value(u"path").toString().section(u'?', 0, 0).section(u'/', 1, 1);
        one.topic = one.document.section(u'_', 1).section(u'.', 0, 0) + QLatin1String(" /") + path;
        cases.append(one);
    }
    return cases;
}

QList<RecordedCase> Replay::records() const
{
    QList<RecordedCase> cases;
    for (const Json &line : lines(QStringLiteral("records.jsonl"))) {
        RecordedCase one;
        one.document = line.value(u"doc").toString();
        one.request.method = line.value(u"method").toString().toLatin1();
        one.request.target = line.value(u"path").toString().toLatin1();
        one.request.headers = {{"host", "testserver"}};
        for (const Json &header : line.value(u"headers").array()) {
            one.request.headers.append({header.array().value(0).toString().toLatin1(),
                                        header.array().value(1).toString().toLatin1()});
        }
        one.request.body = line.value(u"body").toString().toLatin1();
        one.status = static_cast<int>(line.value(u"status").toInt64());
        one.text = line.value(u"answer").toString().toUtf8();
        one.body = Design::readPythonJson(one.text).value;
        for (const auto &header : line.value(u"answer_headers").object()) {
            static const QSet<QString> compared{QStringLiteral("allow"), QStringLiteral("location"),
                                                QStringLiteral("content-type"),
                                                QStringLiteral("www-authenticate")};
            if (compared.contains(header.key))
                one.headers.append({header.key.toLatin1(), header.value.toString().toLatin1()});
        }
        one.topic = one.document.section(u'_', 1).section(u'.', 0, 0) + QLatin1String(" /") +
                    QString::fromLatin1(one.request.target).section(u'?', 0, 0).section(u'/', 1, 1);
        cases.append(one);
    }
    return cases;
}

QList<RecordedCase> Replay::queryCoercion() const
{
    QList<RecordedCase> cases;
    for (const Json &line : lines(QStringLiteral("query_coercion.jsonl"))) {
        RecordedCase one;
        const QString type = line.value(u"type").toString();
        one.document = QStringLiteral("openapi_scalars_and_models.json");
        one.request.method = "GET";
        one.request.target = "/q/" + type.toUtf8() +
                             "?q=" + line.value(u"raw").toString().toUtf8().toPercentEncoding();
        one.status = static_cast<int>(line.value(u"status").toInt64());
        one.body = line.value(u"body");
        one.topic = QStringLiteral("query coercion ") + type;
        cases.append(one);
    }
    return cases;
}

QList<RecordedCase> Replay::bodyCoercion() const
{
    QList<RecordedCase> cases;
    for (const Json &line : lines(QStringLiteral("body_coercion.jsonl"))) {
        RecordedCase one;
        const QString type = line.value(u"type").toString();
        one.document = QStringLiteral("openapi_scalars_and_models.json");
        one.request.method = "POST";
        one.request.target = "/b/" + type.toUtf8();
        one.request.headers = {{"content-type", "application/json"}};
        one.request.body = Design::writeJson(
            Json(Design::JsonObject{{QStringLiteral("q"), line.value(u"value")}}));
        one.status = static_cast<int>(line.value(u"status").toInt64());
        one.body = line.value(u"body");
        one.topic = QStringLiteral("body coercion ") + type;
        cases.append(one);
    }
    return cases;
}

QList<RecordedCase> Replay::models() const
{
    QList<RecordedCase> cases;
    for (const Json &line : lines(QStringLiteral("models.jsonl"))) {
        RecordedCase one;
        one.document = QStringLiteral("openapi_scalars_and_models.json");
        one.request.method = "POST";
        one.request.target = line.value(u"path").toString().toUtf8();
        one.request.headers = {{"content-type", "application/json"}};
        one.request.body = Design::writeJson(line.value(u"json"));
        one.status = static_cast<int>(line.value(u"status").toInt64());
        one.body = line.value(u"body");
        one.topic = QStringLiteral("models ") + line.value(u"path").toString();
        cases.append(one);
    }
    return cases;
}

Mock::CompiledApiPointer Replay::api(const QString &document)
{
    Mock::CompiledApiPointer &api = m_apis[document];
    if (!api)
        api = Mock::compile(Design::readOpenApi(contents(m_folder + u'/' + document)).api);
    return api;
}

Score Replay::run(const QList<RecordedCase> &cases)
{
    Score all;
    for (const RecordedCase &recorded : cases) {
        Score one;
        compare(recorded, &one);
        m_topics[recorded.topic].add(one);
        all.add(one);
    }
    return all;
}

void Replay::compare(const RecordedCase &recorded, Score *score)
{
    const Mock::Exchange exchange = Mock::handle(*api(recorded.document), recorded.request);
    const Mock::Response &response = exchange.response;
    const Json body = Design::readPythonJson(response.body).value;
    const bool isHead = recorded.request.method == "HEAD";
    score->cases = 1;
    const QByteArray allow = Mock::headerValue(response.headers, "allow");
    const bool isAllowed = !recorded.text.isNull() || allow == recorded.allow;
    const bool hasHeaders =
        std::all_of(recorded.headers.begin(), recorded.headers.end(), [&](const auto &header) {
            return Mock::headerValue(response.headers, header.name) == header.value;
        });
    score->status = response.status == recorded.status && isAllowed && hasHeaders ? 1 : 0;
    const bool isRefusal = recorded.status == 422;
    if (isRefusal) {
        score->refused = 1;
        score->errors = errorSignature(body) == errorSignature(recorded.body) ? 1 : 0;
    }
    if (recorded.status >= 400 && !isHead) {
        score->compared = 1;
        const QByteArray text =
            recorded.text.isNull() ? Design::writePythonJson(recorded.body) : recorded.text;
        score->bodies = response.body == text ? 1 : 0;
    }
    const Json read = recorded.status == 200 ? recorded.body.value(u"v") : Json();
    const bool isRepr = read.isString() && read.string().startsWith(QLatin1String("datetime."));
    if (!read.isUndefined() && !isRepr) {
        // What the design does not say comes back as it was read: alone, or under its name.
        const Json *value = &body;
        for (const QStringView name : {u"v", u"x-v", u"q"}) {
            if (const Json *named = body.find(name); named && value == &body)
                value = named;
        }
        score->shown = 1;
        score->values = Design::writePythonJson(*value) == Design::writePythonJson(read) ? 1 : 0;
    }
    if (score->status == 0 || score->errors < score->refused || score->bodies < score->compared ||
        score->values < score->shown) {
        const auto line = [](const char *word, int status, const QByteArray &text) {
            return QLatin1String(word) + QString::number(status) + u' ' + shortened(text);
        };
        m_differences.append(
            recorded.topic + QLatin1String(": ") + QString::fromLatin1(recorded.request.method) +
            u' ' + shortened(recorded.request.target) + u' ' + shortened(recorded.request.body) +
            line("\n    is  ", response.status, response.body) +
            line("\n    not ", recorded.status,
                 recorded.text.isNull() ? Design::writePythonJson(recorded.body) : recorded.text));
    }
}
