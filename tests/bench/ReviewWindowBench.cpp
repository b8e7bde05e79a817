// A draft of 200,000 characters with 10,000 tracked changes and 2,000 comments in the window:
// opening, typing beside the same draft without marks, listing, accepting all and taking that back.
// Before that, a draft of 100,000 characters turned to another script.
// usage: xvfb-run moxian_window_bench
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <ctime>
#include <iostream>

#include "core/review/Rivals.h"
#include "core/store/MoxianFile.h"
#include "tests/bench/Drafts.h"
#include "tests/ui/ScriptedUser.h"
#include "ui/CheckController.h"
#include "ui/DraftEditor.h"
#include "ui/FileController.h"
#include "ui/MainWindow.h"
#include "ui/ReviewController.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kCharacters = 200'000;
constexpr std::size_t kChanges = 10'000;
constexpr std::size_t kComments = 2'000;
constexpr int kKeys = 300;

moxian::Draft draft(bool marked) {
  moxian::Draft out;
  out.text = Drafts().report(kCharacters);
  if (!marked) return out;
  const std::size_t step = out.text.size() / (kChanges + 1);
  for (std::size_t i = 0; i < kChanges; ++i) {
    out.marks.changes.push_back({.id = static_cast<std::int64_t>(i) + 1,
                                 .kind = i % 2 == 0 ? ChangeKind::Insertion : ChangeKind::Deletion,
                                 .range = {i * step, i * step + 5},
                                 .author = "审稿人" + std::to_string(i % 3),
                                 .time = 1});
  }
  for (std::size_t i = 0; i < kComments; ++i) {
    const Span range{i * step * 5, i * step * 5 + 20};
    out.marks.comments.push_back({.id = static_cast<std::int64_t>(kChanges + i) + 1,
                                  .range = range,
                                  .author = "审稿人1",
                                  .text = u"请核实这个数字。",
                                  .quote = std::u16string(range.of(out.text))});
  }
  return out;
}

/// Time in ms that the window's thread worked, or all of them: others may be at work on the
/// machine.
double cpu(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Work>
double taken(Work work, clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
  const double before = cpu(clock);
  work();
  return cpu(clock) - before;
}

struct Keys {
  double mean = 0;
  double slowest = 0;  ///< of 100, the second slowest
};

Keys typed(MainWindow& window) {
  DraftEditor& editor = window.editor();
  QTextCursor cursor = editor.textCursor();
  cursor.setPosition(static_cast<int>(kCharacters / 2));
  editor.setTextCursor(cursor);
  QTest::qWait(2000);  // what follows opening
  std::vector<double> all;
  for (int i = 0; i < kKeys; ++i) {
    all.push_back(taken([&] {
      QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, u"字"_s);
      QCoreApplication::sendEvent(&editor, &press);
      QCoreApplication::processEvents();
    }));
    QTest::qWait(20);
  }
  std::ranges::sort(all);
  Keys keys;
  for (const double each : all) keys.mean += each / kKeys;
  keys.slowest = all[kKeys * 99 / 100];
  return keys;
}

/// Turns a draft of 100,000 characters to traditional ones while changes are tracked, and back.
void convert(Services& services, const QString& folder) {
  moxian::Draft half;
  half.text = Drafts().report(kCharacters / 2);
  const QString path = folder + u"/script.moxian"_s;
  if (!MoxianFile::create(toPath(path), half)) return;
  MainWindow window(services);
  window.QWidget::show();
  window.openFile(path);
  QTest::qWait(2000);  // what follows opening
  for (const bool tracked : {false, true}) {
    window.review().reviewer().setTracking(tracked);
    const double there = taken([&] { window.actionTable()[Act::ToTraditional]->trigger(); });
    const std::size_t changes = window.review().reviewer().markup().count({});
    const double back = taken([&] { window.editor().undo(); });
    std::cout << "conversion " << (tracked ? "tracked: " : "not tracked: ") << there
              << " ms, changes " << changes << ", undo " << back << " ms\n";
  }
  window.editor().document()->setModified(false);
}

void measure(const QString& folder) {
  Services services(std::make_unique<ScriptedUser>());
  if (!services.load()) return;
  convert(services, folder);
  Keys plain;
  for (const bool marked : {false, true}) {
    const QString path = folder + (marked ? u"/marked.moxian"_s : u"/plain.moxian"_s);
    if (!MoxianFile::create(toPath(path), draft(marked))) return;
    MainWindow window(services);
    window.QWidget::show();
    QTest::qWait(500);
    QElapsedTimer wall;
    wall.start();
    const double opened = taken(
        [&] {
          window.openFile(path);
          QCoreApplication::processEvents();
        },
        CLOCK_PROCESS_CPUTIME_ID);
    const qint64 whole = wall.elapsed();
    std::cout << (marked ? "with marks" : "without marks") << ": opening " << opened
              << " ms of work, " << whole << " ms on the clock\n";
    if (marked) window.review().reviewer().setTracking(true);
    const Keys keys = typed(window);
    std::cout << "  a key " << keys.mean << " ms, 99th percentile " << keys.slowest << " ms\n";
    if (!marked) {
      plain = keys;
      window.editor().document()->setModified(false);
      continue;
    }
    std::cout << "  ratio " << keys.mean / plain.mean << ", at the 99th percentile "
              << keys.slowest / plain.slowest << '\n';
    const double listed = taken([&] { window.review().dock().refresh(); });
    const double rivals = taken([&] { (void)rivalsIn(window.review().reviewer().markup()); });
    std::cout << "  the list made anew when typing pauses " << listed << " ms, of which rivals "
              << rivals << " ms\n";
    const QString before = window.editor().toPlainText();
    const std::size_t changes = window.review().reviewer().markup().count({});
    const double accepted = taken([&] {
      window.review().reviewer().resolve({}, true);
      QCoreApplication::processEvents();
    });
    std::cout << "  accepting all " << accepted << " ms, changes left "
              << window.review().reviewer().markup().count({}) << '\n';
    const double back = taken([&] {
      window.editor().undo();
      QCoreApplication::processEvents();
    });
    const bool same = window.editor().toPlainText() == before &&
                      window.review().reviewer().markup().count({}) == changes;
    std::cout << "  one undo " << back << " ms, " << (same ? "all is back" : "NOT all is back")
              << '\n';
    window.editor().document()->setModified(false);
  }
}

}  // namespace
}  // namespace moxian::bench

int main(int argc, char** argv) {
  const QApplication application(argc, argv);
  const QTemporaryDir folder;
  for (const char* name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"})
    qputenv(name, folder.filePath(QString::fromLatin1(name)).toUtf8());
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
  moxian::bench::measure(folder.path());
}
