#include "designer/schema/samples/sampler.h"

#include "designer/schema/samples/sample_maker.h"

namespace Design
{

Sample sample(const CompiledSchema &schema, const SampleOptions &options)
{
    if (schema.isNull())
        return {Sample::Found, JsonObject(), {}, {}};
    return SampleMaker(options).run(*schema.root());
}

} // namespace Design
