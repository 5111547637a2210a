#pragma once

#include "designer/editors/behaviour/rows_view.h"
#include "designer/itemmodels/members/members_model.h"

namespace Design
{

/// The rows of a MembersModel, as high as they are.
class MembersView : public RowsView
{
public:
    MembersView(MembersModel &model, const QString &name, QWidget *parent = nullptr)
        : RowsView(model, model, name, parent)
        , m_table(model)
    {
        setGrowing(true);
    }

    MembersModel &table() const { return m_table; }

private:
    MembersModel &m_table;
};

} // namespace Design
