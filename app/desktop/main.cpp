// moxian [FILE…]: the desktop program.
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <csignal>
#include <cstdio>
#include <exception>

#include "core/base/Resources.h"
#include "ui/Icons.h"
#include "ui/MainWindow.h"
#include "ui/RecoveryDialog.h"
#include "ui/Strings.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int cannotStart = 2;

QStringList filesOf(const QApplication& program) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QCoreApplication::translate(
      "main", "机关年度总结的写作与检查。不带文件时打开一份空白文稿。"));
  parser.addPositionalArgument(
      u"文稿"_s, QCoreApplication::translate("main", "要打开的文稿，每份一个窗口"), u"[文稿……]"_s);
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

}  // namespace

int main(int argc, char** argv) {
  // A limit on the size of files is an error to tell, not an end.
  std::signal(SIGXFSZ, SIG_IGN);
  Program program(argc, argv);
  QCoreApplication::setApplicationName(u"moxian"_s);
  QCoreApplication::setApplicationVersion(moxian::fromUtf8(moxian::version()));
  QGuiApplication::setDesktopFileName(u"moxian"_s);
  QApplication::setWindowIcon(
      QIcon(moxian::fromPath(moxian::resourceRoot() / "icons" / "moxian.svg")));
  const QStringList files = filesOf(program);

  moxian::Services services(moxian::desktopDialogs());
  if (const auto loaded = services.load(); !loaded) {
    const QString sentence = services.language.sentence(loaded.error());
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    services.dialogs->tell(nullptr, QCoreApplication::translate("main", "墨线"), sentence);
    return cannotStart;
  }
  QGuiApplication::setApplicationDisplayName(QCoreApplication::translate("main", "墨线"));
  services.corpus->start();
  auto recovered = moxian::recoverDrafts(services);
  for (auto& draft : recovered) moxian::MainWindow::show(services, std::move(draft));
  if (files.isEmpty() && recovered.empty()) moxian::MainWindow::show(services);
  for (const QString& file : files) moxian::MainWindow::show(services, file);
  return QApplication::exec();
}
