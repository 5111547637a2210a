#pragma once

#include <QList>
#include <QString>

/// A design that comes with the program, to look around in or to go on from.
struct Template {
    QString title;
    QString line;  ///< what it is, in one line
    QString shows; ///< what can be learnt from it
    QString path;  ///< of the resource
};

/// In the order in which they are best looked at; the first is the sample.
QList<Template> templates();
