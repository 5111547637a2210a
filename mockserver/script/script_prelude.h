#pragma once

#include <QString>

namespace Mock
{

/// A function of the host object and the global one that gives the function which runs expressions:
/// run(expression, wanted names, their JSON texts) -> [JSON text or undefined, truth].
QString scriptPrelude();

/// The names of parameters of every compiled expression, in the order of ScriptName's bits, then
/// `store`, `now`, `uuid`, `random`.
QString scriptParameters();

} // namespace Mock
