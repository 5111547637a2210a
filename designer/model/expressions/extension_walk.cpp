#include "designer/model/expressions/extension_walk.h"

#include "designer/text/pointer.h"

namespace Design
{

using Kind = ExtensionWalk::Kind;
using Place = ExtensionWalk::Place;
using Of = Place::Of;

struct ExtensionWalk::Form {
    enum class Layout {
        Leaf,   ///< of this kind; a list of texts may stand for a text
        Object, ///< with these members
        List,   ///< of what `inner` says
        Map,    ///< from names, which are of a kind themselves, to what `inner` says
    };
    struct Member {
        QString key;
        const Form *form;
    };
    /// What is known of the place once this value is entered; key: under which name it stands.
    using Enter = void (*)(const Json &value, const QString &key, Place &place);

    Layout layout = Layout::Leaf;
    Kind kind = Kind::Data;   ///< of a leaf, of the names of a map
    Kind asText = Kind::Data; ///< of a text where an object is meant: its short form
    QList<Member> members = {};
    const Form *inner = nullptr;
    Enter enter = nullptr;
};

namespace
{

using Form = ExtensionWalk::Form;
using Layout = Form::Layout;

const Form *leaf(Kind kind)
{
    static const QList<Form> forms = [] {
        QList<Form> all;
        for (int i = 0; i <= static_cast<int>(Kind::ReceivedAt); ++i)
            all.append(Form{Layout::Leaf, static_cast<Kind>(i)});
        return all;
    }();
    return &forms.at(static_cast<int>(kind));
}

QList<Form::Member> members(std::initializer_list<std::pair<const char *, const Form *>> list)
{
    QList<Form::Member> all;
    for (const auto &[key, form] : list)
        all.append({QString::fromLatin1(key), form});
    return all;
}

Form object(std::initializer_list<std::pair<const char *, const Form *>> list,
            Form::Enter enter = nullptr, Kind asText = Kind::Data)
{
    return {Layout::Object, Kind::Data, asText, members(list), nullptr, enter};
}

Form listOf(const Form *inner)
{
    return {Layout::List, Kind::Data, Kind::Data, {}, inner};
}

Form mapOf(const Form *inner, Kind names = Kind::Data)
{
    return {Layout::Map, names, Kind::Data, {}, inner};
}

const Form *rules()
{
    static const Form rule = object({{"when", leaf(Kind::Expression)},
                                     {"error", leaf(Kind::Error)},
                                     {"detail", leaf(Kind::Template)},
                                     {"body", leaf(Kind::Template)},
                                     {"headers", leaf(Kind::Template)}});
    static const Form list = listOf(&rule);
    return &list;
}

const Form *errors()
{
    static const Form error = object({{"detail", leaf(Kind::Template)},
                                      {"body", leaf(Kind::Template)},
                                      {"headers", leaf(Kind::Template)}},
                                     [](const Json &, const QString &key, Place &place) {
                                         place.of = Of::Error;
                                         place.name = key;
                                     });
    static const Form map = mapOf(&error);
    return &map;
}

const Form *tasks()
{
    static const Form task = object({{"when", leaf(Kind::Expression)},
                                     {"log", leaf(Kind::Template)},
                                     {"run", leaf(Kind::Expression)},
                                     {"webhook", leaf(Kind::Template)},
                                     {"headers", leaf(Kind::Template)},
                                     {"body", leaf(Kind::Template)}},
                                    [](const Json &, const QString &, Place &place) {
                                        place.of = place.of == Of::Dependency ? Of::Exit : Of::Task;
                                    });
    static const Form list = listOf(&task);
    return &list;
}

const Form *dependencies()
{
    static const Form dependency = object({{"needs", leaf(Kind::Dependency)},
                                           {"scheme", leaf(Kind::Scheme)},
                                           {"conditions", rules()},
                                           {"result", leaf(Kind::Expression)},
                                           {"exit", tasks()}},
                                          [](const Json &, const QString &key, Place &place) {
                                              place.of = Of::Dependency;
                                              place.name = key;
                                          });
    static const Form map = mapOf(&dependency);
    return &map;
}

/// `counter`, `uuid`, `now`, an expression, or `{value: …, on: write}`.
const Form *serverFields()
{
    static const Form field =
        object({{"value", leaf(Kind::Expression)}}, nullptr, Kind::Expression);
    static const Form map = mapOf(&field, Kind::RowField);
    return &map;
}

const Form *stores()
{
    static const Form references = mapOf(leaf(Kind::Store), Kind::RowField);
    static const Form store = object({{"model", leaf(Kind::Model)},
                                      {"create", leaf(Kind::Model)},
                                      {"answer", leaf(Kind::Model)},
                                      {"key", leaf(Kind::RowField)},
                                      {"unique", leaf(Kind::RowField)},
                                      {"search", leaf(Kind::RowField)},
                                      {"references", &references},
                                      {"set", serverFields()},
                                      {"missing", leaf(Kind::Error)},
                                      {"conflict", leaf(Kind::Error)},
                                      {"fixtures", leaf(Kind::Row)}},
                                     [](const Json &, const QString &key, Place &place) {
                                         place.of = Of::Store;
                                         place.name = key;
                                         place.store = key;
                                     });
    static const Form map = mapOf(&store);
    return &map;
}

const Form *logins()
{
    static const Form login = object({{"store", leaf(Kind::Store)},
                                      {"username", leaf(Kind::RowField)},
                                      {"password", leaf(Kind::RowField)},
                                      {"scopes", leaf(Kind::RowField)},
                                      {"disabled", leaf(Kind::RowField)},
                                      {"failed", leaf(Kind::Error)}},
                                     [](const Json &value, const QString &key, Place &place) {
                                         place.name = key;
                                         place.store = value.value(u"store").toString();
                                     });
    static const Form map = mapOf(&login, Kind::Scheme);
    return &map;
}

const Form *routers()
{
    static const Form router =
        object({{"parent", leaf(Kind::Router)}, {"depends", leaf(Kind::Dependency)}});
    static const Form map = mapOf(&router);
    return &map;
}

const Form *rowsByStore()
{
    static const Form rows = {
        Layout::Leaf, Kind::Row,
        Kind::Data,   {},
        nullptr,      [](const Json &, const QString &key, Place &place) {
                                  place.store = key; }};
    static const Form map = mapOf(&rows, Kind::Store);
    return &map;
}

const Form *tests()
{
    static const Form expect = object({{"model", leaf(Kind::Model)},
                                       {"stores", rowsByStore()},
                                       {"body", leaf(Kind::Received)},
                                       {"at", leaf(Kind::ReceivedAt)}},
                                      [](const Json &value, const QString &, Place &place) {
                                          place.status =
                                              static_cast<int>(value.value(u"status").toInt64());
                                      });
    static const auto enterStep = [](const Json &value, const QString &, Place &place) {
        place.of = Of::Test;
        place.request = value.value(u"request").toString();
    };
    static const Form step =
        object({{"request", leaf(Kind::Request)}, {"body", leaf(Kind::Sent)}, {"expect", &expect}},
               enterStep);
    static const Form steps = listOf(&step);
    static const Form overrides = mapOf(leaf(Kind::Data), Kind::Dependency);
    static const Form test = object({{"request", leaf(Kind::Request)},
                                     {"body", leaf(Kind::Sent)},
                                     {"expect", &expect},
                                     {"given", rowsByStore()},
                                     {"overrides", &overrides},
                                     {"steps", &steps}},
                                    enterStep);
    static const Form list = listOf(&test);
    return &list;
}

const Form &documentForm()
{
    static const Form form = object({{"errors", errors()},
                                     {"stores", stores()},
                                     {"dependencies", dependencies()},
                                     {"logins", logins()},
                                     {"routers", routers()},
                                     {"depends", leaf(Kind::Dependency)},
                                     {"tests", tests()}});
    return form;
}

/// The store of an action, which may be said in short: "read items".
QString storeOf(const Json &action)
{
    return action.isString() ? action.string().section(u' ', 1).trimmed()
                             : action.value(u"store").toString();
}

const Form &routeForm()
{
    static const Form set = {Layout::Map, Kind::RowField, Kind::Data, {}, leaf(Kind::Template)};
    static const Form action = object({{"store", leaf(Kind::Store)},
                                       {"key", leaf(Kind::Expression)},
                                       {"filter", leaf(Kind::Input)},
                                       {"set", &set}},
                                      nullptr, Kind::Action);
    static const Form statuses = mapOf(leaf(Kind::Error));
    static const Form upstream = object({{"url", leaf(Kind::Template)},
                                         {"headers", leaf(Kind::Template)},
                                         {"body", leaf(Kind::Template)},
                                         {"status", &statuses},
                                         {"failed", leaf(Kind::Error)}},
                                        nullptr, Kind::Template);
    static const Form field = {
        Layout::Leaf, Kind::Expression,
        Kind::Data,   {},
        nullptr,      [](const Json &, const QString &, Place &place) {
                                   place.of = Of::Computed; }};
    static const Form computed = mapOf(&field, Kind::AnswerField);
    static const Form form = object({{"router", leaf(Kind::Router)},
                                     {"depends", leaf(Kind::Dependency)},
                                     {"errors", rules()},
                                     {"action", &action},
                                     {"upstream", &upstream},
                                     {"answer", leaf(Kind::Template)},
                                     {"computed", &computed},
                                     {"tasks", tasks()},
                                     {"login", leaf(Kind::Scheme)}},
                                    [](const Json &value, const QString &, Place &place) {
                                        place.of = Of::Route;
                                        place.store = storeOf(value.value(u"action"));
                                    });
    return form;
}

/// Whether it is met as a whole, and not text by text.
bool isWhole(Kind kind)
{
    return kind == Kind::Template || kind == Kind::Sent || kind == Kind::Received ||
           kind == Kind::ReceivedAt;
}

/// What a store does by itself instead of an expression.
bool isServerWord(const QString &text, const Place &place)
{
    return place.of == Of::Store && (text == QLatin1String("counter") ||
                                     text == QLatin1String("uuid") || text == QLatin1String("now"));
}

} // namespace

Json ExtensionWalk::met(const Json &value, const Place &)
{
    return value;
}

QString ExtensionWalk::metKey(const QString &key, const Place &)
{
    return key;
}

Json ExtensionWalk::document(const Json &menura)
{
    return walk(menura, documentForm(), {});
}

Json ExtensionWalk::route(const Json &menura)
{
    Place place;
    routeForm().enter(menura, {}, place);
    return walk(menura, routeForm(), place);
}

Json ExtensionWalk::walk(const Json &value, const Form &form, const Place &place)
{
    Place here = place;
    const bool isShort = form.layout == Layout::Object && value.isString();
    if (form.layout == Layout::Leaf || isShort) {
        here.kind = isShort ? form.asText : form.kind;
        if (here.kind == Kind::Data || (here.kind == Kind::Expression && !value.isString()))
            return value;
        if (here.kind == Kind::Expression && isServerWord(value.string(), here))
            return value;
        if (value.isArray() && !isWhole(here.kind)) {
            JsonArray list;
            for (const Json &item : value.array()) {
                here.pointer = childPointer(place.pointer, list.size());
                list.append(walk(item, form, here));
            }
            return list;
        }
        const bool isText = here.kind != Kind::Row && !isWhole(here.kind);
        return isText && !value.isString() ? value : met(value, here);
    }
    if (form.layout == Layout::Object)
        return walkObject(value, form, place);
    if (form.layout == Layout::Map)
        return walkMap(value, form, place);
    if (!value.isArray())
        return value;
    JsonArray list;
    for (const Json &item : value.array()) {
        here = place;
        here.pointer = childPointer(place.pointer, list.size());
        if (form.inner->enter)
            form.inner->enter(item, {}, here);
        list.append(walk(item, *form.inner, here));
    }
    return list;
}

Json ExtensionWalk::walkObject(const Json &value, const Form &form, const Place &place)
{
    if (!value.isObject())
        return value;
    JsonObject changed;
    for (const JsonObject::Member &member : value.object()) {
        const Form *inner = leaf(Kind::Data);
        for (const Form::Member &known : form.members) {
            if (known.key == member.key)
                inner = known.form;
        }
        Place here = place;
        here.pointer = childPointer(place.pointer, member.key);
        if (inner->enter)
            inner->enter(member.value, member.key, here);
        changed.insert(member.key, walk(member.value, *inner, here));
    }
    return changed;
}

Json ExtensionWalk::walkMap(const Json &value, const Form &form, const Place &place)
{
    if (!value.isObject())
        return value;
    JsonObject changed;
    for (const JsonObject::Member &member : value.object()) {
        Place here = place;
        here.pointer = childPointer(place.pointer, member.key);
        here.kind = form.kind;
        QString key = form.kind == Kind::Data ? member.key : metKey(member.key, here);
        if (key != member.key && value.object().contains(key))
            key = member.key; // nothing gets lost
        if (form.inner->enter)
            form.inner->enter(member.value, member.key, here);
        changed.insert(key, walk(member.value, *form.inner, here));
    }
    return changed;
}

} // namespace Design
