#include "mockserver/contract/boundary_tests.h"

#include "mockserver/contract/boundary_generator.h"

namespace Mock
{

BoundaryTests boundaryTests(const Design::Api &api, Profile profile)
{
    return BoundaryGenerator(api, profile).run();
}

} // namespace Mock
