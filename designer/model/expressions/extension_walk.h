#pragma once

#include "designer/text/json.h"

namespace Design
{

/// What stands in an `x-menura` extension: which of its texts are expressions, which are JSON with
/// `{{ expressions }}` inside, which name something, and which are data that nobody looks into.
/// Goes through all of it and lets a subclass change what it meets; the rest stays as it is.
class ExtensionWalk
{
public:
    enum class Kind {
        Data,       ///< not met: notes, numbers, data that somebody wrote, unknown members
        Expression, ///< a text: JavaScript
        Template,   ///< any JSON: expressions stand in `{{ }}` inside its texts
        Error,      ///< a text: the name of an error; of the others likewise
        Dependency,
        Store,
        Router,
        Model,
        Scheme,
        Action,      ///< a text: "read items"
        RowField,    ///< a text: a field of the rows of place.store
        AnswerField, ///< of what the route answers with
        Input,       ///< a text: a query parameter
        Row,         ///< a row of place.store, as data
        Request,     ///< a text: the request line of a test
        Sent,        ///< the body of a test's request, as data
        Received,    ///< what is to come back from it, as data
        ReceivedAt,  ///< an object: JSON Pointers into that, and values
    };

    /// Where something stands, as far as that decides what it is about.
    struct Place {
        enum class Of { Document, Error, Dependency, Exit, Store, Route, Computed, Task, Test };

        Kind kind = Kind::Data;
        Of of = Of::Document;
        QString pointer; ///< from the extension on
        QString name;    ///< of the error, dependency, store ...
        QString store;   ///< whose rows are spoken of
        QString request; ///< of a test: its request line
        int status = 0;  ///< of a test: the status that is to come back; 0: any
    };

    struct Form; ///< how a part of an extension is made

    virtual ~ExtensionWalk() = default;

    Json document(const Json &menura);
    Json route(const Json &menura);

protected:
    /// Something of a kind that is not Data. Lists of texts are met text by text.
    virtual Json met(const Json &value, const Place &place);
    /// A key that names something of a kind that is not Data.
    virtual QString metKey(const QString &key, const Place &place);

private:
    Json walk(const Json &value, const Form &form, const Place &place);
    Json walkObject(const Json &value, const Form &form, const Place &place);
    Json walkMap(const Json &value, const Form &form, const Place &place);
};

} // namespace Design
