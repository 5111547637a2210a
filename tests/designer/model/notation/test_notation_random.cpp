#include "tests/designer/model/notation/notation_support.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Design;
using Kind = TypeExpression::Kind;

namespace
{

/// Random types as the parser would give them, so that every form of them must read the same.
class Generator
{
public:
    Generator(quint32 seed, const Api &api)
        : m_random(seed)
        , m_api(api)
    {
    }

    TypeExpression type(int depth)
    {
        TypeExpression type = plain(depth);
        if (pick(4) == 0)
            addAnnotations(type);
        return type;
    }

private:
    int pick(int n) { return static_cast<int>(m_random.bounded(n)); }

    TypeExpression plain(int depth)
    {
        TypeExpression type;
        switch (pick(depth > 0 ? 9 : 4)) {
        case 0:
        case 1:
            return scalar();
        case 2:
            return model();
        case 3:
            return literals();
        case 4:
            type.kind = Kind::List;
            type.parts = {this->type(depth - 1)};
            addLimits(type, Keyword::MinItems, Keyword::MaxItems);
            if (pick(2))
                type.rules.append({Keyword::UniqueItems, true});
            break;
        case 5:
            type.kind = Kind::Map;
            type.parts = {this->type(depth - 1)};
            addLimits(type, Keyword::MinProperties, Keyword::MaxProperties);
            break;
        case 6:
            type.kind = Kind::Object;
            if (pick(2))
                type.rules.append({Keyword::AdditionalProperties, false});
            break;
        case 7:
            type.kind = Kind::Union;
            type.parts = {model(), list(depth - 1)};
            if (pick(2))
                type.parts.append(scalar(false));
            if (pick(3) == 0)
                type.rules.append({Keyword::Discriminator, QStringLiteral("kind of it")});
            else if (pick(2))
                type.rules.append({Keyword::OneOf, true});
            for (TypeExpression &part : type.parts)
                part.nullable = false;
            break;
        default:
            type.kind = Kind::All;
            type.parts = {model(), model()};
            type.parts[0].nullable = type.parts[1].nullable = false;
            if (pick(2)) {
                TypeExpression object;
                object.kind = Kind::Object;
                type.parts[1] = object;
            }
            break;
        }
        type.nullable = pick(4) == 0;
        return type;
    }

    TypeExpression list(int depth)
    {
        TypeExpression type;
        type.kind = Kind::List;
        type.parts = {plain(qMax(0, depth))};
        return type;
    }

    TypeExpression scalar(bool mayBeNullable = true)
    {
        TypeExpression type;
        type.kind = Kind::Scalar;
        switch (pick(4)) {
        case 0:
            type.name = QStringLiteral("string");
            addLimits(type, Keyword::MinLength, Keyword::MaxLength);
            if (pick(3) == 0)
                type.rules.append({Keyword::Pattern, QStringLiteral("^[/a-z]+\\/ \"x\"$")});
            else if (pick(3) == 0)
                type.rules.append({Keyword::Pattern, QStringLiteral("/bare")});
            if (pick(3) == 0)
                type.format = QStringLiteral("email");
            else if (pick(3) == 0)
                type.rules.append({Keyword::Format, QStringLiteral("my phone")});
            break;
        case 1:
            type.name = QStringLiteral("integer");
            addLimits(type, Keyword::Minimum, Keyword::Maximum);
            if (pick(2))
                type.format = QStringLiteral("int64");
            break;
        case 2:
            type.name = QStringLiteral("number");
            addLimits(type, Keyword::ExclusiveMinimum, Keyword::ExclusiveMaximum);
            if (pick(2))
                type.rules.append({Keyword::MultipleOf, Json::number("0.5")});
            break;
        default:
            type.name = QStringLiteral("boolean");
        }
        type.nullable = mayBeNullable && pick(4) == 0;
        return type;
    }

    TypeExpression model()
    {
        const auto &schemas = m_api.components.schemas;
        const auto &schema = schemas.at(pick(static_cast<int>(schemas.size())));
        TypeExpression type;
        type.kind = Kind::Model;
        type.name = schema.name;
        type.model = schema.value.id();
        type.nullable = pick(4) == 0;
        return type;
    }

    TypeExpression literals()
    {
        TypeExpression type;
        type.kind = Kind::Literals;
        type.values = {QStringLiteral("a \"b\""), QStringLiteral("ü|")};
        if (pick(3) == 0)
            type.values = {1, 2, Json::number("3.50")};
        if (pick(3) == 0)
            type.values.append(nullptr);
        return type;
    }

    void addLimits(TypeExpression &type, Keyword low, Keyword high)
    {
        if (pick(2))
            type.rules.append({low, pick(5)});
        if (pick(2))
            type.rules.append({high, 5 + pick(5)});
    }

    void addAnnotations(TypeExpression &type)
    {
        if (pick(2))
            type.rules.append({Keyword::Default, json(QStringLiteral("{\"a b\":[1, 2.0,\"]\"]}"))});
        if (pick(2))
            type.rules.append({Keyword::ReadOnly, true});
        if (pick(2))
            type.rules.append({Keyword::Deprecated, true});
    }

    QRandomGenerator m_random;
    const Api &m_api;
};

} // namespace

class TestNotationRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTypesSurviveEveryForm();
    void garbageNeverCrashes();
};

void TestNotationRandom::randomTypesSurviveEveryForm()
{
    for (const char *version : {"3.1.0", "3.0.3"}) {
        for (quint32 seed = 0; seed < 3000; ++seed) {
            Api api = sampleDesign();
            api.openapi = QString::fromLatin1(version);
            const TypeExpression type = Generator(seed, api).type(3);
            const QString text = fullText(type);
            const ParsedType parsed = parseType(text, api);
            QVERIFY2(parsed.ok(), qPrintable(text + QStringLiteral(": ") +
                                             (parsed.ok() ? QString() : parsed.error->message)));
            QCOMPARE(fullText(parsed.type), text);

            Schema schema;
            applyType(schema, parsed.type, RulesOf::Both, api);
            QCOMPARE(fullText(describeType(schema, api)), text);

            Schema again = schema;
            applyType(again, parseType(text, api).type, RulesOf::TextOnly, api);
            QCOMPARE(again, schema);
            applyType(again, parseType(typeText(parsed.type), api).type, RulesOf::Both, api);
            QVERIFY2(again == schema, qPrintable(text + QLatin1Char('\n') + writtenSchema(schema) +
                                                 QLatin1Char('\n') + writtenSchema(again)));

            // The shown form of the rules reads as the rules, that of the type as a type.
            const TypeExpression described = describeType(schema, api);
            const ParsedType rules =
                parseRules(prettyRules(described).join(QStringLiteral(" · ")), described, api);
            QVERIFY2(rules.ok(), qPrintable(prettyRules(described).join(QStringLiteral(" · "))));
            QCOMPARE(rulesText(rules.type), rulesText(described));
            QVERIFY2(parseType(prettyType(described), api).ok(), qPrintable(prettyType(described)));

            // Away to something else and back: no part of the old type is left behind.
            Schema other = schema;
            applyType(other, parseType(u"boolean", api).type, RulesOf::TextOnly, api);
            QCOMPARE(writtenSchema(other), QStringLiteral("{\"type\":\"boolean\"}"));
        }
    }
}

void TestNotationRandom::garbageNeverCrashes()
{
    const Api api = sampleDesign();
    const QString letters =
        QStringLiteral("[]{}()|&?<>=.,:*+/\"'`“”…≤·→ \\-_1aT5 string int Tag default by unique");
    QRandomGenerator random(7);
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (int n = random.bounded(30); n > 0; --n)
            text += letters.at(random.bounded(static_cast<int>(letters.size())));
        const ParsedType parsed = parseType(text, api);
        if (parsed.ok()) {
            const ParsedType again = parseType(fullText(parsed.type), api);
            QVERIFY2(again.ok(), qPrintable(text + QStringLiteral(" → ") + fullText(parsed.type)));
        } else {
            QVERIFY(!parsed.error->message.isEmpty());
            QVERIFY(parsed.error->column >= 0 &&
                    parsed.error->column + parsed.error->length <= text.size());
        }
        parseRules(text, parsed.type, api);
    }
    QVERIFY(!parseType(QString(5000, QLatin1Char('[')), api).ok());
}

QTEST_GUILESS_MAIN(TestNotationRandom)
#include "test_notation_random.moc"
