#pragma once

#include <QObject>
#include <functional>
#include <utility>
#include <vector>

#include "ui/Actions.h"
#include "ui/Language.h"
#include "ui/RecentFiles.h"

class QMainWindow;
class QMenu;
class QToolBar;

namespace moxian {

/// The menu bar and the toolbar of a window.
class Menus : public QObject {
  Q_OBJECT
 public:
  /// All outlive the menus. `panels`: the actions that show and hide docks.
  Menus(QMainWindow& window, const Actions& actions, RecentFiles& recent, const Settings& settings,
        const Language& language, const std::vector<QAction*>& panels);

  void retranslate();

 Q_SIGNALS:
  void languageChosen(const QString& code);
  void appearanceChosen(const QString& name);
  /// See settings::ghost.
  void ghostChosen(const QString& code);

 private:
  void add(QMenu* menu, std::initializer_list<Act> acts);
  QMenu* menu(QMenu* parent, const char* title);
  void buildFile(RecentFiles& recent);
  void buildEdit();
  void buildView(const std::vector<QAction*>& panels);
  void buildCheck();
  void buildSuggest();
  void buildExport();
  void buildHelp();
  void buildAppearance(QMenu* menu);
  void buildGhost(QMenu* menu);
  /// One of several to be checked; name and title each.
  void buildChoice(QMenu* menu, const QString& now,
                   std::initializer_list<std::pair<const char*, const char*>> choices,
                   const std::function<void(const QString&)>& chosen);
  void buildLanguage(QMenu* menu);
  void buildToolBar();

  struct Titled {
    QMenu* menu;
    const char* title;
  };
  QMainWindow& m_window;
  const Actions& m_actions;
  const Settings& m_settings;
  const Language& m_language;
  std::vector<Titled> m_menus;
  std::vector<std::pair<QAction*, const char*>> m_choices;
  QToolBar* m_toolBar = nullptr;
};

}  // namespace moxian
