#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Where the documentation is shown.
enum class DocsTarget {
    Window, ///< a QTextBrowser: a fragment without a style sheet, links are `node:<id>`
    Page,   ///< a browser: a whole page with its own style, links are anchors in it
};

struct DocsOptions {
    DocsTarget target = DocsTarget::Window;
};

/// Documentation of the whole design for people: routes with their inputs, bodies and answers,
/// models with their fields and rules in words. Everything in it that comes from the design is
/// escaped; there are no scripts and nothing is loaded from elsewhere.
QString docsPage(const Api &api, const DocsOptions &options = {});

/// The part about one node: its operation, path item, model or other component, whichever is the
/// nearest around it; the overview of the design for all other nodes.
QString docsForNode(const Api &api, NodeId node, const DocsOptions &options = {});

/// Colours as CSS writes them, for docsWindowStyle().
struct DocsColors {
    QString muted;  ///< of notes and rules
    QString accent; ///< of links
    QString line;   ///< between the rows of tables
    QString panel;  ///< behind code and the heads of tables
    QString error;  ///< of what is required or refused
};

/// The default style sheet of the QTextDocument that shows a DocsTarget::Window text.
QString docsWindowStyle(const DocsColors &colors);

} // namespace Design
