#include "designer/editors/schema_editor.h"

namespace Design
{

class SchemaEditor::Private
{
public:
    NodeId schema = NodeId::None;
};

SchemaEditor::SchemaEditor(DesignDocument &, Selection &, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
}

SchemaEditor::~SchemaEditor() = default;

void SchemaEditor::setSchema(NodeId component)
{
    d->schema = component;
}

NodeId SchemaEditor::schema() const
{
    return d->schema;
}

bool SchemaEditor::reveal(NodeId, Keyword)
{
    return false;
}

QModelIndex SchemaEditor::currentCell() const
{
    return {};
}

void SchemaEditor::editName() {}

} // namespace Design
