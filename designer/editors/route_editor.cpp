#include "designer/editors/route_editor.h"

namespace Design
{

class RouteEditor::Private
{
public:
    NodeId operation = NodeId::None;
};

RouteEditor::RouteEditor(DesignDocument &, Selection &, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
}

RouteEditor::~RouteEditor() = default;

void RouteEditor::setOperation(NodeId operation)
{
    d->operation = operation;
}

NodeId RouteEditor::operation() const
{
    return d->operation;
}

bool RouteEditor::reveal(NodeId, Keyword, const QString &)
{
    return false;
}

QModelIndex RouteEditor::currentCell() const
{
    return {};
}

void RouteEditor::editPath() {}

} // namespace Design
