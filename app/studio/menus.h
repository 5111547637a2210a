#pragma once

#include "app/studio/actions.h"

class QMenu;
class QMenuBar;

/// Fills the menu bar. Returns the menu of recent files, to be filled by who knows them.
QMenu *buildMenus(QMenuBar &bar, const Actions &actions);
