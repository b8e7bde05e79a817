#include "tests/ui/Window.h"

#include <QFile>
#include <QInputMethodEvent>
#include <QSettings>

namespace moxian {

void WindowTest::SetUp() {
  ASSERT_TRUE(folder.isValid());
  qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
  qputenv("XDG_STATE_HOME", path(u"state"_s).toUtf8());
  qputenv("XDG_CONFIG_HOME", path(u"config"_s).toUtf8());
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, path(u"config"_s));
  auto scripted = std::make_unique<ScriptedUser>();
  script = scripted.get();
  services = std::make_unique<Services>(std::move(scripted));
  const auto loaded = services->load();
  ASSERT_TRUE(loaded.has_value()) << loaded.error().subject << " " << loaded.error().detail;
  window = std::make_unique<MainWindow>(*services);
  window->QWidget::show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
  window->activateWindow();
  editor().setFocus();
}

void WindowTest::TearDown() {
  window.reset();
  services.reset();
  // What was posted to widgets that are gone must not reach the next test.
  QCoreApplication::processEvents();
}

void WindowTest::type(const QString& typed) {
  const QStringList lines = typed.split(u'\n');
  for (qsizetype i = 0; i < lines.size(); ++i) {
    if (i > 0) press(Qt::Key_Return);
    if (lines[i].isEmpty()) continue;
    QInputMethodEvent commit;
    commit.setCommitString(lines[i]);
    QCoreApplication::sendEvent(&editor(), &commit);
  }
}

void WindowTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  QTest::keyClick(&editor(), key, modifiers);
}

bool WindowTest::until(const std::function<bool()>& holds) {
  return QTest::qWaitFor(holds, 10'000);
}

bool WindowTest::checked() {
  return until([this] { return window->check().settled(); });
}

bool WindowTest::hasFinding(const QString& rulePrefix) {
  const std::string prefix = rulePrefix.toStdString();
  return std::ranges::any_of(window->check().findings(), [&](const Finding& finding) {
    return finding.rule.starts_with(prefix);
  });
}

void WindowTest::write(const QString& name, const QByteArray& bytes) const {
  QFile file(path(name));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  ASSERT_EQ(file.write(bytes), bytes.size());
}

QByteArray WindowTest::read(const QString& name) const {
  QFile file(path(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace moxian
