// moxian [FILE…]: the desktop program.
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "core/base/Resources.h"
#include "ui/Icons.h"
#include "ui/MainWindow.h"
#include "ui/RecoveryDialog.h"
#include "ui/Strings.h"
#include "ui/Worker.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int cannotStart = 2;

QStringList filesOf(const QApplication& program) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QCoreApplication::translate(
      "main", "机关年度总结的写作与检查。不带文件时打开一份空白文稿。"));
  parser.addPositionalArgument(
      QCoreApplication::translate("main", "文稿"),
      QCoreApplication::translate("main", "要打开的文稿，每份一个窗口"),
      QCoreApplication::translate("main", "[文稿…]"));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.process(program);
  return parser.positionalArguments();
}

/// What breaks while an event is handled is told; the drafts and their journals stay.
class Program : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    try {
      return QApplication::notify(receiver, event);
    } catch (const std::exception& broken) {
      std::fprintf(stderr, "moxian: %s\n", broken.what());
      return false;
    }
  }
};

int runProgram(int argc, char** argv) {
  Program program(argc, argv);
  QCoreApplication::setApplicationName(u"moxian"_s);
  QCoreApplication::setApplicationVersion(moxian::fromUtf8(moxian::version()));
  QGuiApplication::setDesktopFileName(u"moxian"_s);
  QApplication::setWindowIcon(
      QIcon(moxian::fromPath(moxian::resourceRoot() / "icons" / "moxian.svg")));

  moxian::Services services(moxian::desktopDialogs());
  auto loaded = services.loadLanguage();
  const QStringList files = filesOf(program);  // ends here for --help, in the user's language
  if (loaded) loaded = services.load();
  if (!loaded) {
    const QString sentence = services.language.sentence(loaded.error());
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    services.dialogs->tell(nullptr, QCoreApplication::translate("main", "墨线"), sentence);
    return cannotStart;
  }
  services.corpus->start();
  auto recovered = moxian::recoverDrafts(services);
  for (auto& draft : recovered) moxian::MainWindow::show(services, std::move(draft));
  if (files.isEmpty() && recovered.empty()) moxian::MainWindow::show(services);
  for (const QString& file : files) moxian::MainWindow::show(services, file);
  return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  // A limit on file sizes is to be an error that is told, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  const int code = runProgram(argc, argv);
  // Checks of windows that are closed change nothing any more: nobody has to wait for them.
  if (moxian::Worker::anyLeftAtWork()) std::_Exit(code);
  return code;
}
