#include "mockserver/contract/boundary_tests.h"

#include "mockserver/contract/boundary_generator.h"

namespace Mock
{

BoundaryTests boundaryTests(const Design::Api &api, Profile profile, const OnRoute &onRoute)
{
    return BoundaryGenerator(api, profile == Profile::FromDesign ? profileOf(api) : profile)
        .run(onRoute);
}

} // namespace Mock
