#pragma once

#include <QString>

namespace Design
{

/// The part of CommonMark that descriptions of APIs use, as HTML: paragraphs, headings, lists,
/// quotes, fenced and inline code, emphasis, and links to http, https, mailto and anchors.
/// Everything else, HTML included, is shown as it is written.
QString markdownToHtml(const QString &markdown);

/// The same for a text that stands inside a line or a table's cell: without the <p> around a text
/// that is a single paragraph.
QString markdownToInlineHtml(const QString &markdown);

} // namespace Design
