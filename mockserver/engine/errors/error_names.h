#pragma once

#include <QString>

namespace Mock
{

// What people call the parts of an error. Each takes a plain name.

/// The letters and digits of a name, lower case: "errormessage" of "error_message".
QString plainName(const QString &name);
/// "validation_error" of "Validation Error".
QString slug(const QString &text);

bool namesMessage(const QString &name); ///< what was wrong, for people
bool namesField(const QString &name);   ///< the field that it was wrong with
bool namesPath(const QString &name);    ///< where that field is
bool namesCode(const QString &name);    ///< what was wrong, for machines
bool namesStatus(const QString &name);  ///< the status of the answer
bool namesGiven(const QString &name);   ///< what was sent
bool namesDetails(const QString &name); ///< a list of what was wrong
bool namesSuccess(const QString &name); ///< true when all is well
bool namesFailure(const QString &name); ///< true when it is not

} // namespace Mock
