#pragma once

#include "designer/coercion/compile/extra_rules.h"
#include "designer/coercion/type.h"
#include "designer/model/access_tokens.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/schema/compiled_schema.h"
#include "mockserver/engine/errors/error_form.h"
#include "mockserver/engine/exchange.h"
#include "mockserver/engine/inputs/parameter_style.h"
#include "mockserver/engine/inputs/stream_body.h"
#include "mockserver/engine/inputs/text_shape.h"
#include "mockserver/engine/inputs/xml_form.h"

#include <optional>

namespace Mock
{

/// Rules that FastAPI's types do not cover, checked once a value has been read.
struct ExtraRulePlan {
    Design::CompiledSchema schema; ///< null where there are none
    std::shared_ptr<const Design::ExtraRules> rules;
};

/// One input of a route, made ready to be read.
struct ParameterPlan {
    enum class Place { Path, Query, Header, Cookie };

    Place place = Place::Query;
    QString name;             ///< as it is sent
    qsizetype pathIndex = -1; ///< among the values that the path gave
    bool isRequired = false;
    Design::NodeId node = Design::NodeId::None;
    const Design::Type *type = nullptr; ///< in FastAPI's profile
    ExtraRulePlan rules;
    Design::Json fallback;         ///< the schema's default; undefined without one
    Design::CompiledSchema schema; ///< in the strict profile
    ParameterStyle style;
    TextShape shape;
    bool mayBeEmpty = false;   ///< `allowEmptyValue`
    bool isWholeQuery = false; ///< `in: querystring` of OpenAPI 3.2

    /// One field of a model that all values of a place fill, as FastAPI's parameter models.
    struct Field {
        QString wireName; ///< as it is sent: "save-data"
        QString name;     ///< in the model: "save_data"
        bool isSequence = false;
        Design::Json fallback; ///< undefined where it is required
    };
    QList<Field> fields; ///< empty for parameters of their own
};

/// How a field of a form or a part of a multipart body is sent.
struct PartPlan {
    FieldEncoding encoding;
    QList<ParameterPlan> headers; ///< of the part
};

/// The body of a route.
struct BodyPlan {
    enum class Kind {
        None,
        Whole,     ///< one value: JSON, or bytes that FastAPI leaves alone
        Fields,    ///< a JSON object whose members are inputs of their own
        Form,      ///< the same as a form
        FormModel, ///< one model that a form fills
    };
    struct Field {
        QString name;
        const Design::Type *type = nullptr;
        bool isRequired = false;
        Design::Json fallback;
        Design::NodeId node = Design::NodeId::None;
    };
    struct Media {
        QByteArray range; ///< as in the design: "application/json", "image/*"
        Design::NodeId node = Design::NodeId::None;
        Design::CompiledSchema schema;
        bool isOpen = false; ///< no schema: everything is accepted
        TextShape shape;
        XmlForm::Pointer xml; ///< of XML
        StreamForm stream = StreamForm::None;
        QHash<QString, PartPlan> parts; ///< of a form, by the names of its fields
        QList<PartPlan> places;         ///< of a multipart body, by position
        std::optional<PartPlan> others; ///< behind those
    };

    Kind kind = Kind::None;
    bool isRequired = false;
    Design::NodeId node = Design::NodeId::None;
    const Design::Type *type = nullptr;
    ExtraRulePlan rules; ///< of the whole body
    Design::Json fallback;
    QList<Field> fields;
    QList<Media> media; ///< in the strict profile
};

/// One credential that a security scheme asks for.
struct CredentialPlan {
    enum class Kind {
        Bearer,
        OAuth,            ///< the scheme of Bearer; its token may be empty
        AnyAuthorization, ///< whatever the scheme
        Basic,
        Digest,
        HeaderKey,
        QueryKey,
        CookieKey,
        Other
    };

    Kind kind = Kind::Other;
    QString name;                                       ///< of the key, or the scheme of `Other`
    QByteArray challenge;                               ///< for WWW-Authenticate
    QString title;                                      ///< as the design calls the scheme
    QStringList scopes;                                 ///< that the route asks for
    std::shared_ptr<const Design::AccessTokens> tokens; ///< accepted; null: all of the right form
    Design::NodeId node = Design::NodeId::None;
};

/// What a request says that an example of a response belongs to: the examples of the same name
/// among its parameters and bodies.
struct RequestExample {
    Design::JsonObject path;
    Design::JsonObject other;
    QList<Design::Json> bodies; ///< one of these, where there are any
};

/// One response of an operation in one of its media types.
struct AnswerPlan {
    struct Header {
        QByteArray name;
        QByteArray value;
    };
    /// What the answer of a real server is held to.
    struct ExpectedHeader {
        QString name;
        bool isRequired = false;
        Design::NodeId node = Design::NodeId::None;
        Design::CompiledSchema schema; ///< null: any text
        ParameterStyle style;
        TextShape shape;
    };
    struct Example {
        QString name;
        Design::Json value;
        RequestExample request;
    };
    /// A list of objects that the answer is or has.
    struct Items {
        QString member; ///< that holds the list; empty where the answer itself is one
        Design::CompiledSchema schema;
        QStringList fields; ///< of its objects
    };

    QString response;     ///< as the design calls it: "201", "4XX", "default"; empty: none declared
    int status = 200;     ///< where nobody asks for another one
    QByteArray mediaType; ///< as in the design, which may be a range
    bool hasBody = true;
    bool isJson = true;
    bool isOpen = false; ///< the design does not say what the body looks like
    QByteArray contentType;
    Design::NodeId node = Design::NodeId::None; ///< the response
    Design::CompiledSchema schema;
    TextShape shape;
    const Design::Type *type = nullptr; ///< in FastAPI's profile; null without a schema
    QList<Example> examples;            ///< those that are valid
    QStringList fields;                 ///< names of the object's properties, if it is one
    std::optional<Items> items;
    QList<Header> headers;
    QList<ExpectedHeader> expected;
    XmlForm::Pointer xml;                 ///< of XML
    StreamForm stream = StreamForm::None; ///< the value is the list of its items
    ErrorForm::Pointer errorForm;         ///< of errors in the design's own shape
};

struct AroundPlan;
struct ProxyPlan;

/// An operation made ready to answer.
struct RoutePlan {
    QByteArray method;
    QByteArray allow; ///< all methods of its route, as FastAPI lists them in Allow
    QString path;
    QString title; ///< "GET /items/{item_id}"
    Design::NodeId operation = Design::NodeId::None;
    QList<ParameterPlan> parameters; ///< path, query, header, cookie; each in the design's order
    BodyPlan body;
    QList<QList<CredentialPlan>> security; ///< alternatives; in each, all are needed
    AnswerPlan answer;                     ///< when all is well and nobody asks for another one
    QList<AnswerPlan> answers;             ///< all that the design declares, in its order
    bool isDeprecated = false;
    bool hasOwnAccept = false; ///< Accept is a parameter and says more than media types
    std::shared_ptr<const AroundPlan> around; ///< what runs around it; null: nothing
    std::shared_ptr<const ProxyPlan> proxy;   ///< that its requests are passed on to; null: none
    Design::FaultDesign faults;
    QList<int> bases;                ///< of its servers, among the design's
    const RoutePlan *item = nullptr; ///< of `GET /items`: `GET /items/{id}`
    const RoutePlan *list = nullptr; ///< of `GET /items/{id}`: `GET /items`
};

} // namespace Mock
