#pragma once

class QWidget;

namespace moxian {

class Actions;

/// All actions with their keys.
void showShortcuts(QWidget* parent, const Actions& actions);
/// Version, purpose and the components with their licences.
void showAbout(QWidget* parent);

}  // namespace moxian
