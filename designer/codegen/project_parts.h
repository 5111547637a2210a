#pragma once

#include "designer/codegen/dependencies.h"
#include "designer/codegen/errors.h"
#include "designer/codegen/login.h"
#include "designer/codegen/stores.h"

namespace Design::Python
{

/// The parts of a project that its routes refer to.
struct ProjectParts {
    explicit ProjectParts(const Api &api)
        : source(api)
        , models(source)
        , errors(source, models)
        , stores(source, models)
        , login(source, models, errors, stores)
        , dependencies(source, models, errors, stores, login)
    {
    }

    Source source;
    Models models;
    Errors errors;
    Stores stores;
    Login login;
    Dependencies dependencies;
};

} // namespace Design::Python
