#pragma once

#include "mockserver/engine/errors/error_form.h"
#include "mockserver/engine/errors/refusal.h"

namespace Mock
{

/// Fills the form of an error with what was wrong with a request, by the names that people give
/// such fields. What it cannot tell stays undefined.
class ErrorFiller
{
public:
    ErrorFiller(const Refusal &refusal, const Request &request);

    /// The whole body: the best one first, then those of the other alternatives of the form.
    QList<Design::Json> bodies(const ErrorForm &form) const;

private:
    /// What a value stands in: its name, how deep, and the violation that it is about, if any.
    struct Place {
        QString name; ///< lower case, letters and digits only
        int level = 0;
        const Violation *violation = nullptr;
        bool hasMessage = false; ///< a member beside it takes the message
        bool hasField = false;   ///< a member beside it, or its key, names the field
    };

    Design::Json value(const ErrorForm &form, const Place &place) const;
    Design::Json text(const ErrorForm &form, const Place &place) const;
    QString violationText(const Place &place) const;
    QString refusalText(const ErrorForm &form, const Place &place) const;
    Design::Json allowed(const ErrorForm &form, const Place &place) const;
    Design::Json number(const Place &place) const;
    Design::Json flag(const Place &place) const;
    Design::Json list(const ErrorForm &form, const Place &place) const;
    Design::Json object(const ErrorForm &form, const Place &place) const;
    void sayInOnlyText(const ErrorForm &form, Design::JsonObject *members) const;
    Design::Json map(const ErrorForm &form, const Place &place) const;
    Design::Json choice(const ErrorForm &form, const Place &place) const;
    int worth(const Design::Json &value) const;

    const Refusal &m_refusal;
    const Request &m_request;
    QList<Violation>
        m_violations; ///< at least one: where nothing else is known, the refusal itself
};

} // namespace Mock
