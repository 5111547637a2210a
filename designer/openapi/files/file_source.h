#pragma once

#include "designer/text/source_map.h"

#include <memory>

namespace Design
{

/// A file that a design refers to.
struct SourceFile {
    Json value;          ///< what it says; undefined when it cannot be read
    SourceMap sourceMap; ///< empty for plain text
    QString problem;     ///< why it cannot be read, as a clause: "there is no such file"

    bool ok() const { return problem.isEmpty(); }
};
using SourceFilePointer = std::shared_ptr<const SourceFile>;

/// Where the files of a design come from.
class FileSource
{
public:
    virtual ~FileSource() = default;

    /// The folder of the design, and the name of its own file, such as "openapi.yaml".
    virtual QString folder() const = 0;
    virtual QString rootName() const = 0;
    /// The file with this name, relative to the folder of the design and without `..`: never null,
    /// and the same whenever it is asked for.
    virtual SourceFilePointer file(const QString &name) = 0;
};

} // namespace Design
