// How long the window takes from a key to its painted text, in a draft of 100,000 characters with
// everything on: checking, outline, findings, suggestions, grey text. Needs a display:
//   app/within xvfb-run -a build/release/bin/moxian_typing_bench [CHARACTERS]
// Prints the time by the clock, which counts other programs on the machine too, and that of the
// window's thread alone.
#include <QApplication>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <format>
#include <iostream>
#include <memory>
#include <vector>

#include "tests/bench/Drafts.h"
#include "ui/CheckController.h"
#include "ui/DraftEditor.h"
#include "ui/MainWindow.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kKeys = 300;        // at each place
constexpr int kPause = 70;        // ms from key to key: fourteen a second
constexpr int kLongest = 60'000;  // ms to wait for the first check and the corpus

/// Tells when the text was painted.
class PaintWatch : public QObject {
 public:
  using QObject::QObject;
  bool painted = false;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Paint) painted = true;
    return QObject::eventFilter(watched, event);
  }
};

double threadTime() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

struct Times {
  std::vector<double> clock;
  std::vector<double> thread;
};

double percentile(std::vector<double> values, std::size_t percent) {
  std::ranges::sort(values);
  return values[values.size() * percent / 100];
}

void print(const char* what, const Times& times) {
  std::cout
      << std::format(
             "{:<28} clock: median {:6.2f} ms, p99 {:6.2f} ms   thread: median {:6.2f} ms, p99 "
             "{:6.2f} ms",
             what, percentile(times.clock, 50), percentile(times.clock, 99),
             percentile(times.thread, 50), percentile(times.thread, 99))
      << std::endl;
}

class Typist {
 public:
  explicit Typist(MainWindow& window) : m_window(window), m_editor(window.editor()) {
    m_editor.viewport()->installEventFilter(&m_watch);
  }

  /// Types characters as an input method commits them, or as a keyboard sends them.
  Times type(const QString& text, bool composed) {
    Times times;
    for (const QChar c : text) {
      if (composed) compose(u"zhong"_s, {});
      QTest::qWait(kPause);
      m_watch.painted = false;
      const auto begin = std::chrono::steady_clock::now();
      const double thread = threadTime();
      if (composed)
        compose({}, c);
      else
        press(c);
      while (!m_watch.painted) QCoreApplication::processEvents();
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - begin;
      times.clock.push_back(took.count());
      times.thread.push_back(threadTime() - thread);
    }
    return times;
  }

 private:
  void compose(const QString& preedit, const QString& commit) {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&m_editor, &event);
  }
  void press(QChar c) {
    QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
    QCoreApplication::sendEvent(&m_editor, &down);
  }

  MainWindow& m_window;
  DraftEditor& m_editor;
  PaintWatch m_watch;
};

/// Nobody answers: every question is cancelled.
class NoUser : public Dialogs {
 public:
  QString openFile(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
  QStringList openFiles(QWidget*, const QString&, const QString&, const QString&) override {
    return {};
  }
  QString openFolder(QWidget*, const QString&, const QString&) override { return {}; }
  QString saveFile(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
  qsizetype ask(QWidget*, const Question& question) override { return question.answers.size() - 1; }
  void tell(QWidget*, const QString&, const QString&) override {}
  std::optional<int> askNumber(QWidget*, const QString&, const QString&, int, int) override {
    return {};
  }
  std::optional<QString> askText(QWidget*, const QString&, const QString&,
                                 const QString&) override {
    return {};
  }
  std::optional<QFont> askFont(QWidget*, const QString&, const QFont&) override { return {}; }
  bool askPrinter(QWidget*, QPrinter&) override { return false; }
};

int run(std::size_t characters) {
  const QTemporaryDir folder;
  for (const char* name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"})
    qputenv(name, folder.path().toUtf8());
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
  Services services(std::make_unique<NoUser>());
  if (!services.load()) return 1;
  services.settings.set(settings::ghost, u"often"_s);
  MainWindow window(services);
  window.QWidget::show();
  if (!QTest::qWaitForWindowExposed(&window)) return 1;
  window.activateWindow();
  DraftEditor& editor = window.editor();
  editor.setFocus();
  services.corpus->start();
  editor.setDraft(Drafts(7).report(characters));
  const bool ready = QTest::qWaitFor(
      [&] {
        return services.corpus->state() == CorpusService::State::Ready && window.check().settled();
      },
      kLongest);
  if (!ready) return 1;
  std::cout << characters << " characters, " << window.check().findings().size() << " findings, "
            << editor.document()->blockCount() << " paragraphs\n";
  const QString typed = toQString(Drafts(8).report(2 * kKeys)).remove(u'\n').left(kKeys);
  Typist typist(window);
  editor.moveCursor(QTextCursor::End);
  print("at the end, keys", typist.type(typed, false));
  print("at the end, input method", typist.type(typed, true));
  const QTextBlock middle =
      editor.document()->findBlockByNumber(editor.document()->blockCount() / 2);
  const auto place = static_cast<std::size_t>(middle.position() + middle.length() - 1);
  editor.select({place, place});
  print("in the middle, keys", typist.type(typed, false));
  editor.moveCursor(QTextCursor::Start);
  editor.moveCursor(QTextCursor::EndOfBlock);
  print("in the first line, keys", typist.type(typed, false));
  editor.document()->setModified(false);
  return 0;
}

}  // namespace
}  // namespace moxian::bench

int main(int argc, char** argv) {
  const QApplication app(argc, argv);
  return moxian::bench::run(argc > 1 ? std::stoul(argv[1]) : 100'000);
}
