#include "designer/coercion/compile/type_compiler.h"
#include "designer/coercion/error_table.h"
#include "designer/coercion/reading.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"

#include <QFile>
#include <QLocale>
#include <QSet>
#include <QTest>

using Design::ErrorType;
using Design::Json;
using Design::JsonObject;

namespace
{

Json readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? Design::readPythonJson(file.readAll()).value : Json();
}

/// Numbers without an exponent and without a fraction of zeros.
QString shown(const Json &value)
{
    if (value.isInteger())
        return QString::fromLatin1(value.numberText());
    return value.isNumber() ? QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest)
                            : value.toString();
}

/// pydantic's template with the values of a context in it.
QString filled(const QString &text, const JsonObject &context)
{
    QString message = text;
    bool isOne = false;
    for (const JsonObject::Member &member : context) {
        const QString place = u'{' + member.key + u'}';
        isOne = isOne || (member.key != u"actual_length" && member.value == Json(1));
        message.replace(place,
                        member.value.isNull() ? QStringLiteral("more") : shown(member.value));
    }
    return message.replace(QLatin1String("{expected_plural}"), QLatin1String(isOne ? "" : "s"));
}

/// The places of the template, filled with one number or with words.
JsonObject contextFor(const QString &text, int number)
{
    JsonObject context;
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at + 1)) {
        const QString key = text.sliced(at + 1, text.indexOf(u'}', at) - at - 1);
        const bool isNumber = key.endsWith(QLatin1String("_length")) || key.endsWith(u't') ||
                              key.endsWith(QLatin1String("digits")) ||
                              key.endsWith(QLatin1String("places")) || key == u"le" || key == u"ge";
        if (key != u"expected_plural")
            context.insert(key, isNumber ? Json(number) : Json(QStringLiteral("some ") + key));
    }
    return context;
}

/// What FastAPI and pydantic's own Python code raise: no errors of pydantic's core, so that no
/// template of its has their words.
bool isRaised(ErrorType type)
{
    return type == ErrorType::BodyJsonInvalid || type == ErrorType::ValueError ||
           type == ErrorType::UploadExpected || type == ErrorType::EmailInvalid;
}

} // namespace

/// The words of every error against the templates of pydantic 2.13, 104 of them.
class TestErrorTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textsAreTheTemplates_data();
    void textsAreTheTemplates();
    void otherTypesAreThoseOfTheLibrary();
    void whatIsMadeFollowsTheTemplates();

private:
    QHash<QString, QString> m_templates; ///< by the name of the type
};

void TestErrorTable::initTestCase()
{
    const Json file =
        readFile(QStringLiteral(MENURA_TEST_DATA "/fastapi/pydantic_error_types.json"));
    if (!file.isArray())
        QSKIP("pydantic's templates are not there.");
    for (const Json &row : file.array()) {
        m_templates.insert(row.value(u"type").toString(),
                           row.value(u"message_template_python").toString());
    }
    QCOMPARE(m_templates.size(), 104);
}

void TestErrorTable::textsAreTheTemplates_data()
{
    QTest::addColumn<int>("type");
    int count = 0;
    for (int i = 0; i < static_cast<int>(ErrorType::Count); ++i) {
        const auto type = static_cast<ErrorType>(i);
        if (isRaised(type) || !m_templates.contains(errorName(type)))
            continue;
        QTest::newRow(errorName(type).data()) << i;
        ++count;
    }
    QVERIFY(count >= 75);
}

void TestErrorTable::textsAreTheTemplates()
{
    QFETCH(int, type);
    const auto error = static_cast<ErrorType>(type);
    const QString text = m_templates.value(errorName(error));
    for (const int number : {0, 1, 2}) {
        const JsonObject context = contextFor(text, number);
        QCOMPARE(errorMessage(error, context), filled(text, context));
    }
}

void TestErrorTable::otherTypesAreThoseOfTheLibrary()
{
    QStringList others;
    for (int i = 0; i < static_cast<int>(ErrorType::Count); ++i) {
        const QString name = errorName(static_cast<ErrorType>(i));
        if (!m_templates.contains(name))
            others.append(name);
    }
    others.sort();
    const QStringList expected{
        QStringLiteral("base64_decode"),    QStringLiteral("byte_size"),
        QStringLiteral("byte_size_unit"),   QStringLiteral("ip_any_address"),
        QStringLiteral("ip_any_interface"), QStringLiteral("ip_any_network"),
        QStringLiteral("ip_v4_address"),    QStringLiteral("ip_v4_interface"),
        QStringLiteral("ip_v4_network"),    QStringLiteral("ip_v6_address"),
        QStringLiteral("ip_v6_interface"),  QStringLiteral("ip_v6_network"),
        QStringLiteral("name_email_type"),  QStringLiteral("path_type"),
        QStringLiteral("pattern_regex"),    QStringLiteral("pattern_type"),
    };
    QCOMPARE(others, expected);
}

/// Every error that the recorded inputs make has a context from which its template gives its words.
void TestErrorTable::whatIsMadeFollowsTheTemplates()
{
    const Json file =
        readFile(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/coercion/pydantic.json"));
    JsonObject schemas = file.value(u"components").value(u"schemas").object();
    for (const Json &group : file.value(u"groups").array())
        schemas.insert(group.value(u"name").toString(), group.value(u"schema"));
    const JsonObject components{{QStringLiteral("schemas"), schemas}};
    const Design::Api api =
        Design::readOpenApi(Json(JsonObject{{QStringLiteral("openapi"), QStringLiteral("3.1.0")},
                                            {QStringLiteral("components"), components}}))
            .api;
    Design::TypeCompiler compiler(api, {Design::Direction::Request, false});
    QSet<QString> made;
    for (const Json &group : file.value(u"groups").array()) {
        const QString name = group.value(u"name").toString();
        const Design::Type *type = compiler.compile(*api.components.schemas.find(name));
        for (const Json &one : group.value(u"cases").array()) {
            Design::Reading reading;
            reading.read(*type, one.value(u"input"));
            for (const Design::ReadError &error : reading.errors()) {
                const QString errorType = errorName(error.type);
                made.insert(errorType);
                if (isRaised(error.type) || !m_templates.contains(errorType))
                    continue;
                QCOMPARE(error.message(), filled(m_templates.value(errorType), error.context));
            }
        }
    }
    QVERIFY2(made.size() >= 69, qPrintable(QString::number(made.size())));
}

QTEST_GUILESS_MAIN(TestErrorTable)
#include "test_error_table.moc"
