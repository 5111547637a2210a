#pragma once

#include "designer/docs/docs_words.h"
#include "designer/model/locate.h"

namespace Design
{

/// Where the documentation is shown.
enum class DocsTarget {
    Window, ///< a QTextBrowser: a fragment with links `node:<id>`, to be styled by the window,
            ///< which has the classes dim, good, warning, bad and literal
    Page,   ///< a browser: a whole page with its own style, links are anchors in it
};

struct DocsOptions {
    DocsTarget target = DocsTarget::Window;
    DocsLanguage language = DocsLanguage::English;
};

/// Documentation of the whole design for people: routes with their inputs, bodies and answers,
/// models with their fields and rules in words. Everything in it that comes from the design is
/// escaped; there are no scripts and nothing is loaded from elsewhere.
QString docsPage(const Api &api, const DocsOptions &options = {});

/// The part about one node: its route, path, model or other component, whichever is the nearest
/// around it; for all other nodes what the design is and the list of its routes and models.
/// `index` is that of the same value of the design.
QString docsForNode(const Api &api, const NodeIndex &index, NodeId node,
                    const DocsOptions &options = {});

} // namespace Design
