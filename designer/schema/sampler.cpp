#include "designer/schema/sampler.h"

#include "designer/schema/sample_maker.h"

namespace Design
{

Sample sample(const CompiledSchema &schema, const SampleOptions &options)
{
    if (schema.isNull())
        return {Sample::Found, JsonObject(), {}, {}};
    return SampleMaker(options).run(*schema.root());
}

} // namespace Design
