#pragma once

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <memory>

#include "tests/ui/ScriptedUser.h"
#include "ui/Cards.h"
#include "ui/CheckController.h"
#include "ui/DraftEditor.h"
#include "ui/FileController.h"
#include "ui/MainWindow.h"
#include "ui/NoticeBar.h"
#include "ui/Services.h"

namespace moxian {

using namespace Qt::StringLiterals;

/// A window on a fresh desktop: empty settings, empty data folder, a scripted user.
class WindowTest : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  [[nodiscard]] DraftEditor& editor() { return window->editor(); }
  [[nodiscard]] QString text() { return editor().toPlainText(); }
  /// Commits text as an input method does; line breaks as Enter.
  void type(const QString& typed);
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  void run(Act act) { window->actionTable()[act]->trigger(); }
  /// Lets the event loop turn until the condition holds; false after ten seconds.
  [[nodiscard]] static bool until(const std::function<bool()>& holds);
  /// Waits for the check of the whole present text.
  [[nodiscard]] bool checked();
  [[nodiscard]] bool hasFinding(const QString& rulePrefix);
  template <class T>
  [[nodiscard]] T& child(const QString& name) {
    return *window->findChild<T*>(name);
  }

  [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
  void write(const QString& name, const QByteArray& bytes) const;
  [[nodiscard]] QByteArray read(const QString& name) const;

  QTemporaryDir folder;
  ScriptedUser* script = nullptr;  ///< owned by services
  std::unique_ptr<Services> services;
  std::unique_ptr<MainWindow> window;
};

}  // namespace moxian
